package plantao.runbook.read;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;
import plantao.runbook.HealthEndpoint;
import plantao.runbook.ProbeSpec;
import plantao.runbook.Service;
import plantao.runbook.Settings;
import plantao.runbook.Vendor;
import plantao.runbook.text.Expression;
import plantao.runbook.text.Vocabulary;
import plantao.runbook.text.Words;

/// The complete list of probes: those of `console.yaml`, and for every other service with an address an HTTP probe
/// of its own, with the path, interval, timeout and failures of the runbook's health endpoints where one fits.
final class DefaultProbes {
    static final Duration INTERVAL = Duration.ofSeconds(30);
    /// A status page is somebody else's: it is asked seldom, and given time.
    private static final Duration VENDORS = Duration.ofSeconds(60);

    private static final Duration VENDOR_TIMEOUT = Duration.ofSeconds(10);
    static final int FAILURES = 2;
    static final int RECOVERIES = 2;

    private static final Expression BLANK = Expression.of("[\\[<{]\\p{L}[\\p{L}\\p{N} _.-]*[\\]>}]");

    private static final ServerProbes SERVERS = new ServerProbes(ComponentKinds.of(Vocabulary.standard()));

    private DefaultProbes() {}

    static Settings complete(
            Settings settings,
            List<Service> services,
            List<HealthEndpoint> endpoints,
            List<Vendor> vendors,
            HealthUrls urls,
            Vocabulary vocabulary) {
        Set<String> given = new HashSet<>();
        settings.probes().stream()
                .filter(p -> p.of() == ProbeSpec.Subject.SERVICE)
                .forEach(p -> given.add(Words.key(p.subject())));
        List<ProbeSpec> probes = new ArrayList<>(settings.probes());
        for (Service s : services) {
            HealthEndpoint own = own(s, endpoints);
            // What its own row says to ask goes before whether it takes a connection.
            ProbeSpec server = own != null && own.path().startsWith("http") ? null : SERVERS.probe(s);
            String url = own == null ? address(s.url(), settings) : asked(own, address(s.url(), settings));
            if (server != null && given.add(Words.key(s.name()))) {
                probes.add(server);
            } else if (server == null && url != null && given.add(Words.key(s.name()))) {
                probes.add(probe(s, url, own == null ? fitting(url, services, endpoints) : own));
            }
        }
        Service door = new EntryPoint(probes, endpoints, vocabulary).of(services);
        if (door != null && !given.contains(Words.key(door.name()))) {
            probes.addAll(asked(door, services, probes, endpoints, urls, vocabulary));
        }
        vendors(settings, vendors, probes);
        return replaced(settings, List.copyOf(probes));
    }

    /// The settings with these probes too.
    static Settings with(Settings settings, List<ProbeSpec> more) {
        List<ProbeSpec> all = new ArrayList<>(settings.probes());
        all.addAll(more);
        return replaced(settings, List.copyOf(all));
    }

    private static Settings replaced(Settings settings, List<ProbeSpec> probes) {
        return settings.withProbes(probes);
    }

    /// A supplier whose status page is named is asked there, unless `console.yaml` says where.
    private static void vendors(Settings settings, List<Vendor> vendors, List<ProbeSpec> probes) {
        Set<String> given = new HashSet<>();
        settings.probes().stream()
                .filter(p -> p.of() == ProbeSpec.Subject.VENDOR)
                .forEach(p -> given.add(Words.key(p.subject())));
        for (Vendor v : vendors) {
            String url = address(v.statusPage());
            if (url != null && given.add(Words.key(v.name()))) {
                probes.add(new ProbeSpec(
                        v.name(),
                        ProbeSpec.Subject.VENDOR,
                        "statuspage",
                        Map.of("url", url),
                        VENDORS,
                        VENDOR_TIMEOUT,
                        1,
                        1,
                        v.origin()));
            }
        }
    }

