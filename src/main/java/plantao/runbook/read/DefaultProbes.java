package plantao.runbook.read;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import plantao.runbook.HealthEndpoint;
import plantao.runbook.ProbeSpec;
import plantao.runbook.Service;
import plantao.runbook.Settings;
import plantao.runbook.Vendor;
import plantao.runbook.text.Words;

/// The complete list of probes: those of `console.yaml`, and for every other service with an address an HTTP probe
/// of its own,
/// with the path, interval, timeout and failures of the runbook's health endpoints where one fits.
final class DefaultProbes {
    static final Duration INTERVAL = Duration.ofSeconds(30);
    /// A status page is somebody else's: it is asked seldom, and given time.
    private static final Duration VENDORS = Duration.ofSeconds(60);

    private static final Duration VENDOR_TIMEOUT = Duration.ofSeconds(10);
    static final int FAILURES = 2;
    static final int RECOVERIES = 2;

    private DefaultProbes() {}

    static Settings complete(
            Settings settings, List<Service> services, List<HealthEndpoint> endpoints, List<Vendor> vendors) {
        Set<String> given = new HashSet<>();
        settings.probes().stream()
                .filter(p -> p.of() == ProbeSpec.Subject.SERVICE)
                .forEach(p -> given.add(Words.key(p.subject())));
        List<ProbeSpec> probes = new ArrayList<>(settings.probes());
        for (Service s : services) {
            String url = address(s.url());
            if (url != null && given.add(Words.key(s.name()))) {
                probes.add(probe(s, url, fitting(url, services, endpoints)));
            }
        }
        vendors(settings, vendors, probes);
        return new Settings(
                settings.system(),
                List.copyOf(probes),
                settings.variables(),
                settings.targets(),
                settings.playbooks(),
                settings.dependencies(),
                settings.nodes(),
                settings.practice());
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

    private static boolean isBare(String url) {
        return url.replaceFirst("^https?://", "").replaceAll("/+$", "").indexOf('/') < 0;
    }

    /// The URL to ask: a bare host gets `https://`, a local one `http://`; null when there is none or it has blanks
    /// to fill.
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
