package plantao.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// Two consoles of a team watch the same services.
class RepeatsTest {
    private static final Detail.AlertFired FIRED =
            new Detail.AlertFired("a", "API down", 1, "down", null, Told.START, 4);
    private static final Detail.AlertCleared CLEARED = new Detail.AlertCleared("a", "API down", 9000);
    private static final Detail.ServiceDown DOWN = new Detail.ServiceDown("API", "HTTP 503", Told.START);
    private static final Detail.ServiceUp UP = new Detail.ServiceUp("API", "200", 9000);

    private static List<Detail> told(Detail... details) {
        return Repeats.without(new Told().say(details).entries()).stream()
                .map(Entry::detail)
                .toList();
    }

    @Test
    void whatBothSawHappenedOnce() {
        assertThat(told(DOWN, DOWN, FIRED, FIRED, UP, CLEARED, UP, CLEARED)).containsExactly(DOWN, FIRED, UP, CLEARED);
        assertThat(told(FIRED, FIRED, CLEARED, CLEARED, FIRED, FIRED, CLEARED))
                .containsExactly(FIRED, CLEARED, FIRED, CLEARED);
    }

    @Test
    void whatBeganBeforeTheFirstEntryStillEndsOnce() {
        assertThat(told(UP, CLEARED, UP, CLEARED)).containsExactly(UP, CLEARED);
    }

    @Test
    void whatEachConsoleAlsoWritesIsToldOnce() {
        Detail pending = new Detail.AlertPending("a", "API down", Told.START);
        Detail eased = new Detail.AlertEased("a", "API down");
        Detail flapping = new Detail.AlertFlapping("a", "API down", 5);
        Detail ending = new Detail.SilenceEnding(new UUID(1, 1), "API", Told.START);
        assertThat(told(pending, pending, eased, eased, pending)).containsExactly(pending, eased, pending);
        assertThat(told(FIRED, flapping, FIRED, flapping, CLEARED, CLEARED, FIRED, flapping))
                .containsExactly(FIRED, flapping, CLEARED, FIRED, flapping);
        assertThat(told(ending, ending)).containsExactly(ending);
    }

    @Test
    void figuresCountAnEpisodeOnceAndEndItWhenTheFirstSawItEnd() {
        List<Entry> both = new ArrayList<>(new Told()
                .say(DOWN, DOWN, FIRED, FIRED, new Detail.AlertAcknowledged("a", "API down", 3000))
                .say(UP, CLEARED, UP, CLEARED)
                .entries());
        Tally tally = Tally.of(both, Told.START, Told.START.plusSeconds(3600));
        assertThat(tally.alerts()).containsExactly(new Tally.Count("shop", "API down", 1, 0));
        assertThat(tally.load().fired()).isEqualTo(1);
        assertThat(AlertEpisode.of(both))
                .singleElement()
                .satisfies(e -> assertThat(e.cleared()).isEqualTo(both.get(6).at()));
        List<Entry> asAsked = both.stream()
                .filter(e -> Tally.KINDS.contains(e.detail().kind()))
                .toList();
        assertThat(Tally.of(asAsked, Told.START, Told.START.plusSeconds(3600))).isEqualTo(tally);
    }
}
