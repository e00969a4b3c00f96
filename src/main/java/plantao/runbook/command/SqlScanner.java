package plantao.runbook.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import plantao.runbook.text.Expression;
import plantao.runbook.tree.Line;

/// Splits an SQL fence into statements (up to `;`) and comments (`--`).
final class SqlScanner {
    private static final Set<String> VERBS = Set.of(
            "select",
            "insert",
            "update",
            "delete",
            "alter",
            "create",
            "drop",
            "truncate",
            "with",
            "explain",
            "vacuum",
            "reindex",
            "grant",
            "revoke");
    private static final Expression STATEMENT = Expression.of(
            "(?is)^(?:select\\s[^|]*|insert\\s+into\\s.*|update\\s+\\S+\\s+set\\s.*|delete\\s+from\\s.*|(?:alter|create|drop)\\s+(?:unique\\s+)?"
                    + "(?:table|index|database|schema|user|role|view|system|extension|column|function|type)\\s.*|truncate\\s+table\\s.*"
                    + "|with\\s+\\w+\\s+as\\s*\\(.*|explain\\s+.*\\b(?:select|update|delete|insert)\\b.*|vacuum(?:\\s+(?:full|analyze|freeze|verbose)\\b.*)?"
                    + "|reindex\\s+(?:table|index|database)\\s.*|(?:grant|revoke)\\s.+\\son\\s.*);$");
    private static final int LONGEST = 60;

    private SqlScanner() {}

    /// How many of the lines, from `from`, make one SQL statement that ends with `;`; 0 when none begins there.
    static int statement(List<Line> lines, int from) {
        if (!VERBS.contains(verb(lines.get(from).text().strip()))) {
            return 0;
        }
        StringBuilder text = new StringBuilder();
        for (int i = from; i < Math.min(lines.size(), from + LONGEST); i++) {
            String line = lines.get(i).text().strip();
            if (line.isEmpty() || line.startsWith("#")) {
                return 0;
            }
            text.append(text.isEmpty() ? "" : "\n").append(line);
            if (line.endsWith(";")) {
                return STATEMENT.matcher(text).matches() ? i - from + 1 : 0;
            }
        }
        return 0;
    }

    /// Whether inline code is a whole statement: it ends with `;`, or could.
    static boolean isStatement(String code) {
        String text = code.strip();
        boolean ended = text.endsWith(";");
        return VERBS.contains(verb(text))
                && (ended
                        || text.indexOf('(') > 0
                        || text.toLowerCase(Locale.ROOT).contains(" from "))
                && STATEMENT.matcher(ended ? text : text + ";").matches();
    }

    private static String verb(String line) {
        int end = 0;
        while (end < line.length() && end < 10 && Character.isLetter(line.charAt(end))) {
            end++;
        }
        return line.substring(0, end).toLowerCase(Locale.ROOT);
    }

    static List<FenceToken> tokens(List<Line> lines) {
        List<FenceToken> out = new ArrayList<>();
        StringBuilder open = new StringBuilder();
        int from = 0;
        for (Line line : lines) {
            String text = line.text().strip();
            boolean inside = !open.isEmpty();
            if (!inside && text.isEmpty()) {
                out.add(new FenceToken(FenceToken.Kind.BLANK, "", line.number()));
            } else if (!inside && (text.startsWith("--") || text.startsWith("#"))) {
                out.add(new FenceToken(FenceToken.Kind.COMMENT, text.replaceFirst("^[-#]+\\s*", ""), line.number()));
            } else {
                if (!inside) {
                    from = line.number();
                }
                open.append(inside ? "\n" : "").append(line.text().stripTrailing());
                if (text.replaceFirst("\\s--\\s.*$", "").endsWith(";")) {
                    out.add(new FenceToken(
                            FenceToken.Kind.COMMAND, open.toString().strip(), from));
                    open.setLength(0);
                }
            }
        }
        if (!open.toString().isBlank()) {
            out.add(new FenceToken(FenceToken.Kind.COMMAND, open.toString().strip(), from));
        }
        return out;
    }
}
