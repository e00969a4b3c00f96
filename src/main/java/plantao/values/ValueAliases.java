package plantao.values;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Values that a text hands on under names of its own: `host={host}`, `for h in {hosts}`. Where such a name is
/// used, the value stands.
final class ValueAliases {
    /// `let`, integer variables, comparisons and indirect names (bash manual, 4.2, 6.5, 6.4, 3.5.3).
    private static final String EVALUATED =
            "\\blet\\b[^\\n;|&]*NAME|\\[\\[[^\\n]*NAME[^\\n]*-(?:eq|ne|[lg][te])\\b|\\[\\[[^\\n]*-(?:eq|ne|[lg][te])\\s+NAME"
                    + "|\\b(?:declare|typeset|local|readonly)\\s+(?:-\\w+\\s+)*-\\w*i\\w*\\s[^\\n;|&]*NAME|\\$\\{!NAME";
    private static final Pattern SUBSCRIPT = Pattern.compile("\\$\\{\\w+[\\[:][^}]*$");

    /// @param blank the value's own name
    record Value(String blank, ValueSources.Found found) {}

    private final Map<String, Value> values = new HashMap<>();

    /// A variable that holds the value.
    void hold(String name, String blank, ValueSources.Found found) {
        values.put(name, new Value(blank, found));
    }

    Optional<Value> of(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /// A value that a calculation in a text reads by its bare name (`$((count + 1))`, `${list[count]}`), where it
    /// would be evaluated as an expression; empty when all that do are numbers.
    Optional<Value> calculated(String text, ShellLayout layout) {
        for (Map.Entry<String, Value> each : values.entrySet()) {
            if (References.isNumber(each.getValue().found().value())) {
                continue;
            }
            String bare = "(?<![\\w$])" + each.getKey() + "(?!\\w)";
            if (Pattern.compile(EVALUATED.replace("NAME", bare)).matcher(text).find()) {
                return Optional.of(each.getValue());
            }
            Matcher name = Pattern.compile(bare).matcher(text);
            while (name.find()) {
                if (layout.at()[name.start()] == ShellContext.ARITHMETIC
                        || layout.at()[name.start()] == ShellContext.EXPANSION
                                && SUBSCRIPT
                                        .matcher(text.substring(0, name.start()))
                                        .find()) {
                    return Optional.of(each.getValue());
                }
            }
        }
        return Optional.empty();
    }
}
