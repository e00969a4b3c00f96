package plantao.ui.handoff;

import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The text of the shift's handoff: follows the log until somebody writes in it, then it is theirs.
final class DraftText {
    private @Nullable UUID shift;
    private int entries = -1;
    private String drafted = "";
    private String text = "";

    /// The text as it should stand now.
    ///
    /// @param draft writes it from the log
    String at(Paper.Draft paper, Supplier<String> draft) {
        boolean other = !paper.id().equals(shift);
        if (other || !edited() && paper.entries() != entries) {
            drafted = draft.get();
            text = drafted;
        }
        shift = paper.id();
        entries = paper.entries();
        return text;
    }

    /// Somebody wrote.
    void typed(String now) {
        text = now;
    }

    /// Throws away what was written.
    void renew(Supplier<String> draft) {
        drafted = draft.get();
        text = drafted;
    }

    boolean edited() {
        return !text.equals(drafted);
    }
}
