package plantao.desk;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import plantao.journal.Detail;
import plantao.playbook.Run;
import plantao.playbook.StepResult;
import plantao.runbook.Step;
import plantao.runbook.command.TypedStep;

/// The words a run's happenings are stored in.
final class RunWords {
    private RunWords() {}

    /// That a step which changes something begins, for the log.
    ///
    /// @param care how careful the operator was made to be
    /// @param command its resolved text as shown, secrets masked
    static Detail begun(StepCare care, Run run, int index, String command) {
        Step step = run.steps().get(index);
        String asked = switch (care.danger(step.risk())) {
            case NONE -> "nothing";
            case CONFIRM -> "confirmed";
            case TYPE_NAME -> "name-typed";
        };
        return new Detail.StepBegun(run.id(), index, step.title(), step.phase(), command, step.risk(), asked);
    }

    /// How a step went, for the log.
    ///
    /// @param command its resolved text as shown, secrets masked
    static Detail ran(Run run, Event.StepEnded e, Step step, String command) {
        StepResult result = e.result();
        return new Detail.StepRan(
                run.id(),
                e.step(),
                step.title(),
                step.phase(),
                command,
                step.risk(),
                outcome(result),
                result instanceof StepResult.Exited x ? x.status() : null,
                result instanceof StepResult.NotStarted n ? n.reason() : null,
                took(result).toMillis(),
                e.excerpt(),
                TypedStep.is(step));
    }

    private static String outcome(StepResult result) {
        return switch (result) {
            case StepResult.Exited _ -> "exited";
            case StepResult.TimedOut _ -> "timed-out";
            case StepResult.Cancelled _ -> "cancelled";
            case StepResult.NotStarted _ -> "not-started";
        };
    }

    private static Duration took(StepResult result) {
        return switch (result) {
            case StepResult.Exited x -> x.took();
            case StepResult.TimedOut t -> t.after();
            case StepResult.Cancelled c -> c.after();
            case StepResult.NotStarted _ -> Duration.ZERO;
        };
    }

    static String word(Run.@Nullable Verdict verdict) {
        return switch (verdict) {
            case null -> "open";
            case SUSPECTED -> "suspected";
            case RULED_OUT -> "ruled-out";
            case CONFIRMED -> "confirmed";
        };
    }
}
