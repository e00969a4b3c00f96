package plantao.alert;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import plantao.probe.Reading;

/// Where a service stands, after enough readings in a row said so.
///
/// @param since when it came into this state; null while nothing is known
/// @param good how many good readings in a row there have been
/// @param bad how many bad readings in a row there have been
/// @param last the last reading, of whatever kind
/// @param firstBad when the present run of bad readings began; null when the last answer was good
public record Health(
        State state,
        @Nullable Instant since,
        int good,
        int bad,
        @Nullable Reading last,
        @Nullable Instant firstBad) {

    /// The states a service can be in.
    public enum State {
        UP,
        DEGRADED,
        DOWN,
        UNKNOWN
    }

    /// Before the first reading.
    public static final Health UNKNOWN = new Health(State.UNKNOWN, null, 0, 0, null, null);

    /// The health after one more reading: down after `toDown` bad readings in a row, up after `toUp` good ones; the
    /// very first reading, when good, decides at once. A reading without data is remembered but counts for neither.
    /// *Down* counts from the first bad reading of the row, *up* from the good reading that decided.
    public Health next(Reading reading, int toDown, int toUp) {
        return switch (reading) {
            case Reading.NoData _ -> new Health(state, since, good, bad, reading, firstBad);
            case Reading.Up up -> {
                boolean turns = state != State.UP && (state == State.UNKNOWN || good + 1 >= toUp);
                yield new Health(turns ? State.UP : state, turns ? up.at() : since, good + 1, 0, up, null);
            }
            case Reading.Down down -> {
                Instant begun = firstBad == null ? down.at() : firstBad;
                boolean turns = state != State.DOWN && bad + 1 >= toDown;
                yield new Health(turns ? State.DOWN : state, turns ? begun : since, 0, bad + 1, down, begun);
            }
        };
    }
}
