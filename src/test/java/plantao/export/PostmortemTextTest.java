package plantao.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import plantao.journal.Detail;
import plantao.journal.Entry;
import plantao.journal.Journal;
import plantao.runbook.Origin;
import plantao.runbook.Phase;
import plantao.runbook.Risk;
import plantao.runbook.Template;

/// Templates whose keys carry no marks.
class PostmortemTextTest {
    private static final Instant BEGAN = Instant.parse("2026-03-01T02:00:00Z");
    private static final UUID ID = new UUID(0x7000, 1);

    private static Entry after(int minutes, Detail detail) {
        return new Entry(
                new UUID(0x7000, minutes),
                BEGAN.plus(Duration.ofMinutes(minutes)),
                "Ana",
                "desk-1",
                "shop",
                "subject",
                detail);
    }

    private static String filled(String text, Entry... more) {
        Entry declared =
                after(1, new Detail.IncidentDeclared(ID, 7, "Shop is down", 2, BEGAN, null, null, List.of("web")));
        Template template = new Template("t", "postmortem", null, List.of(), List.of(), text, new Origin("r.md", 1));
        return PostmortemText.draft(
                Journal.of(Stream.concat(Stream.of(declared), Stream.of(more)).toList())
                        .incidents()
                        .getFirst(),
                List.of(),
                template,
                Locale.ENGLISH);
    }

    @Test
    void keysOneBelowTheOtherStayOnLinesOfTheirOwn() {
        assertThat(filled(
                        "# Post-mortem: <title>\n\n**Date:** {date}\n**Severity:** {severity}\n\n- **Lead:** {name}\n"))
                .contains("**Date:** 2026", "  \n**Severity:** SEV 2\n")
                .doesNotContain("Ana  \n");
    }

    @Test
    void aServiceThatWentDownWhileItLastedIsAffectedToo() {
        assertThat(filled(
                        "# Post-mortem: <title>\n\n**Affected services:** {services}\n",
                        after(2, new Detail.ServiceDown("database", "HTTP 503", BEGAN)),
                        after(5, new Detail.ServiceUp("database", "HTTP 200", 180_000)),
                        after(9, new Detail.IncidentResolved(ID)),
                        after(10, new Detail.ServiceDown("search", "HTTP 503", BEGAN))))
                .contains("**Affected services:** web, database (down for 3 min)\n");
    }

    @Test
    void whatBeganWhenItWasDeclaredWasNotNoticedLate() {
        Entry declared =
                after(0, new Detail.IncidentDeclared(ID, 7, "Shop is down", 2, BEGAN, null, null, List.of("web")));
        assertThat(PostmortemText.draft(
                        Journal.of(List.of(declared)).incidents().getFirst(), List.of(), null, Locale.ENGLISH))
                .contains("No alert: declared by Ana at 02:00 UTC.\n");
    }

    @Test
    void theAlertsThatToldOfItBeforeItsOwnAreNamed() {
        Entry declared =
                after(3, new Detail.IncidentDeclared(ID, 7, "Shop is down", 2, BEGAN, "errors", null, List.of("web")));
        List<Entry> entries = List.of(
                after(1, new Detail.AlertFired("db", "Database down", 1, "no answer", null, BEGAN, 9)),
                after(2, new Detail.AlertFired("errors", "Errors", 1, "> 5%", "78 %", BEGAN, 9)),
                declared);

        assertThat(PostmortemText.draft(Journal.of(entries).incidents().getFirst(), List.of(), null, Locale.ENGLISH))
                .contains("Alert Errors at 02:02 UTC, 2 min after the beginning; acknowledged by nobody."
                        + " Before it: Database down at 02:01 UTC.\n");
    }

    @Test
    void stepsLeftOutForOneReasonAreOneLine() {
        UUID walk = new UUID(0x7000, 101);
        assertThat(filled(
                        "# P: <t>\n\n## Timeline\n\n...\n",
                        after(2, new Detail.StepSkipped(walk, 0, "Look", Phase.DIAGNOSIS, "by hand")),
                        after(3, new Detail.StepSkipped(walk, 1, "Call", Phase.RESOLUTION, "it works again")),
                        after(4, new Detail.StepSkipped(walk, 2, "Tell", Phase.RESOLUTION, "it works again"))))
                .contains("- 02:02: Look: skipped (by hand)\n- 02:03: Skipped (it works again): Call; Tell");
    }

