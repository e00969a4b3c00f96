package plantao.cli;

import java.io.PrintWriter;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import plantao.desk.Event;
import plantao.desk.PracticeBoard;
import plantao.desk.Previews;
import plantao.desk.RunReferences;
import plantao.playbook.Alternatives;
import plantao.playbook.Run;
import plantao.playbook.StepState;
import plantao.runbook.Command;
import plantao.runbook.Phase;
import plantao.runbook.Risk;
import plantao.runbook.Step;
import plantao.values.ResolvedCommand;

/// Walks playbooks and procedures of one exercise, step by step, until its trouble is over.
///
/// @param solved whether the trouble is over now
/// @param patience how long to wait for that after a step that changed something, in seconds
/// @param asked told when a step asks before it runs
record ExerciseWalk(
        Session session,
        PrintWriter out,
        ResourceBundle words,
        String system,
        PracticeBoard.Scenario scenario,
        BooleanSupplier solved,
        int patience,
        Runnable asked) {
    private static final int STEP_WITHIN = 330;
    private static final int LOOK_WITHIN = 10;
    private static final int LAST_LOOK = 30;

    /// Walks this playbook to its end.
    ///
    /// @return whether the trouble is over
    boolean playbook(String title, int line, @Nullable String alert) {
        UUID id = open(title, line, alert).orElse(null);
        if (id == null) {
            return false;
        }
        scenario.values().forEach((name, value) -> send(new Event.GiveValue(id, blank(id, name), value)));
        int steps = run(id).steps().size();
        boolean over = false;
        for (int i = 0; i < steps; i++) {
            Step step = run(id).steps().get(i);
            Optional<RunReferences.Goal> procedure = procedure(step);
            if (procedure.isPresent()) {
                send(new Event.GoToStep(id, i));
                procedure(procedure.get(), part(step));
                done(id, i);
            } else if (over) {
                skip(id, i, words.getString("skip.solved"));
                continue;
            } else if (step.commands().isEmpty()) {
                skip(id, i, words.getString("skip.manual"));
                continue;
            } else if (step.risk() == Risk.DESTRUCTIVE && step.condition() != null) {
                skip(id, i, words.getString("skip.destructive"));
                continue;
            } else {
                step(id, i);
            }
            boolean changes = step.risk() != Risk.SAFE || procedure.isPresent();
            over = step.phase() != Phase.DIAGNOSIS && changes && !contained() && session.await(patience, solved);
        }
        send(new Event.EndRun(id));
        session.await(5, () -> !run(id).open());
        return over || session.await(Math.max(patience, LAST_LOOK), solved); // a supplier mends in its own time
    }

    /// While a part is held down on purpose, nothing is over yet.
    private boolean contained() {
        return session.board().get().practice().parts().stream()
                .anyMatch(p -> p.state().equals("suspended"));
    }

    /// Walks the way of a procedure that has commands: what it does without a condition, or the one step that is
    /// meant.
    ///
    /// @param part words of that step; empty for all
    private void procedure(RunReferences.Goal goal, String part) {
        UUID id = open(goal.title(), goal.line(), null).orElse(null);
        if (id == null) {
            return;
        }
        for (Alternatives ways : Alternatives.all(run(id).steps())) {
            ways.ways().stream()
                    .filter(w -> run(id).steps().subList(w.from(), w.to()).stream()
                            .anyMatch(s -> !s.commands().isEmpty()))
                    .findFirst()
                    .ifPresent(w -> send(new Event.ChooseAlternative(
                            id, w.from(), MessageFormat.format(words.getString("skip.way"), w.name()))));
        }
        session.await(5, () -> Alternatives.all(run(id).steps()).isEmpty() || run(id).settled() > 0);
        for (int i = 0; i < run(id).steps().size(); i++) {
            Step step = run(id).steps().get(i);
            boolean chosen = Alternatives.at(run(id).steps(), i).isPresent()
                    || Alternatives.all(run(id).steps()).isEmpty();
            boolean meant =
                    part.isEmpty() ? step.condition() == null : step.title().contains(part);
            if (chosen
                    && status(id, i) == StepState.Status.TODO
                    && meant
                    && !step.commands().isEmpty()) {
                step(id, i);
            } else if (status(id, i) == StepState.Status.TODO) {
                String reason = step.condition() == null || !part.isEmpty()
                        ? words.getString(chosen && part.isEmpty() ? "skip.manual" : "skip.outside")
                        : MessageFormat.format(words.getString("skip.condition"), step.condition());
                skip(id, i, reason);
            }
        }
        send(new Event.EndRun(id));
        session.await(5, () -> !run(id).open());
    }

    /// How a manual step is done here: a procedure's title, and behind ` › ` words of one of its steps.
    private Optional<String> byHand(Step step) {
        return scenario.byHand().entrySet().stream()
                .filter(e -> step.title().contains(e.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private String part(Step step) {
        return byHand(step)
                .filter(t -> t.contains(" › "))
                .map(t -> t.split(" › ", 2)[1])
                .orElse("");
    }

    private Optional<RunReferences.Goal> procedure(Step step) {
        return byHand(step).map(title -> title.split(" › ", 2)[0]).stream()
                .flatMap(title -> session.board().get().system(system).orElseThrow().runbook().procedures().stream()
                        .filter(p -> p.title().equals(title))
                        .map(p -> new RunReferences.Goal(p.title(), p.origin().line())))
                .findFirst();
    }

    private Optional<UUID> open(String title, int line, @Nullable String alert) {
        send(new Event.OpenRun(system, title, line, alert));
        session.await(5, () -> opened(title, line).isPresent());
        return opened(title, line);
    }

    private Optional<UUID> opened(String title, int line) {
        return session.board().get().system(system).stream()
                .flatMap(s -> s.runs().stream())
                .filter(r -> r.open() && r.title().equals(title) && r.origin().line() == line)
                .map(Run::id)
                .findFirst();
    }

    /// The blank as the commands write it (`{name}`).
    private String blank(UUID id, String name) {
        return run(id).steps().stream()
                .flatMap(s -> s.commands().stream())
                .flatMap(c -> c.placeholders().stream())
                .filter(p -> p.replaceAll("^\\W+|\\W+$", "").equals(name))
                .findFirst()
                .orElse(name);
    }

    private void done(UUID id, int index) {
        send(new Event.MarkDone(id, index));
        session.await(5, () -> status(id, index) == StepState.Status.DONE);
    }

    private void skip(UUID id, int index, String reason) {
        send(new Event.SkipStep(id, index, reason));
        session.await(5, () -> status(id, index) == StepState.Status.SKIPPED);
    }

    private void step(UUID id, int index) {
        Step step = run(id).steps().get(index);
        if (step.commands().stream().anyMatch(c -> c.interactive() && typesNothing(c))) {
            skip(id, index, words.getString("skip.interactive"));
            return;
        }
        ResolvedCommand resolved = Previews.of(run(id), index);
        if (!resolved.missing().isEmpty()) {
            String missing = String.join(", ", resolved.missing());
            skip(id, index, MessageFormat.format(words.getString("skip.missing"), missing));
            return;
        }
        out.println("          $ " + resolved.shown().replace("\n", "\n            "));
        send(new Event.RunStep(id, index, false));
        session.await(5, () -> asking(id) || status(id, index) != StepState.Status.TODO);
        if (asking(id)) {
            String risk = step.risk().name().toLowerCase(Locale.ROOT);
            out.println("          asks first: it is " + risk + "; answered yes");
            asked.run();
            send(new Event.RunStep(id, index, true, false, system));
        }
        BooleanSupplier ended = () -> {
            StepState.Status status = status(id, index);
            return status == StepState.Status.DONE || status == StepState.Status.FAILED;
        };
        boolean looks = step.risk() == Risk.SAFE;
        if (!session.await(looks ? LOOK_WITHIN : STEP_WITHIN, ended)) {
            send(new Event.CancelStep(id)); // what only looks and gets no answer has told enough
            session.await(STEP_WITHIN, ended);
        }
        String excerpt = run(id).states().get(index).excerpt();
        if (excerpt != null && !excerpt.isBlank()) {
            excerpt.lines().limit(12).forEach(line -> out.println("          | " + line));
        }
        out.flush();
    }

    /// A session whose lines the runbook does not give needs somebody who types.
    private static boolean typesNothing(Command command) {
        return command.inputs().isEmpty();
    }

    private boolean asking(UUID id) {
        return run(id).asking() != null;
    }

    private StepState.Status status(UUID id, int step) {
        return run(id).states().get(step).status();
    }

    private Run run(UUID id) {
        return session.board().get().system(system).flatMap(s -> s.run(id)).orElseThrow();
    }

    private void send(Event event) {
        session.send().accept(event);
    }
}
