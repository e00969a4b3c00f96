package plantao.ui.shift;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import plantao.runbook.Checklist;
import plantao.runbook.Runbook;

/// A checklist and when in the shift it belongs.
record Section(Part part, Checklist list) {

    /// When a checklist is due.
    enum Part {
        START("start"),
        DURING("during"),
        END("close"),
        OTHER("other");

        final String key;

        Part(String key) {
            this.key = key;
        }

        private static final Map<String, Part> CADENCES =
                Map.of("shift-start", START, "shift", DURING, "hourly", DURING, "shift-end", END);

        static Part of(@Nullable String cadence) {
            return cadence == null ? OTHER : CADENCES.getOrDefault(cadence, OTHER);
        }
    }

    /// Belongs to every shift.
    boolean ofTheShift() {
        return part != Part.OTHER;
    }

    /// The runbook's checklists with something on them: start, during, end of the shift, then the others as
    /// written.
    static List<Section> all(Runbook runbook) {
        List<Section> sections = new ArrayList<>();
        for (Part part : Part.values()) {
            for (Checklist list : runbook.checklists()) {
                if (Part.of(list.cadence()) == part && !list.items().isEmpty()) {
                    sections.add(new Section(part, list));
                }
            }
        }
        return List.copyOf(sections);
    }
}
