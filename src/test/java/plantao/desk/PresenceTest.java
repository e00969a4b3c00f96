package plantao.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import plantao.journal.Detail;
import plantao.journal.Entry;
import plantao.playbook.Run;

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
        play.send(new Event.Joined(List.of(entry)));
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
}
