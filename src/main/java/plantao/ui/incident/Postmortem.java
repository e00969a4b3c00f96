package plantao.ui.incident;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import plantao.journal.Incident;

/// Which text the editor should show: the saved one, else the draft, which follows the log until somebody writes in
/// it.
final class Postmortem {
    private @Nullable UUID incident;
    private String base = "";
    private int told = -1;
    private @Nullable Instant resolved;
    private @Nullable Instant savedAt;

    /// The text to put in place of what is shown, if any.
    ///
    /// @param typed what the editor holds
    /// @param draft writes the draft from the log
    Optional<String> next(Incident i, String typed, Supplier<String> draft, Instant now) {
        boolean other = !i.id().equals(incident);
        if (!other && !typed.equals(base)) {
            if (i.postmortem() != null && !i.postmortem().equals(base)) {
                base = i.postmortem();
                savedAt = now;
            }
            return Optional.empty();
        }
        String saved = i.postmortem();
        if (other) {
            savedAt = null;
        }
        boolean more = other || told != i.timeline().size() || !java.util.Objects.equals(resolved, i.resolved());
        String text = saved != null ? saved : more ? draft.get() : base;
        incident = i.id();
        told = i.timeline().size();
        resolved = i.resolved();
        base = text;
        return other || !text.equals(typed) ? Optional.of(text) : Optional.empty();
    }

    /// Whether somebody has written something that is not saved yet.
    boolean dirty(String typed) {
        return !typed.equals(base);
    }

    /// When it was saved last in this session, or null.
    @Nullable
    Instant savedAt() {
        return savedAt;
    }
}
