package plantao.cli.lint;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import plantao.runbook.Problem.Severity;
import plantao.runbook.lint.Rule;
import plantao.runbook.lint.RuleTable;

/// The report in SARIF 2.1.0 (OASIS standard), which code hosts show beside the changed lines.
public final class Sarif {
    private static final String SCHEMA =
            "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

    private Sarif() {}

    /// The whole log: one run of one tool with all its rules.
    ///
    /// @param version the program's
    public static Map<String, Object> of(Report report, String version) {
        List<String> codes = RuleTable.ALL.stream().map(Rule::code).toList();
        return JsonObjects.of(
                "$schema",
                SCHEMA,
                "version",
                "2.1.0",
                "runs",
                List.of(JsonObjects.of(
                        "tool",
                        JsonObjects.of(
                                "driver",
                                JsonObjects.of(
                                        "name",
                                        "plantao",
                                        "fullName",
                                        "Plantão runbook lint",
                                        "version",
                                        version,
                                        "rules",
                                        RuleTable.ALL.stream().map(Sarif::rule).toList())),
                        "columnKind",
                        "utf16CodeUnits",
                        "results",
                        report.lines().stream().map(l -> result(l, codes)).toList())));
    }

    private static Map<String, Object> rule(Rule r) {
        return JsonObjects.of(
                "id",
                r.code(),
                "shortDescription",
                JsonObjects.of("text", r.what()),
                "help",
                JsonObjects.of("text", r.fix()),
                "defaultConfiguration",
                JsonObjects.of("level", level(r.severity())));
    }

    private static Map<String, Object> result(Report.Line l, List<String> codes) {
        Map<String, Object> out = JsonObjects.of("ruleId", l.problem().code());
        int index = codes.indexOf(l.problem().code());
        if (index >= 0) {
            out.put("ruleIndex", index);
        }
        out.put("level", level(l.problem().severity()));
        out.put("message", JsonObjects.of("text", l.problem().message()));
        List<Object> locations = new ArrayList<>();
        locations.add(JsonObjects.of(
                "physicalLocation",
                JsonObjects.of(
                        "artifactLocation",
                        JsonObjects.of("uri", uri(l.file())),
                        "region",
                        JsonObjects.of("startLine", l.number()))));
        out.put("locations", locations);
        return out;
    }

    private static String level(Severity severity) {
        return switch (severity) {
            case ERROR -> "error";
            case WARNING -> "warning";
            case HINT -> "note";
        };
    }

    // RFC 3986: a relative reference where the person gave a relative path, so that CI finds the file in its
    // checkout.
    static String uri(String file) {
        String path = file.replace('\\', '/');
        boolean absolute = path.startsWith("/") || path.matches("^[A-Za-z]:/.*");
        try {
            String rooted = absolute && !path.startsWith("/") ? "/" + path : path;
            // "./" keeps a colon in the first segment from being read as a scheme
            boolean colon = !absolute && path.split("/", 2)[0].indexOf(':') >= 0;
            return new URI(absolute ? "file" : null, absolute ? "" : null, colon ? "./" + rooted : rooted, null)
                    .toASCIIString();
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("no path: " + file, e);
        }
    }
}
