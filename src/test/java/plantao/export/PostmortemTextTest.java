package plantao.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import plantao.journal.Detail;
import plantao.journal.Entry;
import plantao.journal.Journal;
import plantao.runbook.Origin;
import plantao.runbook.Template;

/// Templates whose keys carry no marks.
class PostmortemTextTest {
    private static final Instant BEGAN = Instant.parse("2026-03-01T02:00:00Z");
    private static final UUID ID = new UUID(0x7000, 1);

    private static String filled(String text) {
        Entry declared = new Entry(
                new UUID(0x7000, 2),
                BEGAN.plus(Duration.ofMinutes(1)),
                "Ana",
                "desk-1",
                "shop",
                "subject",
                new Detail.IncidentDeclared(ID, 7, "Shop is down", 2, BEGAN, null, null, List.of("web")));
        Template template = new Template("t", "postmortem", null, List.of(), List.of(), text, new Origin("r.md", 1));
        return PostmortemText.draft(
                Journal.of(List.of(declared)).incidents().getFirst(), List.of(), template, Locale.ENGLISH);
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
}
