package plantao.runbook.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import plantao.runbook.Bound;
import plantao.runbook.Metric;
import plantao.runbook.Playbook;
import plantao.runbook.Risk;
import plantao.runbook.Runbook;
import plantao.runbook.Step;

/// Three runbooks in three languages that write the same kinds of facts in other ways than the usual tables.
class VariedRunbooksTest {
    private final Runbook payments = Texted.resource("payments.md");
    private final Runbook reservas = Texted.resource("reservas.md");
    private final Runbook portal = Texted.resource("portal.md");

    @Test
    void headsInOneLineInFrontMatterAndWithoutBold() {
        assertThat(Stream.of(payments, reservas, portal)
                        .map(r -> joined(r.title(), r.version(), r.updated(), r.owner(), r.language())))
                .containsExactly(
                        "Payments Platform — On-Call Runbook|3.4.1|2026-03-14|Core Payments Team|en",
                        "Manual de Operaciones – Reservas|0.9|2026-01-20|Equipo SRE|es",
                        "RUNBOOK — Portal do Aluno|4.2|2026-01-12|Núcleo de Plataforma|pt");
    }

    @Test
    void objectivesInTablesLinesAndSentences() {
        assertThat(Stream.of(payments, reservas, portal).map(r -> joined(r.rtoSeconds(), r.rpoSeconds())))
                .containsExactly("7200|900", "3600|300", "21600|3600");
    }

    @Test
    void servicesWithEndpointsAndProvidersInBrackets() {
        assertThat(payments.services().getFirst().url()).isEqualTo("https://api.pay.example.com");
        assertThat(reservas.services().stream().map(s -> joined(s.name(), s.provider(), s.url())))
                .containsExactly(
                        "API de Reservas|AWS ECS|https://api.reservas.example.org",
                        "Base de datos|RDS PostgreSQL|null",
                        "Cola de mensajes|null|mq.interno.example.org:5672");
        assertThat(payments.dashboards().getFirst().watch()).containsExactly("RPS", "error rate");
        assertThat(payments.logPatterns().getFirst().meaning()).isEqualTo("pool exhausted");
    }

    @Test
    void healthEndpointsAsBulletsAndTables() {
        assertThat(Stream.concat(payments.healthEndpoints().stream(), portal.healthEndpoints().stream())
                        .map(h -> joined(h.path(), h.intervalSeconds(), h.timeoutSeconds(), h.failures())))
                .containsExactly(
                        "/healthz|15|3|3", "/readyz|60|10|null", "/actuator/health|30|5|2", "/actuator/db|120|10|null");
    }

    @Test
    void boundsOfAllKinds() {
        assertThat(payments.metrics().stream()
                        .filter(Metric::stated)
                        .map(m -> m.name() + " " + bound(m.normal()) + " " + bound(m.warning()) + " "
                                + bound(m.critical())))
                .containsExactly(
                        "Request latency <250.0ms >250.0ms >800.0ms",
                        "Success rate >=99.5% <99.5% <98.0%",
                        "Consumer lag <1000.0 >5000.0 >20000.0",
                        "Connection pool <=40.0/60.0 >50.0 >=58.0",
                        "Heap <3.0GB/4.0 >3.0GB >3.5GB",
                        "Payment failures <1.0/min >5.0/min >20.0/min",
                        "Certificate expiry >30.0d <30.0d <7.0d");
        assertThat(portal.metrics().stream()
                        .filter(Metric::stated)
                        .map(m -> bound(m.normal()) + " " + bound(m.critical())))
                .containsExactly(
                        "<=400.0ms >2.0s",
                        "<0.5% >2.0%",
                        "<120.0/150.0 >145.0",
                        "<100.0 >=1000.0",
                        "<70.0% >85.0%",
                        ">=99.9% <99.5%");
        assertThat(reservas.metrics().stream()
                        .filter(Metric::stated)
                        .map(m -> bound(m.normal()) + " " + bound(m.critical())))
                .containsExactly("<300.0ms >1.5s", "<0.5% >3.0%", "null >90.0%");
    }

