package plantao.runbook.tree;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import plantao.runbook.text.KeyValue;

/// A list.
///
/// @param start the first number of an ordered list, 0 for bullets
public record Listing(boolean ordered, int start, List<Item> items, int line) implements Part {

    /// One item: its own text and what stands below it. What extractors ask about the text is found once.
    public static final class Item {
        private final List<Line> lines;
        private final @Nullable Box box;
        private final List<Part> parts;
        private final int line;
        private final Line whole;
        private @Nullable KeyValue keyValue;
        private boolean keyed;

        /// @param box null when it is no task
        Item(List<Line> lines, @Nullable Box box, List<Part> parts, int line) {
            this.lines = lines;
            this.box = box;
            this.parts = parts;
            this.line = line;
            this.whole = new Line(lines.size() == 1 ? lines.getFirst().text().strip() : joined(lines), line);
        }

        private static String joined(List<Line> lines) {
            StringBuilder out = new StringBuilder();
            for (Line l : lines) {
                out.append(out.isEmpty() ? "" : " ").append(l.text().strip());
            }
            return out.toString();
        }

        /// The lines of its own text.
        public List<Line> lines() {
            return lines;
        }

        /// Its box, or null when it is no task.
        public @Nullable Box box() {
            return box;
        }

        /// What stands below it.
        public List<Part> parts() {
            return parts;
        }

        /// Its first line, counted from 1.
        public int line() {
            return line;
        }

        /// Its own text as one line of Markdown.
        public String text() {
            return whole.text();
        }

        /// Its own text without Markdown.
        public String plain() {
            return whole.plain();
        }

        /// Its own text without Markdown, in lower case and without accents.
        public String folded() {
            return whole.folded();
        }

        /// Its own text as key and value, or null when it has no key.
        public @Nullable KeyValue keyValue() {
            if (!keyed) {
                keyValue = KeyValue.of(whole.text());
                keyed = true;
            }
            return keyValue;
        }

        /// The items of the lists directly below it.
        public List<Item> children() {
            if (parts.isEmpty()) {
                return List.of();
            }
            List<Item> out = new ArrayList<>();
            for (Part part : parts) {
                if (part instanceof Listing l) {
                    out.addAll(l.items());
                }
            }
            return out;
        }
    }

    /// A task's box.
    public enum Box {
        OPEN,
        DONE
    }
}
