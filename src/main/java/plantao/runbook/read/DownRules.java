package plantao.runbook.read;

import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;
import plantao.runbook.AlertRule;
import plantao.runbook.Comparison;
import plantao.runbook.HealthEndpoint;
import plantao.runbook.ProbeSpec;
import plantao.runbook.Service;
import plantao.runbook.text.Concepts;
import plantao.runbook.text.Expression;
import plantao.runbook.text.Terms;
import plantao.runbook.text.Vocabulary;
import plantao.runbook.text.Words;

/// Rules of the kind "X is down": whether a rule is one, and which service it is about.
final class DownRules {
    private static final double NAME = 0.4;
    private static final double DESCRIPTION = 0.6;
    // What Prometheus calls reachable: `up == 0`, `probe_success{job="x"} < 1`.
    private static final Expression UP = Expression.of(
            "(?:^|[^\\w])(?:(?<of>\\w+?)_)?(?:up|probe_success)\\s*(?:\\{(?<labels>[^}]*)\\})?[)\\s]*(?:==\\s*0|<\\s*1|!=\\s*1)(?![\\d.])"
                    + "|absent\\(\\s*up\\s*\\{(?<absent>[^}]*)\\}");
    private static final Expression LABEL = Expression.of(
            "\\b(?:job|service|app|application|component|container|deployment|name|target|instance)\\s*=~?\\s*[\"']([^\"']+)[\"']");

    // "health != 200", "/up not 200 for 2 min", "does not return HTTP 200"
    private static final Expression REFUSED = Expression.of(
            "(?:!=|≠|<>|\\bnot|\\bno|\\bnao|\\bother than|\\bdiferente de|\\bdistinto de)\\s*(?:(?:return(?:s|ing)?|answer(?:s|ing)?|respond(?:s|ing)?|retorna(?:r|ndo)?|responde(?:r|ndo)?|devuelve|com|con|with|es|e|an?|um|un|a)\\s+)*(?:http\\s*)?(?:200|2xx)\\b");

    private static final Set<String> STATE = state(Vocabulary.standard().concepts());
    private static final Set<String> TIMES = Set.of("ms", "s", "min", "h", "d");

    // Words that say nothing about which component is meant; those of checks alone, and all of them. A runbook's
    // own
    // words are roles only, so the vocabulary's are the same for all.
    private static final Set<String> CHECKING = checking(Vocabulary.standard());
    private static final Set<String> GENERAL = general(Vocabulary.standard());

    private final List<Service> services;
    private final Terms healthCheck;
    private final Terms fails;
    private final Terms wholeSystem;
    private final Concepts concepts;
    private final ComponentKinds kinds;
    private final EntryPoint front;
    private final Overlaps names;
    private final List<Service> byLength;
    private final Terms exactNames;
    private final Map<Service, Told> told = new HashMap<>();

    /// A service with what led to it.
    record Found(Service service, String why) {}

    /// What a service's name and description tell: components by the name, words and components by the rest.
    private record Told(Set<String> kinds, Set<String> words, Set<String> describedKinds) {
        boolean describes(Set<String> about, Set<String> wanted) {
            long shared = about.stream().filter(words::contains).count();
            return shared >= DESCRIPTION * about.size()
                    || describedKinds.stream().anyMatch(wanted::contains);
        }
    }

    DownRules(List<Service> services, List<ProbeSpec> probes, List<HealthEndpoint> health, Vocabulary vocabulary) {
        this.services = services;
        this.healthCheck = vocabulary.terms("healthCheck");
        this.fails = vocabulary.terms("fails");
        List<String> any = vocabulary.list("anyService");
        this.wholeSystem = Terms.of(vocabulary.list("wholeSystem").stream()
                .filter(w -> !any.contains(w))
                .toList());
        this.concepts = vocabulary.concepts();
        this.kinds = ComponentKinds.of(vocabulary);
        this.front = new EntryPoint(probes, health, vocabulary);
        this.names = new Overlaps(
                services.stream().map(s -> concepts.of(spaced(s.name()))).toList());
        this.byLength = services.stream()
                .filter(s -> Words.key(s.name()).length() > 1)
                .sorted(Comparator.comparingInt(s -> -Words.key(s.name()).length()))
                .toList();
        this.exactNames = Terms.grouped(byLength.stream().map(DownRules::forms).toList());
    }

    private static Set<String> state(Concepts concepts) {
        return concepts.of("down up uptime downtime availability available disponibilidade disponibilidad online");
    }

    private static Set<String> checking(Vocabulary vocabulary) {
        Set<String> out = new HashSet<>();
        for (String list : List.of("healthCheck", "fails")) {
            vocabulary
                    .list(list)
                    .forEach(phrase -> out.addAll(vocabulary.concepts().of(phrase)));
        }
        // "health endpoint" shares a concept with components: only its plain words say nothing about which.
        out.removeIf(w -> w.startsWith("="));
        return Set.copyOf(out);
    }

    private static Set<String> general(Vocabulary vocabulary) {
        Set<String> out = new HashSet<>(checking(vocabulary));
        out.add("=down");
        vocabulary
                .list("wholeSystem")
                .forEach(phrase -> out.addAll(vocabulary.concepts().of(phrase)));
        return Set.copyOf(out);
    }

    /// Whether what two names share says no more than that something is up or down.
    static boolean isState(Set<String> shared) {
        return STATE.containsAll(shared);
    }

