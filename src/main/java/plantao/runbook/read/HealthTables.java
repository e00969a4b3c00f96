package plantao.runbook.read;

import java.util.List;
import org.jspecify.annotations.Nullable;
import plantao.runbook.HealthEndpoint;
import plantao.runbook.text.Expression;
import plantao.runbook.text.Role;
import plantao.runbook.text.Vocabulary;
import plantao.runbook.text.Words;
import plantao.runbook.tree.Table;

/// Health endpoints in tables: with how often they are asked, or among the endpoints that are there to watch.
final class HealthTables {
    private static final Expression METHOD = Expression.of("^(?:GET|HEAD|POST)\\s+");

    private static final Expression CALL = Expression.of("(?:POST|PUT|PATCH|DELETE)\\s");

    private HealthTables() {}

    static void in(Topic t, ColumnKinds c, Vocabulary vocabulary, List<HealthEndpoint> out) {
        int path = c.of("endpoint");
        int every = c.of("frequency", path);
        int timeout = c.of("timeout", path);
        int rule = c.of("failureRule", path);
        if (path >= 0 && (every >= 0 || timeout >= 0 || rule >= 0)) {
            for (Table.Row row : c.table().rows()) {
                String where = path(row, path);
                if (where != null && (isHealth(where, vocabulary) || !isJob(row, path))) {
                    String fails = ColumnKinds.text(row, rule);
                    out.add(new HealthEndpoint(
                            where,
                            Places.seconds(row, every),
                            Places.seconds(row, timeout),
                            fails,
                            Places.failures(fails),
                            t.at(row.line())));
                }
            }
            return;
        }
        ServiceHealth.in(t, c, out);
        if (path == 0 && t.within(Role.HEALTH, Role.MONITORING)) {
            listed(t, c, vocabulary, out);
        }
    }

    // "| Endpoint | What it tells | Expected |": of all that is listed what is called as health endpoints are.
    private static void listed(Topic t, ColumnKinds c, Vocabulary vocabulary, List<HealthEndpoint> out) {
        for (Table.Row row : c.table().rows()) {
            String where = path(row, 0);
            if (where != null
                    && isHealth(where, vocabulary)
                    && out.stream().noneMatch(e -> e.path().equals(where))) {
                out.add(new HealthEndpoint(where, null, null, null, null, t.at(row.line())));
            }
        }
    }

    // "POST /jobs/close | every minute": what a scheduler calls to have something done.
    private static boolean isJob(Table.Row row, int column) {
        return CALL.matcher(Words.plain(ColumnKinds.cell(row, column))).lookingAt();
    }

    private static boolean isHealth(String path, Vocabulary vocabulary) {
        String last = path.replaceFirst("[?#].*$", "").replaceFirst("/+$", "");
        return vocabulary.list("healthPaths").contains(Words.folded(last.substring(last.lastIndexOf('/') + 1)));
    }

    private static @Nullable String path(Table.Row row, int column) {
        String where = ColumnKinds.text(row, column);
        return where != null && where.contains("/") ? METHOD.matcher(where).replaceFirst("") : null;
    }
}