    @Test
    void bareKeysAndRowsOfTwoCellsAreFilled() {
        String text = filled("""
                # Post-mortem: <title>

                Date:
                Severity: 1 / 2 / 3
                Author: <who>
                Mood:

                | Field | Value |
                |---|---|
                | Affected services | |
                | Duration | [minutes] |

                ## Summary of the day

                Owner: the team of the building, as always.
                """);

        assertThat(text)
                .contains(
                        "# Post-mortem: Shop is down\n",
                        "Date: 2026-03-01\n",
                        "Severity: 2\n",
                        "Author: Ana\n",
                        "Mood:\n")
                .contains("| Field | Value |\n|---|---|\n| Affected services | web |\n")
                .containsPattern("\\| Duration \\| .*\\w.* \\|\n")
                .doesNotContain("[minutes]");
    }

    private static Detail ran(UUID run, String title, String command) {
        return new Detail.StepRan(
                run, 0, title, Phase.RESOLUTION, command, Risk.MUTATING, "exited", 0, null, 2000, "", false);
    }

    @Test
    void theTimelineTellsTheIncidentsStoryItsZoneAndWhoCommands() {
        UUID item = new UUID(0x7000, 100);
        UUID walk = new UUID(0x7000, 101);
        UUID todo = new UUID(0x7000, 102);
        String text = filled(
                "# Post-mortem: <title>\n\nOwner:\n\n## Timeline (BRT)\n\n...\n\n## Actions taken\n\n...\n\n## Follow-up\n\n...\n",
                after(2, new Detail.IncidentRole(ID, "commander", "Rui")),
                after(3, new Detail.AlertFired("a", "Errors > 5%", 1, "Errors > 5% for 5min", "78.4 %", BEGAN, 9)),
                after(4, new Detail.AlertFired("b", "Shop down", 1, "no answer", "connection refused", BEGAN, 9)),
                after(5, new Detail.ItemTicked(ID, "Start", "Read the log", 4, null)),
                after(6, new Detail.RunStarted(item, "Queue", 4, "h", "production", "other")),
                after(7, ran(item, "Queue", "q llen")),
                after(8, new Detail.ItemNoted(ID, "Start", "Queue", 4, "q llen -> 0")),
                after(9, new Detail.RunStarted(walk, "Shop is down", 4, "h", "production")),
                after(10, ran(walk, "If the deploy is to blame, roll it back", "roll back")),
                after(11, ran(walk, "uptime", "uptime")),
                after(24 * 60, new Detail.IncidentResolved(ID)),
                after(24 * 60 + 1, new Detail.FollowUpAdded(todo, ID, "Cap the pool", "Rui", LocalDate.of(2026, 4, 1))),
                after(24 * 60 + 2, new Detail.AlertFired("c", "Disk", 2, "full", null, BEGAN, 9)),
                after(24 * 60 + 3, new Detail.ShiftEnded(ID)));

        assertThat(text).contains("Owner: Rui", "## Timeline (UTC)\n", "## Actions taken\n");
        assertThat(text.lines().filter(l -> l.startsWith("- ")))
                .containsExactly(
                        "- 02:01: Incident 7 declared by Ana, SEV 2",
                        "- 02:02: Commander: Rui",
                        "- 02:03: Alert Errors > 5% fired: for 5min, measured 78.4 %",
                        "- 02:04: Alert Shop down fired: no answer (connection refused)",
                        "- 02:07: Queue: `q llen`, exit 0, 2 s",
                        "- 02:09: Playbook opened: Shop is down",
                        "- 02:10: Roll it back: `roll back`, exit 0, 2 s",
                        "- 02:11: `uptime`, exit 0, 2 s",
                        "- 2026-03-02 02:00: Incident resolved",
                        "- 02:07: Queue: `q llen`, exit 0, 2 s",
                        "- 02:10: Roll it back: `roll back`, exit 0, 2 s",
                        "- 02:11: `uptime`, exit 0, 2 s",
                        "- [ ] Cap the pool (Rui, 2026-04-01)");
    }

    @Test
    void theYamlBeforeATemplateIsFilledAndStaysYaml() {
        assertThat(
                        filled(
                                "---\ntitle: <title>\ndate: YYYY-MM-DD\nseverity:\nauthors: [names]\nstatus: draft\n---\n\n# X\n"))
                .startsWith(
                        "---\ntitle: Shop is down\ndate: 2026-03-01\nseverity: SEV 2\nauthors: [names]\nstatus: draft\n---\n\n# X: Shop is down\n");
    }

    @Test
    void aTitleWithSeveralBlanksKeepsEachInItsPlace() {
        assertThat(filled("# {{número}}: {{título}} (YYYY-MM-DD)\n")).isEqualTo("# 7: Shop is down (2026-03-01)\n");
    }

