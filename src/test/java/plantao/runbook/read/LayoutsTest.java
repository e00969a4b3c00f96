package plantao.runbook.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import org.junit.jupiter.api.Test;
import plantao.runbook.AlertRule;
import plantao.runbook.Command;
import plantao.runbook.NotedLine;
import plantao.runbook.Phase;
import plantao.runbook.Playbook;
import plantao.runbook.Runbook;
import plantao.runbook.Step;

/// Layouts found in the wild.
class LayoutsTest {
    @Test
    void aPlaybookWrittenAsBullets() {
        Runbook r = Texted.of(
                "# Fila parada\n\n- Severidade: HIGH se houver perda.\n- Sintomas: a fila cresce.\n- Diagnostico: ver o registro com `journalctl -u fila`.\n- Rollback: voltar a imagem.\n");
        assertThat(r.playbooks()).singleElement().satisfies(p -> {
            assertThat(p.level()).isEqualTo(2);
            assertThat(p.symptoms()).extracting(NotedLine::text).containsExactly("a fila cresce.");
            assertThat(p.steps()).extracting(Step::phase).containsExactly(Phase.DIAGNOSIS, Phase.ROLLBACK);
        });
    }

    @Test
    void playbooksAsRowsOfATable() {
        Runbook r = Texted.of(
                "# Ops\n\n## Troubleshooting\n\n| Problema | Causa | Solução |\n|---|---|---|\n| Fila parada | worker morto | Reiniciar: `systemctl restart fila` |\n| Disco cheio | logs | Limpar; avisar |\n");
        assertThat(r.playbooks())
                .extracting(Playbook::title, p -> p.steps().size())
                .containsExactly(tuple("Fila parada", 1), tuple("Disco cheio", 2));
        assertThat(r.playbooks().getFirst().steps().getFirst().commands())
                .extracting(Command::text)
                .containsExactly("systemctl restart fila");
    }

    @Test
    void aFenceThatEndsItsListBelongsToTheItem() {
        Runbook r = Texted.of(
                "# A\n\n## Incidents\n\n### Cache down\n\n**Symptoms:** slow\n\n**Resolution:**\n\n1. Look:\n```bash\ndocker ps\n```\n2. Restart:\n```bash\ndocker restart cache\n```\n");
        assertThat(r.playbooks().getFirst().steps())
                .extracting(Step::title, s -> s.commands().size())
                .containsExactly(tuple("Look", 1), tuple("Restart", 1));
    }

    @Test
    void anAlertAsAListOfKeys() {
        Runbook r = Texted.of(
                "# Slow answers\n\n## Alert\n\n**Alert Name**: SlowAnswers\n**Severity**: Critical\n**Trigger**: latency > 2s for more than 5 minutes\n\n## Diagnosis\n\n- Look.\n\n## Mitigation\n\n- Act.\n");
        assertThat(r.alerts())
                .extracting(AlertRule::name, AlertRule::level, AlertRule::value, AlertRule::forSeconds)
                .containsExactly(tuple("SlowAnswers", 1, 2.0, 300));
        assertThat(r.alerts().getFirst().playbook())
                .satisfies(l -> assertThat(l.title()).isEqualTo("Slow answers"));
    }

    @Test
    void aCrossReferenceDecides() {
        Runbook r = Texted.of(
                "# A\n\n## 1. Alerts\n\n- **Odd thing** (see section 2.2)\n\n## 2. Incidents\n\n### 2.1 Odd thing here\n\n**Symptoms:** odd\n\n**Solution:**\n\n1. x\n\n### 2.2 Other\n\n**Symptoms:** other\n\n**Solution:**\n\n1. y\n");
        assertThat(r.alerts()).singleElement().satisfies(a -> {
            assertThat(a.playbook()).satisfies(l -> assertThat(l.title()).isEqualTo("Other"));
        });
    }

    @Test
    void rulesQuotedInYaml() {
        Runbook r = Texted.of(
                "# A\n\n## Alert rules\n\n```yaml\n- alert: QueueLong\n  expr: queue_length > 100\n  for: 10m\n  labels:\n    severity: warning\n```\n");
        assertThat(r.alerts())
                .extracting(AlertRule::name, AlertRule::forSeconds, AlertRule::level, AlertRule::value)
                .containsExactly(tuple("QueueLong", 600, 3, 100.0));
    }

    @Test
    void promptsAndOutputOfATranscript() {
        Runbook r = Texted.of(
                "# A\n\n## Restart\n\n```console\n$ systemctl status fila\nactive (running)\n$ systemctl restart fila\n```\n");
        Step s = r.procedures().getFirst().steps().getFirst();
        assertThat(s.commands())
                .extracting(Command::text)
                .containsExactly("systemctl status fila", "systemctl restart fila");
        assertThat(s.expected()).containsExactly("active (running)");
    }

    @Test
    void spanishWords() {
        Runbook r = Texted.of(
                "# Guía - Tienda\n\n## Incidentes\n\n### Base de datos caída\n\n**Síntomas:** errores de conexión\n\n**Acciones inmediatas:**\n\n1. Reiniciar: `systemctl restart postgresql`\n\n## Alertas\n\n- **PostgreSQL no disponible**\n\nEl equipo de la tienda responde con los datos del incidente.\n");
        assertThat(r.language()).isEqualTo("es");
        assertThat(r.playbooks().getFirst().steps().getFirst().phase()).isEqualTo(Phase.MITIGATION);
        assertThat(r.alerts().getFirst().playbook())
                .satisfies(l -> assertThat(l.title()).isEqualTo("Base de datos caída"));
    }
}
