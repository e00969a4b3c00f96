package plantao.runbook.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import plantao.runbook.Playbook;
import plantao.runbook.Procedure;
import plantao.runbook.Runbook;
import plantao.runbook.text.Role;
import plantao.runbook.text.Vocabulary;
import plantao.runbook.tree.MarkdownTree;

/// What teams call the parts of a runbook.
class HeadingWordsTest {

    @ParameterizedTest
    @CsvSource({
        "services, Aplicações",
        "services, Containers",
        "services, URLs importantes",
        "metrics, Faixas normais",
        "metrics, What normal looks like",
        "metrics, Vital signs",
        "alerts, Condições de alerta",
        "alerts, Alert triggers",
        "escalation, Fluxo de acionamento",
        "escalation, Support tiers",
        "escalation, Cadena de mando",
        "contacts, Números úteis",
        "contacts, Phone list",
        "severity, Níveis de gravidade",
        "severity, Severities",
        "template, Mensagens prontas",
        "template, Canned messages",
        "rollback, Rolling back",
        "rollback, Voltar a versão anterior",
        "deploy, Publicar em produção",
        "deploy, Go-live",
        "dashboards, Gráficos",
        "vendors, Terceiros",
        "vendors, Status pages",
        "logs, Where are the logs",
        "logs, Mensagens de log",
        "maintenanceWindow, Janela de mudanças",
        "recoveryObjectives, Recovery targets",
        "sla, Orçamento de erro",
        "sla, Disponibilidade",
        "playbookGroup, O que pode dar errado",
        "playbookGroup, Failure modes",
        "playbookGroup, Panes",
    })
    void aPartIsKnownByItsHeading(String role, String heading) {
        var document = MarkdownTree.of(
                List.of("# Sorter", "", "## " + heading, "", "text", "", "## Other", "", "x"), x -> false, x -> false);
        assertThat(Topic.of(document, "x.md", Vocabulary.standard())
                        .all()
                        .filter(t -> t.section().level() == 2))
                .first()
                .extracting(Topic::role)
                .extracting(Role::key)
                .isEqualTo(role);
    }

    @Test
    void whatRunsIsNotTheDocumentsOwnData() {
        Runbook r = Texted.of("""
                # Sorter

                ## Day to day

                ### Back to the version of yesterday

                1. `sorterctl use yesterday`
                2. `sorterctl reload`

                ### Check the queue's status

                ```bash
                sorterctl queue
                ```

                ### Version

                2.4 of March
                """);
        assertThat(r.procedures())
                .extracting(Procedure::title)
                .containsExactly("Back to the version of yesterday", "Check the queue's status");
    }

    @Test
    void failureModesAreCases() {
        Runbook r = Texted.of("""
                # Sorter

                ## Failure modes

                ### Belt stands still

                **Symptoms**: parcels stay

                ```bash
                beltctl start
                ```

                ## Operations

                ### Subir versão

                1. `beltctl ship`
                """);
        assertThat(r.playbooks()).extracting(Playbook::title).containsExactly("Belt stands still");
        assertThat(r.procedures())
                .extracting(Procedure::title, Procedure::kind)
                .containsExactly(tuple("Subir versão", "deploy"));
    }
}
