package plantao.desk;

import org.jspecify.annotations.Nullable;
import plantao.probe.Probe;
import plantao.probe.Reading;
import plantao.runbook.Vendor;

/// A supplier and what their own status page says: "us or them?". It never counts as our being down.
///
/// @param probe null when they have no status page
/// @param last the last reading, or null
public record VendorTile(
        Vendor vendor, @Nullable Probe probe, @Nullable Reading last) {

    /// How they say they are.
    public enum State {
        FINE,
        TROUBLED,
        DOWN,
        UNKNOWN
    }

    /// From their page's own words; unknown while it cannot be read.
    public State state() {
        if (last instanceof Reading.Up up && up.value() != null) {
            return up.value() <= 0 ? State.FINE : up.value() < 2 ? State.TROUBLED : State.DOWN;
        }
        return State.UNKNOWN;
    }

    /// Whether they say that something is wrong with them.
    public boolean troubled() {
        return state() == State.TROUBLED || state() == State.DOWN;
    }

    /// Their words, or why there are none.
    public String words() {
        return switch (last) {
            case Reading.Up up -> up.detail();
            case Reading.Down down -> down.reason();
            case Reading.NoData none -> none.reason();
            case null -> "";
        };
    }
}