    @Test
    void beginningEndScribeAndTheTimesBetweenAreFieldsOfTheirOwn() {
        String text = filled(
                "# P: <t>\n\n| Start time | |\n| End time (UTC) | |\n| Customers lost | |\n\n**Escriba:** {{x}}\n**MTTA:** {{x}}\n**Time to detect:** {{x}}\n",
                after(2, new Detail.IncidentRole(ID, "scribe", "Rui")),
                after(9, new Detail.IncidentResolved(ID)));

        assertThat(text)
                .contains("| Start time | 02:00 UTC |", "| End time (UTC) | 02:09 UTC |")
                .contains("| Customers lost | {fill in: customers lost} |")
                .contains("**Escriba:** Rui", "**MTTA:** {fill in: mtta}", "**Time to detect:** 1 min");
    }

    @Test
    void aTemplatesTablesKeepTheirColumns() {
        String text = filled(
                "# P: <t>\n\n## Timeline\n\n| Time | Event | Who |\n|---|---|---|\n| HH:MM | ... | |\n\n"
                        + "## Action items\n\n| Action | Owner | Due | Ticket |\n|---|:-:|---|---|\n| | | | |\n",
                after(2, new Detail.Note("a | b")),
                after(9, new Detail.IncidentResolved(ID)),
                after(10, new Detail.FollowUpAdded(ID, ID, "Cap the pool", "Rui", LocalDate.of(2026, 4, 1))));

        assertThat(text)
                .contains("## Timeline (UTC)\n\n| Time | Event | Who |\n|---|---|---|\n| 02:01 | Incident 7 declared")
                .contains("| 02:02 | “a \\| b” (Ana) |  |\n")
                .endsWith(
                        "| Action | Owner | Due | Ticket |\n|---|:-:|---|---|\n| Cap the pool | Rui | 2026-04-01 |  |\n")
                .doesNotContain("HH:MM");
    }

    @Test
    void aHeadingWithNothingBelowItIsAFieldToFill() {
        assertThat(filled("# P: <t>\n\n## 3. Lessons\n\n### What went well\n\n### Luck\n\nnone\n"))
                .contains("## 3. Lessons\n\n### What went well\n\n{fill in: what went well}\n\n### Luck\n\nnone");
    }

    @Test
    void anIncidentsRecordSaysItsCauseInItsHeadAndLeavesTheShiftsRoutineOut() {
        Entry declared =
                after(1, new Detail.IncidentDeclared(ID, 7, "Shop is down", 2, BEGAN, "a", null, List.of("web")));
        UUID walk = new UUID(0x7000, 101);
        List<Entry> entries = List.of(
                declared,
                after(2, new Detail.CauseMarked(walk, "Bad deploy", "confirmed")),
                after(3, new Detail.ItemTicked(ID, "Start", "Read the log", 4, null)),
                after(4, ran(walk, "Roll back", "acme rollback")),
                after(5, new Detail.AlertCleared("a", "A", 1000)),
                after(6, new Detail.IncidentResolved(ID)));
        String text = IncidentText.of(Journal.of(entries).incidents().getFirst(), BEGAN, Locale.ENGLISH);

        assertThat(text)
                .contains("- **Root cause:** Bad deploy (confirmed)\n- **Back to normal after:** `acme rollback`\n")
                .doesNotContain("Read the log");
    }

    @Test
    void theMeasuredImpactStandsBeforeWhatOnlyPeopleCanTell() {
        Entry up = after(5, new Detail.ServiceUp("web", "HTTP 200", 240_000));

        assertThat(filled("# P: <title>\n\n## Impact\n\n## Lessons\n\nx\n", up))
                .contains("## Impact\n\nServices affected: web (down for 4 min).\n\n{fill in: impact}\n");
        assertThat(filled("# P: <title>\n\n## Impact\n\n[Who felt it]\n", up))
                .contains("Services affected: web (down for 4 min).\n\n[Who felt it]\n");
        assertThat(filled("# P: <title>\n\n## Impact\n\n- Orders lost: 12\n", up))
                .contains("## Impact\n\n- Orders lost: 12\n");
    }

    @Test
    void aTableOfWhoDoesWhatUntilWhenIsWhatIsToBeDone() {
        assertThat(filled("# P: <title>\n\n## Actions\n\n| Action | Owner | Due |\n|---|---|---|\n"))
                .contains("|---|---|---|\n| {fill in: action, owner and due date} |  |  |\n");
    }
}
