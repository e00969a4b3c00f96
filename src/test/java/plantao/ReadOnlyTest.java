package plantao;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plantao.desk.Event;
import plantao.desk.Previews;
import plantao.playbook.Run;
import plantao.playbook.StepState.Status;
import plantao.store.Folders;

/// In read-only mode a step's command is shown with its values and nothing is started, whoever asks for it.
class ReadOnlyTest {
    @TempDir
    Path temp;

    @Test
    void noProcessStartsUntilItIsLeft() throws IOException {
        Path folder = Files.createDirectory(temp.resolve("shop"));
        Path trace = folder.resolve("trace");
        Files.writeString(folder.resolve("runbook.md"), """
                # Shop

                ## Incidents

                ### Shop does not answer

                **Diagnosis:**

                1. Look at the clock

                ```bash
                date > trace
                ```
                """);
        Folders folders = Homes.in(temp);
        Map<String, String> environment = Map.of("PATH", "/usr/bin:/bin", "HOME", temp.toString());
        try (Console console = new Console(
                new Console.Setup(folders, temp.resolve("none"), environment, InstantSource.system(), "Ana"))) {
            console.send(new Event.ReadOnly(true));
            console.open(List.of(folder));
            String system = console.board().systems().getFirst().name();
            console.send(new Event.ApproveTrust(system));
            console.send(new Event.OpenRun(system, "Shop does not answer", 5, null));
            Run run = settled(console, new Event.DismissFailure("")).runs().getLast();
            long processes = ProcessHandle.current().descendants().count();

            Run after = settled(console, new Event.RunStep(run.id(), 1, true))
                    .runs()
                    .getLast();

            assertThat(after.states().getLast().status()).isEqualTo(Status.TODO);
            assertThat(Previews.of(after, 1).shown()).contains("date >");
            assertThat(console.board().notices()).anyMatch(n -> n.text().contains("Read-only mode"));
            assertThat(ProcessHandle.current().descendants().count()).isEqualTo(processes);
            assertThat(temp.resolve("state/output"))
                    .as("where a step's output would be")
                    .doesNotExist();
            assertThat(trace).doesNotExist();

            console.send(new Event.ReadOnly(false));
            Run running = settled(console, new Event.RunStep(run.id(), 1, true))
                    .runs()
                    .getLast();
            assertThat(running.states().getLast().status()).isNotEqualTo(Status.TODO);
        }
    }

    /// The system once this event has been handled.
    private static plantao.desk.SystemBoard settled(Console console, Event event) {
        console.send(event);
        console.announce(List.of());
        return console.board().systems().getFirst();
    }
}
