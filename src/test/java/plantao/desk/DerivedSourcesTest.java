package plantao.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import plantao.alert.Health;
import plantao.alert.Trail;
import plantao.probe.Check;
import plantao.probe.Probe;
import plantao.runbook.Bound;
import plantao.runbook.Comparison;
import plantao.runbook.Metric;
import plantao.runbook.Origin;
import plantao.runbook.ProbeSpec.Subject;
import plantao.runbook.Service;

class DerivedSourcesTest {
    private static final Origin ORIGIN = new Origin("runbook.md", 1);
    private static final List<ServiceTile> SERVICES = List.of(
            tile("Checkout", new Check.Http("GET", "http://c/", Map.of(), 200, 299, null)),
            tile("Storefront", new Check.Http("GET", "http://s/", Map.of(), 200, 299, null)),
            tile("Ledger", new Check.Tcp("127.0.0.1", 5432)));

    private static ServiceTile tile(String name, Check check) {
        Probe probe =
                new Probe(name, name, Subject.SERVICE, check, Duration.ofSeconds(15), Duration.ofSeconds(5), 2, 2);
        Service service = new Service(name, null, null, null, null, null, ORIGIN);
        return new ServiceTile(service, probe, Health.UNKNOWN, Trail.EMPTY, ServiceTile.Uptime.NONE, List.of(), null);
    }

    private static @Nullable Probe of(String name, @Nullable String unit) {
        return of(name, unit, SERVICES);
    }

    private static @Nullable Probe of(String name, @Nullable String unit, List<ServiceTile> services) {
        Bound limit = new Bound(Comparison.ABOVE, 2.0, unit, null, "> 2");
        return DerivedSources.of(new Metric(name, 95, null, null, null, null, limit, ORIGIN), services);
    }

    @ParameterizedTest
    @CsvSource({
        "Latency p95, s, LATENCY",
        "API response time (p95), ms, LATENCY",
        "Tempo de resposta p95, ms, LATENCY",
        "Error rate, %, ERRORS",
        "Taxa de erros 5xx, %, ERRORS",
        "5xx ratio, %, ERRORS",
        "Errors, %, ERRORS",
        "API p95, ms, LATENCY",
        "Success rate, %, AVAILABILITY",
        "Taxa de sucesso, %, AVAILABILITY",
        "Availability, %, AVAILABILITY",
        "Disponibilidade da API, %, AVAILABILITY"
    })
    void whatTheProbesOfServicesCanTell(String name, String unit, Check.Own.What what) {
        if (of(name, unit) instanceof Probe probe && probe.check() instanceof Check.Own own) {
            assertThat(own.what()).isEqualTo(what);
            assertThat(own.probes()).containsExactly("Checkout", "Storefront");
            assertThat(own.factor()).isEqualTo(unit.equals("s") ? 0.001 : 1);
        } else {
            throw new AssertionError(name + " has no source");
        }
    }

    @Test
    void aServiceInTheNameNarrowsItDown() {
        if (of("Checkout latency p95", "ms") instanceof Probe probe && probe.check() instanceof Check.Own own) {
            assertThat(own.probes()).containsExactly("Checkout");
        } else {
            throw new AssertionError("no source");
        }
    }

    @Test
    void whatIsSaidOfTheApiIsOfTheOneCalledSo() {
        List<ServiceTile> services = new java.util.ArrayList<>(SERVICES);
        services.add(tile("Parcel API", new Check.Http("GET", "http://p/", Map.of(), 200, 299, null)));
        assertThat(of("API error rate", "%", services))
                .isNotNull()
                .satisfies(p -> assertThat(p.check())
                        .isInstanceOfSatisfying(
                                Check.Own.class, own -> assertThat(own.probes()).containsExactly("Parcel API")));
        assertThat(of("Error rate", "%", services))
                .isNotNull()
                .satisfies(p -> assertThat(p.check())
                        .isInstanceOfSatisfying(
                                Check.Own.class, own -> assertThat(own.probes()).hasSize(3)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Database query latency p95",
                "Ledger latency",
                "Queue latency",
                "Error count",
                "Cache hit rate",
                "Email error rate"
            })
    void whatIsSomethingElseIsLeftAlone(String name) {
        assertThat(of(name, name.contains("latency") ? "ms" : "%")).isNull();
    }

    @Test
    void anotherUnitIsAnotherFigure() {
        assertThat(of("Error rate", "/min")).isNull();
        assertThat(of("Errors", null)).isNull();
        assertThat(of("p95", "MB")).isNull();
    }
}
