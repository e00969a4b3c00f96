package plantao.runbook.command;

import java.util.ArrayList;
import java.util.List;
import plantao.runbook.text.Expression;
import plantao.runbook.tree.Line;

/// Splits a fence of metric or log queries (PromQL, LogQL) into queries and comments. A query has no end mark: it
/// goes on while a bracket is open or an operator joins the lines.
final class QueryScanner {
    private static final Expression JOINS_NEXT =
            Expression.of(".*(?:[-+*/%^<>=!~(,|]|\\b(?:and|or|unless|by|without|on|ignoring|bool|offset))$");
    private static final Expression JOINS_LAST = Expression.of(
            "^(?:[-+*/%^<>=!~)|,]|(?:and|or|unless|by|without|on|ignoring|group_left|group_right|offset)\\b).*");

    // "a > 5 and on()" wants an operand, "sum without(code)" one in brackets.
    private static final Expression MATCHING =
            Expression.of(".*\\b(?:on|ignoring|group_left|group_right)\\s*\\([^()]*\\)$");
    private static final Expression GROUPING = Expression.of(".*\\b(?:by|without)\\s*\\([^()]*\\)$");

    private QueryScanner() {}

    static List<FenceToken> tokens(List<Line> lines) {
        List<FenceToken> out = new ArrayList<>();
        StringBuilder open = new StringBuilder();
        int from = 0;
        int depth = 0;
        String last = "";
        for (Line line : lines) {
            String text = line.text().strip();
            boolean goesOn = !open.isEmpty()
                    && !text.isEmpty()
                    && (depth > 0
                            || JOINS_LAST.matcher(text).matches()
                            || JOINS_NEXT.matcher(last).matches()
                            || MATCHING.matcher(last).matches()
                            || text.startsWith("(") && GROUPING.matcher(last).matches());
            if (text.startsWith("#")) {
                from = flush(open, from, out);
                depth = 0;
                out.add(new FenceToken(FenceToken.Kind.COMMENT, text.replaceFirst("^#+\\s*", ""), line.number()));
            } else if (text.isEmpty()) {
                if (depth <= 0) {
                    from = flush(open, from, out);
                    out.add(new FenceToken(FenceToken.Kind.BLANK, "", line.number()));
                }
            } else {
                if (!goesOn) {
                    flush(open, from, out);
                    from = line.number();
                    depth = 0;
                }
                open.append(open.isEmpty() ? "" : "\n").append(line.text().stripTrailing());
                depth += depth(text);
                last = text;
            }
        }
        flush(open, from, out);
        return out;
    }

    private static int flush(StringBuilder open, int from, List<FenceToken> out) {
        if (!open.isEmpty()) {
            out.add(new FenceToken(FenceToken.Kind.COMMAND, open.toString().strip(), from));
            open.setLength(0);
        }
        return 0;
    }

    private static int depth(String text) {
        int depth = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            depth += c == '(' || c == '{' || c == '[' ? 1 : c == ')' || c == '}' || c == ']' ? -1 : 0;
        }
        return depth;
    }
}
