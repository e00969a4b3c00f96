package plantao.runbook.tree;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;
import plantao.runbook.text.Expression;

/// The headings of a document out of a word processor: numbered lines in bold ("**5\.1 Queue is full**") and no
/// heading
/// of Markdown's own.
final class BoldHeadings {
    private static final Expression BOLD = Expression.of("^(?:\\*\\*|__)([^*]{2,120}?)(?:\\*\\*|__)\\s*$");
    private static final Expression NUMBERED =
            Expression.of("^(\\d{1,2}(?:\\\\?\\.\\d{1,2}){0,3})(?:\\\\?[.)])?\\s+\\S.*$");
    private static final int FEWEST = 3;

    private BoldHeadings() {}

    /// The parts with such lines as sections; the same where they are too few or the document has headings.
    static List<Part> raised(List<Part> parts) {
        long headings = parts.stream()
                .filter(p -> p instanceof Section s && !s.isLead())
                .count();
        long numbered = parts.stream()
                .map(BoldHeadings::bold)
                .filter(BoldHeadings::isNumbered)
                .count();
        if (headings > 1 || numbered < FEWEST) {
            return parts;
        }
        List<Part> out = new ArrayList<>(parts.size());
        for (Part p : parts) {
            String text = bold(p);
            Matcher m = text == null ? null : NUMBERED.matcher(text);
            if (text != null && m != null && m.matches()) {
                int depth = m.group(1).split("\\\\?\\.").length;
                out.add(section(Math.min(depth + 1, Section.LEAD - 1), text, p.line()));
            } else if (text != null && out.isEmpty() && headings == 0) {
                out.add(section(1, text, p.line()));
            } else {
                out.add(p);
            }
        }
        return out;
    }

    private static Section section(int level, String text, int line) {
        return new Section(level, text, "", line, List.of());
    }

    private static boolean isNumbered(@Nullable String text) {
        return text != null && NUMBERED.matcher(text).matches();
    }

    // The text of a paragraph that is one line in bold, or null.
    private static @Nullable String bold(Part part) {
        if (!(part instanceof Paragraph p) || p.lines().size() > 1) {
            return null;
        }
        Matcher m = BOLD.matcher(p.lines().getFirst().text().strip());
        return m.matches() ? m.group(1).strip() : null;
    }
}
