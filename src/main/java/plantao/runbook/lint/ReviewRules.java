package plantao.runbook.lint;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;
import plantao.runbook.Origin;
import plantao.runbook.text.Dates;
import plantao.runbook.text.Expression;
import plantao.runbook.text.Words;
import plantao.runbook.tree.FrontMatter;

/// Reviews that are due. Nothing without a day to hold them against.
final class ReviewRules {
    private static final int STALE_MONTHS = 6;
    private static final Expression NEXT = Expression.of(
            "\\b(?:next review|review (?:by|due|date)|proxima revis(?:ao|ion)|revisar (?:ate|antes de)|valid until|valido ate)\\b[^\\d\\n]{0,20}(.{4,40})");
    private static final Expression SPAN =
            Expression.of("(\\d{1,3})\\s*(d|days?|dias?|w|weeks?|semanas?|m|months?|mes|meses|y|years?|anos?)\\b");

    private ReviewRules() {}

    /// Review days that lie before today.
    static List<Finding> overdue(LintSubject e) {
        LocalDate today = e.today();
        List<Finding> out = new ArrayList<>();
        for (Page page : today == null ? List.<Page>of() : e.pages()) {
            boolean english = e.runbook().language().equals("en");
            BitSet lines = page.having(LineScan.REVIEW);
            for (int n = lines.nextSetBit(0); n >= 0; n = lines.nextSetBit(n + 1)) {
                String line = page.line(n);
                if (line.length() > 300) {
                    continue;
                }
                Matcher m = NEXT.matcher(Words.folded(Words.plain(line)));
                LocalDate due = m.find() ? day(m.group(1), english) : null;
                if (due != null && due.isBefore(today)) {
                    out.add(new Finding(page.at(n), "The next review was due on " + due + "."));
                }
            }
            LocalDate due = fromFrontMatter(page);
            if (due != null && due.isBefore(today)) {
                out.add(new Finding(
                        page.at(1),
                        "By its front matter (last_reviewed_on, review_in) the review was due on " + due + "."));
            }
        }
        return out;
    }

    /// Texts last updated more than half a year ago.
    static List<Finding> stale(LintSubject e) {
        LocalDate today = e.today();
        String updated = e.runbook().updated();
        LocalDate last = today == null || updated == null ? null : day(updated, true);
        if (today == null
                || last == null
                || !last.plusMonths(STALE_MONTHS).isBefore(today)
                || !overdue(e).isEmpty()) {
            return List.of();
        }
        String file = e.pages().isEmpty()
                ? e.runbook().source()
                : e.pages().getFirst().file();
        return List.of(new Finding(
                new Origin(file, 1),
                "The runbook was last updated on " + updated + ", more than " + STALE_MONTHS + " months ago."));
    }

    private static @Nullable LocalDate fromFrontMatter(Page page) {
        Map<String, String> front = FrontMatter.of(String.join(
                "\n", page.lines().subList(0, Math.min(82, page.lines().size()))));
        LocalDate last = day(front.getOrDefault("last_reviewed_on", ""), true);
        Matcher m = SPAN.matcher(Words.folded(front.getOrDefault("review_in", "")));
        if (last == null || !m.find()) {
            return null;
        }
        int n = Integer.parseInt(m.group(1));
        return switch (m.group(2).charAt(0)) {
            case 'd' -> last.plusDays(n);
            case 'w', 's' -> last.plusWeeks(n);
            case 'm' -> last.plusMonths(n);
            default -> last.plusYears(n);
        };
    }

    // A month counts to its end.
    private static @Nullable LocalDate day(String written, boolean monthFirst) {
        String iso = Dates.iso(written, monthFirst);
        try {
            return iso.matches("\\d{4}-\\d{2}-\\d{2}")
                    ? LocalDate.parse(iso)
                    : iso.matches("\\d{4}-\\d{2}") ? YearMonth.parse(iso).atEndOfMonth() : null;
        } catch (DateTimeException e) {
            return null;
        }
    }
}
