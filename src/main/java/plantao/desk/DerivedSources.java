package plantao.desk;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import plantao.alert.Scale;
import plantao.probe.Check;
import plantao.probe.Probe;
import plantao.runbook.Metric;
import plantao.runbook.ProbeSpec.Subject;
import plantao.runbook.Units;

/// Metrics that nothing is bound to but that the probes of the services can tell themselves: latency, error rate
/// and availability. Only where every word of the metric's name is understood, so that the latency of something
/// else is never taken for that of the services.
final class DerivedSources {
    private static final Set<String> FILLING = Set.of(
            "api",
            "http",
            "https",
            "web",
            "site",
            "app",
            "service",
            "services",
            "servico",
            "servicos",
            "servicio",
            "request",
            "requests",
            "requisicao",
            "requisicoes",
            "endpoint",
            "endpoints",
            "system",
            "sistema",
            "overall",
            "geral",
            "total",
            "average",
            "avg",
            "mean",
            "media",
            "medio",
            "promedio",
            "percentile",
            "percentil",
            "p50",
            "p75",
            "p90",
            "p95",
            "p99",
            "of",
            "the",
            "de",
            "da",
            "do",
            "das",
            "dos",
            "del",
            "la",
            "a",
            "o",
            "e",
            "and",
            "in",
            "em",
            "ms",
            "s",
            "monthly",
            "mensal");
    // "API error rate" is the error rate of the one that is called an API, where there is one.
    private static final Set<String> KINDS = Set.of("api", "web", "site", "app");
    private static final List<Set<String>> LATENCY = List.of(
            Set.of("latency"),
            Set.of("latencia"),
            Set.of("response", "latency"),
            Set.of("response", "time"),
            Set.of("response", "times"),
            Set.of("tempo", "resposta"),
            Set.of("tiempo", "respuesta"));
    private static final Set<String> ERRORS = Set.of(
            "error", "errors", "erro", "erros", "errores", "5xx", "server", "failure", "failed", "falha", "falhas");
    private static final Set<String> SHARE = Set.of(
            "rate",
            "ratio",
            "share",
            "percentage",
            "taxa",
            "tasa",
            "proporcao",
            "proporcion",
            "porcentagem",
            "porcentaje");
    private static final List<Set<String>> AVAILABILITY =
            List.of(Set.of("availability"), Set.of("uptime"), Set.of("disponibilidade"), Set.of("disponibilidad"));
    private static final List<Set<String>> SUCCESS = List.of(Set.of("success"), Set.of("sucesso"), Set.of("exito"));

    private DerivedSources() {}

    /// What measures a metric that nothing else does, or null when the services' probes cannot.
    static @Nullable Probe of(Metric metric, List<ServiceTile> services) {
        Set<String> words = new HashSet<>(Dependencies.words(metric.name()));
        List<ServiceTile> web = services.stream()
                .filter(t -> t.probe() != null && t.probe().check() instanceof Check.Http)
                .toList();
        List<ServiceTile> named = new ArrayList<>();
        for (ServiceTile tile : web) {
            Set<String> name = Dependencies.words(tile.name());
            name.removeAll(FILLING);
            if (!name.isEmpty() && words.containsAll(name)) {
                named.add(tile);
                words.removeAll(name);
            }
        }
        if (named.isEmpty()) {
            Set<String> kinds = new HashSet<>(KINDS);
            kinds.retainAll(words);
            web.stream()
                    .filter(t -> Dependencies.words(t.name()).stream().anyMatch(kinds::contains))
                    .forEach(named::add);
        }
        words.removeAll(FILLING);
        Check.Own.What what = what(metric, words);
        List<Probe> probes = (named.isEmpty() ? web : named)
                .stream().map(ServiceTile::probe).filter(p -> p != null).toList();
        Scale scale = Scale.of(metric);
        Double factor = what == null ? null : factor(what, scale.unit());
        if (what == null || factor == null || probes.isEmpty() || !grouped(metric, services)) {
            return null;
        }
        Duration interval =
                probes.stream().map(Probe::interval).min(Duration::compareTo).orElseThrow();
        Check.Own check = new Check.Own(
                what,
                metric.percentile(),
                factor,
                probes.stream().map(Probe::id).toList());
        return new Probe(
                "metric/" + metric.name() + "/own@" + Integer.toHexString(check.hashCode()),
                metric.name(),
                Subject.METRIC,
                check,
                interval,
                interval,
                1,
                1);
    }

    // A bare "Errors" counts them, "Errors: > 5%" and "5xx ratio" are a share; "p95" in milliseconds is how long
    // answers take.
    private static Check.Own.@Nullable What what(Metric metric, Set<String> words) {
        String unit = Scale.of(metric).unit();
        boolean share = "%".equals(unit) || words.stream().anyMatch(SHARE::contains);
        boolean timed = unit != null && Units.factor("ms", unit) != null;
        Set<String> measured = new HashSet<>(words);
        measured.removeAll(SHARE);
        if (LATENCY.contains(words) || words.isEmpty() && metric.percentile() != null && timed) {
            return Check.Own.What.LATENCY;
        }
        if (!measured.isEmpty() && ERRORS.containsAll(measured) && (share || measured.contains("5xx"))) {
            return Check.Own.What.ERRORS;
        }
        boolean up = AVAILABILITY.contains(measured) || share && SUCCESS.contains(measured);
        return up ? Check.Own.What.AVAILABILITY : null;
    }

    /// What a figure is multiplied with; null when the metric is measured in something else.
    private static @Nullable Double factor(Check.Own.What what, @Nullable String unit) {
        if (what == Check.Own.What.LATENCY) {
            boolean time = unit == null || unit.equals("ms") || Units.convert(1, "ms", unit) != 1;
            return time ? Units.convert(1, "ms", unit) : null;
        }
        return unit == null || unit.equals("%") ? 1.0 : null;
    }

    /// A group that is called after something that is not probed over HTTP has metrics of its own.
    private static boolean grouped(Metric metric, List<ServiceTile> services) {
        String group = metric.group();
        if (group == null) {
            return true;
        }
        Set<String> words = Dependencies.words(group);
        return services.stream()
                .filter(t -> t.probe() == null || !(t.probe().check() instanceof Check.Http))
                .noneMatch(t -> words.containsAll(Dependencies.words(t.name())));
    }
}
