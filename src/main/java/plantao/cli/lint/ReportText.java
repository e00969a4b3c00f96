package plantao.cli.lint;

import java.util.Locale;
import plantao.runbook.Problem.Severity;

/// The report for people: `file:line: severity code: message`, which editors and terminals make clickable.
public final class ReportText {
    private ReportText() {}

    /// All lines and a count, with a line feed at the end.
    public static String of(Report report) {
        StringBuilder out = new StringBuilder();
        for (Report.Line l : report.lines()) {
            out.append(l.file())
                    .append(':')
                    .append(l.number())
                    .append(": ")
                    .append(l.problem().severity().name().toLowerCase(Locale.ROOT))
                    .append(' ')
                    .append(l.problem().code())
                    .append(": ")
                    .append(l.problem().message())
                    .append('\n');
        }
        return out.append(out.isEmpty() ? "" : "\n")
                .append(counted(report.count(Severity.ERROR), "error"))
                .append(", ")
                .append(counted(report.count(Severity.WARNING), "warning"))
                .append(", ")
                .append(counted(report.count(Severity.HINT), "hint"))
                .append(" in ")
                .append(counted(report.files(), "file"))
                .append('\n')
                .toString();
    }

    private static String counted(long n, String what) {
        return n + " " + what + (n == 1 ? "" : "s");
    }
}
