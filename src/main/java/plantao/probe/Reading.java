package plantao.probe;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What one probe found at one moment.
public sealed interface Reading {
    /// The probe's id.
    String probe();

    /// When the reading began.
    Instant at();

    /// How long it took.
    Duration took();

    /// It answered as it should.
    ///
    /// @param value the measured figure, or null where only the answer counts
    /// @param detail a short word for the operator (`GET /api/health → 200`)
    /// @param concern why it is not quite as it should be (slow, a certificate that runs out, a plugin's warning):
    /// then it is degraded; null when all is well
    record Up(
            String probe,
            Instant at,
            Duration took,
            @Nullable Double value,
            String detail,
            @Nullable String concern) implements Reading {
        /// An answer with nothing to find fault with.
        public Up(String probe, Instant at, Duration took, @Nullable Double value, String detail) {
            this(probe, at, took, value, detail, null);
        }
    }

    /// It answered badly or not at all.
    ///
    /// @param reason a short word for the operator (`GET /api/health → 502`, `connection refused`)
    /// @param evidence what came back, first bytes only; may be empty
    record Down(String probe, Instant at, Duration took, String reason, String evidence) implements Reading {
        /// Whether nothing was reached: the fault may lie on this side of the network.
        public boolean local() {
            return SocketReasons.unreached(reason);
        }
    }

    /// Nothing can be said: no figure in the answer, not yet two scrapes to compare.
    record NoData(String probe, Instant at, Duration took, String reason) implements Reading {}
}
