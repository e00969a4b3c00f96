package plantao.export;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import plantao.journal.FollowUp;
import plantao.journal.ItemState;
import plantao.runbook.Origin;

/// What is true at the moment a handoff is written.
///
/// @param up names of the services that are up
/// @param down the services that are down, each with its reason
/// @param degraded names of the services that answer, but not well
/// @param unknown names of the services that are probed, and of which it is not known how they are
/// @param firing the alerts that fire, acknowledged or not, the most urgent first, those kept quiet last
/// @param responses how far the answers to open incidents have come
/// @param checklists the shift's own checklists, as far as they should be finished by now, and others that are
/// late or were worked on in it
/// @param deferred what was put off and is still open
/// @param followUps what is to be done after incidents and is not done
/// @param ahead what comes in the next shift, first come first
/// @param until when the next shift is thought to end
public record HandoffState(
        List<String> up,
        List<String> down,
        List<String> degraded,
        List<String> unknown,
        List<Firing> firing,
        List<Response> responses,
        List<Progress> checklists,
        List<ItemState> deferred,
        List<FollowUp> followUps,
        List<Ahead> ahead,
        Instant until) {

    /// An alert that fires.
    ///
    /// @param measured the value with its unit
    /// @param by who acknowledged it, at `at`
    ///
    /// @param quiet until when it calls nobody, or null
    /// @param why it does not
    /// @param flapping whether it comes and goes, and is held as one
    public record Firing(
            String name,
            Instant fired,
            @Nullable String measured,
            @Nullable String by,
            @Nullable Instant at,
            @Nullable String playbook,
            @Nullable Instant quiet,
            @Nullable String why,
            boolean flapping) {}

    /// An open incident.
    ///
    /// @param step the next step of its playbook
    /// @param who is to be called next, at `due`
    public record Response(
            UUID incident,
            @Nullable String step,
            @Nullable String who,
            @Nullable Instant due) {}

    /// A checklist.
    ///
    /// @param told how many of the ticked ones the board ticked by itself
    /// @param open the items that
    /// are due and nobody has ticked, left out or put off
    public record Progress(
            String title, int line, int items, int ticked, int told, int skipped, int deferred, List<Item> open) {
        /// Of a list that is not late yet.
        public Progress withoutOpen() {
            return new Progress(title, line, items, ticked, told, skipped, deferred, List.of());
        }
    }

    /// A checklist item and its line in the runbook.
    public record Item(String text, int line) {}

    /// What can lie ahead: something begins, must be done by then, a maintenance window, the end of a silence.
    public enum Kind {
        BEGINS,
        DUE,
        WINDOW,
        HEARD
    }

    /// Something at `at`.
    ///
    /// @param until when a window ends
    /// @param when the runbook's words
    /// @param where file and
    /// line
    public record Ahead(
            Kind kind,
            String title,
            Instant at,
            @Nullable Instant until,
            @Nullable String when,
            @Nullable Origin where) {}

    /// Nothing is known.
    ///
    /// @param until when the next shift is thought to end
    public static HandoffState none(Instant until) {
        return new HandoffState(
                List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(),
                List.of(), until);
    }
}
