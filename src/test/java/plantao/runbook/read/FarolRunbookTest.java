package plantao.runbook.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.junit.jupiter.api.Test;
import plantao.runbook.AlertRule;
import plantao.runbook.Bound;
import plantao.runbook.Checklist;
import plantao.runbook.Contact;
import plantao.runbook.Escalation;
import plantao.runbook.HealthEndpoint;
import plantao.runbook.Metric;
import plantao.runbook.Phase;
import plantao.runbook.Playbook;
import plantao.runbook.PlaybookLink;
import plantao.runbook.ProbeSpec;
import plantao.runbook.Procedure;
import plantao.runbook.Runbook;
import plantao.runbook.Service;
import plantao.runbook.Step;
import plantao.runbook.Template;

/// A handbook in its team's own speech, none of whose headings is the usual one.
class FarolRunbookTest {
    private final Runbook r = Texted.resource("farol.md");

    @Test
    void aHandbookIsNoPlaybookButHoldsThem() {
        assertThat(r.playbooks())
                .extracting(Playbook::title, Playbook::severity, Playbook::respondWithinSeconds)
                .containsExactly(
                        tuple("Ônibus sumiram do mapa", "alta", 300),
                        tuple("API arrastando", "média", null),
                        tuple("Fila que só cresce", "média", null),
                        tuple("Banco sem espaço", "alta", null));
        assertThat(r.procedures()).extracting(Procedure::kind).contains("backup", "restore");
    }

    @Test
    void leadInsInItalicsAreFields() {
        Playbook p = r.playbooks().getFirst();
        assertThat(p.symptoms()).hasSize(3);
        assertThat(p.causes()).hasSize(3);
        assertThat(p.steps())
                .extracting(Step::phase)
                .containsExactly(Phase.DIAGNOSIS, Phase.RESOLUTION, Phase.VERIFICATION);
        assertThat(p.escalation())
                .flatExtracting(Escalation::steps)
                .extracting(Escalation.Rung::afterSeconds, Escalation.Rung::contact)
                .containsExactly(tuple(900, "Jonas"));
    }

    @Test
    void namesOfRulesBesideConditionsAreAlerts() {
        assertThat(r.alerts())
                .extracting(AlertRule::name, AlertRule::forSeconds, a -> title(a.playbook()))
                .containsExactly(
                        tuple("SemPosicoes", 180, "Ônibus sumiram do mapa"),
                        tuple("ApiLenta", 300, "API arrastando"),
                        tuple("FilaCheia", 600, "Fila que só cresce"),
                        tuple("DiscoBanco", null, "Banco sem espaço"));
    }

    private static String title(@org.jspecify.annotations.Nullable PlaybookLink link) {
        return link == null ? "none" : link.title();
    }

    @Test
    void signsWithLimitsAreMetrics() {
        assertThat(r.metrics())
                .extracting(Metric::name, m -> value(m.warning()), m -> value(m.critical()))
                .containsExactly(
                        tuple("Posições por minuto", 6000.0, 3000.0),
                        tuple("Atraso da posição", 10.0, 30.0),
                        tuple("Fila posicoes", 500.0, 5000.0),
                        tuple("Disco do banco", 80.0, 90.0));
    }

    private static double value(@org.jspecify.annotations.Nullable Bound b) {
        return b == null ? Double.NaN : b.value();
    }

    @Test
    void servicesInBulletsAreProbedWhereTheySay() {
        assertThat(r.services()).extracting(Service::name).containsExactly("Coletor", "API pública", "Banco", "Fila");
        assertThat(r.healthEndpoints())
                .extracting(HealthEndpoint::path, HealthEndpoint::intervalSeconds, HealthEndpoint::timeoutSeconds)
                .contains(tuple("/saude", 20, 3));
        assertThat(r.settings().probes())
                .extracting(
                        ProbeSpec::subject,
                        p -> p.settings().getOrDefault("url", p.settings().get("host")))
                .containsExactly(
                        tuple("Coletor", "http://coletor-01:8080/vivo"),
                        tuple("API pública", "https://api.farol.exemplo.br/saude"),
                        tuple("Banco", "db-01"),
                        tuple("Fila", "http://fila-01:15672"));
    }

    @Test
    void linesOverBoxesAreListsOfTheirOwn() {
        assertThat(r.checklists())
                .extracting(Checklist::title, Checklist::cadence, c -> c.items().size())
                .containsExactly(
                        tuple("Ao assumir", "shift-start", 4),
                        tuple("A cada 2 horas", null, 1),
                        tuple("Ao sair", "shift-end", 2));
    }

    @Test
    void peopleAndWhenTheyAreCalled() {
        assertThat(r.contacts())
                .extracting(Contact::role, Contact::name, Contact::phone, Contact::hours)
                .containsExactly(
                        tuple("Coordenador", "Lia Prado", "(41) 99999-0001", null),
                        tuple("Gerente", "Ruy Costa", "(41) 99999-0002", "só até 22h"),
                        tuple("Jonas (coletor)", null, "(41) 99999-0003", null),
                        tuple("Operadora", null, "0800 555 0000", "24h"));
        assertThat(r.escalation())
                .flatExtracting(Escalation::steps)
                .extracting(Escalation.Rung::afterSeconds)
                .containsExactly(null, 900, 2400);
    }

    @Test
    void messagesByLinesAndAReviewInOneSentence() {
        List<Template> found = r.templates();
        assertThat(found)
                .extracting(Template::title, Template::kind)
                .containsExactly(
                        tuple("Para a prefeitura", "message"),
                        tuple("Quando voltar", "message"),
                        tuple("Depois de um incidente grave", "postmortem"));
        assertThat(found.getFirst().text()).startsWith("O rastreio").endsWith("{previsao}.");
        assertThat(found.getLast().sections()).contains("linha do tempo", "o que não funcionou");
    }
}
