package plantao.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import plantao.journal.Detail;
import plantao.journal.Entry;
import plantao.playbook.Run;
import plantao.store.Attendance;

class PresenceTest {
    private final Play play = Play.sketch();

    private List<Presence.Other> beside(String operator, String device) {
        play.send(new Event.OpenRun("Sketch", "API does not answer", 40, null));
        Run run = play.system().runs().getFirst();
        Detail.RunStarted own = play.details(Detail.RunStarted.class).getFirst();
        UUID other = new UUID(7, 7);
        Entry entry = new Entry(
                new UUID(0, 99),
                play.now,
                operator,
                device,
                "Sketch",
                other.toString(),
                new Detail.RunStarted(other, own.title(), own.line(), own.textHash(), own.target()));
        play.send(new Event.EntriesAdded(List.of(entry)));
        return Presence.beside(play.board, play.system(), run);
    }

    @Test
    void whoIsAtTheSamePlaybookOnAnotherConsoleIsNamed() {
        assertThat(beside("Bea", "desk-2")).containsExactly(new Presence.Other("Bea", play.now));
    }

    @Test
    void whatAnEarlierWindowOfThisConsoleLeftOpenIsNobody() {
        assertThat(beside("Ana", "desk-1")).isEmpty();
    }

    @Test
    void whoHasItOnTheScreenIsNamedOnceAndOnesOwnOtherConsoleByItsName() {
        play.send(new Event.OpenRun("Sketch", "API does not answer", 40, null));
        play.send(new Event.PresenceChanged(List.of(
                new Attendance("desk-2", "Bea", "Sketch", List.of("API does not answer", "Start of shift")),
                new Attendance("desk-3", play.board.operator(), "Sketch", List.of("Start of shift")),
                new Attendance("desk-4", "Leo", "Other", List.of("Start of shift")))));
        assertThat(Presence.beside(
                        play.board, play.system(), play.system().runs().getFirst()))
                .containsExactly(new Presence.Other("Bea", null));
        assertThat(Presence.at(play.board, "Sketch", "Start of shift"))
                .containsExactly("Bea", play.board.operator() + " (desk-3)");
        assertThat(Presence.all(play.board)).hasSize(3);
        play.send(new Event.PresenceChanged(List.of()));
        assertThat(Presence.all(play.board)).isEmpty();
    }

    @Test
    void whoDidSomethingInItAndHasItOnTheScreenIsNamedOnce() {
        beside("Bea", "desk-2");
        play.send(new Event.PresenceChanged(
                List.of(new Attendance("desk-2", "Bea", "Sketch", List.of("API does not answer")))));
        assertThat(Presence.beside(
                        play.board, play.system(), play.system().runs().getFirst()))
                .containsExactly(new Presence.Other("Bea", null));
    }
}
