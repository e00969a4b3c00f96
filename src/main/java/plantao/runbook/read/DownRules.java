package plantao.runbook.read;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import plantao.runbook.AlertRule;
import plantao.runbook.Comparison;
import plantao.runbook.HealthEndpoint;
import plantao.runbook.ProbeSpec;
import plantao.runbook.Service;
import plantao.runbook.text.Concepts;
import plantao.runbook.text.Phrases;
import plantao.runbook.text.Vocabulary;
import plantao.runbook.text.Words;

/// Rules of the kind "X is down": whether a rule is one, and which service it is about.
final class DownRules {
    private static final double NAME = 0.4;
    private static final double DESCRIPTION = 0.6;
    // What Prometheus calls reachable: `up == 0`, `probe_success{job="x"} < 1`.
    private static final Pattern UP = Pattern.compile(
            "(?:^|[^\\w])(?:up|probe_success)\\s*(?:\\{[^}]*\\})?[)\\s]*(?:==\\s*0|<\\s*1|!=\\s*1)(?![\\d.])");
    private static final Set<String> TIMES = Set.of("ms", "s", "min", "h", "d");

    private final List<Service> services;
    private final Vocabulary vocabulary;
    private final Concepts concepts;
    private final Kinds kinds;
    private final FrontDoor front;
    private final Overlaps names;
    private final Set<String> general = new HashSet<>();
    private final Set<String> checking = new HashSet<>();

    /// A service with what led to it.
    record Found(Service service, String why) {}

    DownRules(List<Service> services, List<ProbeSpec> probes, List<HealthEndpoint> health, Vocabulary vocabulary) {
        this.services = services;
        this.vocabulary = vocabulary;
        this.concepts = vocabulary.concepts();
        this.kinds = Kinds.of(vocabulary);
        this.front = new FrontDoor(probes, health, vocabulary);
        this.names =
                new Overlaps(services.stream().map(s -> concepts.of(s.name())).toList());
        general.add("=down");
        vocabulary.list("wholeSystem").forEach(phrase -> general.addAll(concepts.of(phrase)));
        for (String list : List.of("healthCheck", "fails")) {
            vocabulary.list(list).forEach(phrase -> checking.addAll(concepts.of(phrase)));
        }
        // "health endpoint" shares a concept with components: only its plain words say nothing about which.
        checking.removeIf(w -> w.startsWith("="));
        general.addAll(checking);
    }

    /// Whether the rule says that something does not answer, rather than that a quantity is beyond a limit.
    boolean isDown(AlertRule r) {
        if (saysDown(r.name()) || UP.matcher(r.condition()).find()) {
            return true;
        }
        boolean measured =
                r.op() != null && r.op() != Comparison.EQUAL && !(r.unit() != null && TIMES.contains(r.unit()));
        return !measured && (saysDown(r.condition()) || saysDown(r.name() + " " + r.condition()));
    }

    private boolean saysDown(String text) {
        String folded = Kinds.folded(text);
        return concepts.of(text).contains("=down")
                || Phrases.anyIn(folded, vocabulary.list("healthCheck"))
                        && Phrases.anyIn(folded, vocabulary.list("fails"));
    }

    /// The service a rule is about, or null. @param down whether it is a rule of this kind
    @Nullable
    Found in(AlertRule r, boolean down) {
        if (!down) {
            Service same = overlapping(concepts.of(r.name()), 0.99);
            return same == null ? null : new Found(same, "has the service's name");
        }
        Found named = named(r.name());
        if (named != null) {
            return named;
        }
        Set<String> about = new LinkedHashSet<>(concepts.of(r.name()));
        about.removeAll(general);
        if (!about.isEmpty()) {
            return null;
        }
        String name = Kinds.folded(r.name());
        boolean whole = Phrases.anyIn(
                name,
                vocabulary.list("wholeSystem").stream()
                        .filter(w -> !vocabulary.list("anyService").contains(w))
                        .toList());
        Service told = whole ? null : exact(r.condition());
        if (told != null) {
            return new Found(told, "its condition names the service");
        }
        Service door = front.of(services);
        if (door == null) {
            return null;
        }
        String address = front.address(door);
        return new Found(
                door,
                "is about the whole system, and \"" + door.name() + "\" stands for it"
                        + (address == null ? "" : " (" + address + ")"));
    }

    private @Nullable Found named(String rule) {
        Service service = exact(rule);
        if (service != null) {
            return new Found(service, "names the service");
        }
        Set<String> about = new LinkedHashSet<>(concepts.of(rule));
        about.remove("=down");
        about.removeAll(checking);
        if (about.isEmpty()) {
            return null;
        }
        service = overlapping(about, NAME);
        if (service != null) {
            return new Found(service, "shares words with the service's name");
        }
        Set<String> wanted = kinds.in(rule);
        service = first(s -> kinds.in(s.name()).stream().anyMatch(wanted::contains));
        if (service != null) {
            return new Found(service, "\"" + service.name() + "\" is of that kind");
        }
        service = first(s -> described(s, about, wanted));
        return service == null ? null : new Found(service, "the service's description says so");
    }

    // The service whose whole name stands in the text, the longest of several.
    private @Nullable Service exact(String text) {
        String folded = Kinds.folded(text);
        Service best = null;
        int most = 1;
        for (Service s : services) {
            String name = Words.key(s.name());
            List<String> forms = List.of(name, Words.key(Concepts.apart(s.name())));
            if (name.length() > most && Phrases.anyIn(folded, forms)) {
                best = s;
                most = name.length();
            }
        }
        return best;
    }

    private @Nullable Service overlapping(Set<String> words, double enough) {
        Service best = null;
        double most = enough;
        for (Map.Entry<Integer, Double> e : names.with(words).entrySet()) {
            if (e.getValue() > most) {
                best = services.get(e.getKey());
                most = e.getValue();
            }
        }
        return best;
    }

    private boolean described(Service s, Set<String> about, Set<String> wanted) {
        String told = (s.provider() == null ? "" : s.provider()) + ", "
                + (s.responsibility() == null ? "" : s.responsibility());
        Set<String> own = concepts.of(told);
        long shared = about.stream().filter(own::contains).count();
        return shared >= DESCRIPTION * about.size() || kinds.in(told).stream().anyMatch(wanted::contains);
    }

    private @Nullable Service first(java.util.function.Predicate<Service> fits) {
        return services.stream().filter(fits).findFirst().orElse(null);
    }
}
