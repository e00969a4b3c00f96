package plantao.runbook.read;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import plantao.runbook.HealthEndpoint;
import plantao.runbook.text.Expression;
import plantao.runbook.text.Words;
import plantao.runbook.tree.Table;

/// The health endpoints that a table of services names in a column of its own ("Health check"), with how often
/// they are asked where the row says so.
final class ServiceHealth {
    private static final Expression HEADER = Expression.of(
            "(?:^|\\s)(?:health(?:check|z)?|liveness|readiness|probe|saude|sonda|salud|sondeo|chequeo)(?=\\s|$)");
    // "GET /healthz → 200", "/health (JSON)", "`/livez`, `/readyz`": the first path, whatever is said of it.
    private static final Expression PATH = Expression.of(
            "^(?:(?:GET|HEAD)\\s+)?((?:https?://[^\\s/]+)?/[\\w./-]*\\w(?:\\?[^\\s,;)]+)?)/?(?:\\s*(?:→|=>|->|[,;:(=–—|+]|-\\s|(?:returns?|answers?|gives|is|must|should|expects?|retorna|responde|devolve|devuelve|and|e|y|or|ou|o|every|a cada|cada)\\b).*)?$");

    private ServiceHealth() {}

    static void in(Topic t, ColumnKinds c, List<HealthEndpoint> out) {
        List<Set<String>> keys = c.table().keys();
        for (int i = 1; i < keys.size(); i++) {
            if (keys.get(i).stream().noneMatch(HEADER::in)) {
                continue;
            }
            int every = c.of("frequency", i);
            int timeout = c.of("timeout", i);
            int rule = c.of("failureRule", i);
            for (Table.Row row : c.table().rows()) {
                Matcher m = PATH.matcher(Words.plain(ColumnKinds.cell(row, i)));
                if (m.matches()) {
                    String fails = ColumnKinds.text(row, rule);
                    out.add(new HealthEndpoint(
                            m.group(1),
                            Places.seconds(row, every),
                            Places.seconds(row, timeout),
                            fails,
                            Places.failures(fails),
                            t.at(row.line())));
                }
            }
        }
    }
}
