package plantao.desk;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import plantao.journal.Detail;

/// The practice stack's part of the board. What it does is done outside; scenarios are recorded.
final class PracticeHandler {
    private PracticeHandler() {}

    static Outcome start(Board board, @Nullable String folder) {
        return new Outcome(board, List.of(new Effect.Practice.Start(folder)));
    }

    /// When trouble that no alert tells of is over, the log remembers that.
    static Outcome changed(Board board, PracticeBoard practice, EventContext stamp) {
        PracticeBoard before = board.practice();
        String scenario = practice.scenario();
        Board next = board.withPractice(practice);
        boolean mended = Objects.equals(scenario, before.scenario())
                && Boolean.FALSE.equals(before.mended())
                && Boolean.TRUE.equals(practice.mended());
        Outcome outcome = scenario != null && mended
                ? LogHandler.record(next, stamp, practice.system(), scenario, new Detail.ScenarioMended(scenario))
                : Outcome.of(next);
        boolean other =
                !Objects.equals(scenario, before.scenario()) || !Objects.equals(practice.mended(), before.mended());
        return other ? outcome.then(b -> new Outcome(b, asked(b, practice.system()))) : outcome;
    }

    /// Suppliers are asked seldom; in practice theirs may be the trouble, which is not waited for.
    private static List<Effect> asked(Board board, String system) {
        return board.system(system).map(SystemBoard::vendors).orElse(List.of()).stream()
                .filter(v -> v.probe() != null)
                .<Effect>map(v -> new Effect.ProbeNow(system, v.vendor().name()))
                .toList();
    }

    static Outcome begin(Board board, String id, EventContext stamp) {
        PracticeBoard practice = board.practice();
        if (practice.state() != PracticeBoard.State.ON) {
            return Outcome.of(board);
        }
        return practice.scenarios().stream()
                .filter(s -> s.id().equals(id))
                .findFirst()
                .map(s -> LogHandler.record(
                                board,
                                stamp,
                                practice.system(),
                                id,
                                new Detail.ScenarioBegun(id, title(board, s.title(), id)))
                        .then(b -> new Outcome(b, List.of(new Effect.Practice.Begin(id)))))
                .orElseGet(() -> Outcome.of(board));
    }

    static Outcome end(Board board, EventContext stamp) {
        String scenario = board.practice().scenario();
        if (scenario == null) {
            return Outcome.of(board);
        }
        return LogHandler.record(board, stamp, board.practice().system(), scenario, new Detail.ScenarioEnded(scenario))
                .then(b -> new Outcome(b, List.of(new Effect.Practice.End())));
    }

    /// In the runbook's language, as everything the log quotes from it.
    private static String title(Board board, Map<String, String> titles, String id) {
        String language = board.system(board.practice().system())
                .map(s -> s.runbook().language())
                .orElse("en");
        return titles.getOrDefault(language, titles.getOrDefault("en", id));
    }
}
