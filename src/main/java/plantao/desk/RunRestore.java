package plantao.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import plantao.journal.Detail;
import plantao.journal.Entry;
import plantao.playbook.Alternatives;
import plantao.playbook.Run;
import plantao.playbook.StepResult;
import plantao.runbook.NotedLine;
import plantao.runbook.Phase;
import plantao.values.Target;

/// Runs that were open when a console of this device ended: they are rebuilt from what the log has of them.
final class RunRestore {
    private RunRestore() {}

    /// The board with every run in it that this device has left open; practice is not gone on with, its stack is
    /// another.
    static Outcome left(Board board, EventContext stamp) {
        Outcome outcome = Outcome.of(board);
        for (List<Entry> walk : board.journal().openWalks()) {
            Entry first = walk.getFirst();
            SystemBoard system = board.system(first.system()).orElse(null);
            if (system == null
                    || !first.device().equals(stamp.device())
                    || !(first.detail() instanceof Detail.RunStarted begun)
                    || practice(system, begun)
                    || system.run(begun.run()).isPresent()) {
                continue;
            }
            Optional<Run> run = rebuilt(system, walk, begun, stamp);
            outcome = run.isPresent()
                    ? outcome.then(b -> goneOn(b, system, run.get(), begun.textHash()))
                    : outcome.then(b -> NoticeHandler.tell(
                            b,
                            Board.Notice.Level.WARNING,
                            "“" + begun.title() + "” of " + system.name() + " was left open on " + first.at()
                                    + " and cannot be gone on with: its runbook has no such title, or no environment “"
                                    + begun.target() + "”, any more. What was done stands in the log.",
                            stamp));
        }
        return outcome;
    }

    private static Outcome goneOn(Board board, SystemBoard system, Run run, String hash) {
        Run.Left how = run.left();
        return new Outcome(
                board.with(system.name(), s -> s.withRuns(with(s.runs(), run))),
                how != null && how.changed() ? List.of(new Effect.FindText(system.name(), run.id(), hash)) : List.of());
    }

    /// The text that a run was begun with was found: its steps are again those of then, if nothing was done in it
    /// yet.
    static Outcome found(Board board, Event.RunTextFound e, EventContext stamp) {
        SystemBoard system = board.system(e.system()).orElse(null);
        Run run = system == null ? null : system.run(e.run()).orElse(null);
        Run.Left how = run == null ? null : run.left();
        if (system == null || run == null || !run.open() || how == null || !how.changed() || how.own()) {
            return Outcome.of(board);
        }
        SystemBoard then = system.withRunbook(e.then().withSystem(system.name()));
        return board.journal().openWalks().stream()
                .filter(w -> w.getFirst().detail() instanceof Detail.RunStarted begun
                        && begun.run().equals(e.run()))
                .findFirst()
                .flatMap(w -> rebuilt(then, w, (Detail.RunStarted) w.getFirst().detail(), stamp))
                .map(r -> r.with()
                        .target(run.target())
                        .left(new Run.Left(how.last(), how.by(), true, true))
                        .build())
                .map(r -> ActiveRun.change(board, r.id(), _ -> r))
                .orElse(Outcome.of(board));
    }

    private static boolean practice(SystemBoard system, Detail.RunStarted begun) {
        return system.targets().stream()
                .anyMatch(t -> t.kind() == Target.Kind.PRACTICE && t.id().equals(begun.target()));
    }

    private static List<Run> with(List<Run> runs, Run run) {
        List<Run> all = new ArrayList<>(runs);
        all.add(run);
        all.sort(Comparator.comparing(Run::started));
        return all;
    }

