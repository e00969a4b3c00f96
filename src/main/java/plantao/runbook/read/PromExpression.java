package plantao.runbook.read;

import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;
import plantao.runbook.Comparison;
import plantao.runbook.command.Blanks;
import plantao.runbook.text.Expression;

/// An expression of Prometheus' query language, as rules and tables of metrics give them: what is asked, and the
/// bound
/// it ends in.
///
/// @param query gives one number, or nothing
/// @param op what breaks the rule
/// @see <a href="https://prometheus.io/docs/prometheus/latest/querying/operators/">PromQL operators</a>
record PromExpression(String query, Comparison op, double value) {
    private static final Expression QUERY = Expression.of(
            "\\b(?:sum|avg|min|max|count|rate|irate|increase|delta|idelta|deriv|absent|absent_over_time|histogram_quantile|quantile|topk|bottomk|predict_linear|\\w+_over_time|changes|resets|time|vector|scalar)\\s*(?:by\\s*\\([^()]*\\)\\s*|without\\s*\\([^()]*\\)\\s*)?\\("
                    + "|[a-zA-Z_:][\\w:]*\\s*\\{[^{}]*\\}|\\[\\d+[smhdwy]\\]|^\\s*[a-z]\\w*(?:_\\w+)+\\s*(?:[<>=!+*/-]|$)|^\\s*up\\s*(?:[<>=!]|$)");
    private static final Expression BOUND = Expression.of(
            "(?s)^(.*\\S)\\s*(>=|<=|==|!=|>|<)\\s*(?:bool\\s+)?(-?\\d+(?:\\.\\d+)?(?:[eE][-+]?\\d+)?)\\s*$");
    private static final Expression SET = Expression.of("\\b(?:and|or|unless)\\b");
    private static final Expression ONE =
            Expression.of("(?s)^\\s*(?:sum|avg|min|max|count|scalar|vector|absent)\\s*\\(.*\\)\\s*$");
    private static final Expression UNFIT = Expression.of("\\$|\\.{3}|…|\\{\\{|%\\s*$");

    private static final Expression LABELS = Expression.of("\\{[^{}]*\\}|\"[^\"]*\"|'[^']*'");
    private static final Expression WORDS =
            Expression.of("(?<![\\w:])([\\p{L}_:][\\p{L}\\d_:]*)\\s+(?=([\\p{L}_:\\d][\\p{L}\\d_:]*))");
    private static final Expression KEYWORD =
            Expression.of("(?:by|without|on|ignoring|group_left|group_right|and|or|unless|bool|offset|atan2)");

    /// Whether the text is such an expression, with nothing left to fill in.
    static boolean is(String text) {
        return QUERY.in(text)
                && !UNFIT.in(text)
                && !isProse(text)
                && Blanks.placeholders(text).isEmpty();
    }

    // Two words side by side, none of them a keyword of the language: "does not answer for 1 min (critical)".
    private static boolean isProse(String text) {
        Matcher m = WORDS.matcher(LABELS.matcher(text).replaceAll(""));
        while (m.find()) {
            if (!KEYWORD.matcher(m.group(1)).matches()
                    && !KEYWORD.matcher(m.group(2)).matches()) {
                return true;
            }
        }
        return false;
    }

    /// The expression of a rule: its left side and bound where it ends in a bound on a number, else whether it
    /// gives
    /// anything at all; null when the text is none.
    static @Nullable PromExpression rule(String text) {
        String expression = text.strip();
        if (!is(expression)) {
            return null;
        }
        Matcher m = BOUND.matcher(expression);
        Comparison op = m.matches() ? op(m.group(2)) : null;
        if (op == null
                || SET.in(m.group(1))
                || !isBalanced(m.group(1))
                || m.group(1).matches("(?s).*[<>]=?\\s*\\S.*")) {
            return new PromExpression("count(" + expression + ") or vector(0)", Comparison.ABOVE, 0);
        }
        boolean down = op == Comparison.BELOW || op == Comparison.AT_MOST;
        return new PromExpression(single(m.group(1).strip(), down), op, Double.parseDouble(m.group(3)));
    }

    /// The query for a figure on the board: of several series the worst.
    ///
    /// @param down whether the lowest is the worst
    static String single(String query, boolean down) {
        return ONE.matcher(query).matches() && isWhole(query) && !query.contains(" by") && !query.contains("without")
                ? query
                : (down ? "min(" : "max(") + query + ")";
    }

    // Of `==` and `!=` with several series none is the worst: whether there are any is what counts.
    private static @Nullable Comparison op(String sign) {
        return switch (sign) {
            case ">" -> Comparison.ABOVE;
            case ">=" -> Comparison.AT_LEAST;
            case "<" -> Comparison.BELOW;
            case "<=" -> Comparison.AT_MOST;
            default -> null;
        };
    }

    // Whether the first parenthesis closes at the very end.
    private static boolean isWhole(String query) {
        int depth = 0;
        for (int i = 0; i < query.length(); i++) {
            depth += query.charAt(i) == '(' ? 1 : query.charAt(i) == ')' ? -1 : 0;
            if (depth == 0 && query.charAt(i) == ')') {
                return query.substring(i + 1).isBlank();
            }
        }
        return false;
    }

    private static boolean isBalanced(String query) {
        int depth = 0;
        for (int i = 0; i < query.length() && depth >= 0; i++) {
            depth += query.charAt(i) == '(' ? 1 : query.charAt(i) == ')' ? -1 : 0;
        }
        return depth == 0;
    }
}
