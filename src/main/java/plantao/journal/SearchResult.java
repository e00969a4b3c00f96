package plantao.journal;

import java.util.List;

/// What was found in the log.
///
/// @param entries the newest first
/// @param more whether there are older ones that were not asked for
public record SearchResult(List<Entry> entries, boolean more) {
    public static final SearchResult NOTHING = new SearchResult(List.of(), false);

    public SearchResult {
        entries = List.copyOf(entries);
    }
}