    private static Optional<Run> rebuilt(
            SystemBoard system, List<Entry> walk, Detail.RunStarted begun, EventContext stamp) {
        Target target = system.targets().stream()
                .filter(t -> t.id().equals(begun.target()))
                .findFirst()
                .orElse(null);
        Run fresh = RunFactory.again(system, begun.title(), begun.line(), stamp)
                .map(RunFactory.Begun::run)
                .orElse(null);
        if (target == null || fresh == null) {
            return Optional.empty();
        }
        boolean changed = !begun.textHash().equals(system.runbook().hash());
        Run run = fresh.again(begun.run(), walk.getFirst().at()).withTarget(target);
        for (Entry entry : walk) {
            run = next(run, entry, changed);
        }
        int running = run.running();
        Entry last = walk.getLast();
        Run settled = running < 0 ? run : run.lost(running, last.at());
        return Optional.of(settled.withLeft(new Run.Left(last.at(), last.operator(), changed, !changed)));
    }

    private static Run next(Run run, Entry entry, boolean changed) {
        Instant at = entry.at();
        return switch (entry.detail()) {
            case Detail.StepBegun d -> {
                int step = place(run, d.step(), d.title(), d.phase(), changed);
                yield step < 0 ? run : run.started(step, at);
            }
            case Detail.StepRan d -> {
                int step = place(run, d.step(), d.title(), d.phase(), changed);
                yield step < 0 ? run : run.at(step).finished(step, result(d), d.excerpt(), at);
            }
            case Detail.StepDone d -> {
                int step = place(run, d.step(), d.title(), d.phase(), changed);
                yield step < 0 ? run : run.at(step).done(step, at);
            }
            case Detail.StepSkipped d -> {
                int step = place(run, d.step(), d.title(), d.phase(), changed);
                yield step < 0 ? run : run.at(step).skipped(step, d.reason(), at);
            }
            case Detail.WayChosen d -> way(run, d, at);
            case Detail.ValueGiven d -> run.given(d.name(), d.value());
            case Detail.SymptomMarked d -> {
                int index = index(run.symptoms(), d.symptom());
                yield index < 0 ? run : run.symptom(index, d.seen());
            }
            case Detail.CauseMarked d -> {
                int index = index(run.causes(), d.cause());
                yield index < 0 ? run : run.cause(index, verdict(d.verdict()));
            }
            default -> run;
        };
    }

    /// Where a step stands now: in another version of the text it is the nearest of the same title and phase; -1
    /// when there is none any more.
    private static int place(Run run, int step, String title, Phase phase, boolean changed) {
        if (!changed) {
            return step >= 0 && step < run.steps().size() ? step : -1;
        }
        return IntStream.range(0, run.steps().size())
                .filter(i -> run.steps().get(i).title().equals(title)
                        && run.steps().get(i).phase() == phase)
                .boxed()
                .min(Comparator.comparingInt(i -> Math.abs(i - step)))
                .orElse(-1);
    }

    private static Run way(Run run, Detail.WayChosen chosen, Instant at) {
        for (Alternatives ways : Alternatives.all(run.steps())) {
            for (Alternatives.Way way : ways.ways()) {
                if (way.name().equals(chosen.way())) {
                    return run.way(ways, way.from(), chosen.way(), at);
                }
            }
        }
        return run;
    }

    private static int index(List<NotedLine> all, String text) {
        return IntStream.range(0, all.size())
                .filter(i -> all.get(i).text().equals(text))
                .findFirst()
                .orElse(-1);
    }

    private static StepResult result(Detail.StepRan ran) {
        Duration took = Duration.ofMillis(ran.millis());
        return switch (ran.outcome()) {
            case "exited" -> new StepResult.Exited(Objects.requireNonNullElse(ran.exit(), 1), took);
            case "timed-out" -> new StepResult.TimedOut(took);
            case "cancelled" -> new StepResult.Cancelled(took);
            default -> new StepResult.NotStarted(Objects.requireNonNullElse(ran.reason(), ""));
        };
    }

    private static Run.@Nullable Verdict verdict(String word) {
        for (Run.Verdict verdict : Run.Verdict.values()) {
            if (RunWords.word(verdict).equals(word)) {
                return verdict;
            }
        }
        return null;
    }
}