    @Test
    void alertsWithHoldsDeadlinesAndReferences() {
        assertThat(Stream.of(payments, reservas, portal)
                        .flatMap(r -> r.alerts().stream())
                        .map(a -> joined(
                                a.name(),
                                a.level(),
                                a.value(),
                                a.forSeconds(),
                                a.respondWithinSeconds(),
                                a.playbook() == null ? null : a.playbook().title())))
                .containsExactly(
                        "CheckoutDown|1|null|120|300|Checkout API down",
                        "LatencyHigh|2|800.0|600|1800|null",
                        "ConsumerLagHigh|2|20000.0|300|1800|Consumer lag",
                        "CertExpiring|3|7.0|null|null|null",
                        "API caída|1|null|120|0|API caída",
                        "Tasa de error > 3%|1|3.0|300|0|API caída",
                        "Disco > 90%|1|90.0|null|0|null",
                        "Latencia alta|3|600.0|600|1800|null",
                        "Mensajes en cola > 1.000|3|1000.0|null|1800|Cola atascada",
                        "ColaAtascada|3|5000.0|900|null|Cola atascada",
                        "API fora do ar por mais de 3 minutos|1|null|180|900|API fora do ar",
                        "Erros 5xx > 2% nos últimos 5 minutos|1|2.0|300|900|Muitos erros 5xx",
                        "Conexões MySQL > 135 por 10 min|3|135.0|600|7200|Conexões esgotadas",
                        "Certificado vence em menos de 15 dias|3|15.0|null|7200|null");
    }

    @Test
    void severityAndWindowsInHeadings() {
        Playbook down = Texted.playbook(payments, "Checkout API down");
        assertThat(joined(down.severity(), down.level(), down.banner()))
                .isEqualTo("SEV1|1|Do not restart the database first.");
        assertThat(down.steps().stream().map(s -> joined(s.phase(), s.title(), s.window(), s.option())))
                .containsExactly(
                        "DIAGNOSIS|Check the machines|Window[fromSeconds=0, toSeconds=300]|null",
                        "DIAGNOSIS|Look at the logs|Window[fromSeconds=0, toSeconds=300]|null",
                        "DIAGNOSIS|Confirm whether a deploy happened in the last hour|Window[fromSeconds=0, toSeconds=300]|null",
                        "MITIGATION|If a deploy happened, roll back|Window[fromSeconds=300, toSeconds=900]|null",
                        "MITIGATION|If the pool is exhausted, restart|Window[fromSeconds=300, toSeconds=900]|null",
                        "VERIFICATION|Verify|null|null");
        assertThat(down.steps().getLast().expected()).containsExactly("{\"status\":\"ok\"}");
        assertThat(down.escalation().getFirst().steps().getFirst().afterSeconds())
                .isEqualTo(1200);
    }

    @Test
    void stepsInTables() {
        assertThat(Texted.playbook(payments, "Consumer lag").steps().stream()
                        .map(s -> joined(s.title(), s.condition(), s.risk())))
                .containsExactly(
                        "Check lag|null|SAFE",
                        "Scale up consumers|null|DISRUPTIVE",
                        "If lag persists, skip poison message|If lag persists|MUTATING");
    }

    @Test
    void headingsThatAreOptionsBelongToOneProcedure() {
        assertThat(payments.procedures())
                .filteredOn(p -> p.title().equals("Deploy"))
                .singleElement()
                .satisfies(p -> assertThat(p.steps())
                        .extracting(Step::option)
                        .containsExactly(
                                "Option A: GitHub Actions (preferred)",
                                "Option A: GitHub Actions (preferred)",
                                "Option B: from a laptop",
                                "Option B: from a laptop"));
        assertThat(payments.procedures().stream().map(p -> joined(p.title(), p.kind())))
                .contains("Purge dead letter queue|cleanup", "Restore from backup|restore");
        assertThat(reservas.procedures().stream().map(p -> joined(p.title(), p.kind())))
                .containsExactly("Despliegue|deploy", "Reversión|rollback", "Copia de seguridad|backup");
    }

    @Test
    void promptsOfAnOpenSessionAreInputs() {
        Step purge = payments.procedures().stream()
                .filter(p -> p.title().startsWith("Purge"))
                .findFirst()
                .orElseThrow()
                .steps()
                .getFirst();
        assertThat(purge.commands()).singleElement().satisfies(c -> {
            assertThat(c.inputs()).containsExactly("LLEN dlq", "DEL dlq");
            assertThat(c.risk()).isEqualTo(Risk.DESTRUCTIVE);
        });
        assertThat(purge.expected()).containsExactly("(integer) 12");
        assertThat(Texted.playbook(portal, "Muitos erros 5xx")
                        .steps()
                        .get(1)
                        .commands()
                        .getFirst()
                        .inputs())
                .containsExactly("SHOW PROCESSLIST;", "KILL 42;");
    }

