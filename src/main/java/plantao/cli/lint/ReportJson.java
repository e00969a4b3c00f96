package plantao.cli.lint;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import plantao.runbook.Problem.Severity;

/// The report for scripts.
public final class ReportJson {
    private ReportJson() {}

    /// One object: `problems` (file, line, severity, code, message) and `summary` (errors, warnings, hints, files).
    public static Map<String, Object> of(Report report) {
        List<Map<String, Object>> problems =
                report.lines().stream().map(ReportJson::line).toList();
        return JsonObjects.of(
                "problems",
                problems,
                "summary",
                JsonObjects.of(
                        "errors",
                        report.count(Severity.ERROR),
                        "warnings",
                        report.count(Severity.WARNING),
                        "hints",
                        report.count(Severity.HINT),
                        "files",
                        report.files()));
    }

    private static Map<String, Object> line(Report.Line l) {
        return JsonObjects.of(
                "file",
                l.file(),
                "line",
                l.number(),
                "severity",
                l.problem().severity().name().toLowerCase(Locale.ROOT),
                "code",
                l.problem().code(),
                "message",
                l.problem().message());
    }
}
