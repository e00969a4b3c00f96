package plantao.ui.fx;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiguresTest {
    private static final ZoneId ZONE = ZoneId.of("America/Sao_Paulo");
    private final Figures english = new Figures(Locale.ENGLISH, ZONE);
    private final Figures portuguese = new Figures(Locale.of("pt", "BR"), ZONE);

    @Test
    void numbersTakeTheSeparatorsOfTheLanguage() {
        assertThat(english.number(1840)).isEqualTo("1,840");
        assertThat(portuguese.number(1840)).isEqualTo("1.840");
        assertThat(portuguese.number(0.125)).isEqualTo("0,12");
    }

    @Test
    void aThinSpaceStandsBeforeTheUnit() {
        assertThat(english.measured(0.5, "%")).isEqualTo("0.5\u2009%");
        assertThat(english.measured(18, null)).isEqualTo("18");
    }

    @ParameterizedTest
    @CsvSource({"4, 4 s", "60, 1 min", "391, 6 min 31 s", "3600, 1 h", "15120, 4 h 12 min", "90000, 1 d 1 h"})
    void aLengthHasAtMostTwoUnits(long seconds, String written) {
        assertThat(english.length(Duration.ofSeconds(seconds)).replace('\u2009', ' '))
                .isEqualTo(written);
    }

    @ParameterizedTest
    @CsvSource({"59, 59 s", "60, 1 min", "7200, 2 h", "172800, 2 d", "-5, 0 s"})
    void anAgeHasOne(long seconds, String written) {
        assertThat(english.age(Duration.ofSeconds(seconds)).replace('\u2009', ' '))
                .isEqualTo(written);
    }

    @Test
    void clocksAreOf24HoursAndNameTheirZone() {
        Instant evening = Instant.parse("2026-11-22T22:12:38Z");

        assertThat(english.utc(evening)).isEqualTo("22:12:38");
        assertThat(portuguese.local(evening)).isEqualTo("19:12:38 BRT");
        assertThat(english.local(evening)).isEqualTo("19:12:38 GMT-3");
    }
}
