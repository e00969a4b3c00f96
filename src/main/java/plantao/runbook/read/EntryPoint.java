package plantao.runbook.read;

import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import plantao.runbook.HealthEndpoint;
import plantao.runbook.ProbeSpec;
import plantao.runbook.Service;
import plantao.runbook.text.Role;
import plantao.runbook.text.Terms;
import plantao.runbook.text.Vocabulary;
import plantao.runbook.text.Words;

/// The one service that tells best whether the system as a whole is up: the application with a health endpoint,
/// else the application, never a database or a queue behind it.
final class EntryPoint {
    private static final Set<String> BEHIND =
            Set.of("database", "cache", "queue", "search", "storage", "worker", "monitoring", "dns", "mail");

    private static final int NAMED = 3;

    private final Vocabulary vocabulary;
    private final List<ProbeSpec> probes;
    private final Set<String> paths = new HashSet<>();
    private final Terms general;
    private final ComponentKinds kinds;

    EntryPoint(List<ProbeSpec> probes, List<HealthEndpoint> health, Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
        this.probes = probes;
        this.general = vocabulary.terms("wholeSystem");
        this.kinds = ComponentKinds.of(vocabulary);
        this.paths.addAll(vocabulary.list("healthPaths"));
        health.forEach(e -> paths.add(last(e.path())));
    }

    /// The service, or null when none of them stands in front.
    @Nullable
    Service of(List<Service> services) {
        Service best = null;
        int most = 0;
        for (Service s : services) {
            int score = score(s);
            if (score > most) {
                best = s;
                most = score;
            }
        }
        return best;
    }

    /// Whether nothing speaks against this one: it is called the application, or no other stands in front.
    boolean isClear(Service door, List<Service> services) {
        return score(door) >= NAMED
                || services.stream().filter(s -> score(s) > 0).count() == 1;
    }

    /// The address that its probe asks, or null.
    @Nullable
    String address(Service service) {
        return settings(service).get("url");
    }

    // What others run for us may fail without the system being down.
    private boolean isOutside(Service s) {
        Role role = s.group() == null ? null : vocabulary.loose(Words.normal(s.group()));
        return role == Role.DEPENDENCIES
                || role == Role.VENDORS
                || s.provider() != null && Words.key(s.provider()).equals(Words.key(s.name()));
    }

    private int score(Service s) {
        if (isOutside(s)) {
            return 0;
        }
        Set<String> own = kinds.in(s.name());
        if (own.isEmpty()) {
            own = kinds.in(s.provider());
        }
        boolean named = general.in(ComponentKinds.folded(s.name()));
        if (!named && own.stream().anyMatch(BEHIND::contains)) {
            return 0;
        }
        String url = address(s);
        int score = url != null ? 6 : settings(s).isEmpty() ? 1 : 3;
        score += url != null && paths.contains(last(url)) ? 8 : 0;
        score += named ? NAMED : 0;
        score += s.responsibility() != null && general.in(ComponentKinds.folded(s.responsibility())) ? 2 : 0;
        return own.contains("proxy") && !named ? 1 : score;
    }

    private Map<String, String> settings(Service s) {
        return probes.stream()
                .filter(p -> p.of() == ProbeSpec.Subject.SERVICE
                        && Words.key(p.subject()).equals(Words.key(s.name())))
                .map(ProbeSpec::settings)
                .findFirst()
                .orElse(Map.of());
    }

    // The last part of an address's path: "health" of "https://host/api/health/".
    private static String last(String address) {
        String path;
        try {
            String found = URI.create(address).getPath();
            path = found == null ? "" : found;
        } catch (IllegalArgumentException e) {
            // An address with a blank or a variable in it is no URI (RFC 3986); its end can be told all the same.
            path = address.replaceFirst("[?#].*$", "");
        }
        String end = path.replaceAll("/+$", "");
        return end.substring(end.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
    }
}
