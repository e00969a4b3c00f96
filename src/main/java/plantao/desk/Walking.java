package plantao.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import plantao.journal.Detail;
import plantao.playbook.Danger;
import plantao.playbook.Round;
import plantao.playbook.Run;
import plantao.playbook.StepOrder;
import plantao.playbook.StepResult;
import plantao.playbook.StepState;
import plantao.playbook.Ways;
import plantao.runbook.Command;
import plantao.runbook.Risk;
import plantao.runbook.Step;
import plantao.runbook.command.TypedStep;
import plantao.values.Resolved;
import plantao.values.Resolver;

/// Walking playbooks and procedures.
final class Walking {
    private Walking() {}

    /// Opens a playbook or procedure; one that is already being walked goes on instead.
    static Outcome open(Board board, Event.OpenRun e, Stamp stamp) {
        Optional<SystemBoard> found = board.system(e.system());
        if (found.isEmpty() || found.get().openRun(e.title(), e.line()).isPresent()) {
            return Outcome.of(board);
        }
        SystemBoard system = found.get();
        Beginning.Begun begun = Beginning.of(system, e, stamp).orElse(null);
        if (begun == null) {
            return Outcome.of(board);
        }
        Run run = begun.run();
        List<Run> runs = new ArrayList<>(system.runs());
        runs.add(run);
        return Recording.record(
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

    /// What a step's commands look like with everything filled in that is known, in the environment the run is
    /// bound to: another one may be on the board by now.
    static Resolved resolved(Run run, int step) {
        return resolved(run, step, false);
    }

    /// The same.
    ///
    /// @param session without the lines for a session that somebody types into
    static Resolved resolved(Run run, int step, boolean session) {
        Step of = run.steps().get(step);
        List<Command> commands = session ? Sessions.opening(run, of) : of.commands();
        Resolved resolved = Resolver.resolve(commands, run.target(), run.given(), Map.of(), behind(run, step));
        return resolved.refusal() == null
                ? Care.wrongComputer(run, of, resolved).map(resolved::refused).orElse(resolved)
                : resolved;
    }

    /// The steps that the run's shell has run before, with what they were given then. It is a new one after a
    /// restart.
    private static List<Resolver.Before> behind(Run run, int step) {
        Instant since = run.left() == null ? Instant.MIN : run.left().last();
        return IntStream.range(0, run.steps().size())
                .filter(i -> i != step && run.states().get(i).result() instanceof StepResult.Exited)
                .filter(i -> ran(run, i).isAfter(since))
                .boxed()
                .sorted(Comparator.comparing(i -> ran(run, i)))
                .map(i -> new Resolver.Before(
                        run.steps().get(i).commands(), run.used().getOrDefault(i, run.given())))
                .toList();
    }

    private static Instant ran(Run run, int step) {
        Instant at = run.states().get(step).at();
        return at == null ? Instant.MIN : at;
    }

    /// Runs a step, or asks first where it could do harm.
    static Outcome run(Board board, Event.RunStep e, Stamp stamp) {
        SystemBoard system = owner(board, e.run());
        Run run = system == null ? null : system.run(e.run()).orElse(null);
        if (system == null || run == null || !run.open() || run.running() >= 0 || !exists(run, e.step())) {
            return Outcome.of(board);
        }
        Step step = run.steps().get(e.step());
        if (step.commands().isEmpty()) {
            return Outcome.of(board);
        }
        if (board.readOnly()) {
            return Telling.tell(
                    board,
                    Board.Notice.Level.INFO,
                    "Read-only mode: nothing was run. Leave it in the settings to run steps.",
                    stamp);
        }
        if (!TypedStep.is(step) && !Approvals.allow(system.trust(), step.commands())) {
            return Telling.tell(
                    board,
                    Board.Notice.Level.WARNING,
                    "This step of " + system.name()
                            + " does not run until its commands are approved: review them on the board first.",
                    stamp);
        }
        Resolved resolved = resolved(run, e.step(), e.session());
        if (resolved.refusal() != null) {
            return notStarted(board, system, run, e.step(), resolved.refusal(), stamp);
        }
        if (!resolved.missing().isEmpty()) {
            return change(board, e.run(), r -> r.at(e.step()));
        }
        Optional<String> obstacle = Orders.obstacle(run, step);
        if (obstacle.isPresent()) {
            return notStarted(board, system, run, e.step(), obstacle.get(), stamp);
        }
        if (!agreed(Care.of(system, run, e.step()).danger(step.risk()), system, e)) {
            return change(board, e.run(), r -> r.at(e.step()).withAsking(e.step()));
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

    /// A command of the operator's own becomes the run's last step and is run with the same care as any other; the
    /// walk then goes on where it was.
    static Outcome type(Board board, Event.TypeStep e, Stamp stamp) {
        SystemBoard system = owner(board, e.run());
        Run run = system == null ? null : system.run(e.run()).orElse(null);
        String text = e.text().strip();
        if (system == null
                || run == null
                || !run.open()
                || run.running() >= 0
                || text.isEmpty()
                || board.readOnly()
                || !system.trust().settled()) {
            return Outcome.of(board);
        }
        int back = run.current();
        Run more = run.and(TypedStep.of(text));
        int index = more.steps().size() - 1;
        return change(board, run.id(), _ -> more.at(index).withRound(new Round(List.of(), Map.of(), back)))
                .then(b -> run(b, new Event.RunStep(run.id(), index, false, true), stamp));
    }

    /// Starts a step in which nothing stands in the way any more.
    ///
    /// @param session whether its session is left to somebody who types
    static Outcome start(
            Board board, SystemBoard system, Run run, int index, Resolved resolved, boolean session, Stamp stamp) {
        Step step = run.steps().get(index);
        StepOrder order = Orders.of(system, run, index, resolved, session);
        Outcome started = change(board, run.id(), r -> r.started(index, stamp.now()));
        if (step.risk() != Risk.SAFE) {
            started = started.then(b -> Recording.record(
                    b,
                    stamp,
                    system.name(),
                    run.id().toString(),
                    Happened.begun(Care.of(system, run, index), run, index, resolved.shown())));
        }
        return started.then(b -> new Outcome(b, List.of(new Effect.StartStep(system.name(), order))));
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

    /// After this a step is stopped; zero for one that runs until it ends or somebody stops it.
    static Duration timeout(SystemBoard system, Step step) {
        return system.runbook().settings().steps().limits().of(step);
    }

    private static Outcome notStarted(Board board, SystemBoard system, Run run, int step, String reason, Stamp stamp) {
        return ended(
                change(board, run.id(), r -> r.withAsking(null)).board(),
                new Event.StepEnded(system.name(), run.id(), step, new StepResult.NotStarted(reason), ""),
                stamp);
    }

    static Outcome cancel(Board board, UUID id) {
        SystemBoard system = owner(board, id);
        Run run = system == null ? null : system.run(id).orElse(null);
        if (system == null || run == null || run.running() < 0) {
            return Outcome.of(board);
        }
        int step = run.running();
        StepOrder order = new StepOrder(id, step, "", Map.of(), run.target().place(), Duration.ZERO);
        return change(board, id, r -> r.withRound(null))
                .then(b -> new Outcome(b, List.of(new Effect.CancelStep(order))));
    }

    /// A run that has been left says it too: its programs may go on.
    static Outcome stopLeft(Board board, Event.StopLeft e, Stamp stamp) {
        SystemBoard system = owner(board, e.run());
        Run run = system == null ? null : system.run(e.run()).orElse(null);
        if (system == null || run == null || !exists(run, e.step())) {
            return Outcome.of(board);
        }
        String title = run.steps().get(e.step()).title();
        return Recording.record(
                        board,
                        stamp,
                        system.name(),
                        e.run().toString(),
                        new Detail.LeftStopped(e.run(), e.step(), title, e.processes()))
                .then(b -> new Outcome(b, List.of(new Effect.StopLeft(e.run(), e.step()))));
    }

    static Outcome ended(Board board, Event.StepEnded e, Stamp stamp) {
        SystemBoard system = owner(board, e.run());
        Run run = system == null ? null : system.run(e.run()).orElse(null);
        if (system == null || run == null) {
            return Outcome.of(board);
        }
        Step step = run.steps().get(e.step());
        Resolved resolved = resolved(run, e.step(), e.session());
        Detail detail = Happened.ran(run, e, step, resolved.shown());
        return change(
                        board,
                        e.run(),
                        r -> r.finished(e.step(), e.result(), stamp.mask().apply(e.excerpt()), stamp.now()))
                .then(b -> Recording.record(b, stamp, system.name(), e.run().toString(), detail))
                .then(b -> ItemRuns.ended(b, system.name(), run.id(), e, resolved.shown(), stamp))
                .then(b -> Checking.next(b, e, stamp));
    }

    static Outcome done(Board board, Event.MarkDone e, Stamp stamp) {
        return stepped(
                board,
                e.run(),
                e.step(),
                r -> r.done(e.step(), stamp.now()),
                stamp,
                (run, step) -> new Detail.StepDone(run.id(), e.step(), step.title(), step.phase()));
    }

    static Outcome skip(Board board, Event.SkipStep e, Stamp stamp) {
        return stepped(
                board,
                e.run(),
                e.step(),
                r -> r.skipped(e.step(), e.reason(), stamp.now()),
                stamp,
                (run, step) -> new Detail.StepSkipped(run.id(), e.step(), step.title(), step.phase(), e.reason()));
    }

    static Outcome takeWay(Board board, Event.TakeWay e, Stamp stamp) {
        SystemBoard system = owner(board, e.run());
        Run run = system == null ? null : system.run(e.run()).orElse(null);
        Ways ways = run == null ? null : Ways.at(run.steps(), e.step()).orElse(null);
        if (system == null || run == null || ways == null || !run.open() || run.running() >= 0) {
            return Outcome.of(board);
        }
        Ways.Way taken = ways.holding(e.step());
        List<String> others = ways.ways().stream()
                .filter(w -> !w.equals(taken))
                .map(Ways.Way::name)
                .toList();
        return change(board, e.run(), r -> r.way(ways, e.step(), e.reason(), stamp.now()))
                .then(b -> Recording.record(
                        b,
                        stamp,
                        system.name(),
                        e.run().toString(),
                        new Detail.WayChosen(e.run(), taken.name(), others)));
    }

    private interface Happening {
        Detail of(Run run, Step step);
    }

    private static Outcome stepped(
            Board board, UUID id, int step, UnaryOperator<Run> change, Stamp stamp, Happening happening) {
        SystemBoard system = owner(board, id);
        Run run = system == null ? null : system.run(id).orElse(null);
        if (system == null
                || run == null
                || !run.open()
                || !exists(run, step)
                || run.states().get(step).status() == StepState.Status.RUNNING) {
            return Outcome.of(board);
        }
        Detail detail = happening.of(run, run.steps().get(step));
        return change(board, id, change).then(b -> Recording.record(b, stamp, system.name(), id.toString(), detail));
    }

    static Outcome symptom(Board board, Event.MarkSymptom e, Stamp stamp) {
        return noted(
                board,
                e.run(),
                r -> r.symptom(e.symptom(), e.seen()),
                stamp,
                run -> new Detail.SymptomMarked(
                        run.id(), run.symptoms().get(e.symptom()).text(), e.seen()));
    }

    static Outcome cause(Board board, Event.MarkCause e, Stamp stamp) {
        return noted(
                board,
                e.run(),
                r -> r.cause(e.cause(), e.verdict()),
                stamp,
                run -> new Detail.CauseMarked(
                        run.id(), run.causes().get(e.cause()).text(), Happened.word(e.verdict())));
    }

    static Outcome end(Board board, Event.EndRun e, Stamp stamp) {
        Outcome ended = noted(
                board, e.run(), r -> r.end(stamp.now()), stamp, run -> new Detail.RunEnded(run.id(), run.title()));
        return ended.effects().isEmpty()
                ? ended
                : ended.then(b -> new Outcome(b, List.of(new Effect.EndSession(e.run()))));
    }

    private interface RunHappening {
        Detail of(Run run);
    }

    private static Outcome noted(Board board, UUID id, UnaryOperator<Run> change, Stamp stamp, RunHappening happening) {
        SystemBoard system = owner(board, id);
        Run run = system == null ? null : system.run(id).orElse(null);
        if (system == null
                || run == null
                || !run.open()
                || run.running() >= 0 && change.apply(run).ended() != null) {
            return Outcome.of(board);
        }
        Detail detail = happening.of(run);
        return change(board, id, change).then(b -> Recording.record(b, stamp, system.name(), id.toString(), detail));
    }

    /// Changes a run without anything worth writing down.
    static Outcome change(Board board, UUID id, UnaryOperator<Run> change) {
        SystemBoard system = owner(board, id);
        if (system == null) {
            return Outcome.of(board);
        }
        return Outcome.of(board.with(
                system.name(),
                s -> s.withRuns(s.runs().stream()
                        .map(r -> r.id().equals(id) ? change.apply(r) : r)
                        .toList())));
    }

    private static boolean exists(Run run, int step) {
        return step >= 0 && step < run.steps().size();
    }

    static @Nullable SystemBoard owner(Board board, UUID run) {
        return board.systems().stream()
                .filter(s -> s.run(run).isPresent())
                .findFirst()
                .orElse(null);
    }
}
