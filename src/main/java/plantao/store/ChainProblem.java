package plantao.store;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Something that is not as it was written.
///
/// @param number the place in the device's chain, from 1
/// @param id the entry, or null when it is the one that is missing
/// @param text what is wrong, for the operator
public record ChainProblem(
        Kind kind, String device, long number, @Nullable UUID id, String text) {
    public enum Kind {
        /// An entry does not have the text it was written with.
        CHANGED,
        /// Entries are gone.
        MISSING,
        /// Entries are there that were not written there, or were written in another order.
        ORDER
    }
}
