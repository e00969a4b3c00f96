package plantao.runbook.read;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import plantao.runbook.Dashboard;
import plantao.runbook.Environment;
import plantao.runbook.HealthEndpoint;
import plantao.runbook.Origin;
import plantao.runbook.text.Durations;
import plantao.runbook.text.Expression;
import plantao.runbook.text.KeyValue;
import plantao.runbook.text.Numbers;
import plantao.runbook.text.Role;
import plantao.runbook.text.Vocabulary;
import plantao.runbook.text.Words;
import plantao.runbook.tree.Fence;
import plantao.runbook.tree.Line;
import plantao.runbook.tree.Listing;
import plantao.runbook.tree.Paragraph;
import plantao.runbook.tree.Table;

/// Where to look: environments, dashboards, health endpoints.
final class Places {
    private static final Expression FAILURES = Expression.of(
            "(?<!\\d)(\\d{1,4})\\s*(?:x\\s*)?(?:consecutive |failed |falhas? |fallos )?(?:falhas?|failures?|fails|fallos?|erros?|errors|checks|consecutiv|seguid|tentativas|retries|vezes|times|veces)|(?:falhas?|failures?|fallos?)\\D{0,12}(\\d{1,4})(?!\\d)");

    private static final Expression FIRST = Expression.of(
            "\\b(?:first|primeir[ao]|primera?|any single|uma unica|una sola)\\s+(?:failure|fail|falha|falla|fallo|error|erro)");

    private static final Expression PATH =
            Expression.of("`?(?:\\b(?:GET|HEAD|POST)\\s+)?((?:https?://[^\\s`]+)?/[\\w./-]+)`?");
    private static final Expression EVERY =
            Expression.of("(?:\\bevery|\\bcada|\\ba cada|\\binterval\\w*:?|\\bfreq\\w*:?)\\s+(\\d+\\s*\\p{L}+)");
    private static final Expression LIMIT = Expression.of(
            "(?:timeout|time out|tempo limite|tiempo limite|tiempo de espera|espera|waits?)(?:\\s+(?:de|of))?:?\\s+(\\d+\\s*\\p{L}+)");

    private static final Expression ENVIRONMENT = Expression.of(
            "(?:production|prod|producao|produccion|staging|stage|homologacao|hml|homolog|sandbox|qa|uat|preprod|pre-production|pre-producao|preproduccion|development|dev|desenvolvimento|desarrollo|local|test|teste|testing|pruebas|demo)");

    private static final Expression TITLED = Expression.of("^`?(?:(?:GET|HEAD)\\s+)?`?(/[\\w./-]+)`?(?:\\s|$)");

    // "Health page: https://… (polled every 60 seconds, two failures raise an alert)" anywhere.
    private record Spoken(Topic topic, Line line) {
        boolean isPolled(Vocabulary vocabulary) {
            if (line.text().indexOf('/') < 0) {
                return false;
            }
            String folded = line.folded();
            return EVERY.in(folded) && vocabulary.terms("healthCheck").in(folded);
        }
    }

    private Places() {}

    static List<Environment> environments(Topic root, Vocabulary vocabulary) {
        List<Environment> out = new ArrayList<>();
        root.all()
                .filter(t -> !t.within(Role.ENVIRONMENTS, Role.PLAYBOOK_GROUP, Role.TEMPLATE, Role.DEPLOY))
                .forEach(t -> t.section().lists().forEach(l -> l.items().forEach(i -> named(t, i, out))));
        SpokenEnvironments.in(root, out);
        root.all().filter(t -> t.within(Role.ENVIRONMENTS)).forEach(t -> {
            for (Listing l : t.section().lists()) {
                for (Listing.Item i : l.items()) {
                    KeyValue kv = i.keyValue();
                    List<String> urls = MarkdownUrls.in(i.text() + " "
                            + String.join(
                                    " ",
                                    i.children().stream()
                                            .map(Listing.Item::text)
                                            .toList()));
                    if (kv != null && (!urls.isEmpty() || kv.bold() && isEnvironment(kv.key()))) {
                        out.add(new Environment(kv.key(), urls, t.at(i.line())));
                    }
                }
            }
            for (Table table : t.section().tables()) {
                for (Table.Row row : table.rows()) {
                    String name = ColumnKinds.text(row, 0);
                    List<String> urls = MarkdownUrls.in(String.join(" ", row.cells()));
                    if (name != null && !urls.isEmpty()) {
                        out.add(new Environment(name, urls, t.at(row.line())));
                    }
                }
            }
        });
        return List.copyOf(out);
    }

