package plantao.runbook.tree;

import java.util.ArrayList;
import java.util.List;

/// A heading or a bold lead-in with everything below it.
///
/// @param level 0 for the document, 1–6 for headings, 7 for lead-ins
/// @param heading the heading as written, in Markdown
/// @param value what follows a lead-in on its line (`**Symptoms:** a, b`), in Markdown; else empty
public record Section(int level, String heading, String value, int line, List<Part> parts) implements Part {
    /// The level of a bold lead-in.
    public static final int LEAD = 7;

    /// Whether it is a bold lead-in and no heading.
    public boolean isLead() {
        return level == LEAD;
    }

    /// The sections directly below it.
    public List<Section> sections() {
        return body(Section.class);
    }

    /// What stands directly below it and is no section.
    public List<Part> body() {
        return parts.stream().filter(p -> !(p instanceof Section)).toList();
    }

    /// The parts of one kind directly below it.
    public <T extends Part> List<T> body(Class<T> kind) {
        List<T> out = null;
        for (Part part : parts) {
            if (kind.isInstance(part)) {
                out = out == null ? new ArrayList<>() : out;
                out.add(kind.cast(part));
            }
        }
        return out == null ? List.of() : out;
    }
}
