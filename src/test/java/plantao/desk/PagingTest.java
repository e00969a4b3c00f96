package plantao.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import plantao.alert.Alert;
import plantao.alert.Rule;
import plantao.alert.Truth;
import plantao.values.Place;
import plantao.values.Target;

class PagingTest {
    private static final Instant T0 = Play.T0;
    private static final Alert ANY = Play.sketch().system().alerts().getFirst();

    private Target.Kind kind = Target.Kind.PRODUCTION;
    private Instant now = T0;
    private Paging paging = Paging.NONE;
    private final Map<String, Alert> alerts = new LinkedHashMap<>();
    private final List<Page> pages = new ArrayList<>();

    private void set(String name, Truth truth) {
        alerts.put(name, alerts.getOrDefault(name, Alert.of(rule(name))).next(truth, null, now, now));
    }

    private void acknowledge(String name) {
        alerts.put(name, alerts.get(name).acknowledged("Ana", now));
    }

    /// A second of looking, or many.
    private void pass(Duration time) {
        for (long s = 0; s < time.toSeconds(); s++) {
            look();
            now = now.plusSeconds(1);
        }
    }

    private void look() {
        Paging.Step step = paging.next(board(), now);
        paging = step.paging();
        if (step.page() != null) {
            pages.add(step.page());
        }
    }

    private Board board() {
        Target target = new Target(
                "x", "X", kind, Map.of(), Map.of(), new Place("local shell", Path.of("/tmp"), true, Map.of(), null));
        SystemBoard system = SystemBoardFactory.open(Sketch.runbook(), List.of(target), 1, Trust.FULL, T0)
                .withAlerts(List.copyOf(alerts.values()));
        return Board.empty(T0, "Ana").withSystems(List.of(system));
    }

    /// The first of the sketch's rules, of level 1 and about a service, under another id; `mild…` is the second.
    private static Rule rule(String id) {
        var sources = Sketch.runbook().alerts();
        var source = id.startsWith("mild") ? sources.get(1) : sources.getFirst();
        return new Rule(id, ANY.rule().condition(), Duration.ZERO, source);
    }

    private List<Page.Kind> kinds() {
        return pages.stream().map(Page::kind).toList();
    }

    @Test
    void whatFiresIsToldAtOnceAndOnce() {
        set("a", Truth.HOLDS);
        look();
        assertThat(kinds()).containsExactly(Page.Kind.FIRING);
        pass(Duration.ofMinutes(4));
        assertThat(pages).singleElement().satisfies(page -> {
            assertThat(page.practice()).isFalse();
            assertThat(page.items()).singleElement().satisfies(item -> {
                assertThat(item.alert()).isEqualTo("API down");
                assertThat(item.service()).isEqualTo("API");
                assertThat(item.system()).isEqualTo("Sketch");
            });
        });
    }

    @Test
    void whileNobodyAcknowledgesItIsToldAgainWithItsLength() {
        set("a", Truth.HOLDS);
        pass(Duration.ofMinutes(11));
        assertThat(kinds()).containsExactly(Page.Kind.FIRING, Page.Kind.STILL_FIRING, Page.Kind.STILL_FIRING);
        assertThat(pages.getLast().items().getFirst().lasted()).isEqualTo(Duration.ofMinutes(10));
    }

    @Test
    void onceAcknowledgedItIsNotToldAgainButItsEndIs() {
        set("a", Truth.HOLDS);
        pass(Duration.ofMinutes(1));
        acknowledge("a");
        pass(Duration.ofMinutes(11));
        assertThat(kinds()).containsExactly(Page.Kind.FIRING);
        set("a", Truth.FAILS);
        pass(Duration.ofMinutes(30));
        assertThat(kinds()).containsExactly(Page.Kind.FIRING, Page.Kind.OVER);
        assertThat(pages.getLast().items().getFirst().lasted()).isEqualTo(Duration.ofMinutes(12));
    }

    @Test
    void whatClearsUnseenIsToldOverAndNotNagged() {
        set("a", Truth.HOLDS);
        pass(Duration.ofMinutes(2));
        set("a", Truth.FAILS);
        pass(Duration.ofHours(1));
        assertThat(kinds()).containsExactly(Page.Kind.FIRING, Page.Kind.OVER);
        assertThat(pages.getLast().items().getFirst().lasted()).isEqualTo(Duration.ofMinutes(2));
    }

