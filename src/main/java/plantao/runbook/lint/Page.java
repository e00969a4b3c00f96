package plantao.runbook.lint;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import plantao.runbook.Origin;
import plantao.runbook.tree.Fence;
import plantao.runbook.tree.Listing;
import plantao.runbook.tree.Part;
import plantao.runbook.tree.Section;

/// One file: its lines and the tree made of them.
///
/// @param lines the text, the first line at index 0
/// @param fences every code block of it, in order
/// @param sections all of them, the document itself and lead-ins among them, in order
/// @param code the numbers (from 1) of the lines that belong to code blocks
/// @param sought by [LineScan]'s ordinal, the numbers of the lines in which it may stand
public record Page(
        String file, List<String> lines, List<Section> sections, List<Fence> fences, BitSet code, BitSet[] sought) {

    /// @param document the tree of `lines`
    public static Page of(String file, List<String> lines, Section document) {
        List<Fence> fences = new ArrayList<>();
        collect(document.parts(), fences);
        BitSet code = new BitSet();
        for (Fence f : fences) {
            code.set(f.line(), f.first() + f.lines().size() + (f.closed() ? 1 : 0));
        }
        List<Section> sections = new ArrayList<>();
        add(document, sections);
        return new Page(file, lines, List.copyOf(sections), List.copyOf(fences), code, LineScan.lines(lines));
    }

    private static void collect(List<Part> parts, List<Fence> out) {
        for (Part part : parts) {
            switch (part) {
                case Fence f -> out.add(f);
                case Section s -> collect(s.parts(), out);
                case Listing l -> l.items().forEach(i -> collect(i.parts(), out));
                default -> {}
            }
        }
    }

    Origin at(int line) {
        return new Origin(file, line);
    }

    /// The line, or an empty text beyond either end.
    ///
    /// @param number counted from 1
    String line(int number) {
        return number < 1 || number > lines.size() ? "" : lines.get(number - 1);
    }

    /// The numbers of the lines that may hold it; no other does.
    BitSet having(LineScan what) {
        return sought[what.ordinal()];
    }

    private static void add(Section s, List<Section> out) {
        out.add(s);
        s.sections().forEach(child -> add(child, out));
    }
}
