package plantao.desk;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import plantao.playbook.CheckRound;
import plantao.playbook.Danger;
import plantao.playbook.Run;
import plantao.playbook.StepOrder;
import plantao.playbook.StepRest;
import plantao.playbook.StepResult;
import plantao.runbook.Risk;
import plantao.runbook.Step;
import plantao.runbook.command.TypedStep;
import plantao.values.ResolvedCommand;

/// Starting a step's commands, and stopping them.
final class StepHandler {
    private StepHandler() {}

    /// Runs a step, or asks first where it could do harm.
    static Outcome run(Board board, Event.RunStep e, EventContext stamp) {
        return ActiveRun.of(board, e.run())
                .filter(w -> w.idle() && w.has(e.step()))
                .filter(w -> !w.run().steps().get(e.step()).commands().isEmpty())
                .map(w -> run(board, w, e, stamp))
                .orElseGet(() -> Outcome.of(board));
    }

    private static Outcome run(Board board, ActiveRun walked, Event.RunStep e, EventContext stamp) {
        SystemBoard system = walked.system();
        Run run = walked.run();
        Step step = run.steps().get(e.step());
        if (board.readOnly()) {
            return NoticeHandler.tell(
                    board,
                    Board.Notice.Level.INFO,
                    "Read-only mode: nothing was run. Leave it in the settings to run steps.",
                    stamp);
        }
        if (!TypedStep.is(step) && !Approvals.allow(system.trust(), step.commands())) {
            return NoticeHandler.tell(
                    board,
                    Board.Notice.Level.WARNING,
                    "This step of " + system.name()
                            + " does not run until its commands are approved: review them on the board first.",
                    stamp);
        }
        ResolvedCommand resolved = Resolutions.of(run, e.step(), e.session());
        if (resolved.refusal() != null) {
            return notStarted(board, system, run, e.step(), resolved.refusal(), stamp);
        }
        if (!resolved.missing().isEmpty()) {
            return ActiveRun.change(board, e.run(), r -> r.at(e.step()));
        }
        Optional<String> obstacle = StepOrders.obstacle(run, step);
        if (obstacle.isPresent()) {
            return notStarted(board, system, run, e.step(), obstacle.get(), stamp);
        }
        if (!agreed(StepCare.of(system, run, e.step()).danger(step.risk()), system, e)) {
            return ActiveRun.change(board, e.run(), r -> r.at(e.step()).withAsking(e.step()));
        }
        return start(board, system, run, e.step(), resolved, e.session(), stamp);
    }

    /// Whether the operator has said what this danger asks for. Who says yes without the name is asked again.
    private static boolean agreed(Danger danger, SystemBoard system, Event.RunStep e) {
        return switch (danger) {
            case NONE -> true;
            case CONFIRM -> e.confirmed();
            case TYPE_NAME -> e.confirmed() && system.name().equals(e.name());
        };
    }

    private static Outcome notStarted(
            Board board, SystemBoard system, Run run, int step, String reason, EventContext stamp) {
        return RunHandler.ended(
                ActiveRun.change(board, run.id(), r -> r.withAsking(null)).board(),
                new Event.StepEnded(system.name(), run.id(), step, new StepResult.NotStarted(reason), ""),
                stamp);
    }

    /// A command of the operator's own becomes the run's last step and is run with the same care as any other; the
    /// walk then goes on where it was.
    static Outcome type(Board board, Event.TypeStep e, EventContext stamp) {
        String text = e.text().strip();
        return ActiveRun.of(board, e.run())
                .filter(w -> w.idle() && w.system().trust().settled())
                .filter(_ -> !text.isEmpty() && !board.readOnly())
                .map(w -> added(board, w.run(), TypedStep.of(text), stamp))
                .orElseGet(() -> Outcome.of(board));
    }

    /// The commands behind the one that failed are run as one more step, with the same care.
    static Outcome rest(Board board, Event.RunRest e, EventContext stamp) {
        return ActiveRun.of(board, e.run())
                .filter(w -> w.idle() && w.has(e.step()) && !board.readOnly())
                .flatMap(w -> StepRest.of(w.run(), e.step()).map(left -> added(board, w.run(), left, stamp)))
                .orElseGet(() -> Outcome.of(board));
    }

    private static Outcome added(Board board, Run run, Step step, EventContext stamp) {
        Run more = run.and(step);
        int index = more.steps().size() - 1;
        CheckRound back = new CheckRound(List.of(), Map.of(), run.current());
        return ActiveRun.change(board, run.id(), _ -> more.at(index).withRound(back))
                .then(b -> run(b, new Event.RunStep(run.id(), index, false, true), stamp));
    }

    /// Starts a step in which nothing stands in the way any more.
    ///
    /// @param session whether its session is left to somebody who types
    static Outcome start(
            Board board,
            SystemBoard system,
            Run run,
            int index,
            ResolvedCommand resolved,
            boolean session,
            EventContext stamp) {
        Step step = run.steps().get(index);
        StepOrder order = StepOrders.of(system, run, index, resolved, session);
        Outcome started = ActiveRun.change(board, run.id(), r -> r.started(index, stamp.now()));
        if (step.risk() != Risk.SAFE) {
            started = started.then(b -> LogHandler.record(
                    b,
                    stamp,
                    system.name(),
                    run.id().toString(),
                    RunWords.begun(StepCare.of(system, run, index), run, index, resolved.shown())));
        }
        return started.then(b -> new Outcome(b, List.of(new Effect.StartStep(system.name(), order))));
    }

    /// After this a step is stopped; zero for one that runs until it ends or somebody stops it.
    static Duration timeout(SystemBoard system, Step step) {
        return system.runbook().settings().steps().limits().of(step);
    }

    /// Stops the step that runs, and the round it may be part of.
    static Outcome cancel(Board board, UUID id) {
        return ActiveRun.of(board, id)
                .map(ActiveRun::run)
                .filter(r -> r.running() >= 0)
                .map(r ->
                        new StepOrder(id, r.running(), "", Map.of(), r.target().place(), Duration.ZERO))
                .map(order -> ActiveRun.change(board, id, r -> r.withRound(null))
                        .then(b -> new Outcome(b, List.of(new Effect.CancelStep(order)))))
                .orElseGet(() -> Outcome.of(board));
    }

    /// Nothing is begun while it is on; what waits for a yes does not wait any more. What runs goes on and can be
    /// stopped.
    static Outcome readOnly(Board board, boolean on) {
        Board next = board.withReadOnly(on);
        return Outcome.of(
                on
                        ? next.withSystems(next.systems().stream()
                                .map(s -> s.withRuns(s.runs().stream()
                                        .map(r -> r.withAsking(null))
                                        .toList()))
                                .toList())
                        : next);
    }
}
