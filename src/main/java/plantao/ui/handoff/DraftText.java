package plantao.ui.handoff;

import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The text of the shift's handoff: follows the log until somebody writes in it, then it is theirs.
final class DraftText {
    private final Map<Object, String> unfinished;
    private @Nullable UUID shift;
    private int entries = -1;
    private String drafted = "";
    private String text = "";

    /// @param unfinished where a text that was written in is kept, by its shift
    DraftText(Map<Object, String> unfinished) {
        this.unfinished = unfinished;
    }

    /// The text as it should stand now.
    ///
    /// @param draft writes it from the log
    String at(HandoffPage.Draft paper, Supplier<String> draft) {
        boolean other = !paper.id().equals(shift);
        if (other || !edited() && paper.entries() != entries) {
            drafted = draft.get();
            text = other ? unfinished.getOrDefault(paper.id(), drafted) : drafted;
        }
        shift = paper.id();
        entries = paper.entries();
        return text;
    }

    /// Somebody wrote.
    void typed(String now) {
        text = now;
        keep();
    }

    /// Throws away what was written.
    void renew(Supplier<String> draft) {
        drafted = draft.get();
        text = drafted;
        keep();
    }

    private void keep() {
        if (shift != null && edited()) {
            unfinished.put(shift, text);
        } else if (shift != null) {
            unfinished.remove(shift);
        }
    }

    boolean edited() {
        return !text.equals(drafted);
    }
}
