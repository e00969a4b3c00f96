package plantao.runbook.read;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import plantao.runbook.text.Words;

/// Addresses in a piece of Markdown.
final class Urls {
    static final Pattern URL = Pattern.compile("https?://[^\\s>\"'`|\\\\]+");
    private static final Pattern HOST =
            Pattern.compile("^(?:localhost|(?:[\\w-]+\\.)+[a-z]{2,})(?::\\d{2,5})?(?:/\\S*)?$");
    private static final Pattern FILE =
            Pattern.compile(".*\\.(?:md|sh|py|js|ts|ya?ml|json|txt|sql|env|html|conf|log)$");

    private Urls() {}

    /// Every URL and every bare host in inline code or standing alone, each once, in order.
    static List<String> in(String markdown) {
        Set<String> out = new LinkedHashSet<>();
        Matcher m = URL.matcher(markdown);
        while (m.find()) {
            out.add(trimmed(m.group()));
        }
        for (String word : Words.plain(markdown).split("[\\s,;()|]+")) {
            if (HOST.matcher(word).matches() && !FILE.matcher(word).matches() && !word.contains("@")) {
                out.add(word);
            }
        }
        return List.copyOf(out);
    }

    /// The URL without the punctuation of its sentence; a bracket that was opened in it stays.
    static String trimmed(String url) {
        int end = url.length();
        int depth = 0;
        for (int i = 0; i < end; i++) {
            char c = url.charAt(i);
            depth += c == '(' || c == '[' ? 1 : c == ')' || c == ']' ? -1 : 0;
            if (depth < 0) {
                end = i;
            }
        }
        while (end > 1 && ".,;:*_!?".indexOf(url.charAt(end - 1)) >= 0 && url.charAt(end - 2) != '=') {
            end--;
        }
        return url.substring(0, end);
    }
}
