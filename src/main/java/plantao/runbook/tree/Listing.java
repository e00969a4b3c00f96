package plantao.runbook.tree;

import java.util.List;
import java.util.stream.Stream;

/// A list. @param start the first number of an ordered list, 0 for bullets
public record Listing(boolean ordered, int start, List<Item> items, int line) implements Part {

    /// One item: its own text and what stands below it.
    ///
    /// @param box null when it is no task
    public record Item(
            List<Line> lines,
            @org.jspecify.annotations.Nullable Box box,
            List<Part> parts,
            int line) {
        /// Its own text as one line of Markdown.
        public String text() {
            if (lines.size() == 1) {
                return lines.getFirst().text().strip();
            }
            return String.join(
                    " ", lines.stream().map(Line::text).map(String::strip).toList());
        }

        /// The items of the lists directly below it.
        public List<Item> children() {
            return parts.stream()
                    .flatMap(p -> p instanceof Listing l ? l.items().stream() : Stream.empty())
                    .toList();
        }
    }

    /// A task's box.
    public enum Box {
        OPEN,
        DONE
    }
}
