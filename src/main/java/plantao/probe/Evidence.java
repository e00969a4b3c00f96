package plantao.probe;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// What came back, made fit for a screen: short, no control characters, nothing that turns the writing around.
final class Evidence {
    /// How much of a body is kept.
    static final int BODY_BYTES = 512;
    /// Control, format (bidirectional overrides among them), unassigned and surrogate characters, but for line
    /// breaks and tabs.
    private static final Pattern HARMFUL =
            Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cn}\\p{Cs}\\p{Co}\\u2028\\u2029&&[^\\n\\t]]");

    private Evidence() {}

    /// Sections with something in them, one below the other.
    static String of(String phases, String head, byte[] body) {
        List<String> sections = new ArrayList<>();
        for (String section : List.of(phases, head)) {
            if (!section.isBlank()) {
                sections.add(section.strip());
            }
        }
        String text = String.join("\n", sections);
        String shown = body(body);
        return shown.isBlank() ? text : text + "\n\n" + shown;
    }

    private static String body(byte[] body) {
        int length = Math.min(body.length, BODY_BYTES);
        String text = harmless(new String(body, 0, length, StandardCharsets.UTF_8).replace("\r\n", "\n"));
        return length < body.length ? text + "…" : text;
    }

    /// The same text with `·` for every character that is not plain writing.
    static String harmless(String text) {
        return HARMFUL.matcher(text).replaceAll("·");
    }

    /// Harmless, on one line, cut with `…` after `limit` characters.
    static String oneLine(String text, int limit) {
        String cut = text.length() > 4 * limit ? text.substring(0, 4 * limit) : text;
        String line = harmless(cut.replaceAll("\\s+", " ")).strip();
        return line.length() > limit ? line.substring(0, limit - 1) + "…" : line;
    }
}