    /// Whether the condition asks for nothing but reachability (`up == 0`).
    static boolean isReachability(String condition) {
        return isUp(condition);
    }

    /// Whether the rule says that something does not answer, rather than that a quantity is beyond a limit.
    boolean isDown(AlertRule r) {
        if (saysDown(r.name()) || isUp(r.condition())) {
            return true;
        }
        if (isRefused(ComponentKinds.folded(r.condition()))) {
            return true;
        }
        boolean measured =
                r.op() != null && r.op() != Comparison.EQUAL && !(r.unit() != null && TIMES.contains(r.unit()));
        return !measured && (saysDown(r.condition()) || saysDown(r.name() + " " + r.condition()));
    }

    private boolean saysDown(String text) {
        String folded = ComponentKinds.folded(text);
        return concepts.of(text).contains("=down") || isRefused(folded) || healthCheck.in(folded) && fails.in(folded);
    }

    private static boolean isRefused(String folded) {
        return (folded.contains("200") || folded.contains("2xx")) && REFUSED.in(folded);
    }

    private static boolean isUp(String condition) {
        return (condition.contains("up") || condition.contains("probe_success")) && UP.in(condition);
    }

    /// The service a rule is about, or null.
    ///
    /// @param down whether it is a rule of this kind
    @Nullable
    Found in(AlertRule r, boolean down) {
        String target = target(r.condition());
        if (target != null) {
            Service watched = watched(target);
            return watched == null ? named(r.name(), "") : new Found(watched, "watches \"" + target + "\"");
        }
        if (!down) {
            Service same = overlapping(concepts.of(r.name()), 0.99);
            return same == null ? null : new Found(same, "has the service's name");
        }
        Found named = named(r.name(), r.condition());
        if (named != null) {
            return named;
        }
        Set<String> about = new LinkedHashSet<>(concepts.of(r.name()));
        about.removeAll(GENERAL);
        if (!about.isEmpty()) {
            return null;
        }
        String name = ComponentKinds.folded(r.name());
        Service told = wholeSystem.in(name) ? null : exact(r.condition());
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

    /// What a reachability expression watches: `x` of `x_up == 0` and `up{job="x"} == 0`; null where it names
    /// nothing.
    private static @Nullable String target(String condition) {
        Matcher m = condition.contains("up") || condition.contains("probe_success") ? UP.matcher(condition) : null;
        if (m == null || !m.find()) {
            return null;
        }
        String labels = m.group("labels") == null ? m.group("absent") : m.group("labels");
        Matcher label = labels == null ? null : LABEL.matcher(labels);
        return label != null && label.find() ? label.group(1) : m.group("of");
    }

    // Words such as "api" tell two services apart only where there is no other word.
    private @Nullable Service watched(String target) {
        for (String one : target.split("\\|")) {
            Service service = exact(spaced(one));
            Set<String> words = concepts.of(spaced(one));
            Set<String> own = new LinkedHashSet<>(words);
            own.removeAll(GENERAL);
            service = service == null ? overlapping(own.isEmpty() ? words : own, NAME) : service;
            Set<String> wanted = service == null ? kinds.in(spaced(one)) : Set.of();
            service = service == null ? first(s -> told(s).kinds().stream().anyMatch(wanted::contains)) : service;
            if (service != null) {
                return service;
            }
        }
        return null;
    }

    private @Nullable Found named(String rule, String condition) {
        Service service = exact(rule);
        if (service != null) {
            return new Found(service, "names the service");
        }
        Set<String> about = new LinkedHashSet<>(concepts.of(rule));
        about.remove("=down");
        about.removeAll(CHECKING);
        if (about.isEmpty()) {
            return null;
        }
        service = overlapping(about, NAME);
        if (service != null) {
            return new Found(service, "shares words with the service's name");
        }
        // "LedgerDown: ledger-db not reachable" is about nothing that only has "ledger" in its description.
        service = exact(condition);
        if (service != null && !Collections.disjoint(concepts.of(spaced(service.name())), about)) {
            return new Found(service, "its condition names the service");
        }
        Set<String> wanted = kinds.in(rule);
        service = first(s -> told(s).kinds().stream().anyMatch(wanted::contains));
        if (service != null) {
            return new Found(service, "\"" + service.name() + "\" is of that kind");
        }
        service = first(s -> told(s).describes(about, wanted));
        return service == null ? null : new Found(service, "the service's description says so");
    }

    // The service whose whole name stands in the text, the longest of several.
    private @Nullable Service exact(String text) {
        int longest = exactNames.first(ComponentKinds.folded(text));
        return longest < 0 ? null : byLength.get(longest);
    }

    private static List<String> forms(Service s) {
        return List.of(Words.key(s.name()), Words.key(Concepts.apart(s.name())), Words.key(spaced(s.name())));
    }

    // "ledger-db" and "ledger_db" are two words.
    private static String spaced(String name) {
        return ComponentKinds.spaced(name);
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

    private Told told(Service service) {
        return told.computeIfAbsent(service, s -> {
            String text = (s.provider() == null ? "" : s.provider()) + ", "
                    + (s.responsibility() == null ? "" : s.responsibility());
            return new Told(kinds.in(s.name()), concepts.of(text), kinds.in(text));
        });
    }

    private @Nullable Service first(java.util.function.Predicate<Service> fits) {
        return services.stream().filter(fits).findFirst().orElse(null);
    }
}
