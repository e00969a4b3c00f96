package plantao.ui.paging;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import plantao.desk.Page;

class PageWordsTest {
    private static final Locale BRAZIL = Locale.of("pt", "BR");
    private static final Instant SINCE = Instant.parse("2026-11-22T03:00:00Z");

    private static Page.Item item(String name, @Nullable String service, boolean practice) {
        return new Page.Item("shop", name, service, 1, practice, SINCE, Duration.ofMinutes(12));
    }

    private static PageWords words(Page.Kind kind, Locale locale, Page.Item... items) {
        return PageWords.of(new Page(kind, List.of(items)), locale, UnaryOperator.identity());
    }

    @Test
    void oneAlertIsToldByItsName() {
        assertThat(words(Page.Kind.FIRING, Locale.ENGLISH, item("API down", "API", false)))
                .isEqualTo(new PageWords("Alert: API down", "shop\nOpen Plantão and acknowledge."));
        assertThat(words(Page.Kind.OVER, Locale.ENGLISH, item("API down", "API", false)))
                .isEqualTo(new PageWords("API is up again after 12\u2009min", "shop"));
        assertThat(words(Page.Kind.OVER, BRAZIL, item("Fila > 1000", null, false))
                        .title())
                .isEqualTo("Encerrado depois de 12\u2009min: Fila > 1000");
    }

    @Test
    void practiceSaysSoFirst() {
        assertThat(words(Page.Kind.FIRING, Locale.ENGLISH, item("API down", "API", true))
                        .title())
                .isEqualTo("PRACTICE · Alert: API down");
    }

    @Test
    void manyAreCountedAndTheFirstNamed() {
        Page.Item[] items = IntStream.rangeClosed(1, 10)
                .mapToObj(i -> item("Alert " + i, null, false))
                .toArray(Page.Item[]::new);
        assertThat(words(Page.Kind.STILL_FIRING, Locale.ENGLISH, items))
                .isEqualTo(new PageWords(
                        "10 alerts still wait, the oldest for 12\u2009min",
                        "shop\nAlert 1 · Alert 2 · Alert 3 · Alert 4 and 6 more\nNobody has acknowledged it yet."));
    }

    @Test
    void longAndStrangeNamesAreCutAndCleanedAndMaskedBeforeThat() {
        String name = "x".repeat(76) + "s3cret" + "\u0000\u001b[31m\n" + "😀".repeat(200);
        PageWords words = PageWords.of(
                new Page(Page.Kind.FIRING, List.of(item(name, null, false))),
                Locale.ENGLISH,
                text -> text.replace("s3cret", "•"));
        assertThat(words.title()).hasSizeLessThan(130).doesNotContain("s3").endsWith("…");
        assertThat(words.title().chars()).noneMatch(Character::isISOControl);
    }
}
