package plantao.probe;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import plantao.values.Target;
import plantao.values.Variable;

/// Fills a setting's text for one environment: substitutions first (longest key first, one pass), then `$NAME`,
/// `${NAME}` and `${NAME:-else}`.
final class SettingFilling {
    private static final Pattern NAME = Pattern.compile("\\$(?:\\{([A-Za-z_]\\w*)(?::-([^}]*))?\\}|([A-Za-z_]\\w*))");

    // No blank: a variable's own braces, an IPv6 address, a pattern.
    private static final Pattern BLANK = Pattern.compile(
            "\\[\\p{L}[\\p{L}\\p{N} _.-]*\\]|<\\p{L}[\\p{L}\\p{N} _.-]*>|(?<!\\$)\\{\\p{L}[\\p{L}\\p{N} _.-]*\\}");

    private final Target target;

    SettingFilling(Target target) {
        this.target = target;
    }

    Target target() {
        return target;
    }

    /// An address or host: substituted, then filled in.
    ///
    /// @throws Unfilled when a variable has no value here
    String address(String text) throws Unfilled {
        return value(blanks(substituted(text)));
    }

    // An author's blank in an address is a variable of that name, however it is spelt: `[app-url]`, `<APP_URL>`.
    private String blanks(String text) throws Unfilled {
        Matcher matcher = BLANK.matcher(text);
        StringBuilder out = new StringBuilder();
        while (matcher.find()) {
            String wanted = letters(matcher.group());
            String value = target.variables().values().stream()
                    .filter(v -> letters(v.name()).equals(wanted) && !v.value().isEmpty())
                    .map(Variable::value)
                    .findFirst()
                    .orElseThrow(() -> new Unfilled(matcher.group()));
            // A whole address for the host's place keeps its own scheme.
            boolean whole = value.contains("://")
                    && out.isEmpty()
                    && text.substring(0, matcher.start()).matches("https?://");
            matcher.appendReplacement(out, Matcher.quoteReplacement(value));
            if (whole) {
                out.delete(0, matcher.start());
            }
        }
        return matcher.appendTail(out).toString();
    }

    private static String letters(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }

    /// Any other setting that cannot do without its variables.
    ///
    /// @throws Unfilled when a variable has no value here
    String value(String text) throws Unfilled {
        Matcher matcher = NAME.matcher(text);
        StringBuilder out = new StringBuilder();
        while (matcher.find()) {
            String name = name(matcher);
            String value = known(name, matcher);
            if (value == null) {
                throw new Unfilled("$" + name);
            }
            matcher.appendReplacement(out, Matcher.quoteReplacement(value));
        }
        return matcher.appendTail(out).toString();
    }

    /// A query or a pattern, where a `$` may mean something else: known names only.
    String loose(String text) {
        return NAME.matcher(text).replaceAll(match -> {
            Variable variable = target.variables().get(name(match));
            return Matcher.quoteReplacement(variable == null ? match.group() : variable.value());
        });
    }

    private static String name(MatchResult match) {
        return match.group(1) != null ? match.group(1) : match.group(3);
    }

    private @Nullable String known(String name, Matcher matcher) {
        Variable variable = target.variables().get(name);
        if (variable != null
                && variable.command() == null
                && !(variable.value().isEmpty() && matcher.group(2) != null)) {
            return variable.value();
        }
        return matcher.group(2);
    }

    private String substituted(String text) {
        Map<String, String> by = target.substitutions();
        List<String> keys = by.keySet().stream()
                .filter(key -> !key.isEmpty())
                .sorted(Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder()))
                .toList();
        if (keys.isEmpty()) {
            return text;
        }
        Pattern any = Pattern.compile(keys.stream().map(Pattern::quote).collect(Collectors.joining("|")));
        return any.matcher(text)
                .replaceAll(match -> Matcher.quoteReplacement(by.getOrDefault(match.group(), match.group())));
    }

    /// A variable has no value in this environment.
    static final class Unfilled extends Exception {
        Unfilled(String name) {
            super(name + " has no value here", null, false, false);
        }
    }
}
