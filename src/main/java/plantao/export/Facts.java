package plantao.export;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import plantao.journal.ItemState;

/// What is true at the moment a handoff is written.
///
/// @param up names of the services that are up
/// @param down the services that are down, each with its reason
/// @param firing the alerts that fire, acknowledged or not, the most urgent first
/// @param checklists the shift's own checklists, as far as they should be finished by now, and others that are late
/// @param deferred what was put off and is still open
/// @param ahead what comes by the calendar in the next shift, first come first
/// @param until when the next shift is thought to end
public record Facts(
        List<String> up,
        List<String> down,
        List<Firing> firing,
        List<Progress> checklists,
        List<ItemState> deferred,
        List<Ahead> ahead,
        Instant until) {

    /// An alert that fires. @param measured the value with its unit @param by who acknowledged it, at `at`
    public record Firing(
            String name,
            Instant fired,
            @Nullable String measured,
            @Nullable String by,
            @Nullable Instant at,
            @Nullable String playbook) {}

    /// A checklist. @param open the items nobody has ticked, left out or put off
    public record Progress(String title, int line, int items, int ticked, int skipped, int deferred, List<Item> open) {}

    /// A checklist item and its line in the runbook.
    public record Item(String text, int line) {}

    /// Something that begins at `at`, or must be done by then when it is not timed. @param when the runbook's words
    public record Ahead(
            String title,
            Instant at,
            boolean timed,
            @Nullable String when,
            int line) {}

    /// Nothing is known. @param until when the next shift is thought to end
    public static Facts none(Instant until) {
        return new Facts(List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), until);
    }
}
