package plantao.runbook.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import org.junit.jupiter.api.Test;
import plantao.runbook.Command;
import plantao.runbook.Playbook;
import plantao.runbook.Procedure;
import plantao.runbook.Runbook;
import plantao.runbook.Step;

/// Blocks of documentation sites around what is to be done.
class DocBlocksTest {

    @Test
    void tabsAreWaysOfDoingTheSame() {
        Runbook r = Texted.of("""
                # Mill

                ## Restart the hoist

                === "Kubernetes"

                    1. Look first:

                        ```bash
                        kubectl get pods -l app=hoist
                        ```

                    2. Restart it:

                        ```bash
                        kubectl rollout restart deploy/hoist
                        ```

                === "Compose"

                    ```bash
                    docker compose restart hoist
                    ```
                """);
        Procedure restart = r.procedures().getFirst();
        assertThat(restart.steps())
                .extracting(
                        Step::option,
                        s -> s.commands().stream().map(Command::text).toList(),
                        s -> s.origin().line())
                .containsExactly(
                        tuple("Kubernetes", java.util.List.of("kubectl get pods -l app=hoist"), 7),
                        tuple("Kubernetes", java.util.List.of("kubectl rollout restart deploy/hoist"), 13),
                        tuple("Compose", java.util.List.of("docker compose restart hoist"), 22));
    }

    @Test
    void anAdmonitionIsAWarningAndWhatItHoldsIsDone() {
        Runbook r = Texted.of("""
                # Mill

                ## Incidents

                ### The hoist is stuck

                !!! danger "Rope under tension"
                    Nobody stands below it.

                ??? note "Solution"
                    ```bash
                    hoistctl release
                    ```

                :::caution
                Count the sacks again.
                :::
                """);
        Playbook p = r.playbooks().getFirst();
        assertThat(p.steps())
                .flatExtracting(Step::commands)
                .extracting(Command::text)
                .containsExactly("hoistctl release");
        assertThat(r.texts()).containsKey(p.origin().file());
        assertThat(p.steps().toString() + p.banner()).contains("Nobody stands below it");
    }

    @Test
    void marksOfAnotherMeaningStay() {
        Runbook r = Texted.of("""
                # Mill

                ## Incidents

                ### Why is it slow???

                Look!!! It may be the rope.

                1. Compare: `test a === "b"`

                ```bash
                === "not a tab"
                    echo kept
                ```
                """);
        assertThat(r.playbooks()).extracting(Playbook::title).containsExactly("Why is it slow???");
        assertThat(r.playbooks().getFirst().steps())
                .flatExtracting(Step::commands)
                .extracting(Command::text)
                .anyMatch(t -> t.contains("    echo kept") || t.equals("echo kept"));
    }
}
