package plantao.runbook.read;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import plantao.runbook.HealthEndpoint;
import plantao.runbook.text.Expression;
import plantao.runbook.text.Words;
import plantao.runbook.tree.Table;

/// The health endpoints that a table of services names in a column of its own ("Health check").
final class ServiceHealth {
    private static final Set<String> HEADERS = Set.of(
            "healthcheck",
            "health check",
            "health endpoint",
            "health path",
            "health url",
            "health",
            "verificacao de saude",
            "endpoint de saude",
            "chequeo de salud",
            "endpoint de salud");
    private static final Expression PATH = Expression.of("^(?:(?:GET|HEAD)\\s+)?((?:https?://[^\\s/]+)?/[\\w./-]+)$");

    private ServiceHealth() {}

    static void in(Topic t, Columns c, List<HealthEndpoint> out) {
        List<Set<String>> keys = c.table().keys();
        for (int i = 1; i < keys.size(); i++) {
            if (keys.get(i).stream().noneMatch(HEADERS::contains)) {
                continue;
            }
            for (Table.Row row : c.table().rows()) {
                Matcher m = PATH.matcher(Words.plain(Columns.cell(row, i)));
                if (m.matches()) {
                    out.add(new HealthEndpoint(m.group(1), null, null, null, null, t.at(row.line())));
                }
            }
        }
    }
}
