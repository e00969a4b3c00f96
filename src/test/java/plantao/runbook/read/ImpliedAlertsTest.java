package plantao.runbook.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plantao.runbook.AlertRule;
import plantao.runbook.Runbook;

/// What nobody wrote an alert rule for is alerted of too, and leads to its playbook.
class ImpliedAlertsTest {
    private static final String TEXT = """
            # Loja

            ## Serviços

            | Serviço | URL |
            |---|---|
            | Checkout | https://checkout.example/health |
            | Cache | |
            | Correio | |

            ## Métricas

            | Métrica | Normal | Alerta | Crítico |
            |---|---|---|---|
            | Fila de pedidos | < 100 | 100-500 | > 500 |
            | Mensagens perdidas | 0 | 1+ | |
            | Uso de memória | < 70% | 80% | 90% |
            | Vendas | > 10 | | |

            ## Alertas

            - Checkout fora do ar por 2 minutos
            - Fila de pedidos > 500

            ## Incidentes

            ### Memória cheia

            **Sintomas:** uso de memória acima de 90%

            1. Reinicie o processo: `systemctl restart app`

            ### Checkout fora do ar

            1. Veja o processo: `systemctl status checkout`

            ### Cache indisponível

            **Sintomas:** erros de conexão com o cache

            1. Veja o processo: `systemctl status cache`
            """;

    @TempDir
    Path folder;

    private Runbook read(String settings) throws Exception {
        Files.writeString(folder.resolve("runbook.md"), TEXT);
        Files.writeString(folder.resolve("console.yaml"), settings);
        return ((LoadedRunbook.Read) RunbookFolder.load(folder).getFirst()).runbook();
    }

    @Test
    void servicesAndLimitsWithoutARuleAreImpliedAndNamedInTheRunbooksLanguage() throws Exception {
        Runbook read = read("");
        assertThat(read.alerts()).extracting(AlertRule::name).hasSize(2);
        assertThat(read.implied())
                .extracting(AlertRule::name)
                .containsExactly(
                        "Cache não responde", "Correio não responde", "Mensagens perdidas 1+", "Uso de memória >= 90%");
    }

    @Test
    void anImpliedAlertLeadsToItsPlaybookAndItsLine() throws Exception {
        Runbook read = read("");
        AlertRule cache = read.implied().getFirst();
        assertThat(cache.service()).isEqualTo("Cache");
        assertThat(cache.playbook()).isNotNull();
        assertThat(cache.playbook().title()).isEqualTo("Cache indisponível");
        assertThat(cache.origin().line()).isEqualTo(8);
        AlertRule memory = read.implied().getLast();
        assertThat(memory.playbook()).isNotNull();
        assertThat(memory.playbook().title()).isEqualTo("Memória cheia");
        assertThat(memory.op()).isEqualTo(plantao.runbook.Comparison.AT_LEAST);
        assertThat(memory.value()).isEqualTo(90);
        assertThat(memory.level()).isEqualTo(1);
        assertThat(memory.forSeconds()).isEqualTo(60);
    }

    @Test
    void thatSomethingIsDownTooMakesNoPlaybookItsAnswer() throws Exception {
        assertThat(read("").implied().get(1).playbook()).isNull();
    }

    @Test
    void aTeamMayHaveItsOwnRulesOnly() throws Exception {
        assertThat(read("implied-alerts: false\n").implied()).isEmpty();
        assertThat(read("implied-alerts: no idea\n").problems())
                .anyMatch(
                        p -> p.code().equals("wrong-config-type") && p.message().contains("implied-alerts"));
    }

    @Test
    void consoleYamlMayNameThePlaybookOfAnImpliedAlert() throws Exception {
        Runbook read = read("playbooks:\n  Mensagens perdidas 1+: Memória cheia\n");
        assertThat(read.implied().get(2).playbook()).isNotNull();
        assertThat(read.problems()).noneMatch(p -> p.origin().file().equals("console.yaml"));
    }
}
