package plantao.export;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A step's title as what was done: without when to do it, as long as that is surely told from what to do.
class StepDeedTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Se a pane começou logo após um deploy, voltar à versão anterior (detalhes na seção 6)|Voltar à versão anterior",
                "If the pool is full, restart the workers|Restart the workers",
                "Se houver A, B ou C, reiniciar o serviço|Se houver A, B ou C, reiniciar o serviço",
                "Se nada disso resolver: reiniciar a aplicação, sem pressa|Reiniciar a aplicação, sem pressa",
                "Restart the workers (see section 3)|Restart the workers",
                "Restart the workers (all three)|Restart the workers (all three)",
                "Seguir o plano, com calma agora|Seguir o plano, com calma agora",
                "Quando, enfim|Quando, enfim"
            })
    void onlyWhatWasDoneIsLeft(String title, String deed) {
        assertThat(StepDeed.of(title)).isEqualTo(deed);
    }
}
