package plantao.link;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What an alert's label must be, as an Alertmanager matches it. A label that an alert lacks counts as empty.
///
/// @param value a text, or with `regex` an RE2 expression for the whole of it
/// @param equal false when the label must be anything else
/// @see <a href="https://prometheus.io/docs/alerting/latest/configuration/#matcher">the syntax</a>
public record LabelMatcher(String name, String value, boolean regex, boolean equal) {
    private static final Pattern WRITTEN =
            Pattern.compile("\\s*(?:\"((?:[^\"\\\\]|\\\\.)+)\"|([\\p{L}_:][\\p{L}\\p{N}_:.-]*))\\s*(=~|!~|!=|=)\\s*"
                    + "(?:\"((?:[^\"\\\\]|\\\\.)*)\"|([^\\s\",{}]*))\\s*");

    /// Any alert that has this label.
    public static LabelMatcher any(String name) {
        return new LabelMatcher(name, ".+", true, true);
    }

    /// Exactly the alert with these labels.
    public static List<LabelMatcher> exactly(Map<String, String> labels) {
        return new TreeMap<>(labels)
                .entrySet().stream()
                        .map(e -> new LabelMatcher(e.getKey(), e.getValue(), false, true))
                        .toList();
    }

    /// A matcher as it is written in a filter (`team="shop"`, `env!~"test|dev"`); null when it is none.
    public static @Nullable LabelMatcher parse(String written) {
        Matcher m = WRITTEN.matcher(written);
        if (!m.matches()) {
            return null;
        }
        String name = m.group(1) == null ? m.group(2) : plain(m.group(1));
        String value = m.group(4) == null ? m.group(5) : plain(m.group(4));
        return new LabelMatcher(
                name, value, m.group(3).endsWith("~"), m.group(3).startsWith("="));
    }

    private static String plain(String quoted) {
        return quoted.replace("\\n", "\n").replaceAll("\\\\(.)", "$1");
    }
}