    // "Production", "Staging (EU)", "Ambiente de testes": one of its words is an environment's.
    static boolean isEnvironment(String name) {
        return Words.tokens(name).stream().anyMatch(w -> ENVIRONMENT.matcher(w).matches());
    }

    // "- Production: https://…" outside a section of environments.
    private static void named(Topic t, Listing.Item i, List<Environment> out) {
        KeyValue kv = i.keyValue();
        if (kv != null && ENVIRONMENT.matcher(Words.key(kv.key())).matches()) {
            List<String> urls = MarkdownUrls.in(kv.value());
            if (!urls.isEmpty()) {
                out.add(new Environment(kv.key(), urls, t.at(i.line())));
            }
        }
    }

    static List<Dashboard> dashboards(Topic root, Vocabulary vocabulary) {
        List<Dashboard> out = new ArrayList<>();
        root.all().filter(t -> t.nearest() != Role.DASHBOARDS).forEach(t -> {
            for (ColumnKinds table : t.tables()) {
                if (vocabulary.exact(table.first()) == Role.DASHBOARDS) {
                    rows(t, table, out);
                } else if (table.table().headers().size() == 2) {
                    table.table()
                            .rows()
                            .forEach(r -> keyed(
                                    Words.title(r.cells().getFirst()),
                                    r.cells().get(1),
                                    t.at(r.line()),
                                    vocabulary,
                                    out));
                }
            }
            if (!t.within(Role.PLAYBOOK_GROUP, Role.TEMPLATE, Role.POSTMORTEM)) {
                out.addAll(NamedDashboards.in(t, vocabulary).stream()
                        .filter(d -> out.stream()
                                .noneMatch(o -> o.origin().line() == d.origin().line()))
                        .toList());
            }
            if (t.section().level() < 2 || t.is(Role.META, Role.OVERVIEW, Role.LINKS, Role.MONITORING)) {
                t.section().lists().forEach(l -> l.items().forEach(i -> keyed(t, i, vocabulary, out)));
            }
        });
        root.all().filter(t -> t.nearest() == Role.DASHBOARDS).forEach(t -> {
            if (t.section().isLead()) {
                led(t, out);
                return;
            }
            t.tables().forEach(table -> rows(t, table, out));
            if (t.is(Role.DASHBOARDS)) {
                t.section().lists().forEach(l -> l.items().forEach(i -> listed(t, i, out)));
            } else {
                described(t, vocabulary, out);
            }
        });
        return List.copyOf(out);
    }

    private static void rows(Topic t, ColumnKinds c, List<Dashboard> out) {
        int url = c.of("url");
        int watched = c.of("watch", url, 0);
        int about = watched < 0 ? c.of("responsibility", url) : watched;
        for (Table.Row row : c.table().rows()) {
            String name = ColumnKinds.text(row, 0);
            if (name != null && url > 0) {
                String told = ColumnKinds.text(row, about);
                out.add(new Dashboard(
                        name,
                        Services.url(ColumnKinds.cell(row, url)),
                        told == null || about == 0 ? List.of() : List.of(told.split(",\\s+")),
                        t.at(row.line())));
            }
        }
    }

    // "Dashboard | https://…": one address among the facts of a system.
    private static void keyed(String key, String value, Origin origin, Vocabulary vocabulary, List<Dashboard> out) {
        boolean named = vocabulary.exact(Words.normal(key)) == Role.DASHBOARDS
                || vocabulary.terms("dashboardTools").begin(Words.folded(key));
        String url = value.contains("://") && named ? Services.url(value) : null;
        if (url != null) {
            out.add(new Dashboard(key, url, List.of(), origin));
        }
    }

