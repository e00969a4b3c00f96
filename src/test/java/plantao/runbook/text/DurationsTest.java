package plantao.runbook.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DurationsTest {
    @ParameterizedTest
    @CsvSource({
        "30s, 30",
        "5min, 300",
        "< 15 min, 900",
        "1h 30min, 5400",
        "4 horas, 14400",
        "2 hours, 7200",
        "30 dias, 2592000",
        "nos primeiros 15min, 900",
        "1 hora, 3600"
    })
    void readsSeconds(String text, int seconds) {
        assertThat(Durations.seconds(text)).isEqualTo(seconds);
    }

    @ParameterizedTest
    @CsvSource({"Next business day", "24/7", "próximo dia útil", "As per SLA", "5 itens", "em 2 dias úteis"})
    void givesNothingForOtherTimes(String text) {
        assertThat(Durations.seconds(text)).isNull();
    }

    @Test
    void readsRanges() {
        assertThat(Durations.range("0-2 min")).containsExactly(0, 120);
        assertThat(Durations.range("15–30 minutes")).containsExactly(900, 1800);
        assertThat(Durations.range("Post-fix")).isNull();
    }
}
