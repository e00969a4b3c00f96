package plantao.runbook.read;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import plantao.runbook.HealthEndpoint;
import plantao.runbook.text.Expression;
import plantao.runbook.text.Words;
import plantao.runbook.tree.Listing;
import plantao.runbook.tree.Table;

/// The health endpoints that a table of services names in a column of its own ("Health check"), with how often
/// they are asked where the row says so.
final class ServiceHealth {
    private static final Expression HEADER = Expression.of(
            "(?:^\\W*|\\s)(?:health(?:check|z)?|liveness|readiness|probe|saude|sonda|salud|sondeo|chequeo|vivo|viva|vive|alive|latido)(?=\\W*(?:\\s|$))");
    // "GET /healthz → 200", "/health (JSON)", "`/livez`, `/readyz`": the first path, whatever is said of it.
    private static final Expression PATH = Expression.of(
            "^(?:(?:GET|HEAD|curl(?:\\s+-\\S+)*)\\s+)?((?:https?://[^\\s/]+)?/[\\w./-]*\\w(?:\\?[^\\s,;)]+)?)/?(?:\\s*(?:→|=>|->|[,;:(=–—|+]|-\\s|(?:returns?|answers?|gives|is|must|should|expects?|retorna|responde|devolve|devuelve|and|e|y|or|ou|o|every|a cada|cada)\\b).*)?$");

    // "**API** — https://api.example.org (health at `/up`, every 20 s, timeout 3 s)"
    private static final Expression SAID = Expression.of(
            "(?iu)(?<![/\\w.])(?:health(?:check|z)?(?: check| endpoint)?|liveness|readiness|sa[uú]de|salud|sonda|probe)\\b[^/`]{0,16}`?(?=(?:https?://[^\\s`/]+)?/[\\w-])");

    private ServiceHealth() {}

    /// The same for services in bullets.
    static void bullets(Topic t, List<HealthEndpoint> out) {
        for (Listing l : t.section().lists()) {
            for (Listing.Item item : l.items()) {
                Matcher said = SAID.matcher(item.text());
                if (item.box() == null && item.text().startsWith("**") && said.find()) {
                    String rest = item.text().substring(said.end());
                    int before = out.size();
                    Places.told(rest, t.at(item.line()), out);
                    Matcher path = PATH.matcher(rest.split("[`\\s,;)]", 2)[0]);
                    if (out.size() == before && path.matches()) {
                        out.add(new HealthEndpoint(path.group(1), null, null, null, null, t.at(item.line())));
                    }
                }
            }
        }
    }

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