    private static void keyed(Topic t, Listing.Item i, Vocabulary vocabulary, List<Dashboard> out) {
        KeyValue kv = i.text().contains("://") ? i.keyValue() : null;
        if (kv != null) {
            keyed(kv.key(), kv.value(), t.at(i.line()), vocabulary, out);
        }
    }

    // "**Main dashboard:** https://…", and "**Detailed:**" over names with their addresses.
    private static void led(Topic t, List<Dashboard> out) {
        String url =
                t.section().value().contains("://") ? Services.url(t.section().value()) : null;
        if (url != null) {
            Topic.Head parent = t.parent();
            boolean bare = t.normal().matches("url|link|address|endere[cç]o|enlace|direccion");
            String name = bare && parent != null ? parent.title() : t.title();
            out.add(new Dashboard(name, url, List.of(), t.origin()));
        }
        t.section().lists().stream()
                .flatMap(l -> l.items().stream())
                .filter(i -> i.text().contains("://"))
                .forEach(i -> listed(t, i, out));
    }

    private static void listed(Topic t, Listing.Item i, List<Dashboard> out) {
        KeyValue kv = i.keyValue();
        if (kv != null) {
            String url = Services.url(kv.value());
            String told = NamedDashboards.about(kv.value());
            if (url == null && told.matches(".*\\[[^\\]]+\\]\\.?")) {
                return; // "[to be decided]", "All of them go to [TODO: name of the channel]."
            }
            List<String> watch = told.isBlank() ? List.of() : List.of(told.split(",\\s+"));
            out.add(new Dashboard(kv.key(), url, watch, t.at(i.line())));
        }
    }

    private static void described(Topic t, Vocabulary vocabulary, List<Dashboard> out) {
        String url = null;
        List<String> watch = new ArrayList<>();
        for (Listing l : t.section().lists()) {
            for (Listing.Item i : l.items()) {
                KeyValue kv = i.keyValue();
                url = url == null
                        ? MarkdownUrls.URL
                                .matcher(i.text())
                                .results()
                                .map(r -> MarkdownUrls.trimmed(r.group()))
                                .findFirst()
                                .orElse(null)
                        : url;
                if (kv != null && vocabulary.list("watch").contains(Words.normal(kv.key()))) {
                    i.children().forEach(c -> watch.add(c.plain()));
                }
            }
        }
        for (Fence f : t.section().fences()) {
            for (Line line : f.lines()) {
                String text = line.text().strip();
                if (url == null && text.startsWith("http")) {
                    url = text;
                } else if (text.startsWith("- ")) {
                    watch.add(text.substring(2).strip());
                }
            }
        }
        if (url != null || !watch.isEmpty()) {
            out.add(new Dashboard(t.title(), url, List.copyOf(watch), t.origin()));
        }
    }

    // "- `GET /healthz` — every 15s, timeout 3s, alert after 3 failures"
    private static void bullet(Topic t, Listing.Item item, Vocabulary vocabulary, List<HealthEndpoint> out) {
        int before = out.size();
        String below = String.join(
                ", ", item.children().stream().map(Listing.Item::text).toList());
        told(item.text() + ", " + below, t.at(item.line()), out);
        // "- `/ready` – the queue": nothing but the path and what it is for.
        Matcher alone = TITLED.matcher(item.text());
        if (out.size() == before && item.box() == null && alone.find()) {
            String path = alone.group(1).replaceFirst("/$", "");
            if (Stream.of(path.split("/")).anyMatch(vocabulary.list("healthPaths")::contains)) {
                out.add(new HealthEndpoint(path, null, null, null, null, t.at(item.line())));
            }
        }
    }

    // "The gateway answers `GET /health` every 20 seconds; three failures in a row mean it is down."
    private static void sentence(Topic t, Paragraph p, List<HealthEndpoint> out) {
        String text = String.join(" ", p.lines().stream().map(Line::text).toList());
        if (text.indexOf('/') >= 0) {
            told(text, t.at(p.line()), out);
        }
    }