    // The application has no address of its own, but the runbook tells where its health endpoint is asked.
    private static List<ProbeSpec> asked(
            Service door,
            List<Service> services,
            List<ProbeSpec> probes,
            List<HealthEndpoint> endpoints,
            HealthUrls urls,
            Vocabulary vocabulary) {
        if (!new EntryPoint(probes, endpoints, vocabulary).isClear(door, services)) {
            return List.of();
        }
        for (HealthEndpoint e : endpoints) {
            String url = urls.of(e);
            boolean taken = probes.stream()
                    .map(p -> p.settings().get("url"))
                    .anyMatch(u -> u != null && u.replaceFirst("[?#].*$", "").endsWith(e.path()));
            if (url != null && !taken) {
                return List.of(probe(door, url, e));
            }
        }
        return List.of();
    }

    private static ProbeSpec probe(Service s, String url, @Nullable HealthEndpoint e) {
        String target = e == null || !isBare(url) ? url : url.replaceAll("/+$", "") + e.path();
        Duration interval =
                e == null || e.intervalSeconds() == null ? INTERVAL : Duration.ofSeconds(e.intervalSeconds());
        Duration timeout = e == null || e.timeoutSeconds() == null ? null : Duration.ofSeconds(e.timeoutSeconds());
        int failures = e == null || e.failures() == null ? FAILURES : e.failures();
        return new ProbeSpec(
                s.name(),
                ProbeSpec.Subject.SERVICE,
                "http",
                Map.of("url", target),
                interval,
                timeout,
                failures,
                RECOVERIES,
                s.origin());
    }

    // The one that stands in the service's own row.
    private static @Nullable HealthEndpoint own(Service service, List<HealthEndpoint> endpoints) {
        return endpoints.stream()
                .filter(e -> e.origin().equals(service.origin()))
                .findFirst()
                .orElse(null);
    }

    // A whole address, or a path from the root of the service's own address.
    private static @Nullable String asked(HealthEndpoint own, @Nullable String url) {
        if (own.path().startsWith("http")) {
            return own.path();
        }
        boolean below = own.path().startsWith("/");
        return url == null || !below ? url : url.replaceFirst("^(https?://[^/]+).*$", "$1") + own.path();
    }

    // An endpoint fits when the address already ends with its path, or when there is only one service it can belong
    // to.
    private static @Nullable HealthEndpoint fitting(
            String url, List<Service> services, List<HealthEndpoint> endpoints) {
        for (HealthEndpoint e : endpoints) {
            if (!isBare(url) && (url.equals(e.path()) || url.endsWith(e.path()))) {
                return e;
            }
        }
        long addressed = services.stream().filter(o -> address(o.url()) != null).count();
        boolean first = !endpoints.isEmpty() && endpoints.getFirst().path().startsWith("/");
        return addressed == 1 && first && isBare(url) ? endpoints.getFirst() : null;
    }

    static boolean isBare(String url) {
        return url.replaceFirst("^https?://", "").replaceAll("/+$", "").indexOf('/') < 0;
    }

    /// The URL to ask: a bare host gets `https://`, a local one `http://`; null when there is none or it has blanks
    /// to fill.
    static @Nullable String address(@Nullable String url, Settings settings) {
        if (url == null) {
            return null;
        }
        Set<String> known = new HashSet<>();
        settings.variables().forEach(v -> known.add(blank(v.name())));
        settings.targets().forEach(t -> t.variables().forEach(v -> known.add(blank(v.name()))));
        Matcher m = BLANK.matcher(url);
        String rest = m.replaceAll(b -> known.contains(blank(b.group())) ? "x" : Matcher.quoteReplacement(b.group()));
        return address(rest) == null ? null : rest.equals(url) ? address(url) : url;
    }

    // "[app-url]", "<APP_URL>" and "app url" are one name; the prober fills it in.
    private static String blank(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }

    static @Nullable String address(@Nullable String url) {
        if (url == null || url.matches(".*[\\[\\]{}<>\\s].*")) {
            return null;
        }
        if (url.startsWith("http://") || url.startsWith("https://")) {
            return url;
        }
        return url.contains("://")
                ? null
                : (url.matches("(?:localhost|127\\..*)(?::.*)?") ? "http://" : "https://") + url;
    }
}
