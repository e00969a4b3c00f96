package plantao.runbook.text;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A line of the form `**Key:** value`, `**Key** - value` or `Key: value`.
///
/// @param key plain text without colon
/// @param value the rest, still Markdown; may be empty
/// @param bold whether the key was bold
public record KeyValue(String key, String value, boolean bold) {
    private static final Pattern BOLD =
            Pattern.compile("^[^\\p{L}\\p{N}*_`]{0,12}(?:\\*\\*|__)(.{1,120}?)(?:\\*\\*|__)\\s*(.*)$");
    private static final Pattern PLAIN = Pattern.compile("^([\\p{L}\\p{N}][^:`*\\n]{0,50}?):(?:\\s+(.*)|$)");

    private static final Pattern SEPARATOR = Pattern.compile("^(?::|[-–—]\\s|→|=>)\\s*");
    private static final Pattern CLOSING = Pattern.compile("[\\s:]+$");

    /// The key and value of a line of Markdown, or null when it has no key.
    public static @Nullable KeyValue of(String line) {
        String text = line.strip();
        if (text.contains("**") || text.contains("__")) {
            Matcher m = BOLD.matcher(text);
            if (m.matches()) {
                String rest = SEPARATOR.matcher(m.group(2)).replaceFirst("");
                return new KeyValue(CLOSING.matcher(Words.plain(m.group(1))).replaceAll(""), rest, true);
            }
        }
        int colon = text.indexOf(':');
        Matcher m = PLAIN.matcher(text);
        if (colon < 1 || colon > 51 || !m.matches()) {
            return null;
        }
        return new KeyValue(Words.plain(m.group(1)), m.group(2) == null ? "" : m.group(2), false);
    }
}
