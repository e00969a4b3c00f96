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
/// `labels.severity`), read line by line so that an excerpt that is no whole YAML document is read too.
final class YamlRules {
    /// @param runbook the address of the page that answers, from its annotations
    record Rule(
            String name,
            String expression,
            @Nullable String severity,
            @Nullable Integer hold,
            @Nullable String runbook,
            int line) {
        Rule expecting(String text) {
            return new Rule(name, text, severity, hold, runbook, line);
        }
    }

    private static final Expression FIELD =
            Expression.of("^(\\s*)(?:-\\s+)?(alert|expr|for|severity|runbook(?:_?url)?):\\s*[\"']?(.*?)[\"']?\\s*$");
    // A flow mapping on one line (YAML 1.2.2, section 7.4.2): `labels: {severity: page, runbook: x.md}`
    private static final Expression FLOW = Expression.of("^\\s*(?:labels|annotations):\\s*\\{(.*)\\}\\s*$");
    private static final Expression ENTRY = Expression.of(
            "(?:^|,)\\s*[\"']?(severity|runbook(?:_?url)?)[\"']?\\s*:\\s*(?:\"([^\"]*)\"|'([^']*)'|([^,\"'}]+))");
    // A block scalar (YAML 1.2.2, section 8.1): its text is what stands below, further in.
    private static final Expression BLOCK = Expression.of("[|>][+-]?\\d?[+-]?");

    private YamlRules() {}

    static List<Rule> in(Fence fence) {
        List<Rule> out = new ArrayList<>();
        if (!fence.info().startsWith("y") || !fence.text().contains("alert:")) {
            return out;
        }
        Rule open = null;
        int block = -1;
        StringBuilder text = new StringBuilder();
        for (Line line : fence.lines()) {
            String bare = line.text().strip();
            int indent = bare.isEmpty() ? Integer.MAX_VALUE : line.text().indexOf(bare);
            if (block >= 0 && indent > block) {
                text.append(text.isEmpty() || bare.isEmpty() ? "" : " ").append(bare);
                open = open == null ? null : open.expecting(text.toString());
                continue;
            }
            block = -1;
            Matcher flow = FLOW.matcher(line.text());
            if (open != null && flow.matches()) {
                open = entries(open, flow.group(1));
                continue;
            }
            Matcher m = FIELD.matcher(line.text());
            if (!m.matches()) {
                continue;
            }
            String value = m.group(3);
            if (m.group(2).equals("alert")) {
                if (open != null) {
                    out.add(open);
                }
                open = new Rule(value, value, null, null, null, line.number());
            } else if (open != null
                    && m.group(2).equals("expr")
                    && BLOCK.matcher(value).matches()) {
                block = indent;
                text.setLength(0);
            } else if (open != null) {
                open = with(open, m.group(2), value);
            }
        }
        if (open != null) {
            out.add(open);
        }
        return out;
    }

    private static Rule entries(Rule rule, String flow) {
        Rule out = rule;
        Matcher m = ENTRY.matcher(flow);
        while (m.find()) {
            String value = m.group(2) != null
                    ? m.group(2)
                    : m.group(3) != null ? m.group(3) : m.group(4).strip();
            out = with(out, m.group(1), value);
        }
        return out;
    }

    private static Rule with(Rule r, String field, String value) {
        return switch (field) {
            case "expr" -> r.expecting(value);
            case "for" ->
                new Rule(r.name(), r.expression(), r.severity(), Durations.seconds(value), r.runbook(), r.line());
            case "severity" -> new Rule(r.name(), r.expression(), value, r.hold(), r.runbook(), r.line());
            default -> new Rule(r.name(), r.expression(), r.severity(), r.hold(), value, r.line());
        };
    }
}
