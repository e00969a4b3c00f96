package plantao.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import plantao.store.TeamFault;
import plantao.store.TeamState;
import plantao.ui.fx.Figures;
import plantao.ui.fx.Texts;

class TeamWordsTest {
    private static final Instant NOW = Instant.parse("2026-11-22T03:00:00Z");

    private static TeamWords words(Locale locale) {
        return new TeamWords(Texts.of(TeamWords.class, locale), new Figures(locale, ZoneOffset.UTC));
    }

    private static TeamState state(@Nullable TeamFault fault, long unsent, Duration ago, Duration skew) {
        return new TeamState("url", "db:5432/log", fault, "/said", unsent, 0, NOW.minus(ago), skew, List.of(), false);
    }

    @ParameterizedTest
    @EnumSource
    void everyFaultIsSaidInBothLanguagesWithWhatBecomesOfTheEntries(TeamFault fault) {
        for (Locale locale : List.of(Locale.ENGLISH, Locale.of("pt", "BR"))) {
            String text = words(locale).full(state(fault, 2, Duration.ofMinutes(3), Duration.ZERO));
            assertThat(text).doesNotContain("team.fault", "{0}", "{1}").endsWith(".");
            assertThat(words(locale).brief(state(fault, 2, Duration.ofMinutes(3), Duration.ZERO), NOW))
                    .contains("3", "2");
        }
    }

    @Test
    void normalIsQuietAndSoIsWhatPassesInAMoment() {
        assertThat(TeamWords.telling(state(null, 0, Duration.ZERO, Duration.ofSeconds(5)), NOW))
                .isFalse();
        assertThat(TeamWords.telling(state(null, 1, Duration.ofSeconds(1), Duration.ZERO), NOW))
                .isFalse();
        assertThat(TeamWords.telling(state(null, 1, Duration.ofSeconds(9), Duration.ZERO), NOW))
                .isTrue();
        assertThat(TeamWords.telling(state(TeamFault.FULL, 0, Duration.ZERO, Duration.ZERO), NOW))
                .isTrue();
    }

    @Test
    void aClockThatIsMinutesWrongIsSaidInTheBar() {
        TeamState fast = state(null, 0, Duration.ZERO, Duration.ofMinutes(-7));
        assertThat(TeamWords.telling(fast, NOW)).isTrue();
        assertThat(words(Locale.ENGLISH).brief(fast, NOW)).contains("7", "ahead");
        assertThat(words(Locale.of("pt", "BR")).brief(fast, NOW)).contains("7", "adiantado");
    }
}
