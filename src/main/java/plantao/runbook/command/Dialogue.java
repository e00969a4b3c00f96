package plantao.runbook.command;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import plantao.runbook.Runner;
import plantao.runbook.Step;
import plantao.runbook.text.Expression;
import plantao.runbook.tree.Fence;
import plantao.runbook.tree.Line;

/// What was typed at the prompt of a database or a device and what it answered, copied from a screen: `mysql> SHOW
/// …`, `edge-1# show alarms`. Only what stands behind a prompt was typed.
final class Dialogue {
    private static final Expression PROMPT = Expression.of(
            "^\\s*((?!PS>)(?:[A-Za-z][\\w.:@-]{0,40}|\\d[\\d.]+:\\d+)(?:\\s?\\[[^\\]]{0,30}\\]|\\([^()]{0,30}\\))?)(=?[>#])\\s+(\\S.*)$");
    private static final Expression SQL =
            Expression.of("(?i)(?:mysql|mariadb|sqlite|sql|postgres|psql|clickhouse|cockroach).*");
    private static final Expression REDIS = Expression.of("(?i)(?:redis.*|.*:\\d{4,5})");
    private static final Expression GOES_ON = Expression.of("^\\s*(?:-|\\.\\.|'|\")>\\s?(.*)$");
    private static final Expression OTHER = Expression.of("^(?:root|ubuntu|\\w+@[\\w.-]+)$");

    private Dialogue() {}

    static boolean isOne(Fence fence) {
        for (Line line : fence.lines()) {
            if (!line.text().isBlank()) {
                Matcher m = prompt(line);
                return m.matches() && !OTHER.matcher(m.group(1)).matches();
            }
        }
        return false;
    }

    private static Matcher prompt(Line line) {
        return PROMPT.matcher(line.text());
    }

    static List<Step> steps(Fence fence, StepFrame frame) {
        StepDraft draft = new StepDraft(frame, frame.phase(), "", fence.first());
        List<Line> lines = fence.lines();
        for (int i = 0; i < lines.size(); ) {
            Line line = lines.get(i++);
            Matcher m = prompt(line);
            if (!m.matches()) {
                if (!line.text().isBlank()) {
                    draft.expected.add(line.text().strip());
                }
                continue;
            }
            List<String> typed = new ArrayList<>(List.of(m.group(3).strip()));
            for (Matcher more; i < lines.size(); i++) {
                more = GOES_ON.matcher(lines.get(i).text());
                if (!more.matches()) {
                    break;
                }
                typed.add(more.group(1).stripTrailing());
            }
            boolean sql = m.group(2).length() > 1 || SQL.matcher(m.group(1)).matches();
            String other = REDIS.matcher(m.group(1)).matches() ? "redis" : "console";
            draft.command(String.join("\n", typed), sql ? "sql" : other, sql ? Runner.SQL : Runner.NONE, line.number());
        }
        return draft.isEmpty() ? List.of() : List.of(draft.step());
    }
}
