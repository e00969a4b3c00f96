package plantao.probe;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Reads one line of the Prometheus text format, version 0.0.4; an exemplar behind the value (OpenMetrics) is
/// passed over. Pure.
///
/// @see <a href="https://prometheus.io/docs/instrumenting/exposition_formats/">the format</a>
final class ExpositionText {
    private final String line;
    private int at;

    private ExpositionText(String line) {
        this.line = line;
    }

    /// What a line is.
    sealed interface Line {
        /// A comment or nothing.
        record Blank() implements Line {}

        /// A sample whose name was not wanted; the rest of it was not read.
        record Other() implements Line {}

        /// A wanted sample.
        record Wanted(Sample sample) implements Line {}

        /// Not the format.
        record Malformed() implements Line {}
    }

    /// Reads a line without its end.
    static Line read(String line, Predicate<String> wanted) {
        return new ExpositionText(line).read(wanted);
    }

    private Line read(Predicate<String> wanted) {
        space();
        if (at == line.length() || line.charAt(at) == '#') {
            return new Line.Blank();
        }
        String name = word(true);
        if (name.isEmpty()) {
            return new Line.Malformed();
        }
        if (!wanted.test(name)) {
            // Enough to tell a sample from a page of something else.
            return at < line.length() && " \t{".indexOf(line.charAt(at)) >= 0 && Character.isLetterOrDigit(last())
                    ? new Line.Other()
                    : new Line.Malformed();
        }
        space();
        Map<String, String> labels = Map.of();
        if (at < line.length() && line.charAt(at) == '{') {
            at++;
            labels = labels();
        }
        Double value = labels == null ? null : value();
        return labels == null || value == null
                ? new Line.Malformed()
                : new Line.Wanted(new Sample(name, labels, value));
    }

    private char last() {
        return line.stripTrailing().charAt(line.stripTrailing().length() - 1);
    }

    private @Nullable Map<String, String> labels() {
        Map<String, String> labels = new HashMap<>();
        while (true) {
            space();
            if (take('}')) {
                return Map.copyOf(labels);
            }
            String name = word(false);
            space();
            if (name.isEmpty() || !take('=')) {
                return null;
            }
            space();
            String value = take('"') ? quoted() : null;
            if (value == null) {
                return null;
            }
            labels.put(name, value);
            space();
            if (!take(',') && (at >= line.length() || line.charAt(at) != '}')) {
                return null;
            }
        }
    }

    private @Nullable String quoted() {
        StringBuilder out = new StringBuilder();
        while (at < line.length()) {
            char c = line.charAt(at++);
            if (c == '"') {
                return out.toString();
            }
            if (c == '\\' && at < line.length()) {
                char escaped = line.charAt(at++);
                switch (escaped) {
                    case 'n' -> out.append('\n');
                    case '\\', '"' -> out.append(escaped);
                    default -> out.append('\\').append(escaped);
                }
            } else {
                out.append(c);
            }
        }
        return null;
    }

    private @Nullable Double value() {
        space();
        int start = at;
        while (at < line.length() && line.charAt(at) != ' ' && line.charAt(at) != '\t') {
            at++;
        }
        String text = line.substring(start, at);
        return switch (text) {
            case "NaN" -> Double.NaN;
            case "+Inf", "Inf" -> Double.POSITIVE_INFINITY;
            case "-Inf" -> Double.NEGATIVE_INFINITY;
            // parseDouble also takes Java's own `1f` and `1d`.
            default -> text.matches("[-+]?[0-9.]+(?:[eE][-+]?[0-9]+)?") ? number(text) : null;
        };
    }

    private static @Nullable Double number(String text) {
        try {
            return Double.valueOf(text);
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private String word(boolean colon) {
        int start = at;
        while (at < line.length()) {
            char c = line.charAt(at);
            boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || (colon && c == ':');
            if (!letter && !(at > start && c >= '0' && c <= '9')) {
                break;
            }
            at++;
        }
        return line.substring(start, at);
    }

    private void space() {
        while (at < line.length() && (line.charAt(at) == ' ' || line.charAt(at) == '\t' || line.charAt(at) == '\r')) {
            at++;
        }
    }

    private boolean take(char wanted) {
        if (at < line.length() && line.charAt(at) == wanted) {
            at++;
            return true;
        }
        return false;
    }
}
