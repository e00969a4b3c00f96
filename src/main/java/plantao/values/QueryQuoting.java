package plantao.values;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import plantao.runbook.Runner;

/// Writes a value into a query or request so that it stays data, or says why it can't.
final class QueryQuoting {
    private static final Pattern SQL_NAME = Pattern.compile("[A-Za-z_]\\w*(?:\\.[A-Za-z_]\\w*)?");
    private static final Pattern WORD = Pattern.compile("[A-Za-z0-9_][\\w.:@/ -]*");
    private static final Pattern PROMQL_WORD = Pattern.compile("[A-Za-z_:][\\w:]*|\\d+(?:\\.\\d+)?(?:ms|[smhdwy])?");
    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:-]*");
    private static final Pattern ADDRESS = Pattern.compile("https?://[A-Za-z0-9][\\w.:/%~-]*");
    private static final Pattern NUMBER = Pattern.compile("-?\\d+(?:\\.\\d+)?");

    /// @param text how the value is written; null when it can't stand there
    /// @param why it can't
    record Quoted(@Nullable String text, String why) {
        private static Quoted as(String text) {
            return new Quoted(text, "");
        }

        private static Quoted not(String why) {
            return new Quoted(null, why);
        }
    }

    private QueryQuoting() {}

    static Quoted of(Runner language, String text, int start, QueryContext context, String value) {
        return switch (language) {
            case SQL -> sql(context, value);
            case PROMQL -> promql(text, start, context, value);
            default -> http(text, start, value);
        };
    }

    private static Quoted sql(QueryContext context, String value) {
        boolean fits =
                (context == QueryContext.TEXT ? WORD : SQL_NAME).matcher(value).matches();
        return fits && !value.contains("--")
                ? Quoted.as(value)
                : Quoted.not("a name stands there, so only letters, digits and _ are accepted.");
    }

    private static Quoted promql(String text, int start, QueryContext context, String value) {
        if (context != QueryContext.TEXT) {
            return PROMQL_WORD.matcher(value).matches()
                    ? Quoted.as(value)
                    : Quoted.not("only a name, a number or a duration is accepted outside of quotes.");
        }
        int open = start;
        while (open > 0 && "\"'`".indexOf(text.charAt(open)) < 0) {
            open--;
        }
        char quote = text.charAt(open);
        if (quote == '`') {
            return value.indexOf('`') < 0 ? Quoted.as(value) : Quoted.not("it holds a backquote.");
        }
        return Quoted.as(value.replace("\\", "\\\\")
                .replace(String.valueOf(quote), "\\" + quote)
                .replace("\n", "\\n"));
    }

    private static Quoted http(String text, int start, String value) {
        int block = text.lastIndexOf("\n\n", start);
        int request = HttpText.requestStart(text, start);
        boolean body = block > request;
        if (body) {
            return body(text.substring(block + 2, start), value);
        }
        int line = text.lastIndexOf('\n', start - 1) + 1;
        if (line > request) {
            return value.chars().noneMatch(c -> c < 0x20 && c != '\t' || c == 0x7f)
                    ? Quoted.as(value)
                    : Quoted.not("a header takes no line breaks and control characters.");
        }
        return address(text.substring(line, start), value);
    }

    private static Quoted body(String before, String value) {
        long quotes = before.replace("\\\\", "")
                .replace("\\\"", "")
                .chars()
                .filter(c -> c == '"')
                .count();
        if (quotes % 2 == 1) {
            StringBuilder escaped = new StringBuilder();
            value.chars()
                    .forEach(c -> escaped.append(
                            c == '"' || c == '\\'
                                    ? "\\" + (char) c
                                    : c < 0x20 ? String.format("\\u%04x", c) : String.valueOf((char) c)));
            return Quoted.as(escaped.toString());
        }
        if (before.matches("(?s)[^{\\[<]*=[^{\\[<]*")) {
            return Quoted.as(encoded(value));
        }
        return NUMBER.matcher(value).matches() || value.matches("true|false|null")
                ? Quoted.as(value)
                : Quoted.not("in a body it must stand between quotes, or be a number.");
    }

    private static Quoted address(String before, String value) {
        if (before.matches("(?i)(?:[A-Z]+\\s+)?")) {
            return ADDRESS.matcher(value).matches()
                    ? Quoted.as(value)
                    : Quoted.not("an address with http:// or https:// is wanted there.");
        }
        boolean host = before.matches("(?is).*://[^/?#]*");
        if (host) {
            return HOST.matcher(value).matches() ? Quoted.as(value) : Quoted.not("a host's name is wanted there.");
        }
        return Quoted.as(encoded(value));
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
