package plantao.runbook.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.junit.jupiter.api.Test;
import plantao.runbook.AlertRule;
import plantao.runbook.Checklist;
import plantao.runbook.Command;
import plantao.runbook.Comparison;
import plantao.runbook.Contact;
import plantao.runbook.Diagram;
import plantao.runbook.Escalation;
import plantao.runbook.Metric;
import plantao.runbook.NotedLine;
import plantao.runbook.Phase;
import plantao.runbook.Playbook;
import plantao.runbook.Problem;
import plantao.runbook.Risk;
import plantao.runbook.Runbook;
import plantao.runbook.Service;
import plantao.runbook.Step;
import plantao.runbook.Template;

class PortugueseRunbookTest {
    private final Runbook r = Texted.resource("shop.md");

    @Test
    void takesTheHead() {
        assertThat(r.title()).isEqualTo("Manual de plantão - Lojinha");
        assertThat(r.system()).isEqualTo("Lojinha");
        assertThat(r.language()).isEqualTo("pt");
        assertThat(List.of(r.version(), r.updated(), r.owner()))
                .containsExactly("3.1", "2026-03-10", "Time de Plataforma");
    }

    @Test
    void readsServicesWithTheirLines() {
        assertThat(r.services())
                .extracting(Service::name, Service::url, s -> s.origin().line())
                .containsExactly(
                        tuple("Loja Web", "loja.example.org", 26),
                        tuple("API de Pedidos", "https://api.example.org", 27),
                        tuple("Fila de Pedidos", null, 28));
        assertThat(r.environments())
                .extracting(e -> e.name(), e -> e.urls())
                .containsExactly(
                        tuple("Produção", List.of("loja.example.org")), tuple("Local", List.of("localhost:8080")));
    }

    @Test
    void readsMetricsWithAllBounds() {
        assertThat(r.metrics().stream().filter(Metric::stated))
                .extracting(Metric::name)
                .containsExactly("Tempo de Resposta", "Taxa de Erro", "Conexões do Banco", "Fila de Pedidos");
        Metric time = r.metrics().getFirst();
        assertThat(time.percentile()).isEqualTo(95);
        assertThat(time.critical())
                .satisfies(b ->
                        assertThat(List.of(b.op(), b.value(), b.unit())).containsExactly(Comparison.ABOVE, 2.0, "s"));
        assertThat(r.metrics().get(2).normal())
                .satisfies(b ->
                        assertThat(List.of(b.op(), b.value(), b.of())).containsExactly(Comparison.BELOW, 40.0, 60.0));
    }

    @Test
    void tellsHoldTimesFromDeadlinesAndSkipsOtherLists() {
        assertThat(r.alerts())
                .extracting(AlertRule::name, AlertRule::forSeconds)
                .containsExactly(
                        tuple("API fora do ar", 180),
                        tuple("Taxa de erro > 6%", 600),
                        tuple("Fila de pedidos > 900", null),
                        tuple("Certificado vence", null));
        assertThat(r.alerts().get(0).service()).isEqualTo("API de Pedidos");
        assertThat(r.alerts().get(1).metric()).isEqualTo("Taxa de Erro");
        assertThat(r.alerts().get(1).level()).isEqualTo(1);
    }

    @Test
    void findsTheAnswerToAnAlertByMeaning() {
        assertThat(r.alerts().get(0).playbook())
                .satisfies(l -> assertThat(l.title()).isEqualTo("API não responde (502/503)"));
        assertThat(r.alerts().get(2).playbook())
                .satisfies(l -> assertThat(l.title()).isEqualTo("Pedidos acumulando"));
        assertThat(r.alerts().get(3).playbook()).isNull();
        assertThat(r.problems())
                .filteredOn(p -> p.code().equals("alert-without-playbook"))
                .extracting(p -> p.origin().line())
                .contains(r.alerts().get(3).origin().line());
    }

    @Test
    void readsAPlaybooksStepsConditionsAndRisks() {
        Playbook p = Texted.playbook(r, "API não responde (502/503)");
        assertThat(p.symptoms())
                .extracting(NotedLine::text)
                .containsExactly("A loja mostra \"tente de novo\"", "Muitos erros 5xx");
        assertThat(p.causes()).extracting(NotedLine::text).containsExactly("Memória: processo morto");
        assertThat(p.steps())
                .extracting(Step::title, Step::phase, Step::manual, Step::condition)
                .containsExactly(
                        tuple("Ver se responde", Phase.DIAGNOSIS, false, null),
                        tuple("Ver o painel", Phase.DIAGNOSIS, true, null),
                        tuple("Se o deploy é recente, voltar atrás", Phase.RESOLUTION, false, "Se o deploy é recente"),
                        tuple("Se faltou memória, aumentar", Phase.RESOLUTION, true, "Se faltou memória"));
        assertThat(p.steps().get(1).notes()).containsExactly("(no painel do provedor)");
        assertThat(p.steps().get(2).commands())
                .extracting(Command::text, Command::risk)
                .containsExactly(tuple("acme rollback -service pedidos", Risk.DISRUPTIVE));
    }