    @Test
    void tenAtOnceAreOnePageTheWorstFirst() {
        set("mild", Truth.HOLDS);
        for (int i = 0; i < 9; i++) {
            set("a" + i, Truth.HOLDS);
        }
        pass(Duration.ofMinutes(1));
        assertThat(pages).singleElement().satisfies(page -> {
            assertThat(page.items()).hasSize(10);
            assertThat(page.level()).isEqualTo(1);
            assertThat(page.items().getLast().alert()).isEqualTo("Queue > 1000");
        });
        for (String name : List.copyOf(alerts.keySet())) {
            set(name, Truth.FAILS);
        }
        pass(Duration.ofMinutes(10));
        assertThat(kinds()).containsExactly(Page.Kind.FIRING, Page.Kind.OVER);
        assertThat(pages.getLast().items()).hasSize(10);
    }

    @Test
    void tenOneAfterTheOtherAreTheFirstAndThenTheRest() {
        for (int i = 0; i < 10; i++) {
            set("a" + i, Truth.HOLDS);
            pass(Duration.ofSeconds(2));
        }
        pass(Duration.ofMinutes(1));
        assertThat(pages).extracting(p -> p.items().size()).containsExactly(1, 9);
    }

    @Test
    void whatSomebodySawBeforeItWasToldIsNotTold() {
        set("a", Truth.HOLDS);
        look();
        set("b", Truth.HOLDS);
        pass(Duration.ofSeconds(5));
        acknowledge("b");
        pass(Duration.ofMinutes(1));
        set("b", Truth.FAILS);
        pass(Duration.ofMinutes(2));
        assertThat(kinds()).containsExactly(Page.Kind.FIRING);
    }

    @Test
    void flappingQuicklyIsOneTroubleToldAgainNowAndThen() {
        for (int i = 0; i < 60; i++) {
            set("a", i % 2 == 0 ? Truth.HOLDS : Truth.FAILS);
            pass(Duration.ofSeconds(20));
        }
        assertThat(kinds()).hasSizeBetween(3, 5).startsWith(Page.Kind.FIRING).doesNotContain(Page.Kind.OVER);
    }

    @Test
    void flappingSlowlyIsToldLessAndLessOften() {
        for (int i = 0; i < 60; i++) {
            set("a", i % 2 == 0 ? Truth.HOLDS : Truth.FAILS);
            pass(Duration.ofSeconds(90));
        }
        // 30 times it came and went: the first end is told, after that only that it is still there
        assertThat(kinds().stream().filter(k -> k == Page.Kind.OVER)).hasSize(1);
        assertThat(kinds()).hasSizeLessThan(20);
    }

    @Test
    void mildOnesAreToldAgainSeldom() {
        set("mild", Truth.HOLDS);
        alerts.put("mild", milder(alerts.get("mild")));
        pass(Duration.ofMinutes(29));
        assertThat(kinds()).containsExactly(Page.Kind.FIRING);
        pass(Duration.ofMinutes(2));
        assertThat(kinds()).containsExactly(Page.Kind.FIRING, Page.Kind.STILL_FIRING);
    }

    private static Alert milder(Alert alert) {
        var s = alert.rule().source();
        var source = new plantao.runbook.AlertRule(
                s.name(),
                "info",
                4,
                s.condition(),
                s.metric(),
                s.service(),
                null,
                s.op(),
                s.value(),
                s.unit(),
                s.forSeconds(),
                s.respondWithinSeconds(),
                s.playbook(),
                s.candidates(),
                s.origin());
        Rule rule = alert.rule();
        return new Alert(new Rule(rule.id(), rule.condition(), rule.hold(), source), alert.state(), alert.measured());
    }

    @Test
    void practiceIsToldAsPractice() {
        kind = Target.Kind.PRACTICE;
        set("a", Truth.HOLDS);
        look();
        assertThat(pages).singleElement().matches(Page::practice);
    }

    @Test
    void aClosedSystemIsForgotten() {
        set("a", Truth.HOLDS);
        look();
        alerts.clear();
        pass(Duration.ofMinutes(20));
        assertThat(kinds()).containsExactly(Page.Kind.FIRING);
        assertThat(paging.episodes()).isEmpty();
    }

    @Test
    void aClockSetBackHoldsNoCallUp() {
        set("a", Truth.HOLDS);
        look();
        now = now.minus(Duration.ofHours(3));
        set("b", Truth.HOLDS);
        look();
        assertThat(kinds()).containsExactly(Page.Kind.FIRING, Page.Kind.FIRING);
    }

    @Test
    void aLidClosedForTheNightIsOneCallInTheMorning() {
        set("a", Truth.HOLDS);
        look();
        now = now.plus(Duration.ofHours(8));
        pass(Duration.ofMinutes(4));
        assertThat(kinds()).containsExactly(Page.Kind.FIRING, Page.Kind.STILL_FIRING);
    }
}
