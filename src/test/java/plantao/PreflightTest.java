package plantao;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plantao.desk.Event;
import plantao.desk.Preflight;
import plantao.desk.Preflight.Kind;
import plantao.desk.Preflight.Lack;
import plantao.playbook.ShellTools;

/// What a run lacks is told before it is needed.
final class PreflightTest {
    @TempDir
    Path temp;

    @Test
    void programsVariablesAndConnections() throws Exception {
        String steps = """
                **Diagnosis:**

                ```bash
                # Look
                docker-compose ps | grep -v Up

                # Ask
                redis-cli -u $QUEUE_URL ping && echo "{answer}"

                # Own
                f() { date; }; f; ./own.sh; ssh web pg_isready
                ```

                ```sql
                select 1;
                ```

                **Resolution:**

                ```bash
                # Again
                redis-cli -u $QUEUE_URL flushall
                ```
                """;
        try (Walked walked = new Walked(temp, Map.of(), "", steps)) {
            Set<String> programs = Set.of("grep", "date", "docker", ShellTools.COMPOSE);

            assertThat(Preflight.of(walked.run(), programs))
                    .containsExactly(
                            new Lack(Kind.COMPOSE, "docker-compose", List.of(0)),
                            new Lack(Kind.PROGRAM, "redis-cli", List.of(1, 4)),
                            new Lack(Kind.VARIABLE, "QUEUE_URL", List.of(1, 4)),
                            new Lack(Kind.PROGRAM, "ssh", List.of(2)),
                            new Lack(Kind.CONNECTION, "database", List.of(3)));
            assertThat(ShellTools.bringing("redis-cli")).contains("redis-tools");
            assertThat(Preflight.of(walked.system(), programs))
                    .as("for a whole shift, before any of it is opened")
                    .contains(
                            new Preflight.Missing(Kind.PROGRAM, "redis-cli", List.of("Catalogue down")),
                            new Preflight.Missing(Kind.CONNECTION, "database", List.of("Catalogue down")));

            walked.console.send(new Event.GiveValue(walked.run().id(), "QUEUE_URL", "redis://q"));
            walked.until("it is given", () -> !walked.run().given().isEmpty());
            assertThat(Preflight.of(walked.run(), programs))
                    .extracting(Lack::kind)
                    .doesNotContain(Kind.VARIABLE);
            walked.until(
                    "the tools are known",
                    () -> walked.console.outputs().tools().here().isPresent());
            assertThat(walked.console.outputs().tools().here().orElseThrow()).contains("grep", "bash");
        }
    }
}
