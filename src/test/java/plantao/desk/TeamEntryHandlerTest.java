package plantao.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import plantao.alert.Alert;
import plantao.journal.Detail;
import plantao.journal.Entry;
import plantao.journal.Silence;

/// What colleagues did on another console of the team.
class TeamEntryHandlerTest {
    private final Play play = Play.sketch();

    private Entry mates(long id, Instant at, Detail detail) {
        return new Entry(new UUID(0, id), at, "Bea", "desk-2", "Sketch", "subject", detail);
    }

    private void taken(Instant at, Detail... details) {
        for (Detail detail : details) {
            play.send(new Event.TeamEntriesAdded(List.of(mates(play.ids.incrementAndGet(), at, detail))));
        }
    }

    private Alert fires() {
        for (int i = 0; i < 20 && alert() == null; i++) {
            play.bad("API", "HTTP 503").after(30);
        }
        Alert alert = alert();
        assertThat(alert).isNotNull();
        return alert;
    }

    private Alert alert() {
        return play.system().alerts().stream().filter(Alert::active).findFirst().orElse(null);
    }

    private static Detail.AlertAcknowledged seen(Alert alert) {
        return new Detail.AlertAcknowledged(alert.rule().id(), alert.rule().name(), 1000, "mine");
    }

    @Test
    void anAcknowledgementCountsHoweverWrongTheirClockIs() {
        Alert alert = fires();
        taken(play.now.minusSeconds(7200), seen(alert));
        assertThat(alert().state()).isInstanceOfSatisfying(Alert.State.Acknowledged.class, a -> {
            assertThat(a.by()).isEqualTo("Bea");
            assertThat(a.note()).isEqualTo("mine");
        });
    }

    @Test
    void whatTheySawFireAndLookAfterFiresHereLookedAfter() {
        Alert known = play.system().alerts().getFirst();
        taken(
                play.now,
                new Detail.AlertFired(known.rule().id(), known.rule().name(), 1, "down", null, play.now, 4),
                seen(known));
        assertThat(fires().state()).isInstanceOf(Alert.State.Acknowledged.class);
    }

    @Test
    void whatTheyLookedAfterEarlierIsNotWhatFiresNow() {
        long early = play.ids.incrementAndGet();
        Alert alert = fires();
        play.send(new Event.TeamEntriesAdded(List.of(mates(early, play.now, seen(alert)))));
        assertThat(alert().state()).isInstanceOf(Alert.State.Firing.class);
    }

    @Test
    void whatClearedUnseenIsSeenWhenTheySawIt() {
        Alert alert = fires();
        for (int i = 0; i < 3; i++) {
            play.good("API").after(30);
        }
        assertThat(alert().state()).isInstanceOf(Alert.State.Cleared.class);
        taken(play.now, seen(alert));
        assertThat(alert()).isNull();
    }

    @Test
    void whatTheyKeepQuietIsQuietHereAtOnce() {
        Alert alert = fires();
        UUID silence = new UUID(5, 5);
        taken(
                play.now,
                new Detail.Silenced(
                        silence,
                        Silence.Scope.ALERT,
                        alert.rule().id(),
                        alert.rule().name(),
                        play.now.plusSeconds(600),
                        "known",
                        false));
        assertThat(play.system().mute(alert())).isNotNull();
        taken(play.now, new Detail.SilenceLifted(silence, alert.rule().name()));
        assertThat(play.system().mute(alert())).isNull();
    }
}
