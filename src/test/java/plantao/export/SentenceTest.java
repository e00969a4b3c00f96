package plantao.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import plantao.journal.Detail;
import plantao.journal.Entry;

class SentenceTest {
    @Test
    void whatWasStoppedAfterAStepIsSaidInBothLanguagesAndWithoutMarkup() {
        Detail stopped = new Detail.LeftStopped(
                new UUID(0, 2), 3, "Drain the queue", List.of("4711 worker --all *", "4712 sleep 60"));
        Entry entry = new Entry(
                new UUID(0, 1), Instant.parse("2026-03-01T02:00:00Z"), "Ana", "desk-1", "shop", "run", stopped);

        assertThat(new Sentence(Words.in(Locale.ENGLISH)).of(entry))
                .contains("Stopped what “Drain the queue” had left running: 4711 worker --all \\*; 4712 sleep 60");
        assertThat(new Sentence(Words.in(Locale.of("pt", "BR"))).of(entry))
                .contains("Parado o que “Drain the queue” tinha deixado rodando: 4711 worker --all \\*; 4712 sleep 60");
    }

    @Test
    void aLengthIsTheNearestMinuteFromTenMinutesOn() {
        Words words = Words.in(java.util.Locale.ENGLISH);
        assertThat(words.length(java.time.Duration.ofSeconds(1315))).isEqualTo("22 min");
        assertThat(words.length(java.time.Duration.ofSeconds(3590))).isEqualTo("1 h");
        assertThat(words.length(java.time.Duration.ofSeconds(599))).isEqualTo("9 min 59 s");
    }
}
