package plantao.runbook;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Things to tick off.
///
/// @param path the headings above it, outermost first
/// @param cadence `shift-start shift shift-end` or one of [Maintenance]'s, or null
/// @param fields blanks to fill in ("Completed by")
public record Checklist(
        String title,
        List<String> path,
        @Nullable String cadence,
        @Nullable String when,
        List<Item> items,
        List<String> fields,
        Origin origin) {

    /// One thing to tick off.
    ///
    /// @param claim what the board can tell of it, or null
    public record Item(
            String text,
            boolean done,
            List<String> details,
            List<Command> commands,
            Origin origin,
            @Nullable ItemClaim claim) {

        /// One that only somebody can tell.
        public Item(String text, boolean done, List<String> details, List<Command> commands, Origin origin) {
            this(text, done, details, commands, origin, null);
        }

        /// The same with what the board can tell of it.
        public Item claiming(@Nullable ItemClaim what) {
            return new Item(text, done, details, commands, origin, what);
        }
    }

    /// The same list with other items.
    public Checklist with(List<Item> others) {
        return new Checklist(title, path, cadence, when, others, fields, origin);
    }
}
