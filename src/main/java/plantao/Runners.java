package plantao;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import plantao.desk.Event;
import plantao.playbook.Output;
import plantao.playbook.Outputs;
import plantao.playbook.ShellRunner;
import plantao.playbook.StepOrder;

/// The steps that are running now, by run.
final class Runners implements AutoCloseable {
    private static final int EXCERPT = 40;

    private final ShellRunner shell;
    private final Outputs outputs;
    private final Consumer<Event> desk;
    private final Map<UUID, ShellRunner.Running> running = new ConcurrentHashMap<>();

    Runners(ShellRunner shell, Outputs outputs, Consumer<Event> desk) {
        this.shell = shell;
        this.outputs = outputs;
        this.desk = desk;
    }

    /// Starts a step; its end comes to the desk as an event.
    void start(String system, StepOrder order) {
        Output output = outputs.renewed(order.run(), order.step());
        ShellRunner.Running handle = shell.start(order, output, result -> {
            running.remove(order.run());
            desk.accept(new Event.StepEnded(system, order.run(), order.step(), result, shell.excerpt(output, EXCERPT)));
        });
        running.put(order.run(), handle);
    }

    void cancel(UUID run) {
        ShellRunner.Running handle = running.get(run);
        if (handle != null) {
            handle.cancel();
        }
    }

    @Override
    public void close() {
        running.values().forEach(ShellRunner.Running::cancel);
        shell.close();
    }
}
