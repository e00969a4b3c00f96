package plantao.desk;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import plantao.probe.Probe;
import plantao.probe.Reading;

/// What must be known beside the readings to judge them.
///
/// @param mutes why alerts call nobody just now
/// @param witnesses what is asked to learn whether this console still sees anything
/// @param connected whether any network interface beside loopback is up
/// @param unreached the probes whose last reading failed on this side of the network, by id, with its time
/// @param blind since when nothing can be seen, by the network's name; the empty name is all that has no own
/// @param awake when the computer last woke up or its clock was moved; null when it never did
/// @param failures the last failures of each probe with their evidence, by id, newest first
/// @param marks what was changed lately, oldest first
/// @param calendar the runbook's times as understood when it was opened; null before that
@RecordBuilder
public record Surroundings(
        List<Mute> mutes,
        List<Witness> witnesses,
        boolean connected,
        Map<String, Instant> unreached,
        Map<String, Instant> blind,
        @Nullable Instant awake,
        Map<String, List<Reading.Down>> failures,
        List<Mark> marks,
        @Nullable Calendar calendar)
        implements SurroundingsBuilder.With {

    /// How many failures of one probe are kept.
    static final int MOST_FAILURES = 5;

    public static final Surroundings NONE =
            new Surroundings(List.of(), List.of(), true, Map.of(), Map.of(), null, Map.of(), List.of(), null);

    public Surroundings {
        mutes = List.copyOf(mutes);
        witnesses = List.copyOf(witnesses);
        unreached = Map.copyOf(unreached);
        blind = Map.copyOf(blind);
        failures = Map.copyOf(failures);
        marks = List.copyOf(marks);
    }

    /// A witness.
    ///
    /// @param network whose loss it would show; empty for the common one
    public record Witness(
            String network, Probe probe, @Nullable Reading last) {}

    /// Something that was changed on purpose.
    ///
    /// @param what in the words of who did it, or the procedure's title
    /// @param line the procedure's line in the runbook; 0 when it is none of its
    public record Mark(Instant at, String what, int line) {}
}
