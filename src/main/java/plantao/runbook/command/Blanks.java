package plantao.runbook.command;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Placeholders (`{deploy_id}`, `<pod>`, `[project-id]`, `YYYYMMDD`) and variables (`$DATABASE_URL`) in a text.
public final class Blanks {
    private static final Pattern PLACEHOLDER = Pattern.compile("(?<![<\\w])<([A-Za-zÀ-ÿ][\\wÀ-ÿ .\\-/|]{0,40})>(?!>)"
            + "|(?<![!\\w\\])$.\\[\\\\])\\[([A-Za-zÀ-ÿ@][^\\[\\]\\n\"'=$*|\\\\]{1,48})\\](?![(\\[:\\w])"
            + "|(?<![$\\{\\w%\\\\])\\{([A-Za-zÀ-ÿ][\\wÀ-ÿ \\-./]{0,40})\\}(?!\\})"
            + "|\\b(?:YOUR|SEU|SUA|TU)[_-][A-Z0-9_-]+\\b|\\b(?:your|seu|sua)-[a-z0-9-]+\\b"
            + "|\\b(?:YYYY|AAAA)[-/]?MM[-/]?(?:DD)?(?:[_T-]?HH:?-?MM(?::?-?SS)?)?(?![A-Za-z])"
            + "|(?<![\\w])[xX]{3,}(?:-[xX]+)*(?![\\w])");
    private static final Pattern TAG = Pattern.compile(
            "<(?:br|p|b|i|div|span|details|summary|img|a|table|tr|td|th|code|pre|ul|ol|li|kbd|sub|sup|html|head|body|title|h[1-6]|none|script|style|meta|EOF)\\b[^>]*>|\\[(?:ERROR|WARN|WARNING|INFO|DEBUG|FATAL|OK|FAIL|a-z|A-Z|[xX])\\w*[^\\]]*\\]|\\{(?:print|start|end)\\}|\\[[A-Za-z]-[A-Za-z0-9].*\\]",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern VARIABLE =
            Pattern.compile("(?<!\\\\)\\$(?:\\{([A-Z_][A-Z0-9_]*)(?:[:#%/][^}]*)?\\}|([A-Z_][A-Z0-9_]*))");
    private static final Pattern ASSIGNED = Pattern.compile(
            "(?:^|[;&\\s])(?:export\\s+|local\\s+|read\\s+(?:-\\w+\\s+)*|for\\s+)?([A-Z_][A-Z0-9_]*)(?==[^=]|\\s+in\\b)");

    private Blanks() {}

    /// The placeholders as written, each once, in order.
    public static List<String> placeholders(String text) {
        Set<String> out = new LinkedHashSet<>();
        Matcher m = PLACEHOLDER.matcher(text);
        while (m.find()) {
            if (!TAG.matcher(m.group()).matches()) {
                out.add(m.group());
            }
        }
        return List.copyOf(out);
    }

    /// The names of the environment variables used, each once, in order.
    public static List<String> variables(String text) {
        Set<String> out = new LinkedHashSet<>();
        Matcher m = VARIABLE.matcher(text);
        while (m.find()) {
            out.add(m.group(1) == null ? m.group(2) : m.group(1));
        }
        return List.copyOf(out);
    }

    /// The names that the text itself gives a value.
    public static List<String> assigned(String text) {
        List<String> out = new ArrayList<>();
        ASSIGNED.matcher(text).results().forEach(r -> out.add(r.group(1)));
        return out;
    }
}
