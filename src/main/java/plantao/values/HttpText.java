package plantao.values;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Requests as `.http` files and runbooks write them: a request line, headers, a blank line, a body; several one
/// after the other, with `###` between them or without.
///
/// @see <a href="https://www.rfc-editor.org/rfc/rfc9112">RFC 9112, section 3</a>
public final class HttpText {
    private static final Pattern REQUEST = Pattern.compile(
            "(?m)^[ \\t]*(?:(GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS)[ \\t]+)?(https?://\\S+|\\S+://\\S+|/\\S*|[{<\\[$]\\S+)(?:[ \\t]+HTTP/[\\d.]+)?[ \\t]*$");
    private static final Pattern HEADER = Pattern.compile("([!#$%&'*+.^_`|~\\w-]+):[ \\t]*(.*)");

    /// A request.
    ///
    /// @param headers in their order
    /// @param body empty for none
    public record Request(String method, String url, Map<String, String> headers, String body) {
        /// Without what may be secret in it.
        @Override
        public String toString() {
            return method + " " + url.replaceFirst("[?#].*", "");
        }
    }

    private HttpText() {}

    /// The requests of a text, in order; empty when it holds none.
    public static List<Request> requests(String text) {
        List<Integer> starts = starts(text);
        List<Request> all = new ArrayList<>();
        for (int i = 0; i < starts.size(); i++) {
            int end = i + 1 < starts.size() ? starts.get(i + 1) : text.length();
            all.add(request(text.substring(starts.get(i), end)));
        }
        return all;
    }

    /// Where the request that a place belongs to begins.
    static int requestStart(String text, int place) {
        return starts(text).stream()
                .filter(s -> s <= place)
                .reduce((_, last) -> last)
                .orElse(0);
    }

    /// A request line stands at the beginning, after a blank line with a method, or after `###`.
    private static List<Integer> starts(String text) {
        List<Integer> starts = new ArrayList<>();
        Matcher line = REQUEST.matcher(text);
        while (line.find()) {
            String before = text.substring(0, line.start()).stripTrailing();
            String last = before.substring(before.lastIndexOf('\n') + 1).strip();
            boolean parted = text.substring(before.length(), line.start())
                            .chars()
                            .filter(c -> c == '\n')
                            .count()
                    > 1;
            boolean named = line.group(1) != null;
            if (before.isEmpty()
                    || last.startsWith("#")
                    || last.startsWith("//")
                    || named && (parted || bare(before, starts))) {
                starts.add(line.start());
            }
        }
        return starts;
    }

    /// Whether the request before is a line alone, so that the next line may be another.
    private static boolean bare(String before, List<Integer> starts) {
        return !starts.isEmpty() && before.indexOf('\n', starts.getLast()) < 0;
    }

    private static Request request(String text) {
        List<String> lines = text.strip().lines().toList();
        Matcher first = REQUEST.matcher(lines.getFirst());
        String method = first.matches() && first.group(1) != null ? first.group(1) : "GET";
        String url = first.matches() ? first.group(2) : lines.getFirst().strip();
        Map<String, String> headers = new LinkedHashMap<>();
        int i = 1;
        for (; i < lines.size() && !lines.get(i).isBlank(); i++) {
            Matcher header = HEADER.matcher(lines.get(i).strip());
            if (header.matches() && !lines.get(i).startsWith("#")) {
                headers.put(header.group(1), header.group(2).strip());
            }
        }
        String body = String.join("\n", lines.subList(Math.min(i, lines.size()), lines.size()))
                .replaceAll("(?m)^#.*$", "")
                .strip();
        return new Request(method, url, headers, body);
    }
}
