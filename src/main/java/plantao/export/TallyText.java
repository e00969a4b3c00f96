package plantao.export;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import plantao.journal.AlertLoad;
import plantao.journal.Tally;

/// Figures of a span of the log as Markdown: tables of medians and counts.
public final class TallyText {
    private static final int MOST = 15;

    private TallyText() {}

    /// @param title what they are of
    /// @param zone the weeks' zone
    public static String of(String title, Tally tally, Instant from, Instant to, Locale locale, ZoneId zone) {
        DocumentWords words = DocumentWords.in(locale);
        List<String> out = new ArrayList<>();
        out.add("# " + words.get("figures.title", MarkdownEscape.text(title)));
        out.add("");
        out.add(words.get("figures.span", DocumentWords.day(from), DocumentWords.day(to)));
        groups(words, "figures.severity", tally.bySeverity(), out);
        groups(words, "figures.service", tally.byService(), out);
        groups(words, "figures.week", tally.byWeek(zone), out);
        if (!tally.incidents().isEmpty()) {
            groups(words, "figures.weekseverity", tally.byWeekAndSeverity(zone), out);
            groups(words, "figures.weekservice", tally.byWeekAndService(zone), out);
        }
        int fired = tally.alerts().stream().mapToInt(Tally.Count::did).sum();
        section(words.get("figures.alerts"), out);
        out.add(words.get(
                "figures.load", fired, String.format(words.bundle().getLocale(), "%.2f", fired / tally.hours())));
        offenders(words, tally.load(), out);
        section(words.get("figures.lists"), out);
        counts(
                words,
                List.of("figures.list", "figures.ticked", "figures.left", "figures.share"),
                tally.items(),
                true,
                out);
        section(words.get("figures.steps"), out);
        counts(
                words,
                List.of("figures.step", "figures.used", "figures.skipped"),
                tally.steps().stream().filter(c -> c.did() > 0).toList(),
                false,
                out);
        section(words.get("figures.skips"), out);
        counts(
                words,
                List.of("figures.step", "figures.used", "figures.skipped"),
                tally.steps().stream()
                        .filter(c -> c.left() > 0)
                        .sorted(Comparator.comparingInt(c -> -c.left()))
                        .toList(),
                false,
                out);
        return String.join("\n", out) + "\n";
    }

    private static void section(String heading, List<String> out) {
        out.addAll(List.of("", "## " + heading, ""));
    }

    private static void groups(DocumentWords words, String name, List<Tally.Group> groups, List<String> out) {
        section(
                words.get(
                        "figures.times",
                        words.get(name).toLowerCase(words.bundle().getLocale())),
                out);
        if (groups.isEmpty()) {
            out.add(words.get("figures.none"));
            return;
        }
        table(
                List.of(
                        words.get(name),
                        words.get("figures.incidents"),
                        words.get("figures.acknowledge"),
                        words.get("figures.mitigate"),
                        words.get("figures.resolve")),
                groups.stream()
                        .map(g -> List.of(
                                MarkdownEscape.text(g.name()),
                                String.valueOf(g.incidents()),
                                length(words, g.acknowledged()),
                                length(words, g.mitigated()),
                                length(words, g.resolved())))
                        .toList(),
                out);
    }

    private static String length(DocumentWords words, @Nullable Duration length) {
        return length == null ? "–" : words.length(length);
    }

    /// What to retune first, each with the line of its rule.
    private static void offenders(DocumentWords words, AlertLoad load, List<String> out) {
        if (load.offenders().isEmpty()) {
            return;
        }
        out.add("");
        List<List<String>> rows = load.offenders().stream()
                .limit(MOST)
                .map(o -> List.of(
                        MarkdownEscape.text(o.name()),
                        String.valueOf(o.times()),
                        String.valueOf(o.unseen()),
                        o.line() == 0 ? "–" : String.valueOf(o.line())))
                .toList();
        table(
                List.of(
                        words.get("figures.alert"),
                        words.get("figures.fired"),
                        words.get("figures.unseen"),
                        words.get("figures.line")),
                rows,
                out);
    }

    /// @param share whether the last column is what was done of all
    private static void counts(
            DocumentWords words, List<String> heads, List<Tally.Count> counts, boolean share, List<String> out) {
        if (counts.isEmpty()) {
            out.add(words.get("figures.none"));
            return;
        }
        if (heads.size() == 2) {
            out.add("");
        }
        List<List<String>> rows = new ArrayList<>();
        for (Tally.Count c : counts.stream().limit(MOST).toList()) {
            List<String> row = new ArrayList<>(List.of(MarkdownEscape.text(c.name()), String.valueOf(c.did())));
            if (heads.size() > 2) {
                row.add(String.valueOf(c.left()));
            }
            if (share) {
                row.add(Math.round(100.0 * c.did() / (c.did() + c.left())) + " %");
            }
            rows.add(row);
        }
        table(heads.stream().map(words::get).toList(), rows, out);
    }

    private static void table(List<String> heads, List<List<String>> rows, List<String> out) {
        out.add("| " + String.join(" | ", heads) + " |");
        out.add("|---" + "|---:".repeat(heads.size() - 1) + "|");
        rows.forEach(row -> out.add("| " + String.join(" | ", row) + " |"));
    }
}
