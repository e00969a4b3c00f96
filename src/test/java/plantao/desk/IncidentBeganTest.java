package plantao.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import plantao.alert.Alert;
import plantao.runbook.Runbook;
import plantao.runbook.read.RunbookReader;

/// An incident began with the first sign of the same trouble.
class IncidentBeganTest {
    private static final String TEXT = """
            # Post

            ## Metrics

            | Metric | Normal | Critical |
            |---|---|---|
            | Backlog | < 10 | > 100 |
            | Delay | < 10 | > 100 |
            | Heat | < 10 | > 100 |

            ## Alerts

            | Alert | Condition | Severity | Playbook |
            |---|---|---|---|
            | Letters pile up | Backlog > 100 | high | [Letters lie](#letters-lie) |
            | Letters are late | Delay > 100 | critical | [Letters lie](#letters-lie) |
            | Hall is hot | Heat > 100 | low | |

            ## Playbooks

            ### Letters lie

            **Diagnosis:**

            ```bash
            echo look
            ```
            """;
    private static final String YAML = """
            metrics:
              Backlog: {command: echo 1}
              Delay: {command: echo 2}
              Heat: {command: echo 3}
            """;

    @Test
    void anotherAlertOfTheSamePlaybookWasTheSameTroubleAndOneOfAnotherWasNot() {
        Play play = new Play();
        Runbook runbook = RunbookReader.read("/srv/post", Map.of("runbook.md", TEXT, "console.yaml", YAML));
        play.send(new Event.Opened(SystemBoardFactory.open(
                runbook, Targets.of(runbook, Path.of("/srv/post"), new HashMap<>()), 1, Trust.FULL, play.now)));
        reads(play, "Heat");
        play.after(60);
        reads(play, "Backlog");
        var first = play.now;
        play.after(200);
        reads(play, "Delay");
        Alert late = play.system().alerts().stream()
                .filter(a -> a.rule().name().equals("Letters are late"))
                .findFirst()
                .orElseThrow();
        assertThat(late.firing()).isTrue();

        play.send(new Event.DeclareIncident(play.system().name(), late.rule().id(), null));
        assertThat(play.board.incident().orElseThrow().began()).isEqualTo(first);
    }

    private static void reads(Play play, String metric) {
        play.send(new Event.Read(
                play.system().name(),
                new plantao.probe.Reading.Up(
                        play.probe(metric).id(), play.now, java.time.Duration.ofMillis(9), 500.0, "")));
    }
}
