package plantao.runbook.read;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
import plantao.runbook.text.Expression;
import plantao.runbook.text.Vocabulary;
import plantao.runbook.text.Words;

/// The services of a runbook that lists none: the hosts whose health its own commands ask
/// (`curl http://localhost:8123/health`), called by their address. Without them its board would be empty.
record AskedHosts(Vocabulary vocabulary) {
    private static final Expression ASKS = Expression.of("(?:^|[\\s;&|(])(?:curl|wget|https?|GET)\\s");
    private static final Expression URL = Expression.of(
            "https?://((?:[A-Za-z][\\w-]*(?:\\.[\\w-]+)*|\\d{1,3}(?:\\.\\d{1,3}){3})(?::\\d{2,5})?)(/[\\w./-]*)?(?![\\w./<>{}$\\[-])");
    private static final Expression NOBODY = Expression.of(
            "(?i)\\bexamples?\\.|\\b(?:exemplo|ejemplo|company|empresa|domain|dominio)\\.|\\b(?:your|my|seu|sua|meu|minha|tu|mi)-?(?:domain|company|site|org|app|project|server|host|dominio|empresa|projeto|proyecto)|xxx");
    private static final int MOST = 8;

    List<Service> in(
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
            out.putIfAbsent(m.group(1), new Service(m.group(1), null, m.group(), null, null, null, origin));
        }
    }
}
