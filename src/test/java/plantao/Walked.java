package plantao;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import plantao.desk.Event;
import plantao.desk.SystemBoard;
import plantao.playbook.Output;
import plantao.playbook.Run;
import plantao.playbook.StepState;

/// A console without a window on a runbook of one playbook, approved, that is walked step by step for real.
final class Walked implements AutoCloseable {
    private static final String PLAYBOOK = "Catalogue down";

    final Console.Setup setup;
    final Console console;
    final Path folder;
    final Path kept;
    private final UUID run;

    /// @param settings the text of `console.yaml`; without environments there is one, production, on this computer
    /// @param steps the Markdown below the playbook's heading
    Walked(Path temp, Map<String, String> environment, String settings, String steps) throws IOException {
        folder = Files.createDirectories(temp.resolve("book"));
        kept = Files.createDirectories(temp.resolve("kept"));
        Files.writeString(
                folder.resolve("runbook.md"),
                "# Shop\n\n## Alerts\n\n- **Catalogue down**: Catalogue does not answer for 1 min (critical)\n\n## Playbooks\n\n### "
                        + PLAYBOOK + "\n\n" + steps);
        String here = settings.contains("environments:") ? "" : "environments: {production: {place: here}}\n";
        Files.writeString(folder.resolve("console.yaml"), here + settings);
        Map<String, String> all = new HashMap<>(Map.of("PATH", System.getenv("PATH"), "HOME", temp.toString()));
        all.putAll(environment);
        setup = new Console.Setup(Homes.in(kept), temp.resolve("none"), all, InstantSource.system(), "Ana");
        console = new Console(setup);
        console.open(List.of(folder));
        until("the runbook is open", () -> console.board().current().isPresent());
        console.send(new Event.ApproveTrust(system().name()));
        until(
                "it is approved",
                () -> system().trust().full() && system().trust().settled());
        var playbook = system().runbook().playbooks().stream()
                .filter(p -> p.title().equals(PLAYBOOK))
                .findFirst()
                .orElseThrow();
        console.send(new Event.OpenRun(
                system().name(), playbook.title(), playbook.origin().line(), null));
        until("the playbook is open", () -> !system().runs().isEmpty());
        run = system().runs().getFirst().id();
    }

    SystemBoard system() {
        return console.board().current().orElseThrow();
    }

    Run run() {
        return system().run(run).orElseThrow();
    }

    /// Runs a step, confirmed, to its end.
    StepState step(int index) {
        StepState before = run().states().get(index);
        console.send(new Event.RunStep(run, index, true, false, system().name()));
        until("step " + index + " has ended", () -> {
            StepState now = run().states().get(index);
            return !now.equals(before)
                    && (now.status() == StepState.Status.DONE || now.status() == StepState.Status.FAILED);
        });
        return run().states().get(index);
    }

    /// What a step has printed, as the screen has it.
    String printed(int index) {
        return console.outputs().of(run, index).tail(Output.KEPT).stream()
                .map(Output.Line::text)
                .collect(Collectors.joining("\n"));
    }

    void until(String what, BooleanSupplier so) {
        long end = System.nanoTime() + 60_000_000_000L;
        while (!so.getAsBoolean()) {
            assertThat(System.nanoTime())
                    .as("waited in vain: %s; the board: %s", what, console.board())
                    .isLessThan(end);
            java.util.concurrent.locks.LockSupport.parkNanos(5_000_000);
        }
    }

    @Override
    public void close() {
        console.close();
    }
}
