package plantao.alert;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One rule and where it stands.
///
/// @param measured the last measured value, in the metric's unit; null for rules without one or before the first
/// reading
public record Alert(Rule rule, State state, @Nullable Double measured) {

    /// Quiet → pending → firing → acknowledged → quiet. An alert that clears before anybody acknowledged it stays
    /// visible as *cleared* until it is acknowledged: a short one at night must not go unseen (latching, ISA-18.2).
    public sealed interface State {
        /// Nothing wrong.
        record Quiet() implements State {}

        /// The condition holds, but not yet long enough.
        record Pending(Instant since) implements State {}

        /// Somebody must look. `since` is when the condition began to hold.
        record Firing(Instant since, Instant fired) implements State {}

        /// Somebody looks; stays until the condition clears.
        record Acknowledged(Instant since, Instant fired, String by, Instant at) implements State {}

        /// Cleared by itself before anybody acknowledged.
        record Cleared(Instant since, Instant fired, Instant cleared) implements State {}
    }

    /// A rule nothing is known about yet.
    public static Alert of(Rule rule) {
        return new Alert(rule, new State.Quiet(), null);
    }

    /// Where the alert stands after its condition was looked at once more. Unknown truth changes nothing: an alert
    /// neither fires nor clears for want of data.
    ///
    /// @param value the value just measured, or null to keep the last
    /// @param since when the condition began to hold, where that is known to be earlier than `now`
    public Alert next(Truth truth, @Nullable Double value, Instant since, Instant now) {
        Double seen = value == null ? measured : value;
        State next = switch (truth) {
            case UNKNOWN -> state;
            case HOLDS -> worsened(since.isBefore(now) ? since : now, now);
            case FAILS -> cleared(now);
        };
        return new Alert(rule, next, seen);
    }

    private State worsened(Instant since, Instant now) {
        return switch (state) {
            case State.Quiet _ -> due(since, now);
            case State.Cleared _ -> due(since, now);
            case State.Pending p -> due(p.since(), now);
            case State.Firing f -> f;
            case State.Acknowledged a -> a;
        };
    }

    private State due(Instant since, Instant now) {
        return Duration.between(since, now).compareTo(rule.hold()) >= 0
                ? new State.Firing(since, now)
                : new State.Pending(since);
    }

    private State cleared(Instant now) {
        return switch (state) {
            case State.Firing f -> new State.Cleared(f.since(), f.fired(), now);
            case State.Cleared c -> c;
            case State.Quiet _, State.Pending _, State.Acknowledged _ -> new State.Quiet();
        };
    }

    /// Somebody has seen it: a firing alert becomes acknowledged, a cleared one quiet; otherwise nothing changes.
    public Alert acknowledged(String by, Instant now) {
        return switch (state) {
            case State.Firing f -> new Alert(rule, new State.Acknowledged(f.since(), f.fired(), by, now), measured);
            case State.Cleared _ -> new Alert(rule, new State.Quiet(), measured);
            default -> this;
        };
    }

    /// Whether it belongs on the list of alerts: firing, acknowledged or cleared unseen.
    public boolean active() {
        return !(state instanceof State.Quiet || state instanceof State.Pending);
    }

    /// Whether it waits for somebody.
    public boolean unacknowledged() {
        return state instanceof State.Firing || state instanceof State.Cleared;
    }

    /// Whether its condition holds and has held long enough.
    public boolean firing() {
        return state instanceof State.Firing || state instanceof State.Acknowledged;
    }

    /// Since when its condition holds (held, for a cleared one); null when quiet.
    public @Nullable Instant since() {
        return switch (state) {
            case State.Quiet _ -> null;
            case State.Pending p -> p.since();
            case State.Firing f -> f.since();
            case State.Acknowledged a -> a.since();
            case State.Cleared c -> c.since();
        };
    }
}
