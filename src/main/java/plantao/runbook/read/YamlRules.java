package plantao.runbook.read;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;
import plantao.runbook.text.Durations;
import plantao.runbook.text.Expression;
import plantao.runbook.tree.Fence;
import plantao.runbook.tree.Line;

/// Alerting rules quoted in a YAML fence (the rule format of Prometheus: `alert`, `expr`, `for`,
/// `labels.severity`), read
/// line by line so that an excerpt that is no whole YAML document is read too.
final class YamlRules {
    record Rule(
            String name,
            String expression,
            @Nullable String severity,
            @Nullable Integer hold,
            int line) {}

    private static final Expression FIELD =
            Expression.of("^\\s*(?:-\\s+)?(alert|expr|for|severity):\\s*[\"']?(.*?)[\"']?\\s*$");

    private YamlRules() {}

    static List<Rule> in(Fence fence) {
        List<Rule> out = new ArrayList<>();
        if (!fence.info().startsWith("y") || !fence.text().contains("alert:")) {
            return out;
        }
        Rule open = null;
        for (Line line : fence.lines()) {
            Matcher m = FIELD.matcher(line.text());
            if (!m.matches()) {
                if (open != null
                        && open.expression().equals("|")
                        && !line.text().isBlank()) {
                    open = new Rule(open.name(), line.text().strip(), open.severity(), open.hold(), open.line());
                }
                continue;
            }
            if (m.group(1).equals("alert")) {
                if (open != null) {
                    out.add(open);
                }
                open = new Rule(m.group(2), m.group(2), null, null, line.number());
            } else if (open != null) {
                open = switch (m.group(1)) {
                    case "expr" -> new Rule(open.name(), m.group(2), open.severity(), open.hold(), open.line());
                    case "for" ->
                        new Rule(
                                open.name(),
                                open.expression(),
                                open.severity(),
                                Durations.seconds(m.group(2)),
                                open.line());
                    default -> new Rule(open.name(), open.expression(), m.group(2), open.hold(), open.line());
                };
            }
        }
        if (open != null) {
            out.add(open);
        }
        return out;
    }
}
