package plantao.runbook.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import plantao.runbook.ProbeSpec;
import plantao.runbook.Problem;
import plantao.runbook.Settings;
import plantao.runbook.VariableSpec;

class SettingsReaderTest {
    private static final String WHOLE = """
            system: Shop
            variables:
              DATABASE_URL: {env: DATABASE_URL, secret: true, about: in the vault}
              REGION: eu-1
            environments:
              production:
                label: Produção
                kind: production
                folder: ../..
                variables: {DATABASE_URL: {env: PROD_URL, secret: true}}
                substitutions: {"acme-shop": "acme-shop-2"}
            services:
              API:
                http: https://api.example.org/health
                interval: 15s
                timeout: 5s
                failures: 3
              Redis:
                redis: {host: $REDIS_HOST, command: PING, atLeast: 1}
            metrics:
              Latency:
                exposition: {url: https://x/metrics, quantile: 0.95, labels: {route: api}}
            playbooks: {"API down": "API does not answer"}
            dependencies: {API: [PostgreSQL, Redis]}
            practice: practice
            """;

    @Test
    void readsEverything() {
        SettingsReader.Result r = SettingsReader.read(WHOLE, "console.yaml");
        Settings s = r.settings();
        assertThat(r.problems()).isEmpty();
        assertThat(s.system()).isEqualTo("Shop");
        assertThat(s.variables())
                .extracting(VariableSpec::name, VariableSpec::env, VariableSpec::secret, VariableSpec::value)
                .containsExactly(
                        tuple("DATABASE_URL", "DATABASE_URL", true, null), tuple("REGION", null, false, "eu-1"));
        assertThat(s.targets()).singleElement().satisfies(t -> {
            assertThat(t.label()).isEqualTo("Produção");
            assertThat(t.substitutions()).containsEntry("acme-shop", "acme-shop-2");
            assertThat(t.variables()).extracting(VariableSpec::env).containsExactly("PROD_URL");
        });
        ProbeSpec api = s.probes().getFirst();
        assertThat(api.settings()).containsEntry("url", "https://api.example.org/health");
        assertThat(api.interval()).isEqualTo(Duration.ofSeconds(15));
        assertThat(api.failures()).isEqualTo(3);
        assertThat(api.recoveries()).isEqualTo(2);
        assertThat(s.probes().get(2).of()).isEqualTo(ProbeSpec.Subject.METRIC);
        assertThat(s.probes().get(2).settings())
                .containsEntry("labels.route", "api")
                .containsEntry("quantile", "0.95");
        assertThat(s.dependencies()).containsEntry("API", List.of("PostgreSQL", "Redis"));
        assertThat(s.practice()).isEqualTo("practice");
    }

    @Test
    void saysWhereTheYamlIsBroken() {
        SettingsReader.Result r =
                SettingsReader.read("system: Shop\nservices:\n  API: [unclosed\nmetrics: {}\n", "console.yaml");
        assertThat(r.settings()).isEqualTo(Settings.NONE);
        assertThat(r.problems()).singleElement().satisfies(p -> {
            assertThat(p.code()).isEqualTo("broken-config");
            assertThat(p.severity()).isEqualTo(Problem.Severity.ERROR);
            assertThat(p.origin().line()).isBetween(3, 5);
        });
    }

    @Test
    void leavesOutWhatIsWrongAndKeepsTheRest() {
        SettingsReader.Result r = SettingsReader.read(
                "sistem: x\nservices:\n  API: 7\n  B:\n    tcp: {host: b, port: 1}\n    failures: none\n",
                "console.yaml");
        assertThat(r.problems())
                .extracting(Problem::code, p -> p.origin().line())
                .containsExactlyInAnyOrder(
                        tuple("unknown-config-key", 1), tuple("wrong-config-type", 3), tuple("wrong-config-type", 6));
        assertThat(r.settings().probes()).extracting(ProbeSpec::subject).containsExactly("B");
    }

    @Test
    void plannedWorkNetworksWitnessesAndChangesAreRead() {
        SettingsReader.Result result = SettingsReader.read("""
                maintenance:
                  - {title: Night, when: "Sunday 02:00-04:00 UTC"}
                  - {title: Move, from: 2026-12-01T22:00Z, until: "2026-12-02 02:00", services: [API]}
                witnesses: ["192.0.2.1:53", "https://example.org/"]
                networks:
                  vpn: {witnesses: ["10.9.0.1:22"], services: [Database]}
                changes: git log
                """, "console.yaml");
        assertThat(result.problems()).isEmpty();
        plantao.runbook.WatchSettings watch = result.settings().watch();
        assertThat(watch.windows()).hasSize(2);
        assertThat(watch.windows().getLast().until()).isEqualTo(java.time.Instant.parse("2026-12-02T02:00:00Z"));
        assertThat(watch.networks())
                .extracting(plantao.runbook.WatchSettings.Network::name)
                .containsExactly("", "vpn");
        assertThat(result.settings().probes())
                .extracting(plantao.runbook.ProbeSpec::kind)
                .containsExactly("tcp", "http", "tcp");
    }

    @Test
    void aWindowWithoutAnEndAndAWitnessWithoutAPortAreToldAndLeftOut() {
        SettingsReader.Result result = SettingsReader.read("""
                maintenance:
                  - {title: When, when: "every Monday"}
                  - {title: Back, from: 2026-12-02T22:00Z, until: 2026-12-01T02:00Z}
                witnesses: ["just-a-name"]
                networks:
                  vpn: {witnesses: ["10.9.0.1:22"]}
                """, "console.yaml");
        assertThat(result.settings().watch().windows()).isEmpty();
        assertThat(result.problems())
                .extracting(plantao.runbook.Problem::code)
                .containsExactlyInAnyOrder(
                        "wrong-config-type", "wrong-config-type", "wrong-config-type", "wrong-config-type");
    }

    @Test
    void handoffsAreLeftBelowTheRunbookOnly() {
        SettingsReader.Result below = SettingsReader.read("handoffs: docs/handoffs", "console.yaml");
        assertThat(below.problems()).isEmpty();
        assertThat(below.settings().watch().links().handoffs()).isEqualTo("docs/handoffs");
        for (String elsewhere : List.of("/etc", "../other", "docs/../../x", "~/x", "C:\\\\x")) {
            SettingsReader.Result r = SettingsReader.read("handoffs: \"" + elsewhere + "\"", "console.yaml");
            assertThat(r.settings().watch().links().handoffs()).isNull();
            assertThat(r.problems())
                    .extracting(Problem::message)
                    .singleElement()
                    .asString()
                    .contains("below this one");
        }
    }

    @Test
    void aMisspeltSettingOfAProbeIsToldAndAnAddressAloneIsOne() {
        SettingsReader.Result r = SettingsReader.read("""
                services:
                  API:
                    http: {url: "https://api.example.org", withn: 800ms}
                  Relay:
                    tcp: mail.example.org:25
                  Cache:
                    redis: redis://cache.example.org:6379/1
                  Database:
                    sql: $DATABASE_URL
                """, "console.yaml");
        assertThat(r.problems())
                .extracting(
                        p -> p.origin().line(), Problem::code, p -> p.message().split(" ")[0])
                .containsExactly(tuple(3, "unknown-config-key", "\"services.API.http.withn\""));
        assertThat(r.settings().probes().stream().skip(1))
                .extracting(ProbeSpec::settings)
                .containsExactly(
                        Map.of("host", "mail.example.org:25"),
                        Map.of("url", "redis://cache.example.org:6379/1"),
                        Map.of("url", "$DATABASE_URL"));
    }
}
