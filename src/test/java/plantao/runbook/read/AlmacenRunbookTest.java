package plantao.runbook.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import org.junit.jupiter.api.Test;
import plantao.runbook.AlertRule;
import plantao.runbook.Bound;
import plantao.runbook.Checklist;
import plantao.runbook.Contact;
import plantao.runbook.Escalation;
import plantao.runbook.Maintenance;
import plantao.runbook.Metric;
import plantao.runbook.Phase;
import plantao.runbook.Playbook;
import plantao.runbook.ProbeSpec;
import plantao.runbook.Runbook;
import plantao.runbook.Service;
import plantao.runbook.Step;

/// A Spanish guide with numbered rules, sheets whose fields stand in a table without a header, and hosts and ports
/// in
/// columns of their own.
class AlmacenRunbookTest {
    private final Runbook r = Texted.resource("almacen.md");

    @Test
    void hostAndPortAreAnAddressAndTheRowSaysWhatToAsk() {
        assertThat(r.services())
                .extracting(Service::name, Service::url)
                .containsExactly(
                        tuple("Portal de pedidos", null),
                        tuple("Motor de rutas", "rutas1:9000"),
                        tuple("MySQL", "bd1:3306"),
                        tuple("Elasticsearch", "busca1:9200"),
                        tuple("Kafka", "cola1:9092"));
        assertThat(r.settings().probes())
                .extracting(
                        ProbeSpec::subject, ProbeSpec::kind, p -> p.settings().get("url"))
                .containsExactly(
                        tuple("Portal de pedidos", "http", "https://pedidos.almacen.example/ping"),
                        tuple("Motor de rutas", "http", "http://rutas1:9000/estado"),
                        tuple("MySQL", "tcp", null),
                        tuple("Elasticsearch", "http", "http://busca1:9200/_cluster/health"),
                        tuple("Kafka", "tcp", null),
                        tuple("CertPortal", "tls", "https://pedidos.almacen.example"));
    }

    @Test
    void aMarkBehindTheNameIsTheSeverity() {
        assertThat(r.alerts())
                .extracting(AlertRule::name, AlertRule::level, AlertRule::forSeconds, AlertRule::metric)
                .containsExactly(
                        tuple("PedidosCaen", 1, 300, "Pedidos por minuto"),
                        tuple("RutasLentas", 2, 600, "p99 de rutas"),
                        tuple("LagKafka", 2, 900, "Lag de Kafka"),
                        tuple("DiscoBD", 1, null, "Disco bd1 libre"),
                        tuple("CertPortal", 3, null, "CertPortal"));
        assertThat(r.alerts()).allSatisfy(a -> assertThat(a.playbook()).isNotNull());
    }

    @Test
    void wellSoSoAndBadAreTheThreeLimits() {
        assertThat(r.metrics().stream().filter(Metric::stated))
                .extracting(m -> value(m.normal()), m -> value(m.warning()), m -> value(m.critical()))
                .containsExactly(
                        tuple(60.0, 60.0, 20.0),
                        tuple(1.5, 1.5, 4.0),
                        tuple(1000.0, 1000.0, 10000.0),
                        tuple(25.0, 25.0, 10.0));
    }

    private static double value(@org.jspecify.annotations.Nullable Bound b) {
        return b == null ? Double.NaN : b.value();
    }

    @Test
    void aTableWithoutAHeaderHoldsTheFieldsOfASheet() {
        Playbook p = r.playbooks().getFirst();
        assertThat(p.severity()).isEqualTo("Crítica");
        assertThat(p.symptoms()).hasSize(3);
        assertThat(p.respondWithinSeconds()).isEqualTo(300);
        assertThat(p.steps())
                .extracting(Step::phase, Step::condition)
                .containsExactly(
                        tuple(Phase.DIAGNOSIS, null),
                        tuple(Phase.RESOLUTION, "Si nginx está parado"),
                        tuple(Phase.RESOLUTION, "Si php-fpm está saturado"));
        assertThat(Texted.playbook(r, "Ficha D · Disco de bd1").steps())
                .extracting(Step::phase)
                .containsExactly(Phase.DIAGNOSIS, Phase.RESOLUTION);
    }

    @Test
    void theRest() {
        assertThat(r.checklists()).extracting(Checklist::cadence).containsExactly("shift-start", "shift-end");
        assertThat(r.maintenance()).extracting(Maintenance::cadence).containsExactly("weekly", "monthly", "quarterly");
        assertThat(r.contacts())
                .extracting(Contact::name, Contact::phone)
                .containsExactly(tuple("Marta Gil", "+34 600 111 222"), tuple(null, "900 555 000"));
        assertThat(r.escalation())
                .flatExtracting(Escalation::steps)
                .extracting(Escalation.Rung::afterSeconds)
                .containsExactly(600, 1800);
        assertThat(r.procedures())
                .flatExtracting(p -> p.steps())
                .extracting(Step::title)
                .startsWith("Lanzar: ssh bd1 sudo /opt/copias/completa.sh");
    }
}
