package plantao.runbook;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Things to tick off.
///
/// @param path the headings above it, outermost first
/// @param cadence `hourly daily weekly monthly quarterly yearly shift-start shift shift-end`, or null
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
    public record Item(String text, boolean done, List<String> details, List<Command> commands, Origin origin) {}
}
