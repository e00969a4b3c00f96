package plantao.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import plantao.journal.Detail;
import plantao.journal.Entry;
import plantao.runbook.Phase;
import plantao.runbook.Risk;

class EntrySentenceTest {
    @Test
    void whatWasStoppedAfterAStepIsSaidInBothLanguagesAndWithoutMarkup() {
        Detail stopped = new Detail.LeftStopped(
                new UUID(0, 2), 3, "Drain the queue", List.of("4711 worker --all *", "4712 sleep 60"));
        Entry entry = new Entry(
                new UUID(0, 1), Instant.parse("2026-03-01T02:00:00Z"), "Ana", "desk-1", "shop", "run", stopped);

        assertThat(new EntrySentence(DocumentWords.in(Locale.ENGLISH)).of(entry))
                .contains("Stopped what “Drain the queue” had left running: 4711 worker --all \\*; 4712 sleep 60");
        assertThat(new EntrySentence(DocumentWords.in(Locale.of("pt", "BR"))).of(entry))
                .contains("Parado o que “Drain the queue” tinha deixado rodando: 4711 worker --all \\*; 4712 sleep 60");
    }

    private static String told(int exit, String excerpt, boolean typed) {
        Detail ran = new Detail.StepRan(
                new UUID(0, 2),
                3,
                typed ? "df -h" : "Look at the disk",
                Phase.OTHER,
                "df -h",
                Risk.SAFE,
                "exited",
                exit,
                null,
                1200,
                excerpt,
                typed);
        Entry entry =
                new Entry(new UUID(0, 1), Instant.parse("2026-03-01T02:00:00Z"), "Ana", "desk-1", "shop", "run", ran);
        return new EntrySentence(DocumentWords.in(Locale.ENGLISH)).of(entry).orElseThrow();
    }

    @Test
    void whatWasTypedInIsSaidToBe() {
        assertThat(told(0, "94 %", true)).isEqualTo("Typed in: `df -h`, exit 0, 1 s: `94 %`");
    }

    @Test
    void whatACheckAnsweredInOneShortLineIsToldAndALongerOneLeftToTheLog() {
        assertThat(told(0, "94 %\n", false)).isEqualTo("Look at the disk: `df -h`, exit 0, 1 s: `94 %`");
        assertThat(told(0, "Filesystem\n/dev/sda 94 %", false)).isEqualTo("Look at the disk: `df -h`, exit 0, 1 s");
        assertThat(told(0, "", false)).isEqualTo("Look at the disk: `df -h`, exit 0, 1 s");
    }

    @Test
    void aTitleThatEndsWithItsCommandSaysItOnce() {
        Detail ran = new Detail.StepRan(
                new UUID(0, 2),
                0,
                "Look at the disk: df -h",
                Phase.OTHER,
                "df -h",
                Risk.SAFE,
                "exited",
                0,
                null,
                1200,
                "",
                false);
        Entry entry =
                new Entry(new UUID(0, 1), Instant.parse("2026-03-01T02:00:00Z"), "Ana", "desk-1", "shop", "run", ran);

        assertThat(new EntrySentence(DocumentWords.in(Locale.ENGLISH)).of(entry))
                .contains("Look at the disk: `df -h`, exit 0, 1 s");
    }

    @Test
    void whatFailedSaysWhatItPrintedLast() {
        assertThat(told(1, "Filesystem\ndf: `no` such file\n---\n", false))
                .isEqualTo("Look at the disk: `df -h`, exit 1, 1 s: ``df: `no` such file``");
        assertThat(told(1, "é".repeat(300), false)).endsWith(": `" + "é".repeat(160) + "…`");
    }

    @Test
    void aLengthIsTheNearestMinuteFromTenMinutesOn() {
        DocumentWords words = DocumentWords.in(java.util.Locale.ENGLISH);
        assertThat(words.length(java.time.Duration.ofSeconds(1315))).isEqualTo("22 min");
        assertThat(words.length(java.time.Duration.ofSeconds(3590))).isEqualTo("1 h");
        assertThat(words.length(java.time.Duration.ofSeconds(599))).isEqualTo("9 min 59 s");
    }
}
