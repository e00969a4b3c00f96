package plantao.runbook.read;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;
import plantao.runbook.text.Expression;
import plantao.runbook.text.Words;

/// Addresses in a piece of Markdown.
final class MarkdownUrls {
    // A placeholder in it belongs to it: "https://host/<id>/status".
    static final Expression URL = Expression.of(
            "https?://(?=[^\\s>\"'`|\\\\])[^\\s<>\"'`|\\\\]*+(?:<(?!br\\b)[A-Za-zÀ-ÿ][^<>\\s\"'`]{0,40}>[^\\s<>\"'`|\\\\]*+){0,8}+");
    private static final Expression HOST =
            Expression.of("^(?:localhost|(?:[\\w-]+\\.)+[a-z]{2,})(?::\\d{2,5})?(?:/\\S*)?$");
    private static final Expression FILE = Expression.of(
            ".*\\.(?:md|sh|py|js|ts|ya?ml|json|txt|sql|env|html|conf|log|service|timer|socket|exe|dll|jar|war|ini|cfg|toml|xml|csv|gz|ps1|bat|cmd|tf|trn|bak)$");

    private static final String PLACE = "(?:[\\w-]+(?:\\.[\\w-]+)*|\\d{1,3}(?:\\.\\d{1,3}){3}|\\[[0-9a-fA-F:]+\\])";
    // An address that is no web page (RFC 3986): `tcp://host:port`, `postgresql://user@host/db`; or host and port
    // alone.
    private static final Expression OTHER =
            Expression.of("[a-z][a-z0-9+.-]{1,20}://(?:[^\\s/@]*@)?" + PLACE + "(?::\\d{1,5})?(?:[/?]\\S*)?");
    private static final Expression PORTED = Expression.of(PLACE + ":\\d{2,5}");

    private static final Expression ESCAPED = Expression.of("\\\\([.\\-_~#&=+!()])");

    private MarkdownUrls() {}

    /// Whether the cell holds an address and nothing else.
    static boolean isAddress(String markdown) {
        return server(markdown) != null || !markdown.isBlank() && in(markdown).contains(Words.plain(markdown));
    }

    /// The address of a server that is no web page, when the cell holds nothing else; or null.
    static @Nullable String server(String markdown) {
        String plain = Words.plain(markdown);
        boolean whole = OTHER.matcher(plain).matches() && !plain.startsWith("http");
        return whole || PORTED.matcher(plain).matches() ? plain : null;
    }

    /// Every URL and every bare host in inline code or standing alone, each once, in order.
    static List<String> in(String markdown) {
        Set<String> out = new LinkedHashSet<>();
        // "https://shop\.example" as word processors write it.
        boolean escaped = markdown.indexOf('\\') >= 0 && markdown.indexOf('`') < 0;
        Matcher m = URL.matcher(escaped ? ESCAPED.matcher(markdown).replaceAll("$1") : markdown);
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
