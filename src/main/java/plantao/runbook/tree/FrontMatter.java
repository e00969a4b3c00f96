package plantao.runbook.tree;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import plantao.runbook.text.Expression;

/// The block between two `---` lines that begins many documents.
public final class FrontMatter {
    private static final Expression ENTRY =
            Expression.of("^([A-Za-z][\\w .-]{0,40}):\\s+(?:\"(.*)\"|'(.*)'|(.*?))\\s*$");
    private static final int LONGEST = 80;

    private FrontMatter() {}

    /// How many lines it takes with both marks; 0 when there is none.
    public static int length(String[] lines) {
        if (lines.length == 0 || !lines[0].strip().equals("---")) {
            return 0;
        }
        for (int end = 1; end < Math.min(lines.length, LONGEST); end++) {
            if (lines[end].strip().equals("---")) {
                return end + 1;
            }
        }
        return 0;
    }

    /// Its plain entries, unknown keys too, in order; lists and maps below a key are left out.
    public static Map<String, String> of(String markdown) {
        Map<String, String> out = new LinkedHashMap<>();
        if (!markdown.stripLeading().startsWith("---")) {
            return out;
        }
        String[] lines = markdown.split("\n", LONGEST + 1);
        for (int i = 1; i < length(lines) - 1; i++) {
            Matcher m = ENTRY.matcher(lines[i]);
            if (m.matches()) {
                String value = m.group(2) != null ? m.group(2) : m.group(3) != null ? m.group(3) : m.group(4);
                out.putIfAbsent(m.group(1), value.strip());
            }
        }
        return out;
    }
}