    @Test
    void makesManualStepsOfNumberedComments() {
        Playbook p = Texted.playbook(r, "Pedidos acumulando");
        assertThat(p.symptoms()).extracting(NotedLine::text).containsExactly("e-mails atrasados", "fila grande");
        assertThat(p.steps())
                .extracting(Step::title, Step::phase, Step::manual)
                .containsExactly(
                        tuple("Diagnóstico", Phase.DIAGNOSIS, false),
                        tuple("Se fila > 900: chamar a equipe", Phase.MITIGATION, true),
                        tuple("Apagar a fila se necessário", Phase.MITIGATION, true));
    }

    @Test
    void keepsSessionInputsOutOfTheShell() {
        Playbook p = Texted.playbook(r, "Vazamento entre clientes");
        assertThat(p.banner()).contains("um cliente vê dados de outro");
        assertThat(p.level()).isEqualTo(1);
        Command sql = p.steps().get(1).commands().getFirst();
        assertThat(p.steps().get(1).commands()).hasSize(1);
        assertThat(sql.inputs()).containsExactly("SELECT id, dono\nFROM pedidos;");
        assertThat(sql.interactive()).isTrue();
        Command shell = p.steps().get(2).commands().getFirst();
        assertThat(shell.inputs()).hasSize(2);
        assertThat(shell.risk()).isEqualTo(Risk.DESTRUCTIVE);
    }

    @Test
    void readsChecklistsOfAShift() {
        assertThat(r.checklists())
                .extracting(Checklist::title, Checklist::cadence)
                .containsExactly(tuple("Início de plantão", "shift-start"), tuple("Fim de plantão", "shift-end"));
        Checklist.Item second = r.checklists().getFirst().items().get(1);
        assertThat(second.done()).isTrue();
        assertThat(second.details()).containsExactly("últimas 12 horas");
        assertThat(r.checklists().getFirst().items().getFirst().commands())
                .extracting(Command::text)
                .containsExactly("redis-cli LLEN pedidos");
    }

    @Test
    void readsContactsAndEscalation() {
        assertThat(r.contacts())
                .extracting(Contact::role, Contact::email, Contact::phone, Contact::hours)
                .containsExactly(
                        tuple("Plantonista", "plantao@example.org", "+55 11 xxxx-xxxx", "24/7"),
                        tuple("Gerência", "ana@example.org", null, "9-18h"));
        assertThat(r.problems()).filteredOn(p -> p.code().equals("tbd-contact")).hasSize(1);
        assertThat(r.escalation())
                .singleElement()
                .satisfies(e -> assertThat(e.steps())
                        .extracting(Escalation.Rung::afterSeconds, Escalation.Rung::contact)
                        .containsExactly(
                                tuple(0, null),
                                tuple(600, "Plantonista"),
                                tuple(2700, "Gerência"),
                                tuple(null, "clientes")));
    }

    @Test
    void readsTheTemplateAndTheDiagram() {
        assertThat(r.templates()).singleElement().satisfies(t -> {
            assertThat(t.kind()).isEqualTo("postmortem");
            assertThat(t.filePattern()).isEqualTo("docs/incidentes/YYYY-MM-DD-{titulo}.md");
            assertThat(t.sections()).containsExactly("Resumo", "Impacto", "Linha do tempo");
        });
        assertThat(r.diagram().nodes())
                .extracting(Diagram.Node::label, Diagram.Node::group)
                .containsExactly(
                        tuple("Loja Web", "Borda"), tuple("API de Pedidos", "Núcleo"), tuple("Banco", "Núcleo"));
        assertThat(r.diagram().edges()).containsExactly(new Diagram.Edge("Web", "Api"), new Diagram.Edge("Api", "DB"));
    }

    @Test
    void coversTheText() {
        assertThat(r.coverage().lines())
                .isEqualTo(r.coverage().structured() + r.coverage().prose());
        assertThat(r.coverage().structured()).isGreaterThan(r.coverage().lines() * 8 / 10);
        assertThat(r.problems()).noneMatch(p -> p.severity() == Problem.Severity.ERROR);
        assertThat(r.templates()).extracting(Template::title).containsExactly("Registro de incidentes");
    }
}
