package plantao.alert;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One rule and where it stands.
///
/// @param measured the last measured value, in the metric's unit; null for rules without one or before the first
/// reading
/// @param flaps how often it fired lately
public record Alert(Rule rule, State state, @Nullable Double measured, Flaps flaps) {

    /// One that has not fired lately.
    public Alert(Rule rule, State state, @Nullable Double measured) {
        this(rule, state, measured, Flaps.NONE);
    }

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
        ///
        /// @param note what they said, or null
        record Acknowledged(
                Instant since,
                Instant fired,
                String by,
                Instant at,
                @Nullable String note) implements State {
            public Acknowledged(Instant since, Instant fired, String by, Instant at) {
                this(since, fired, by, at, null);
            }
        }

        /// Cleared by itself before anybody acknowledged.
        record Cleared(Instant since, Instant fired, Instant cleared) implements State {}
    }

    /// A rule nothing is known about yet.
    public static Alert of(Rule rule) {
        return new Alert(rule, new State.Quiet(), null);
    }

    /// Where the alert stands after its condition was looked at once more. Unknown truth changes nothing: an alert
    /// neither fires nor clears for want of data. One that flaps stays as it is until it has been quiet for a
    /// while.
    ///
    /// @param value the value just measured, or null to keep the last
    /// @param since when the condition began to hold, where that is known to be earlier than `now`
    public Alert next(Truth truth, @Nullable Double value, Instant since, Instant now) {
        Double seen = value == null ? measured : value;
        State next = switch (truth) {
            case UNKNOWN -> state;
            case HOLDS -> worsened(since.isBefore(now) ? since : now, now);
            case FAILS -> firing() && flaps.flapping(now) ? state : cleared(now);
        };
        Flaps seenFlaps = truth != Truth.HOLDS
                ? flaps
                : next instanceof State.Firing && !firing() ? flaps.came(now) : flaps.holds(now);
        return new Alert(rule, next, seen, seenFlaps);
    }

    /// After a time in which nothing was watched: a hold time counts from anew.
    public Alert interrupted() {
        return state instanceof State.Pending ? new Alert(rule, new State.Quiet(), measured, flaps) : this;
    }

    /// The same alert as it stood before the console was started; what has happened since wins.
    public Alert restored(State before) {
        boolean stands = before instanceof State.Firing || before instanceof State.Acknowledged;
        boolean older = state instanceof State.Quiet
                || state instanceof State.Pending
                || state instanceof State.Firing && stands;
        return older ? new Alert(rule, before, measured, flaps) : this;
    }

    /// Seen without anybody having looked: it cleared while it was kept quiet on purpose.
    public Alert dropped() {
        return state instanceof State.Cleared ? new Alert(rule, new State.Quiet(), measured, flaps) : this;
    }

    /// Whether it comes and goes.
    public boolean flapping(Instant now) {
        return firing() && flaps.flapping(now);
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
    ///
    /// @param note what they said, or null
    public Alert acknowledged(String by, Instant now, @Nullable String note) {
        return switch (state) {
            case State.Firing f ->
                new Alert(rule, new State.Acknowledged(f.since(), f.fired(), by, now, note), measured, flaps);
            case State.Cleared _ -> new Alert(rule, new State.Quiet(), measured, flaps);
            default -> this;
        };
    }

    /// Somebody has seen it and says nothing.
    public Alert acknowledged(String by, Instant now) {
        return acknowledged(by, now, null);
    }

    /// Nobody looks after it any more: an acknowledged alert fires again, as it did; otherwise nothing changes.
    public Alert again() {
        return state instanceof State.Acknowledged a
                ? new Alert(rule, new State.Firing(a.since(), a.fired()), measured, flaps)
                : this;
    }

    /// Whether it belongs on the list of alerts: firing, acknowledged or cleared unseen.
    public boolean active() {
        return !(state instanceof State.Quiet || state instanceof State.Pending);
    }

    /// Whether it waits for somebody.
    public boolean unacknowledged() {
        return state instanceof State.Firing || state instanceof State.Cleared;
    }

    /// Whether it cleared before anybody had seen it.
    public boolean over() {
        return state instanceof State.Cleared;
    }

    /// Whether its condition holds and has held long enough.
    public boolean firing() {
        return state instanceof State.Firing || state instanceof State.Acknowledged;
    }

    /// When it fired; null while it has not.
    public @Nullable Instant fired() {
        return switch (state) {
            case State.Quiet _, State.Pending _ -> null;
            case State.Firing f -> f.fired();
            case State.Acknowledged a -> a.fired();
            case State.Cleared c -> c.fired();
        };
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
