package plantao.playbook;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import plantao.runbook.NotedLine;
import plantao.runbook.Origin;
import plantao.runbook.Step;
import plantao.values.Target;

/// One walk through a playbook or procedure. Immutable: every happening gives a new run.
///
/// @param textHash the runbook's version it follows; it keeps that version to its end
/// @param target the environment it is bound to for life
/// @param alert the alert it was opened from, or null
/// @param states one for each step, by index
/// @param current the step that is large on the screen
/// @param asking the step whose command waits for the operator's yes, or null
/// @param given values the operator filled in, by placeholder or variable name
/// @param used what each step that ran was given when it was last started, by index: it may still be in the shell
/// @param seen the symptoms seen, by index
/// @param verdicts what is thought of the causes, by index; a cause without one is open
/// @param left set while the run comes from a console that has ended and nothing was done in it since
/// @param round the checks that are run one after the other now, or null
@RecordBuilder
public record Run(
        UUID id,
        String title,
        Origin origin,
        String textHash,
        Target target,
        @Nullable String alert,
        @Nullable String banner,
        List<NotedLine> symptoms,
        List<NotedLine> causes,
        List<Step> steps,
        Instant started,
        @Nullable Instant ended,
        List<StepState> states,
        int current,
        @Nullable Integer asking,
        Map<String, String> given,
        Map<Integer, Map<String, String>> used,
        Set<Integer> seen,
        Map<Integer, Verdict> verdicts,
        @Nullable Left left,
        @Nullable CheckRound round)
        implements RunBuilder.With {

    /// A console that ended before the run did.
    ///
    /// @param last when somebody last did something in the run
    /// @param by who
    /// @param changed whether the runbook is another one since
    /// @param own whether the steps are those of then; else the present ones stand for them
    public record Left(Instant last, String by, boolean changed, boolean own) {}

    /// What is thought of a cause.
    public enum Verdict {
        SUSPECTED,
        RULED_OUT,
        CONFIRMED
    }

    public Run {
        steps = List.copyOf(steps);
        states = List.copyOf(states);
        given = Map.copyOf(given);
        used = Map.copyOf(used);
        seen = Set.copyOf(seen);
        verdicts = Map.copyOf(verdicts);
    }

    /// A run nothing has happened in yet.
    public static Run begin(
            UUID id,
            String title,
            Origin origin,
            String textHash,
            Target target,
            @Nullable String alert,
            @Nullable String banner,
            List<NotedLine> symptoms,
            List<NotedLine> causes,
            List<Step> steps,
            Instant now) {
        List<StepState> states = steps.stream().map(_ -> StepState.TODO).toList();
        return new Run(
                id, title, origin, textHash, target, alert, banner, symptoms, causes, steps, now, null, states, 0, null,
                Map.of(), Map.of(), Set.of(), Map.of(), null, null);
    }

    public boolean open() {
        return ended == null;
    }

    /// The index of the step that is running, or -1.
    public int running() {
        for (int i = 0; i < states.size(); i++) {
            if (states.get(i).status() == StepState.Status.RUNNING) {
                return i;
            }
        }
        return -1;
    }

    /// How many steps are done or skipped.
    public int settled() {
        return (int) states.stream().filter(StepState::settled).count();
    }

    /// The step was started.
    public Run started(int step, Instant now) {
        Map<Integer, Map<String, String>> all = new HashMap<>(used);
        all.put(step, given);
        return settling(step, new StepState(StepState.Status.RUNNING, now, null, null, null))
                .withUsed(all)
                .withAsking(null)
                .at(step);
    }

    /// The step's commands ended; a good end moves on to the next step to do.
    public Run finished(int step, StepResult result, String excerpt, Instant now) {
        StepState.Status status = result.good() ? StepState.Status.DONE : StepState.Status.FAILED;
        Run run = settling(step, new StepState(status, now, result, null, excerpt));
        return result.good() ? run.movedOn(step) : run;
    }

    /// The operator did it by hand. What was seen of an earlier try stays.
    public Run done(int step, Instant now) {
        StepState before = states.get(step);
        return settling(step, new StepState(StepState.Status.DONE, now, before.result(), null, before.excerpt()))
                .movedOn(step);
    }

    /// The operator leaves it out.
    public Run skipped(int step, String reason, Instant now) {
        StepState before = states.get(step);
        return settling(step, new StepState(StepState.Status.SKIPPED, now, before.result(), reason, before.excerpt()))
                .movedOn(step);
    }

    /// Among several ways the one that holds this step is taken: what is still to do of the others is left out,
    /// what was left out of this one is to be done again.
    ///
    /// @param reason what the others are left out with
    public Run way(Alternatives ways, int step, String reason, Instant now) {
        Alternatives.Way taken = ways.holding(step);
        List<StepState> all = new ArrayList<>(states);
        for (Alternatives.Way way : ways.ways()) {
            for (int i = way.from(); i < way.to(); i++) {
                StepState.Status status = all.get(i).status();
                if (way.equals(taken) && status == StepState.Status.SKIPPED) {
                    all.set(i, StepState.TODO);
                } else if (!way.equals(taken) && status == StepState.Status.TODO) {
                    all.set(i, new StepState(StepState.Status.SKIPPED, now, null, reason, null));
                }
            }
        }
        return withStates(all).at(taken.from());
    }

    /// Another step is large on the screen.
    public Run at(int step) {
        return withCurrent(Math.clamp(step, 0, Math.max(0, steps.size() - 1)));
    }

    /// A value was filled in; an empty one takes it back.
    public Run given(String name, String value) {
        Map<String, String> values = new HashMap<>(given);
        if (value.isEmpty()) {
            values.remove(name);
        } else {
            values.put(name, value);
        }
        return withGiven(values);
    }

    /// A symptom was seen, or not after all.
    public Run symptom(int index, boolean isSeen) {
        Set<Integer> all = new HashSet<>(seen);
        if (isSeen) {
            all.add(index);
        } else {
            all.remove(index);
        }
        return withSeen(all);
    }

    /// What is thought of a cause; null opens it again.
    public Run cause(int index, @Nullable Verdict verdict) {
        Map<Integer, Verdict> all = new HashMap<>(verdicts);
        if (verdict == null) {
            all.remove(index);
        } else {
            all.put(index, verdict);
        }
        return withVerdicts(all);
    }

    /// The playbook is left.
    public Run end(Instant now) {
        return with().ended(now).asking(null).build();
    }

    /// The same walk under the id and with the beginning of one that was begun before.
    public Run again(UUID before, Instant began) {
        return with().id(before).started(began).build();
    }

    /// The same run with one more step behind the others.
    public Run and(Step step) {
        List<Step> more = new ArrayList<>(steps);
        more.add(step);
        List<StepState> all = new ArrayList<>(states);
        all.add(StepState.TODO);
        return with().steps(more).states(all).build();
    }

    /// The step was running when the console ended: nobody knows what became of it.
    public Run lost(int step, Instant at) {
        return settling(step, new StepState(StepState.Status.FAILED, at, null, null, null))
                .at(step);
    }

    private Run settling(int step, StepState state) {
        List<StepState> all = new ArrayList<>(states);
        all.set(step, state);
        return with().states(all).left(null).build();
    }

    /// The next step still to do behind `step`; stays when there is none.
    private Run movedOn(int step) {
        if (step != current) {
            return this;
        }
        for (int i = step + 1; i < states.size(); i++) {
            if (!states.get(i).settled()) {
                return at(i);
            }
        }
        return this;
    }
}
