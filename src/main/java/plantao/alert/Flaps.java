package plantao.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How often something came and went lately, so that one that keeps doing so is told as one.
///
/// @param turns when it came, oldest first; at most [#MOST], none older than [#LATELY]
/// @param held when it was last seen to hold; null when never
public record Flaps(List<Instant> turns, @Nullable Instant held) {
    /// How far back turns count.
    public static final Duration LATELY = Duration.ofMinutes(30);
    /// From so many turns on it flaps.
    public static final int MANY = 4;
    /// It flaps until it has been quiet for so long.
    public static final Duration CALM = Duration.ofMinutes(10);

    private static final int MOST = 20;

    public static final Flaps NONE = new Flaps(List.of(), null);

    public Flaps {
        turns = List.copyOf(turns);
    }

    /// It came once more.
    Flaps came(Instant now) {
        List<Instant> all = new ArrayList<>(turns);
        all.removeIf(t -> old(t, now));
        all.add(now);
        return new Flaps(all.subList(Math.max(0, all.size() - MOST), all.size()), now);
    }

    /// It holds; that is only of interest while it has come often.
    Flaps holds(Instant now) {
        return often(now) ? new Flaps(turns, now) : this;
    }

    /// Whether it has come so often lately that it is taken to hold until it has been quiet for a while.
    public boolean flapping(Instant now) {
        return held != null && !past(held, CALM, now) && often(now);
    }

    private boolean often(Instant now) {
        return turns.stream().filter(t -> !old(t, now)).count() >= MANY;
    }

    private static boolean old(Instant then, Instant now) {
        return past(then, LATELY, now);
    }

    /// A clock that was set back counts as if the time had gone by.
    private static boolean past(Instant then, Duration length, Instant now) {
        return Duration.between(then, now).abs().compareTo(length) >= 0;
    }
}
