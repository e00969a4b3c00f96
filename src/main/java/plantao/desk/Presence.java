package plantao.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import plantao.journal.Detail;
import plantao.journal.Entry;
import plantao.playbook.Run;

/// Who is at the same work on another console of the team.
public final class Presence {
    private static final Duration RECENT = Duration.ofHours(12);

    private Presence() {}

    /// Somebody else's run of the same playbook. @param last when something was last done in it
    public record Other(String operator, Instant last) {}

    /// Those who have a run's playbook open too and did something in it in the last twelve hours, the first first.
    public static List<Other> beside(Board board, SystemBoard system, Run run) {
        String here = board.journal().openWalks().stream()
                .map(List::getFirst)
                .filter(first -> first.detail() instanceof Detail.RunStarted begun
                        && begun.run().equals(run.id()))
                .map(Entry::device)
                .findFirst()
                .orElse("");
        return board.journal().openWalks().stream()
                .filter(walk -> !walk.getFirst().device().equals(here)) // left open by an earlier window
                .filter(walk -> walk.getFirst().system().equals(system.name())
                        && walk.getFirst().detail() instanceof Detail.RunStarted begun
                        && begun.title().equals(run.title())
                        && system.run(begun.run()).isEmpty())
                .map(List::getLast)
                .filter(last -> last.at().isAfter(board.now().minus(RECENT)))
                .map(Presence::other)
                .toList();
    }

    private static Other other(Entry last) {
        return new Other(last.operator(), last.at());
    }
}
