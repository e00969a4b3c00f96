package plantao.journal;

import java.util.List;

/// What was found in the log.
///
/// @param entries the newest first
/// @param more whether there are older ones that were not asked for
public record Found(List<Entry> entries, boolean more) {
    public static final Found NOTHING = new Found(List.of(), false);

    public Found {
        entries = List.copyOf(entries);
    }
}
