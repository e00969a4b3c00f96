package plantao.runbook.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import plantao.runbook.AlertRule;
import plantao.runbook.Bound;
import plantao.runbook.Checklist;
import plantao.runbook.Contact;
import plantao.runbook.Dashboard;
import plantao.runbook.Environment;
import plantao.runbook.Escalation;
import plantao.runbook.Maintenance;
import plantao.runbook.Metric;
import plantao.runbook.NotedLine;
import plantao.runbook.Phase;
import plantao.runbook.Playbook;
import plantao.runbook.Procedure;
import plantao.runbook.Runbook;
import plantao.runbook.Service;
import plantao.runbook.Step;
import plantao.runbook.Template;

/// A whole system's guide in a team's own words: counted headings, columns in another order, drawn boxes and
/// ladders.
class RiverGuideTest {
    private final Runbook river = Texted.resource("balsas.md");

    @Test
    void servicesStandBehindTheirTeams() {
        assertThat(river.services())
                .extracting(Service::name, Service::url, Service::sla)
                .containsExactly(
                        tuple("bilheteria", "https://bilhete.balsas.example/healthz", "99,9%"),
                        tuple("despacho", "http://despacho.balsas.example:8080/pronto", "99,5%"));
    }

    @Test
    void environmentsAreReadInASentence() {
        assertThat(river.environments()).extracting(Environment::name).containsExactly("Produção", "Homologação");
    }

    @Test
    void whereToLookIsScreens() {
        assertThat(river.dashboards())
                .extracting(Dashboard::name, d -> String.join("|", d.watch()))
                .containsExactly(tuple("Fila do cais", "carros na fila|espera"), tuple("Rádio", "canais mudos"));
    }

    @Test
    void limitsAreReadByColourAndBelowAnEmptyHeader() {
        assertThat(river.metrics())
                .extracting(Metric::name, m -> value(m.normal()), m -> value(m.warning()), m -> value(m.critical()))
                .containsExactly(
                        tuple("Espera no cais", 20.0, 40.0, 90.0),
                        tuple("Bilhetes por hora na fila", 1000.0, null, 10000.0),
                        tuple("Nível do rio", 3.0, 2.5, 2.0),
                        tuple("Motor", 80.0, 85.0, 95.0));
    }

    private static Double value(Bound b) {
        return b == null ? null : Double.valueOf(b.value());
    }

    @Test
    void alarmsAreCalledByTheirNamesWhereverTheseStand() {
        assertThat(river.alerts())
                .extracting(AlertRule::name, AlertRule::severity, AlertRule::level, AlertRule::forSeconds)
                .containsExactly(tuple("Cais parado", "Desastre", 1, 180), tuple("Rádio mudo", "Informação", 4, null));
        assertThat(river.alerts())
                .extracting(a -> a.playbook() == null ? "" : a.playbook().title())
                .containsExactly("Cais parado", "Rádio mudo");
    }

    @Test
    void fieldsInPlainWordsMakeAPlaybook() {
        Playbook quay = Texted.playbook(river, "Cais parado");
        assertThat(quay.severity()).isEqualTo("Desastre");
        assertThat(quay.respondWithinSeconds()).isEqualTo(600);
        assertThat(quay.causes()).extracting(NotedLine::text).containsExactly("Rampa travada", "Despacho sem banco");
        assertThat(quay.steps())
                .extracting(Step::phase)
                .containsExactly(Phase.DIAGNOSIS, Phase.RESOLUTION, Phase.VERIFICATION);
        assertThat(quay.escalation())
                .flatExtracting(Escalation::steps)
                .extracting(Escalation.Rung::afterSeconds, Escalation.Rung::contact)
                .containsExactly(tuple(1200, "capitania"));
        Playbook radio = Texted.playbook(river, "Rádio mudo");
        assertThat(radio.severity()).isEqualTo("S3");
        assertThat(radio.symptoms()).extracting(NotedLine::text).containsExactly("chiado nos dois canais.");
        assertThat(radio.steps()).extracting(Step::phase).containsExactly(Phase.DIAGNOSIS, Phase.MITIGATION);
    }

    @Test
    void copiesAreCheckedAndBroughtBackApart() {
        assertThat(river.procedures())
                .extracting(
                        Procedure::title,
                        Procedure::kind,
                        p -> String.join(
                                "; ",
                                p.steps().stream()
                                        .flatMap(RiverGuideTest::commands)
                                        .toList()))
                .containsExactly(
                        tuple("Cópias", "backup", "copiactl info --tudo"),
                        tuple("Restaurar", "restore", "systemctl stop despacho; copiactl voltar <data>"));
        assertThat(river.rtoSeconds()).isEqualTo(7200);
        assertThat(river.rpoSeconds()).isEqualTo(900);
    }

    private static Stream<String> commands(Step s) {
        return s.commands().stream().map(c -> c.text());
    }

    @Test
    void drawnBoxesAreTicked() {
        assertThat(river.checklists())
                .extracting(Checklist::cadence, c -> c.items().size())
                .containsExactly(tuple("shift-start", 2), tuple("shift", 1));
    }

    @Test
    void oneLineMayTellOfSeveralRoutines() {
        assertThat(river.maintenance())
                .extracting(Maintenance::title, Maintenance::cadence)
                .contains(
                        tuple("medir a rampa", "weekly"),
                        tuple("conferir o combustível", "monthly"),
                        tuple("ensaiar o resgate", "fortnightly"));
    }

    @Test
    void aDrawnLadderTellsWhomToCallAndHow() {
        assertThat(river.escalation())
                .flatExtracting(Escalation::steps)
                .extracting(Escalation.Rung::afterSeconds, Escalation.Rung::contact)
                .containsExactly(tuple(null, "Capitão do cais"), tuple(900, "Reserva"), tuple(2400, "Capitania"));
        assertThat(river.contacts())
                .extracting(Contact::role, Contact::email, Contact::phone)
                .containsExactly(
                        tuple("Capitão do cais (plantão)", null, "(92) 4000-1111"),
                        tuple("Reserva", null, "(92) 4000-2222"),
                        tuple("Capitania", "capitania@balsas.example", null));
    }

    @Test
    void formsStandBelowACountedHeading() {
        assertThat(river.templates())
                .extracting(Template::title, Template::placeholders)
                .containsExactly(tuple("Aviso de atraso", java.util.List.of("{numero}", "{hora}")));
    }
}
