package plantao.playbook;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Where one step of a run stands.
///
/// @param at when it came to stand there; null for a step not touched yet
/// @param result of the last time it was run
/// @param reason why it was skipped
/// @param excerpt the end of its output, masked
public record StepState(
        Status status,
        @Nullable Instant at,
        @Nullable StepResult result,
        @Nullable String reason,
        @Nullable String excerpt) {

    /// The states of a step.
    public enum Status {
        TODO,
        RUNNING,
        DONE,
        FAILED,
        SKIPPED
    }

    public static final StepState TODO = new StepState(Status.TODO, null, null, null, null);

    /// Whether the walk may go on behind it.
    public boolean settled() {
        return status == Status.DONE || status == Status.SKIPPED;
    }
}
