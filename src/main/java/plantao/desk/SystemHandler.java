package plantao.desk;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import plantao.playbook.Run;

/// Systems that come onto the board.
final class SystemHandler {
    private SystemHandler() {}

    /// Only a file that the system was read from.
    static Outcome edit(Board board, Event.EditLine e) {
        return board.system(e.system())
                .filter(s -> s.runbook().texts().containsKey(e.file()))
                .map(s -> new Outcome(board, List.of(new Effect.Edit(s.runbook().source(), e.file(), e.line()))))
                .orElseGet(() -> Outcome.of(board));
    }

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
    static Outcome opened(Board board, SystemBoard system, EventContext stamp) {
        String source = system.runbook().source();
        SystemBoard before = board.systems().stream()
                .filter(s -> s.runbook().source().equals(source))
                .findFirst()
                .orElse(null);
        SystemBoard now = before == null ? named(board, system) : RunbookReload.of(before, system, stamp.now());
        List<SystemBoard> all = new ArrayList<>(board.systems());
        if (before == null) {
            all.add(now);
        } else {
            all.set(all.indexOf(before), now);
        }
        Board next = dismiss(board.withSystems(all), source).board();
        Board chosen = next.selected().isEmpty() ? next.withSelected(now.name()) : next;
        Board shown = before == null
                ? StateRestore.one(chosen, now.name(), stamp)
                : SilenceHandler.refreshed(chosen, now.name(), stamp);
        Outcome outcome = new Outcome(shown, List.of(new Effect.Probe(now)));
        return before == null
                ? outcome.then(b -> RunRestore.left(b, stamp))
                : outcome.then(b -> said(b, before, now, stamp));
    }

    /// What the operator must know of a version that was read anew.
    private static Outcome said(Board board, SystemBoard before, SystemBoard now, EventContext stamp) {
        Outcome outcome = Outcome.of(board);
        if (!before.target().id().equals(now.target().id())) {
            outcome = outcome.then(b -> EnvironmentHandler.changed(b, before, now, stamp));
        }
        boolean walking = now.runs().stream().anyMatch(Run::open)
                && !before.runbook().hash().equals(now.runbook().hash());
        return walking
                ? outcome.then(b -> NoticeHandler.tell(
                        b,
                        Board.Notice.Level.INFO,
                        "The runbook of " + now.name() + " has changed. Playbooks that are open go on with the version"
                                + " they were begun with.",
                        stamp))
                : outcome;
    }

    /// Two folders whose runbooks are called the same must not be taken for one another.
    private static SystemBoard named(Board board, SystemBoard system) {
        String name = system.name();
        if (board.system(name).isEmpty()) {
            return system;
        }
        String source = system.runbook().source();
        String last = source.substring(source.replaceFirst("[/\\\\]+$", "").lastIndexOf('/') + 1);
        String own = name + " (" + last + ")";
        for (int n = 2; board.system(own).isPresent(); n++) {
            own = name + " (" + last + " " + n + ")";
        }
        return system.withRunbook(system.runbook().withSystem(own));
    }

    static Outcome failed(Board board, Event.OpenFailed e) {
        List<Board.Failure> all = new ArrayList<>(board.failures());
        all.removeIf(f -> f.source().equals(e.source()));
        all.add(new Board.Failure(e.source(), e.message()));
        return Outcome.of(board.withFailures(all));
    }

    static Outcome dismiss(Board board, String source) {
        return Outcome.of(board.withFailures(board.failures().stream()
                .filter(f -> !f.source().equals(source))
                .toList()));
    }

    static Outcome select(Board board, String system) {
        return board.system(system).isPresent() ? Outcome.of(board.withSelected(system)) : Outcome.of(board);
    }

    /// Everything that waits is approved: what was bound without it is bound anew.
    static Outcome approve(Board board, Event.ApproveTrust e, EventContext stamp) {
        @Nullable SystemBoard system = board.system(e.system()).orElse(null);
        if (system == null || system.trust().full()) {
            return Outcome.of(board);
        }
        SystemBoard granted = system.withTrust(system.trust().granted());
        SystemBoard now = SystemBoardFactory.carriedOver(
                system, SystemBoardFactory.bound(granted, granted.target(), stamp.now()));
        return new Outcome(
                board.with(e.system(), _ -> now), List.of(new Effect.Approve(system), new Effect.Probe(now)));
    }
}
