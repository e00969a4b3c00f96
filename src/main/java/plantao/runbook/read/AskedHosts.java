package plantao.runbook.read;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.stream.Stream;
import plantao.runbook.Checklist;
import plantao.runbook.Command;
import plantao.runbook.HealthEndpoint;
import plantao.runbook.Origin;
import plantao.runbook.Playbook;
import plantao.runbook.Procedure;
import plantao.runbook.Risk;
import plantao.runbook.Service;
import plantao.runbook.Step;
import plantao.runbook.text.Expression;
import plantao.runbook.text.Vocabulary;
import plantao.runbook.text.Words;

/// The services of a runbook that lists none: the hosts whose health its own commands ask
/// (`curl http://localhost:8123/health`), called by their address. Without them its board would be empty. Beside
/// those that it lists there are the ones that its health checks ask one by one, called as they are there
/// (`curl localhost:8001/health  # orders`).
record AskedHosts(Vocabulary vocabulary) {
    private static final Expression ASKS = Expression.of("(?:^|[\\s;&|(])(?:curl|wget|https?|GET)\\s");
    private static final Expression URL = Expression.of(
            "(?:https?://|(?<=\\s)(?=localhost:))((?:[A-Za-z][\\w-]*(?:\\.[\\w-]+)*|\\d{1,3}(?:\\.\\d{1,3}){3})(?::\\d{2,5})?)(/[\\w./-]*)?(?![\\w./<>{}$\\[-])");
    private static final Expression NOBODY = Expression.of(
            "(?i)\\bexamples?\\.|\\b(?:exemplo|ejemplo|company|empresa|domain|dominio)\\.|\\b(?:your|my|seu|sua|meu|minha|tu|mi)-?(?:domain|company|site|org|app|project|server|host|dominio|empresa|projeto|proyecto)|xxx");
    // "orders (and their invoices)"
    private static final Expression TITLE =
            Expression.of("([\\p{L}\\p{N}][\\p{L}\\p{N}_.-]*(?: [\\p{L}\\p{N}_.-]+){0,2})(?:\\s*\\((.{2,80})\\))?");
    private static final int MOST = 8;

    /// The services that are listed and those that are asked besides.
    List<Service> beside(
            List<Service> listed,
            List<Playbook> playbooks,
            List<Procedure> procedures,
            List<Checklist> checklists,
            List<HealthEndpoint> endpoints) {
        Map<String, Service> named = named(listed, procedures);
        return listed.isEmpty() && named.isEmpty()
                ? hosts(playbooks, procedures, checklists, endpoints)
                : Stream.concat(listed.stream(), named.values().stream()).toList();
    }

    // A list of health checks, each with the name of what it asks.
    private Map<String, Service> named(List<Service> listed, List<Procedure> procedures) {
        Map<String, Service> out = new LinkedHashMap<>();
        Set<String> known = new HashSet<>();
        listed.forEach(s -> known.addAll(vocabulary.concepts().of(s.name())));
        for (Procedure p : procedures) {
            Map<String, Service> each = new LinkedHashMap<>();
            for (Step s : "monitoring".equals(p.kind()) ? p.steps() : List.<Step>of()) {
                Map<String, Service> asked = new LinkedHashMap<>();
                s.commands().forEach(c -> command(c, asked));
                Matcher title = TITLE.matcher(s.title());
                String said = Words.folded(s.title());
                boolean other = vocabulary.terms("inspect").begin(said)
                        || vocabulary.terms("healthCheck").in(said)
                        || vocabulary.terms("healthPaths").in(said)
                        || Places.isEnvironment(s.title());
                if (s.commands().size() == 1 && asked.size() == 1 && title.matches() && !other) {
                    Service one = asked.values().iterator().next();
                    each.put(
                            one.name(),
                            new Service(title.group(1), null, one.url(), title.group(2), null, null, s.origin()));
                }
            }
            if (each.size() > 1) {
                each.forEach(out::putIfAbsent);
            }
        }
        out.values()
                .removeIf(s -> vocabulary.concepts().of(s.name()).stream().anyMatch(known::contains)
                        || listed.stream()
                                .anyMatch(l -> l.url() != null
                                        && s.url() != null
                                        && s.url().startsWith(l.url())));
        return out;
    }

    private List<Service> hosts(
            List<Playbook> playbooks,
            List<Procedure> procedures,
            List<Checklist> checklists,
            List<HealthEndpoint> endpoints) {
        Map<String, Service> out = new LinkedHashMap<>();
        endpoints.forEach(e -> asked(e.path(), e.origin(), out));
        Stream.of(
                        playbooks.stream().flatMap(p -> p.steps().stream()).flatMap(s -> s.commands().stream()),
                        procedures.stream().flatMap(p -> p.steps().stream()).flatMap(s -> s.commands().stream()),
                        checklists.stream().flatMap(c -> c.items().stream()).flatMap(i -> i.commands().stream()))
                .flatMap(commands -> commands)
                .filter(c -> c.risk() == Risk.SAFE && ASKS.in(c.text()))
                .forEach(c -> command(c, out));
        return out.values().stream().limit(MOST).toList();
    }

    // A name without a dot is known within a cluster only; "your-domain.com" is nobody's.
    private static boolean isReachable(String host) {
        return (host.indexOf('.') > 0 || host.startsWith("localhost")) && !NOBODY.in(host);
    }

    private void command(Command c, Map<String, Service> out) {
        Matcher m = URL.matcher(c.text());
        while (m.find()) {
            add(m, c.origin(), out);
        }
    }

    private void asked(String path, Origin origin, Map<String, Service> out) {
        Matcher m = URL.matcher(path);
        if (m.matches()) {
            add(m, origin, out);
        }
    }

    private void add(Matcher m, Origin origin, Map<String, Service> out) {
        String path = m.group(2) == null ? "" : m.group(2).replaceAll("/+$", "");
        String last = Words.folded(path.substring(path.lastIndexOf('/') + 1));
        if (vocabulary.list("healthPaths").contains(last) && isReachable(m.group(1))) {
            String url = m.group().startsWith("http") ? m.group() : "http://" + m.group();
            out.putIfAbsent(m.group(1), new Service(m.group(1), null, url, null, null, null, origin));
        }
    }
}
