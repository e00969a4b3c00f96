package plantao.alert;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import plantao.probe.Reading;

/// Where a service stands, after enough readings in a row said so.
///
/// @param since when it came into this state; null while nothing is known
/// @param good how many good readings in a row there have been, all with a concern or all without
/// @param bad how many bad readings in a row there have been
/// @param last the last reading, of whatever kind
/// @param firstBad when the present run of bad readings began; null when the last answer was good
/// @param flaps when it went down lately
public record Health(
        State state,
        @Nullable Instant since,
        int good,
        int bad,
        @Nullable Reading last,
        @Nullable Instant firstBad,
        Flaps flaps) {

    /// The states a service can be in.
    public enum State {
        UP,
        DEGRADED,
        DOWN,
        UNKNOWN,
        /// Not known, because this console itself sees nothing.
        BLIND
    }

    /// Before the first reading.
    public static final Health UNKNOWN = new Health(State.UNKNOWN, null, 0, 0, null, null);

    /// One that has not been down lately.
    public Health(
            State state,
            @Nullable Instant since,
            int good,
            int bad,
            @Nullable Reading last,
            @Nullable Instant firstBad) {
        this(state, since, good, bad, last, firstBad, Flaps.NONE);
    }

    /// The health after one more reading: down after `toDown` bad readings in a row, up after `toUp` good ones;
    /// the very first reading, when good and without a concern, decides at once. A reading without data is
    /// remembered but counts for neither. Good readings with a concern make it degraded after `toDown` in a row,
    /// those without one up again after `toUp`. *Down* counts from the first bad reading of the row, *up* from the
    /// good reading that decided.
    public Health next(Reading reading, int toDown, int toUp) {
        return switch (reading) {
            case Reading.NoData _ -> new Health(state, since, good, bad, reading, firstBad, flaps);
            case Reading.Up up -> {
                boolean mild = up.concern() != null;
                boolean same = !(last instanceof Reading.Up before) || mild == (before.concern() != null);
                int run = same ? good + 1 : 1;
                State to = mild ? State.DEGRADED : State.UP;
                int needed = mild && state != State.DOWN ? toDown : toUp;
                boolean turns = state != to && (!known() && !mild || run >= needed);
                yield new Health(turns ? to : state, turns ? up.at() : since, run, 0, up, null, flaps);
            }
            case Reading.Down down -> {
                Instant begun = firstBad == null ? down.at() : firstBad;
                boolean turns = state != State.DOWN && bad + 1 >= toDown;
                yield new Health(
                        turns ? State.DOWN : state,
                        turns ? begun : since,
                        0,
                        bad + 1,
                        down,
                        begun,
                        turns ? flaps.came(down.at()) : state == State.DOWN ? flaps.holds(down.at()) : flaps);
            }
        };
    }

    /// The same after the console was started again: down at the last look, since `fell`. One more bad reading and
    /// it is down, since then; a good one and it is up. What has been seen since the start wins.
    ///
    /// @param toDown as in [#next]
    public Health resumed(Instant fell, int toDown) {
        return switch (state) {
            case UNKNOWN -> new Health(state, since, good, Math.max(bad, toDown - 1), last, fell, flaps);
            case DOWN -> {
                boolean later = since == null || since.isAfter(fell);
                yield later ? new Health(state, fell, good, bad, last, fell, flaps) : this;
            }
            case UP, DEGRADED, BLIND -> this;
        };
    }

    private boolean known() {
        return state != State.UNKNOWN && state != State.BLIND;
    }

    /// Nothing can be told any more, since `at`, because this console sees nothing.
    public Health blinded(Instant at) {
        return state == State.BLIND ? this : new Health(State.BLIND, at, 0, 0, last, null, flaps);
    }

    /// After a time in which nothing was watched or seen: rows of bad readings begin anew, and what was not seen is
    /// not known.
    public Health interrupted() {
        return state == State.BLIND
                ? new Health(State.UNKNOWN, null, 0, 0, last, null, flaps)
                : new Health(state, since, 0, 0, last, null, flaps);
    }

    /// Whether it goes down and comes back again and again.
    public boolean flapping(Instant now) {
        return flaps.flapping(now);
    }
}
