package plantao.runbook.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import org.junit.jupiter.api.Test;
import plantao.runbook.AlertRule;
import plantao.runbook.Environment;
import plantao.runbook.Escalation;
import plantao.runbook.Maintenance;
import plantao.runbook.Phase;
import plantao.runbook.Playbook;
import plantao.runbook.Procedure;
import plantao.runbook.Runbook;
import plantao.runbook.Step;

/// A runbook whose steps are headings and numbered bold lines, and whose facts stand in tables and bullets.
class HeadedStepsTest {
    private final Runbook r = Texted.resource("entregas.md");

    @Test
    void takesTheHeadFromATable() {
        assertThat(r.version()).isEqualTo("2.7");
        assertThat(r.updated()).isEqualTo("2026-09-03");
        assertThat(r.owner()).isEqualTo("Squad Logística");
        assertThat(r.rtoSeconds()).isEqualTo(7200);
    }

    @Test
    void knowsEnvironmentsByTheirNames() {
        assertThat(r.environments()).extracting(Environment::name).containsExactly("Produção", "Homologação");
    }

    @Test
    void followsAnAlertsLink() {
        assertThat(r.alerts())
                .extracting(
                        AlertRule::name,
                        AlertRule::forSeconds,
                        a -> a.playbook() == null ? null : a.playbook().title())
                .containsExactly(
                        tuple("RotasAtrasadas", 600, "Rotas atrasadas"),
                        tuple("MapasFora", 300, "API de mapas fora"),
                        tuple("BancoLento", 900, "Banco lento"));
    }

    @Test
    void readsHeadingsAsSteps() {
        Playbook p = Texted.playbook(r, "Rotas atrasadas");
        assertThat(p.severity()).isEqualTo("P1");
        assertThat(p.symptoms()).hasSize(2);
        assertThat(p.steps())
                .extracting(Step::title, Step::condition, s -> s.commands().size())
                .containsExactly(
                        tuple("Ver a fila", null, 1),
                        tuple("Ver os consumidores", null, 2),
                        tuple("Reiniciar os consumidores (se travados)", "se travados", 1),
                        tuple("Escalar se a fila não cair em 10 minutos", "se a fila não cair em 10 minutos", 1));
        assertThat(p.steps().getFirst().expected()).containsExactly("Resultado esperado: menos de 200.");
    }

    @Test
    void readsNumberedBoldLinesAsSteps() {
        Step first = Texted.playbook(r, "API de mapas fora").steps().getFirst();
        assertThat(first.title()).isEqualTo("Confirmar com o fornecedor");
        assertThat(first.manual()).isTrue();
        assertThat(first.links()).containsExactly("https://status.mapas.example.com");
    }

    @Test
    void leavesOutWhatDoesNotApply() {
        assertThat(Texted.playbook(r, "Banco lento").steps())
                .extracting(Step::phase)
                .containsExactly(Phase.MITIGATION, Phase.MITIGATION, Phase.MITIGATION, Phase.VERIFICATION);
        assertThat(r.procedures())
                .extracting(Procedure::title, p -> p.steps().getFirst().phase())
                .contains(tuple("Implantação", Phase.OTHER));
    }

    @Test
    void readsSchedulesAndTheLadder() {
        assertThat(r.maintenance())
                .extracting(Maintenance::title, Maintenance::cadence)
                .containsExactly(tuple("Banco", "daily"), tuple("Arquivos", "weekly"));
        assertThat(r.escalation())
                .singleElement()
                .satisfies(e -> assertThat(e.steps())
                        .extracting(Escalation.Rung::afterSeconds)
                        .containsExactly(0, 900, 2700));
    }
}
