package plantao.runbook.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import plantao.runbook.Service;
import plantao.runbook.Vendor;
import plantao.runbook.text.Expression;
import plantao.runbook.text.KeyValue;
import plantao.runbook.text.Role;
import plantao.runbook.text.Vocabulary;
import plantao.runbook.text.Words;
import plantao.runbook.tree.Line;
import plantao.runbook.tree.Listing;
import plantao.runbook.tree.Section;
import plantao.runbook.tree.Table;

/// Services and vendors, from tables and lists.
final class Services {
    // "**API** (Acme Cloud): https://…"
    private static final Expression PROVIDER = Expression.of("^\\(([^()]{2,40})\\)\\s*[:–—-]?\\s*(.*)$");

    // "`ledger` (systemd, node-1): books what was paid"
    private static final Expression CODED =
            Expression.of("^`([^`\\s]{2,48})`(\\s*\\([^()]{2,80}\\))?\\s*(?::|[-–—](?=\\s))\\s*(\\S.*)$");

    private static final Expression HOST = Expression.of("[A-Za-z][\\w-]*(?:\\.[\\w-]+)*|\\d{1,3}(?:\\.\\d{1,3}){3}");

    private Services() {}

    static List<Service> in(Topic root, PortHosts hosts, Vocabulary vocabulary) {
        List<Service> out = new ArrayList<>();
        root.all()
                .filter(t -> !t.within(Role.TEMPLATE, Role.POSTMORTEM, Role.LINKS))
                .forEach(t -> {
                    for (ColumnKinds c : t.tables()) {
                        if (isServices(t, c)) {
                            rows(t, c, hosts, out);
                        }
                    }
                    if (t.is(Role.SERVICES)) {
                        t.section().lists().forEach(l -> l.items().forEach(i -> bullet(t, i, out)));
                        t.section().paragraphs().forEach(p -> p.lines().forEach(l -> line(t, l, out)));
                    }
                });
        if (out.isEmpty()) {
            // "Component | Target uptime" where nothing else names the services.
            root.all()
                    .filter(t -> t.within(Role.SLA))
                    .forEach(t -> t.tables().stream()
                            .filter(c -> c.of("serviceName") == 0 && c.of("sla") > 0 && !c.has("severity"))
                            .forEach(c -> rows(t, c, hosts, out)));
        }
        return out.isEmpty() ? ServiceBullets.in(root, vocabulary) : List.copyOf(out);
    }

    // "Website: https://…" by lines.
    private static void line(Topic t, Line l, List<Service> out) {
        KeyValue kv = KeyValue.of(l.text());
        if (kv != null && MarkdownUrls.isAddress(Words.plain(kv.value()))) {
            out.add(new Service(kv.key(), null, url(kv.value()), null, null, null, t.at(l.number())));
        }
    }

    private static final Expression SLA = Expression.of("(?i)\\bSL[AO]\\s*:?\\s*(\\d{2,3}(?:[.,]\\d+)?\\s*%)");

    // A table whose first column is called "Service" lists services, wherever it stands.
    private static final Set<String> NAMED = Set.of(
            "service",
            "services",
            "microservice",
            "servico",
            "servicos",
            "microsservico",
            "servicio",
            "servicios",
            "microservicio");

    private static boolean isNamed(ColumnKinds c) {
        return isNamed(c, 0);
    }

    private static boolean isNamed(ColumnKinds c, int column) {
        return c.table().keys().get(column).stream().anyMatch(NAMED::contains);
    }

    // "Where it is | What it is | What it is for": of two columns that describe, the first names.
    private static int name(Topic t, ColumnKinds c) {
        int name = c.of("serviceName");
        int what = name < 0 && t.is(Role.SERVICES) ? c.of("responsibility") : -1;
        return what >= 0 && c.of("responsibility", what) > what ? what : name;
    }

