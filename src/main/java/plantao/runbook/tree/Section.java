package plantao.runbook.tree;

import java.util.ArrayList;
import java.util.List;

/// A heading or a bold lead-in with everything below it. Every extractor walks over all sections, so the parts
/// stand ready by kind.
public final class Section implements Part {
    /// The level of a bold lead-in.
    public static final int LEAD = 7;

    private final int level;
    private final String heading;
    private final String value;
    private final int line;
    private final List<Part> parts;
    private final List<Section> sections;
    private final List<Fence> fences;
    private final List<Listing> lists;
    private final List<Paragraph> paragraphs;
    private final List<Table> tables;

    /// @param level 0 for the document, 1–6 for headings, 7 for lead-ins
    /// @param heading the heading as written, in Markdown
    /// @param value what follows a lead-in on its line (`**Symptoms:** a, b`), in Markdown; else empty
    public Section(int level, String heading, String value, int line, List<Part> parts) {
        this.level = level;
        this.heading = heading;
        this.value = value;
        this.line = line;
        this.parts = parts;
        this.sections = only(parts, Section.class);
        this.fences = only(parts, Fence.class);
        this.lists = only(parts, Listing.class);
        this.paragraphs = only(parts, Paragraph.class);
        this.tables = only(parts, Table.class);
    }

    private static <T extends Part> List<T> only(List<Part> parts, Class<T> kind) {
        List<T> out = null;
        for (Part part : parts) {
            if (kind.isInstance(part)) {
                out = out == null ? new ArrayList<>() : out;
                out.add(kind.cast(part));
            }
        }
        return out == null ? List.of() : List.copyOf(out);
    }

    /// 0 for the document, 1–6 for headings, 7 for lead-ins.
    public int level() {
        return level;
    }

    /// The heading as written, in Markdown.
    public String heading() {
        return heading;
    }

    /// What follows a lead-in on its line, in Markdown; else empty.
    public String value() {
        return value;
    }

    @Override
    public int line() {
        return line;
    }

    /// Everything directly below it, in order.
    public List<Part> parts() {
        return parts;
    }

    /// Whether it is a bold lead-in and no heading.
    public boolean isLead() {
        return level == LEAD;
    }

    /// What stands directly below it and is no section.
    public List<Part> body() {
        return sections.isEmpty()
                ? parts
                : parts.stream().filter(p -> !(p instanceof Section)).toList();
    }

    /// The sections directly below it.
    public List<Section> sections() {
        return sections;
    }

    /// The code blocks directly below it.
    public List<Fence> fences() {
        return fences;
    }

    /// The lists directly below it.
    public List<Listing> lists() {
        return lists;
    }

    /// The paragraphs directly below it.
    public List<Paragraph> paragraphs() {
        return paragraphs;
    }

    /// The tables directly below it.
    public List<Table> tables() {
        return tables;
    }
}
