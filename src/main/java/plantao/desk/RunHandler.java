package plantao.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import plantao.journal.Detail;
import plantao.playbook.Alternatives;
import plantao.playbook.Run;
import plantao.runbook.Step;
import plantao.values.ResolvedCommand;

/// Walking playbooks and procedures.
final class RunHandler {
    private RunHandler() {}

    /// Opens a playbook or procedure; one that is already being walked goes on instead.
    static Outcome open(Board board, Event.OpenRun e, EventContext stamp) {
        Optional<SystemBoard> found = board.system(e.system());
        if (found.isEmpty() || found.get().openRun(e.title(), e.line()).isPresent()) {
            return Outcome.of(board);
        }
        SystemBoard system = found.get();
        RunFactory.Begun begun = RunFactory.of(system, e, stamp).orElse(null);
        if (begun == null) {
            return Outcome.of(board);
        }
        Run run = begun.run();
        List<Run> runs = new ArrayList<>(system.runs());
        runs.add(run);
        return LogHandler.record(
                        board.with(e.system(), s -> s.withRuns(runs)),
                        stamp,
                        e.system(),
                        run.id().toString(),
                        new Detail.RunStarted(
                                run.id(),
                                run.title(),
                                run.origin().line(),
                                run.textHash(),
                                run.target().id(),
                                begun.procedure()))
                .then(b -> new Outcome(
                        b,
                        List.of(new Effect.KeepText(
                                run.textHash(), system.runbook().texts()))));
    }

    /// A run that has been left says it too: its programs may go on.
    static Outcome stopLeft(Board board, Event.StopLeft e, EventContext stamp) {
        return ActiveRun.of(board, e.run())
                .filter(w -> w.has(e.step()))
                .map(w -> {
                    String title = w.run().steps().get(e.step()).title();
                    return LogHandler.record(
                                    board,
                                    stamp,
                                    w.system().name(),
                                    e.run().toString(),
                                    new Detail.LeftStopped(e.run(), e.step(), title, e.processes()))
                            .then(b -> new Outcome(b, List.of(new Effect.StopLeft(e.run(), e.step()))));
                })
                .orElseGet(() -> Outcome.of(board));
    }

    static Outcome ended(Board board, Event.StepEnded e, EventContext stamp) {
        return ActiveRun.of(board, e.run()).map(w -> ended(board, w, e, stamp)).orElseGet(() -> Outcome.of(board));
    }

    private static Outcome ended(Board board, ActiveRun walked, Event.StepEnded e, EventContext stamp) {
        String system = walked.system().name();
        Run run = walked.run();
        ResolvedCommand resolved = Resolutions.of(run, e.step(), e.session());
        Detail detail = RunWords.ran(run, e, run.steps().get(e.step()), resolved.shown());
        return ActiveRun.change(
                        board,
                        e.run(),
                        r -> r.finished(e.step(), e.result(), stamp.mask().apply(e.excerpt()), stamp.now()))
                .then(b -> LogHandler.record(b, stamp, system, e.run().toString(), detail))
                .then(b -> ItemRuns.ended(b, system, run.id(), e, resolved.shown(), stamp))
                .then(b -> CheckRounds.next(b, e, stamp));
    }

    static Outcome done(Board board, Event.MarkDone e, EventContext stamp) {
        return stepped(
                board,
                e.run(),
                e.step(),
                r -> r.done(e.step(), stamp.now()),
                stamp,
                (run, step) -> new Detail.StepDone(run.id(), e.step(), step.title(), step.phase()));
    }

    static Outcome skip(Board board, Event.SkipStep e, EventContext stamp) {
        return stepped(
                board,
                e.run(),
                e.step(),
                r -> r.skipped(e.step(), e.reason(), stamp.now()),
                stamp,
                (run, step) -> new Detail.StepSkipped(run.id(), e.step(), step.title(), step.phase(), e.reason()));
    }

    private static Outcome stepped(
            Board board,
            UUID id,
            int step,
            UnaryOperator<Run> change,
            EventContext stamp,
            BiFunction<Run, Step, Detail> happening) {
        return recorded(
                board,
                ActiveRun.of(board, id).filter(w -> w.waits(step)),
                change,
                stamp,
                run -> happening.apply(run, run.steps().get(step)));
    }

    /// The changed run, and what is written down of it; nothing for no run.
    private static Outcome recorded(
            Board board,
            Optional<ActiveRun> walked,
            UnaryOperator<Run> change,
            EventContext stamp,
            Function<Run, Detail> happening) {
        return walked.map(w -> {
                    Detail detail = happening.apply(w.run());
                    UUID id = w.run().id();
                    return ActiveRun.change(board, id, change)
                            .then(b -> LogHandler.record(b, stamp, w.system().name(), id.toString(), detail));
                })
                .orElseGet(() -> Outcome.of(board));
    }

    static Outcome takeWay(Board board, Event.ChooseAlternative e, EventContext stamp) {
        Optional<ActiveRun> walked = ActiveRun.of(board, e.run()).filter(ActiveRun::idle);
        return walked.flatMap(w -> Alternatives.at(w.run().steps(), e.step()))
                .map(ways -> recorded(
                        board,
                        walked,
                        r -> r.way(ways, e.step(), e.reason(), stamp.now()),
                        stamp,
                        _ -> chosen(e.run(), ways, ways.holding(e.step()))))
                .orElseGet(() -> Outcome.of(board));
    }

    private static Detail chosen(UUID run, Alternatives ways, Alternatives.Way taken) {
        List<String> others = ways.ways().stream()
                .filter(w -> !w.equals(taken))
                .map(Alternatives.Way::name)
                .toList();
        return new Detail.WayChosen(run, taken.name(), others);
    }

    static Outcome symptom(Board board, Event.MarkSymptom e, EventContext stamp) {
        return noted(
                board,
                e.run(),
                r -> r.symptom(e.symptom(), e.seen()),
                stamp,
                run -> new Detail.SymptomMarked(
                        run.id(), run.symptoms().get(e.symptom()).text(), e.seen()));
    }

    static Outcome cause(Board board, Event.MarkCause e, EventContext stamp) {
        return noted(
                board,
                e.run(),
                r -> r.cause(e.cause(), e.verdict()),
                stamp,
                run -> new Detail.CauseMarked(
                        run.id(), run.causes().get(e.cause()).text(), RunWords.word(e.verdict())));
    }

    private static Outcome noted(
            Board board, UUID id, UnaryOperator<Run> change, EventContext stamp, Function<Run, Detail> happening) {
        return recorded(board, ActiveRun.of(board, id).filter(w -> w.run().open()), change, stamp, happening);
    }

    /// Leaves a run in which nothing runs.
    static Outcome end(Board board, Event.EndRun e, EventContext stamp) {
        Outcome ended = recorded(
                board,
                ActiveRun.of(board, e.run()).filter(ActiveRun::idle),
                r -> r.end(stamp.now()),
                stamp,
                run -> new Detail.RunEnded(run.id(), run.title()));
        return ended.effects().isEmpty()
                ? ended
                : ended.then(b -> new Outcome(b, List.of(new Effect.EndSession(e.run()))));
    }
}
