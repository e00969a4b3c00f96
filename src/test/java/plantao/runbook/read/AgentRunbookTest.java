package plantao.runbook.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import plantao.runbook.AlertRule;
import plantao.runbook.Checklist;
import plantao.runbook.Escalation;
import plantao.runbook.Maintenance;
import plantao.runbook.Runbook;
import plantao.runbook.Service;
import plantao.runbook.Template;

/// A runbook that draws its ladder in boxes, keeps its checklists in fences of Markdown and counts its alerts from
/// P0.
class AgentRunbookTest {
    private static Runbook read(String text) {
        return RunbookReader.read("runbook.md", Map.of("runbook.md", text));
    }

    private static List<Escalation.Rung> rungs(Runbook r) {
        return r.escalation().stream().flatMap(e -> e.steps().stream()).toList();
    }

    @Test
    void componentsWithHowMuchTheyMatterAreServices() {
        assertThat(read("""
                        # Robô

                        ## Componentes Principais

                        | Componente | Função | Criticidade |
                        |---|---|---|
                        | **API do robô** | Conversa | CRÍTICO |
                        | **Correio** | Envia recados | MÉDIO |
                        """).services()).extracting(Service::name).containsExactly("API do robô", "Correio");
    }

    @Test
    void ofTwoPlaybooksThatShareAWordTheOneThatSaysNothingElseAnswers() {
        Runbook r = read("""
                # Robô

                ## Métricas

                | Métrica | Normal |
                |---|---|
                | Error rate | < 1% |

                ## Problemas

                ### Problema: "Robô não responde" (HTTP 503)

                **Solução:**
                ```bash
                kubectl rollout restart deployment/robo
                ```

                ### Problema: "Error rate alto" (>5%)

                **Solução:**
                ```bash
                kubectl rollout undo deployment/robo
                ```

                ## Alertas Críticos (P0)

                | Alerta | Threshold | Ação |
                |---|---|---|
                | **HighErrorRate** | Error rate >10% por 5 min | Ver logs |
                """);
        AlertRule alert = r.alerts().getFirst();
        assertThat(alert.playbook()).isNotNull();
        assertThat(alert.playbook().title()).contains("Error rate alto");
        assertThat(alert.severity()).isEqualTo("P0");
        assertThat(alert.level()).isEqualTo(1);
    }

    @Test
    void workThatIsNamedByHowOftenItComes() {
        assertThat(read("""
                        # Robô

                        ## 7. Tarefas de Manutenção

                        ### 7.1 Diárias

                        ```bash
                        # 1. Ver a saúde
                        ./saude.sh
                        ```

                        ### 7.2 Semanais

                        ```bash
                        ls /backups
                        ```
                        """).maintenance()).extracting(Maintenance::cadence).containsExactly("daily", "weekly");
    }

    @Test
    void boxesInMarkdownBelowATurnOfDutyAreToBeTicked() {
        Runbook r = read("""
                # Robô

                ## Checklist de On-Call

                ### Início do Turno

                ```markdown
                - [ ] Ver se os alertas chegam
                - [ ] Ler o resumo do turno anterior
                ```

                ### Ao passar o turno

                ```markdown
                ## Passando o turno - [Data]

                - [ ] [Ação pendente 1]
                - [ ] [Ação pendente 2]
                ```
                """);
        assertThat(r.checklists())
                .extracting(Checklist::title, Checklist::cadence)
                .containsExactly(tuple("Início do Turno", "shift-start"));
        assertThat(r.templates()).extracting(Template::title).containsExactly("Ao passar o turno");
    }

    @Test
    void levelsInBoxes() {
        Runbook r = read("""
                # Robô

                ## Escalação

                ### Cadeia de Escalação

                ```
                ┌──────────────────────────────┐
                │  Nível 1: Plantonista        │
                │  - Responde a alertas        │
                └──────────┬───────────────────┘
                           │ Escalar após 30min sem solução
                           ▼
                ┌──────────────────────────────┐
                │  Nível 2: Líder técnico      │
                └──────────────────────────────┘
                ```
                """);
        assertThat(r.escalation()).extracting(Escalation::level).containsExactly("Nível 1", "Nível 2");
        assertThat(rungs(r))
                .extracting(Escalation.Rung::contact, Escalation.Rung::afterSeconds)
                .containsExactly(tuple("Plantonista", null), tuple("Líder técnico", 1800));
    }

    @Test
    void casesInWhichToGoALevelUp() {
        Runbook r = read("""
                # Robô

                ## Escalação

                ### Quando escalar?

                **Escalar IMEDIATAMENTE se:**
                - Dados se perdem
                - Suspeita de invasão

                **Escalar em 2h se:**
                - P1 sem progresso
                """);
        assertThat(rungs(r))
                .extracting(Escalation.Rung::text, Escalation.Rung::afterSeconds)
                .containsExactly(
                        tuple("Dados se perdem", 0), tuple("Suspeita de invasão", 0), tuple("P1 sem progresso", 7200));
    }
}
