package plantao.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import plantao.journal.Detail;
import plantao.journal.Entry;
import plantao.playbook.Run;
import plantao.store.Attendance;

/// Who is at the same work on another console of the team.
public final class Presence {
    private static final Duration RECENT = Duration.ofHours(12);

    private Presence() {}

    /// Somebody else at the same.
    ///
    /// @param last when something was last done in it; null when it is on their screen
    /// now
    public record Other(String operator, @Nullable Instant last) {}

    /// Those who have this of a system on their screens now: a name once, or with the console's name when it is
    /// one's own or several have it.
    public static List<String> at(Board board, String system, String title) {
        return names(
                board, board.others().stream().filter(a -> a.at(system, title)).toList());
    }

    /// Who has a console of the team open now, on whatever system.
    public static List<String> all(Board board) {
        return names(board, board.others());
    }

    private static List<String> names(Board board, List<Attendance> found) {
        return found.stream().map(a -> name(board, a)).distinct().toList();
    }

    private static String name(Board board, Attendance one) {
        boolean clear = !one.operator().isBlank()
                && !one.operator().equals(board.operator())
                && board.others().stream()
                                .filter(a -> a.operator().equals(one.operator()))
                                .count()
                        == 1;
        return clear
                ? one.operator()
                : one.operator().isBlank() ? one.device() : one.operator() + " (" + one.device() + ")";
    }

    /// Those who have a run's playbook on their screens, then those who have it open and did something in it in
    /// the last twelve hours, the first first.
    public static List<Other> beside(Board board, SystemBoard system, Run run) {
        String here = board.journal().openWalks().stream()
                .map(List::getFirst)
                .filter(first -> first.detail() instanceof Detail.RunStarted begun
                        && begun.run().equals(run.id()))
                .map(Entry::device)
                .findFirst()
                .orElse("");
        List<Attendance> now = board.others().stream()
                .filter(a -> a.at(system.name(), run.title()))
                .toList();
        Stream<Other> looking = names(board, now).stream().map(name -> new Other(name, null));
        Stream<Other> earlier = board.journal().openWalks().stream()
                .filter(walk -> !walk.getFirst().device().equals(here)) // left open by an earlier window
                .filter(walk -> walk.getFirst().system().equals(system.name())
                        && walk.getFirst().detail() instanceof Detail.RunStarted begun
                        && begun.title().equals(run.title())
                        && system.run(begun.run()).isEmpty())
                .map(List::getLast)
                .filter(last -> now.stream().noneMatch(a -> a.device().equals(last.device())))
                .filter(last -> last.at().isAfter(board.now().minus(RECENT)))
                .map(last -> new Other(last.operator(), last.at()));
        return Stream.concat(looking, earlier).toList();
    }
}
