package plantao;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import plantao.desk.Event;
import plantao.playbook.Captures;
import plantao.playbook.DirectRunner;
import plantao.playbook.Outputs;
import plantao.playbook.ShellRunner;
import plantao.playbook.StartedStep;
import plantao.playbook.StepOrder;
import plantao.playbook.StepResult;
import plantao.runbook.Runner;

/// The steps that are running now, by run.
final class Runners implements AutoCloseable {
    /// How many lines of a step's output go into the log.
    private static final int EXCERPT = 40;

    private final ShellRunner shell;
    private final DirectRunner direct;
    private final Outputs outputs;
    private final Consumer<Event> desk;
    private final Map<UUID, StartedStep> running = new ConcurrentHashMap<>();

    Runners(ShellRunner shell, DirectRunner direct, Outputs outputs, Consumer<Event> desk) {
        this.shell = shell;
        this.direct = direct;
        this.outputs = outputs;
        this.desk = desk;
    }

    /// Starts a step; its end comes to the desk as an event.
    void start(String system, StepOrder order) {
        var output = outputs.renewed(order.run(), order.step());
        var excerpts = new java.util.concurrent.CompletableFuture<StartedStep>();
        Consumer<StepResult> ended = result -> {
            var _ = excerpts.thenAccept(s -> {
                running.remove(order.run(), s);
                Captures.in(order.handling().captures(), output)
                        .forEach((name, value) ->
                                desk.accept(new Event.Captured(order.run(), order.step(), name, value)));
                desk.accept(new Event.StepEnded(
                        system,
                        order.run(),
                        order.step(),
                        result,
                        s.excerpt(EXCERPT),
                        order.handling().terminal()));
            });
        };
        StartedStep step = order.handling().runner() == Runner.SHELL
                ? shell.start(order, output, ended)
                : direct.start(order, output, ended);
        running.put(order.run(), step);
        excerpts.complete(step);
    }

    void cancel(UUID run) {
        StartedStep step = running.get(run);
        if (step != null) {
            step.cancel();
        }
    }

    /// The run is over: its shell ends.
    void end(UUID run) {
        shell.end(run);
    }

    @Override
    public void close() {
        direct.close();
        shell.close();
    }
}