    private static boolean isServices(Topic t, ColumnKinds c) {
        boolean described = c.has("url")
                || c.has("address")
                || c.has("provider")
                || c.has("sla")
                || c.has("port")
                || c.has("responsibility")
                || isNamed(c)
                        && c.table().headers().size() > 2
                        && !c.has("status")
                        && !c.has("action")
                        && !c.has("cause")
                        && !t.within(Role.PLAYBOOK_GROUP, Role.BACKUP, Role.MAINTENANCE, Role.DEPLOY);
        boolean other = c.has("support")
                || c.has("statusPage")
                || c.has("metricName") && c.of("serviceName") != 0
                || c.has("endpoint") && c.of("endpoint") == 0 && !c.has("provider")
                || c.has("email")
                || c.has("phone")
                || c.has("rpo")
                || c.has("severity")
                        && !c.has("port")
                        && !(t.is(Role.SERVICES) && c.of("serviceName") == 0)
                        && !(c.has("url") && (isNamed(c) || t.within(Role.SERVICES, Role.ARCHITECTURE, Role.OVERVIEW)))
                || c.table()
                        .headers()
                        .getFirst()
                        .strip()
                        .matches("(?iu)\\W*(?:dashboards?|pain[eé]l|pain[eé]is|tablero|panel)\\W*")
                || c.has("command") && c.of("command") != c.of("address");
        int name = name(t, c);
        boolean here = t.within(Role.SERVICES, Role.ARCHITECTURE, Role.OVERVIEW, Role.DEPENDENCIES)
                || c.has("url")
                || c.has("sla")
                || c.has("address") && c.has("port")
                || isNamed(c);
        boolean second = name == 1
                && (c.of("index") == 0
                        || c.of("responsibility") == 0
                        || c.of("provider") == 0
                        || c.of("url") == 0
                        || c.of("port") == 0
                        || c.of("role") == 0 && isNamed(c, name));
        // "Team | Area | Service": among services, whatever stands before it.
        second |= name > 0 && t.is(Role.SERVICES) && (isNamed(c, name) || c.of("serviceName") < 0);
        return (name == 0 || second)
                && described
                && !other
                && here
                && (t.is(Role.SERVICES)
                        || c.of("url") == 0
                                && c.table().keys().get(name).stream().anyMatch(NAMED::contains)
                        || !t.within(
                                Role.CONTACTS,
                                Role.VENDORS,
                                Role.ESCALATION,
                                Role.ENVIRONMENTS,
                                Role.METRICS,
                                Role.ALERTS,
                                Role.SLA,
                                Role.DASHBOARDS));
    }

    private static void rows(Topic t, ColumnKinds c, PortHosts hosts, List<Service> out) {
        int name = name(t, c);
        int provider = c.of("provider", name);
        int url = c.has("url") ? c.of("url", name) : c.of("address", name);
        int about = c.of("responsibility", name);
        int sla = c.of("sla", name);
        int port = c.of("port", name, url);
        String host = port < 0 ? null : hosts.of(c, port);
        for (Table.Row row : c.table().rows()) {
            String title = ColumnKinds.text(row, name);
            if (title != null) {
                Topic.Head parent = t.parent();
                String group = t.is(Role.SERVICES) || parent == null ? null : t.title();
                out.add(new Service(
                        title,
                        ColumnKinds.text(row, provider),
                        address(row, url, port, host),
                        ColumnKinds.text(row, about),
                        ColumnKinds.text(row, sla),
                        group,
                        t.at(row.line())));
            }
        }
    }

    // "db1" and "3306" in two columns are one address; so are 3306 and the host on which the other rows are asked.
    private static @Nullable String address(Table.Row row, int url, int port, @Nullable String around) {
        String own = url(ColumnKinds.cell(row, url));
        String host = ColumnKinds.text(row, url);
        String number = PortHosts.port(row, port);
        if (own != null || number == null) {
            return own;
        }
        boolean named = host != null && HOST.matcher(host).matches();
        return named ? host + ":" + number : around == null ? null : around + ":" + number;
    }

    private static void bullet(Topic t, Listing.Item item, List<Service> out) {
        KeyValue kv = item.keyValue();
        Matcher coded = CODED.matcher(item.text());
        kv = coded.matches() && item.box() == null
                ? new KeyValue(coded.group(1), (coded.group(2) == null ? "" : coded.group(2)) + coded.group(3), true)
                : kv;
        if (kv == null && ServiceBullets.placed(t, item) != null) {
            out.add(ServiceBullets.placed(t, item));
            return;
        }
        if (kv == null || !kv.bold() || kv.key().length() > 60 || Places.isEnvironment(kv.key())) {
            return;
        }
        String provider = null;
        String value = kv.value().strip();
        Matcher bracket = PROVIDER.matcher(value);
        if (bracket.matches()) {
            provider = Words.plain(bracket.group(1));
            value = bracket.group(2);
        }
        String address = url(value);
        if (VendorBullets.isStatusPage(kv.key(), address)) {
            return;
        }
        String told = Words.plain(value).replaceFirst("^[^\\s]+://[^\\s]+\\s*(?:[-–—]\\s*)?", "");
        Matcher promised = SLA.matcher(told);
        String sla = promised.find() ? promised.group(1) : null;
        // "receives orders; https://…; SLA 99.9%": each has its place.
        String about = Stream.of(told.split("\\s*;\\s+"))
                .filter(p -> address == null || !p.equals(address))
                .filter(p -> sla == null || !SLA.in(p))
                .collect(Collectors.joining("; "));
        provider = provider == null ? ServiceBullets.provider(about) : provider;
        about = ServiceBullets.tidied(about, address, provider);
        out.add(new Service(kv.key(), provider, address, about.isBlank() ? null : about, sla, null, t.at(item.line())));
    }

