package plantao.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import plantao.journal.Detail;
import plantao.journal.Entry;
import plantao.journal.Journal;
import plantao.runbook.Phase;
import plantao.runbook.Playbook;
import plantao.runbook.Risk;
import plantao.runbook.Runbook;
import plantao.runbook.Step;
import plantao.runbook.read.RunbookReader;

/// What an incident taught, as a change that can be applied to the runbook.
class RunbookPatchTest {
    private static final Instant BEGAN = Instant.parse("2026-03-01T02:00:00Z");
    private static final UUID RUN = new UUID(0x7000, 2);
    private static final String TEXT = """
            # Shop

            ## Incidents

            ### 4.1 Site is down

            **Severity:** P1

            **Diagnosis:**

            ```bash
            # Look at the service
            systemctl status web

            # Look at the queue
            redis-cli LLEN jobs
            ```

            **Solution:**

            1. Restart the service: `systemctl restart web`
            2. Tell the shop

            ## Contacts

            Nobody.
            """;

    private final List<Entry> entries = new ArrayList<>();

    private void say(Detail detail) {
        entries.add(new Entry(
                new UUID(0x7000, 100 + entries.size()),
                BEGAN.plus(Duration.ofMinutes(entries.size())),
                "Ana",
                "desk-1",
                "shop",
                "subject",
                detail));
    }

    private static Detail check(int step, String title, String command, int exit, String excerpt) {
        return new Detail.StepRan(
                RUN, step, title, Phase.DIAGNOSIS, command, Risk.SAFE, "exited", exit, null, 10, excerpt, false);
    }

    private static Detail ran(int step, String title, String command, int exit, String excerpt) {
        return new Detail.StepRan(
                RUN, step, title, Phase.OTHER, command, Risk.SAFE, "exited", exit, null, 10, excerpt, false);
    }

    private static Detail typed(int step, String command, int exit) {
        return new Detail.StepRan(
                RUN, step, command, Phase.OTHER, command, Risk.SAFE, "exited", exit, null, 10, "12", true);
    }

    /// The text with the diff applied, as `patch` does it.
    private static String applied(String text, String diff) {
        List<String> lines = new ArrayList<>(List.of(text.split("\n", -1)));
        int added = 0;
        List<String> hunk = List.of(diff.split("\n"));
        int at = 0;
        for (String line : hunk) {
            if (line.startsWith("@@")) {
                at = Integer.parseInt(line.replaceAll("^@@ -(\\d+).*", "$1")) - 1 + added;
            } else if (line.startsWith("+") && !line.startsWith("+++")) {
                lines.add(at++, line.substring(1));
                added++;
            } else if (line.startsWith(" ")) {
                assertThat(lines.get(at++)).isEqualTo(line.substring(1));
            }
        }
        return String.join("\n", lines);
    }

    private RunbookPatch patch(String text) {
        Runbook runbook = RunbookReader.read("runbook.md", Map.of("runbook.md", text));
        return RunbookPatch.of(Journal.of(entries).incidents().getFirst(), runbook, Locale.ENGLISH, false);
    }

    private List<Step> begin(String text) {
        Playbook playbook = RunbookReader.read("runbook.md", Map.of("runbook.md", text))
                .playbooks()
                .getFirst();
        say(new Detail.IncidentDeclared(RUN, 7, "Site is down", 1, BEGAN, null, null, List.of()));
        say(new Detail.RunStarted(RUN, playbook.title(), playbook.origin().line(), "hash", "production"));
        return playbook.steps();
    }

    @Test
    void failedSkippedAndTypedStepsAreProposedWhereTheyBelong() {
        List<Step> steps = begin(TEXT);
        assertThat(steps).hasSize(4);
        say(ran(0, steps.get(0).title(), "systemctl status web", 0, ""));
        say(ran(1, steps.get(1).title(), "redis-cli LLEN jobs", 1, "Could not connect\n"));
        say(typed(4, "redis-cli -p 6380 LLEN jobs", 0));
        say(typed(5, "nonsense", 127));
        say(ran(2, steps.get(2).title(), "systemctl restart web", 1, "no"));
        say(ran(2, steps.get(2).title(), "systemctl restart web", 0, "ok"));
        say(new Detail.StepSkipped(RUN, 3, steps.get(3).title(), Phase.RESOLUTION, "the shop knew"));
        RunbookPatch patch = patch(TEXT);
        assertThat(patch.changes()).isEqualTo(3);
        assertThat(patch.diff()).startsWith("--- a/runbook.md\n+++ b/runbook.md\n@@ -");
        assertThat(applied(TEXT, patch.diff())).contains("""
                        redis-cli LLEN jobs
                        ```

                        > **Incident 7, 2026-03-01**, “Look at the queue”: did not work (exit 1: `Could not connect`).

                        Typed in, because no step had it (Incident 7, 2026-03-01):

                        ```bash
                        redis-cli -p 6380 LLEN jobs
                        ```

                        **Solution:**

                        1. Restart the service: `systemctl restart web`
                        2. Tell the shop

                           > **Incident 7, 2026-03-01**, “Tell the shop”: left out, because: the shop knew.

                        ## Contacts
                        """);
    }

    @Test
    void aCheckThatFindsTheFaultIsNoFaultOfTheRunbooksUnlessItCouldNotRun() {
        List<Step> steps = begin(TEXT);
        say(check(0, steps.get(0).title(), "systemctl status web", 3, "inactive"));
        assertThat(patch(TEXT).changes()).isZero();
        say(check(1, steps.get(1).title(), "redis-cli LLEN jobs", 127, "redis-cli: not found"));
        assertThat(patch(TEXT).changes()).isEqualTo(1);
        assertThat(patch(TEXT).diff()).contains("did not work (exit 127: `redis-cli: not found`)");
    }

    @Test
    void whatWasPractisedSaysSo() {
        begin(TEXT);
        say(new Detail.StepSkipped(RUN, 3, "Tell the shop", Phase.RESOLUTION, "no"));
        Runbook runbook = RunbookReader.read("runbook.md", Map.of("runbook.md", TEXT));
        assertThat(RunbookPatch.of(Journal.of(entries).incidents().getFirst(), runbook, Locale.ENGLISH, true)
                        .diff())
                .contains("> **Practice, Incident 7, 2026-03-01**");
    }

    @Test
    void aFileWithoutALastLineFeedStaysWhole() {
        String text = TEXT.substring(0, TEXT.indexOf("\n\n## Contacts"));
        List<Step> steps = begin(text);
        say(new Detail.StepSkipped(RUN, 3, steps.get(3).title(), Phase.RESOLUTION, "no"));
        assertThat(patch(text).diff()).endsWith("""
                        -2. Tell the shop
                        \\ No newline at end of file
                        +2. Tell the shop
                        +
                        +   > **Incident 7, 2026-03-01**, “Tell the shop”: left out, because: no.
                        """);
    }

    @Test
    void whenAllWentWellThereIsNothingToPropose() {
        List<Step> steps = begin(TEXT);
        say(ran(0, steps.get(0).title(), "systemctl status web", 0, ""));
        say(new Detail.StepDone(RUN, 3, steps.get(3).title(), Phase.RESOLUTION));
        assertThat(patch(TEXT)).isEqualTo(new RunbookPatch("", 0));
    }
}
