package plantao.desk;

import java.util.ArrayList;
import java.util.List;

/// Systems that come onto the board.
final class Opening {
    private Opening() {}

    static Outcome open(Board board, Event.OpenFolder e) {
        return new Outcome(board, List.of(new Effect.Open(e.path())));
    }

    static Outcome opening(Board board, Event.Opening e) {
        List<String> all = new ArrayList<>(board.opening());
        all.remove(e.path());
        if (e.going()) {
            all.add(e.path());
        }
        return Outcome.of(board.withOpening(all));
    }

    /// A system was read, for the first time or anew. What goes on in it goes on: runs keep the version they began
    /// with, alerts and health keep their state where the rule or service is still there.
    static Outcome opened(Board board, SystemBoard system) {
        List<SystemBoard> all = new ArrayList<>();
        boolean known = false;
        for (SystemBoard before : board.systems()) {
            boolean same = before.name().equals(system.name());
            known |= same;
            all.add(same ? Systems.carriedOver(before, system) : before);
        }
        if (!known) {
            all.add(system);
        }
        List<Board.Failure> failures = board.failures().stream()
                .filter(f -> !f.source().equals(system.runbook().source()))
                .toList();
        Board next = board.withSystems(all).withFailures(failures);
        return Outcome.of(board.selected().isEmpty() ? next.withSelected(system.name()) : next);
    }

    static Outcome failed(Board board, Event.OpenFailed e) {
        List<Board.Failure> all = new ArrayList<>(board.failures());
        all.removeIf(f -> f.source().equals(e.source()));
        all.add(new Board.Failure(e.source(), e.message()));
        return Outcome.of(board.withFailures(all));
    }

    static Outcome select(Board board, String system) {
        return board.system(system).isPresent() ? Outcome.of(board.withSelected(system)) : Outcome.of(board);
    }

    static Outcome approve(Board board, Event.ApproveTrust e) {
        return board.system(e.system())
                .filter(s -> !s.trust().full())
                .map(s ->
                        new Outcome(board.with(s.name(), x -> x.withTrust(Trust.FULL)), List.of(new Effect.Approve(s))))
                .orElseGet(() -> Outcome.of(board));
    }
}