    /// A URL, a server's address or a bare host in a cell, or null for "(internal)" and the like.
    static @Nullable String url(String markdown) {
        return MarkdownUrls.in(markdown).stream().findFirst().orElseGet(() -> MarkdownUrls.server(markdown));
    }

    static List<Vendor> vendors(Topic root, Vocabulary vocabulary) {
        List<Vendor> out = new ArrayList<>();
        root.all().forEach(t -> {
            for (ColumnKinds c : t.tables()) {
                int name = c.of("serviceName");
                if (name < 0) {
                    name = c.of("provider");
                }
                int support = c.of("support", name);
                support = support < 0 && t.is(Role.VENDORS) ? c.of("channel", name) : support;
                int status = c.of("statusPage", name);
                // "Status" over addresses: the supplier's page.
                int page = status < 0 ? c.of("status", name) : -1;
                boolean pages = page > 0
                        && !c.table().rows().isEmpty()
                        && c.table().rows().stream()
                                .allMatch(r -> ColumnKinds.cell(r, page).contains("://"));
                status = pages ? page : status;
                boolean told = support > 0 && status > 0 && c.kinds().getFirst().isEmpty();
                name = told ? 0 : name;
                if (name == 0 && (support > 0 || status > 0)) {
                    int sla = c.of("sla", name);
                    for (Table.Row row : c.table().rows()) {
                        String title = ColumnKinds.text(row, name);
                        if (title != null) {
                            out.add(new Vendor(
                                    title,
                                    reached(row, support, name),
                                    ColumnKinds.text(row, status),
                                    ColumnKinds.text(row, sla),
                                    t.at(row.line())));
                        }
                    }
                }
            }
            boolean supplier = t.within(Role.VENDORS, Role.DEPENDENCIES)
                    && !t.is(Role.VENDORS, Role.DEPENDENCIES)
                    && !t.section().isLead();
            if (supplier && !t.section().lists().isEmpty()) {
                listed(t, vocabulary, out);
            }
        });
        VendorBullets.in(root).stream()
                .filter(v ->
                        out.stream().noneMatch(known -> Words.key(known.name()).equals(Words.key(v.name()))))
                .forEach(out::add);
        return List.copyOf(out);
    }

    // "Pro support | help@vendor.example": an address in the row says more than the plan's name.
    private static @Nullable String reached(Table.Row row, int support, int name) {
        String told = ColumnKinds.text(row, support);
        if (told == null || told.contains("@") || told.contains("://")) {
            return told;
        }
        for (int i = 0; i < row.cells().size(); i++) {
            String cell = i == name ? null : ColumnKinds.text(row, i);
            if (cell != null && cell.contains("@")) {
                return cell;
            }
        }
        return told;
    }

    private static void listed(Topic t, Vocabulary vocabulary, List<Vendor> out) {
        String support = null;
        String status = null;
        String sla = null;
        for (Section s : List.of(t.section())) {
            for (Listing l : s.lists()) {
                for (Listing.Item i : l.items()) {
                    KeyValue kv = i.keyValue();
                    if (kv == null) {
                        continue;
                    }
                    String key = Words.normal(kv.key());
                    support = vocabulary.isColumn("support", key) ? Words.plain(kv.value()) : support;
                    status = vocabulary.isColumn("statusPage", key) ? Words.plain(kv.value()) : status;
                    sla = vocabulary.isColumn("sla", key) ? Words.plain(kv.value()) : sla;
                }
            }
        }
        if (support != null || status != null) {
            out.add(new Vendor(t.title(), support, status, sla, t.origin()));
        }
    }
}
