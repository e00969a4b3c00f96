package plantao.runbook;

import org.jspecify.annotations.Nullable;

/// A heading of the text: what a reference such as "see section 6.3" means.
///
/// @param level 1 (the title) to 6
/// @param number as written (`6.3`), or null
/// @param last the last line of its section, its subsections among it
public record Heading(int level, @Nullable String number, String title, Origin origin, int last) {
    /// Whether this place stands in its section.
    public boolean holds(Origin place) {
        return place.file().equals(origin.file()) && place.line() >= origin.line() && place.line() <= last;
    }
}
