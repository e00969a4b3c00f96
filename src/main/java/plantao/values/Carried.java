package plantao.values;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Values that a text hands on under names of its own: `host={host}`, `for h in {hosts}`. Where such a name is
/// used,
/// the value stands.
final class Carried {
    private static final Pattern ASSIGNMENT =
            Pattern.compile("([A-Za-z_]\\w*)(?:\\[[^\\]]*\\])?\\+?=.*", Pattern.DOTALL);
    private static final Pattern NAME = Pattern.compile("[A-Za-z_]\\w*");

    /// `let`, integer variables, comparisons and indirect names (bash manual, 4.2, 6.5, 6.4, 3.5.3).
    private static final String EVALUATED =
            "\\blet\\b[^\\n;|&]*NAME|\\[\\[[^\\n]*NAME[^\\n]*-(?:eq|ne|[lg][te])\\b|\\[\\[[^\\n]*-(?:eq|ne|[lg][te])\\s+NAME"
                    + "|\\b(?:declare|typeset|local|readonly)\\s+(?:-\\w+\\s+)*-\\w*i\\w*\\s[^\\n;|&]*NAME|\\$\\{!NAME";
    private static final Pattern SUBSCRIPT = Pattern.compile("\\$\\{\\w+[\\[:][^}]*$");

    /// @param blank the value's own name
    record Value(String blank, Sources.Found found) {}

    private final String text;
    private final Layout layout;
    private final Map<String, Value> values = new HashMap<>();

    Carried(String text, Layout layout) {
        this.text = text;
        this.layout = layout;
    }

    /// A value that stands at `start`: is it put under a name there?
    void take(int start, String blank, Sources.Found found) {
        int at = layout.wordAt()[start];
        if (at < 0) {
            return;
        }
        Layout.Word word = layout.words().get(at);
        Matcher assignment = ASSIGNMENT.matcher(text.substring(word.start(), start));
        if (assignment.matches()) {
            values.put(assignment.group(1), new Value(blank, found));
            return;
        }
        String name = "";
        String before = "";
        for (Layout.Word each : layout.words().subList(0, at)) {
            if (each.command() == word.command()) {
                String shown = text.substring(each.start(), each.end());
                name = before.equals("for") || before.equals("select") ? shown : name;
                before = shown;
            } else if (each.end() == word.start()
                    && text.substring(each.start()).matches("(?s)\\w+\\+?=\\(.*")) {
                name = text.substring(each.start(), each.end()).replaceFirst("\\+?=.*", "");
            }
        }
        if (NAME.matcher(name).matches()) {
            values.put(name, new Value(blank, found));
        }
    }

    /// A variable that holds the value itself.
    void hold(String name, Sources.Found found) {
        values.put(name, new Value(name, found));
    }

    Optional<Value> of(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /// A value that a calculation reads by its bare name (`$((count + 1))`, `${list[count]}`), where it would be
    /// evaluated as an expression; empty when all that do are numbers.
    Optional<Value> calculated() {
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
                if (layout.at()[name.start()] == Context.ARITHMETIC
                        || layout.at()[name.start()] == Context.EXPANSION
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