    @Test
    void crontabsAndJobTablesComeBack() {
        assertThat(Stream.of(payments, reservas, portal)
                        .flatMap(r -> r.maintenance().stream())
                        .map(m -> joined(m.title(), m.cadence(), m.when())))
                .containsExactly(
                        "reconcile|daily|0 4 * * *",
                        "rotate-keys|monthly|0 3 1 * *",
                        "vacuum|weekly|every Sunday 02:00 UTC",
                        "Copia de seguridad|daily|30 2 * * *",
                        "Diario (08:00)|daily|08:00",
                        "Semanal (lunes 10:00)|weekly|lunes 10:00",
                        "Mensual (primer domingo, 01:00-03:00)|monthly|primer domingo, 01:00-03:00",
                        "Verificação matinal (diária, 07:30)|daily|diária, 07:30",
                        "Janela de manutenção (quarta-feira, 23:00–01:00)|weekly|quarta-feira, 23:00–01:00",
                        "/opt/portal/backup.sh|daily|15 1 * * *",
                        "/opt/portal/verifica_backup.sh|weekly|0 5 * * 0");
    }

    @Test
    void contactsInDashedLinesAndChatColumns() {
        assertThat(payments.contacts().stream().map(c -> joined(c.role(), c.name(), c.channel(), c.phone())))
                .containsExactly(
                        "Primary on-call|rotation|#payments-oncall|+1 555 010 9999",
                        "Payments Lead|Ana Lima|@ana|+1 555 010 8888");
        assertThat(portal.contacts().stream()
                        .map(c -> joined(c.role(), c.name(), c.email(), c.phone(), c.channel(), c.hours())))
                .containsExactly(
                        "Plantão|null|plantao@escola.example|(11) 4002-8922|#plantao|null",
                        "DBA|Carlos Souza|carlos@escola.example|null|null|seg-sex 9h–18h");
    }

    @Test
    void escalationMatricesLyingOnTheirSideAndLines() {
        assertThat(payments.escalation().stream().map(VariedRunbooksTest::ladder))
                .containsExactly(
                        "null SEV1: 0 Primary on-call, 900 Payments Lead, 3600 CTO",
                        "null SEV2: 0 Primary on-call, 900 Payments Lead");
        assertThat(reservas.escalation().stream().map(VariedRunbooksTest::ladder))
                .containsExactly(
                        "null SEV1: 900 Jefe de ingeniería",
                        "null SEV2: 3600 Líder técnico",
                        "null SEV3: null Equipo SRE");
        assertThat(portal.escalation().stream().map(VariedRunbooksTest::ladder))
                .containsExactly(
                        "Nível 1 null: 0 Plantonista",
                        "Nível 2 null: 900 Líder técnico",
                        "Nível 3 null: 2700 Gerente de TI");
    }

    @Test
    void placeholdersOfFormsAreNoHtml() {
        assertThat(payments.templates().stream().map(t -> t.kind() + t.placeholders()))
                .containsExactly(
                        "message[[INCIDENT], {{title}}, {{severity}}, <impact>, <time>]", "postmortem[<title>]");
        assertThat(portal.templates().getFirst().placeholders()).containsExactly("{{servico}}", "[HH:MM]");
    }

    @Test
    void everyLineIsAccountedFor() {
        for (Runbook r : List.of(payments, reservas, portal)) {
            assertThat(r.coverage().structured() + r.coverage().prose())
                    .isEqualTo(r.coverage().lines());
            assertThat(r.coverage().structured()).isGreaterThan(r.coverage().lines() * 3 / 4);
        }
    }

    private static String ladder(plantao.runbook.Escalation e) {
        return e.level() + " " + e.severity() + ": "
                + String.join(
                        ", ",
                        e.steps().stream()
                                .map(s -> s.afterSeconds() + " " + s.contact())
                                .toList());
    }

    private static String bound(@Nullable Bound b) {
        return b == null
                ? "null"
                : b.op().sign() + b.value() + (b.unit() == null ? "" : b.unit()) + (b.of() == null ? "" : "/" + b.of());
    }

    private static String joined(@Nullable Object... parts) {
        return String.join("|", Stream.of(parts).map(String::valueOf).toList());
    }
}
