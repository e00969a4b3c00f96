package plantao.practice.command;

import java.util.ArrayList;
import java.util.List;

/// Cuts SQL text into statements at semicolons outside quotes, dollar quotes and comments. Pure.
final class SqlScript {
    private final String text;
    private int at;

    private SqlScript(String text) {
        this.text = text;
    }

    /// The statements, without their semicolons; blank ones left out.
    ///
    /// @param complete whether what follows the last semicolon counts too
    static Cut cut(String text, boolean complete) {
        return new SqlScript(text).cut(complete);
    }

    /// @param rest what follows the last semicolon when that is not complete
    record Cut(List<String> statements, String rest) {}

    private Cut cut(boolean complete) {
        var statements = new ArrayList<String>();
        int start = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '\'' || c == '"') {
                skipTo(String.valueOf(c), at + 1);
            } else if (text.startsWith("--", at)) {
                skipTo("\n", at);
            } else if (text.startsWith("/*", at)) {
                skipTo("*/", at + 2);
            } else if (c == '$' && dollar() != null) {
                String quote = String.valueOf(dollar());
                skipTo(quote, at + quote.length());
            } else if (c == ';') {
                add(statements, text.substring(start, at));
                start = ++at;
            } else {
                at++;
            }
        }
        String rest = text.substring(start);
        if (complete) {
            add(statements, rest);
            rest = "";
        }
        return new Cut(List.copyOf(statements), rest);
    }

    private @org.jspecify.annotations.Nullable String dollar() {
        var matcher = java.util.regex.Pattern.compile("\\$(?:[A-Za-z_]\\w*)?\\$")
                .matcher(text)
                .region(at, text.length());
        return matcher.lookingAt() ? matcher.group() : null;
    }

    private void skipTo(String end, int from) {
        int found = text.indexOf(end, from);
        at = found < 0 ? text.length() : found + end.length();
    }

    private static void add(List<String> statements, String statement) {
        if (!statement.replaceAll("(?m)--.*$", "").isBlank()) {
            statements.add(statement.strip());
        }
    }
}
