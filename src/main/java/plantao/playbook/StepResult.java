package plantao.playbook;

import java.time.Duration;

/// How running a step ended.
public sealed interface StepResult {

    /// The process ended by itself.
    ///
    /// @param line of the step at which it stopped, from 1; 0 when it went to its end or nothing says where
    record Exited(int status, Duration took, int line) implements StepResult {
        public Exited(int status, Duration took) {
            this(status, took, 0);
        }
    }

    /// It took longer than it may and was stopped.
    record TimedOut(Duration after) implements StepResult {}

    /// The operator stopped it.
    record Cancelled(Duration after) implements StepResult {}

    /// It was never started.
    ///
    /// @param reason why, and what to do about it
    record NotStarted(String reason) implements StepResult {}

    /// Whether it did what it should.
    default boolean good() {
        return this instanceof Exited e && e.status() == 0;
    }
}