    static void told(String all, Origin origin, List<HealthEndpoint> out) {
        Matcher path = PATH.matcher(all);
        if (!path.find()) {
            return;
        }
        String rest = Numbers.inDigits(Words.folded(Words.plain(all.substring(path.end()))));
        Matcher every = EVERY.matcher(rest);
        Matcher limit = LIMIT.matcher(rest);
        Integer interval = every.find() ? Durations.seconds(every.group(1)) : null;
        Integer timeout = limit.find() ? Durations.seconds(limit.group(1)) : null;
        Integer failures = failures(rest);
        if (interval != null || timeout != null || failures != null) {
            String rule = Stream.of(Words.plain(all.substring(path.end())).split(",\\s*|;\\s*|\\.\\s"))
                    .filter(p -> failures(p) != null)
                    .findFirst()
                    .orElse(null);
            out.add(new HealthEndpoint(
                    path.group(1),
                    interval,
                    timeout,
                    rule == null ? null : rule.strip().replaceFirst("\\.$", ""),
                    failures,
                    origin));
        }
    }

    static List<HealthEndpoint> health(Topic root, Vocabulary vocabulary) {
        List<HealthEndpoint> out = new ArrayList<>();
        root.all().filter(t -> t.within(Role.HEALTH, Role.MONITORING)).forEach(t -> {
            t.section().lists().forEach(l -> l.items().forEach(i -> bullet(t, i, vocabulary, out)));
            t.section().paragraphs().forEach(p -> sentence(t, p, out));
        });
        root.all()
                .filter(t ->
                        !t.within(Role.HEALTH, Role.MONITORING, Role.TEMPLATE, Role.POSTMORTEM, Role.PLAYBOOK_GROUP))
                .flatMap(t -> t.section().paragraphs().stream()
                        .flatMap(p -> p.lines().stream())
                        .map(l -> new Spoken(t, l)))
                .filter(s -> s.isPolled(vocabulary))
                .forEach(s -> told(s.line().text(), s.topic().at(s.line().number()), out));
        root.all()
                .filter(ServiceBullets::mayList)
                .filter(t -> !t.within(Role.HEALTH, Role.MONITORING))
                .forEach(t -> ServiceHealth.bullets(t, out));
        root.all().filter(t -> !t.within(Role.TEMPLATE, Role.POSTMORTEM)).forEach(t -> {
            t.tables().forEach(c -> HealthTables.in(t, c, vocabulary, out));
        });
        if (out.isEmpty()) {
            root.all().filter(t -> t.within(Role.HEALTH)).forEach(t -> asked(t, vocabulary, out));
        }
        return List.copyOf(out);
    }

    // Where no table lists them: a heading that is a path, or the addresses that the section's commands ask.
    private static void asked(Topic t, Vocabulary vocabulary, List<HealthEndpoint> out) {
        Matcher titled = TITLED.matcher(t.title());
        if (titled.find()) {
            out.add(new HealthEndpoint(titled.group(1), null, null, null, null, t.origin()));
            return;
        }
        if (t.above().stream().anyMatch(h -> TITLED.in(h.title()))) {
            return;
        }
        for (Fence f : t.section().fences()) {
            for (Line line : f.lines()) {
                for (String url : line.text().contains("curl") ? MarkdownUrls.in(line.text()) : List.<String>of()) {
                    String path = url.replaceFirst("^https?://[^/]*", "").replaceFirst("[?#].*$", "");
                    String last = path.substring(path.lastIndexOf('/') + 1);
                    boolean known = vocabulary.list("healthPaths").contains(last) || path.contains("/health");
                    if (known && out.stream().noneMatch(e -> e.path().equals(url))) {
                        out.add(new HealthEndpoint(url, null, null, null, null, t.at(line.number())));
                    }
                }
            }
        }
    }

    static @Nullable Integer seconds(Table.Row row, int column) {
        String text = ColumnKinds.text(row, column);
        return text == null ? null : Durations.seconds(text);
    }

    static @Nullable Integer failures(@Nullable String rule) {
        if (rule == null) {
            return null;
        }
        String folded = Numbers.inDigits(Words.folded(rule));
        Matcher m = FAILURES.matcher(folded);
        if (!m.find()) {
            return FIRST.in(folded) ? Integer.valueOf(1) : null;
        }
        int n = Integer.parseInt(m.group(1) == null ? m.group(2) : m.group(1));
        return n > 0 ? n : null;
    }
}
