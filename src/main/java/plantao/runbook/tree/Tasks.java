package plantao.runbook.tree;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;
import plantao.runbook.text.Expression;

/// List items with their box, if they have one: `[ ]`, `[x]`, `( )`, `□`, `☐`, `☑`.
final class Tasks {
    private static final Expression BOX = Expression.of("^(?:\\[([ xX✓]?)\\]|(\\( {1,3}\\)|[□☐▢◻⬜❏❑])|([☑☒]))\\s+");

    private static final Expression TYPED = Expression.of("^(?:\\[[ xX]\\]|\\( {1,3}\\))\\s+\\S");

    private static final String OPEN_BOXES = "□☐▢◻⬜❏❑☑☒";

    private Tasks() {}

    private static boolean isTask(String stripped, boolean alone) {
        char first = stripped.isEmpty() ? ' ' : stripped.charAt(0);
        return OPEN_BOXES.indexOf(first) >= 0
                || alone
                        && (first == '[' || first == '(')
                        && TYPED.matcher(stripped).lookingAt();
    }

    /// The lines as a paragraph; where lines begin with a drawn or typed box, these as tasks below it.
    /// @param alone whether the lines stand below no list's item, whose own box a typed one would be
    static void split(List<Line> text, boolean alone, List<Part> out) {
        List<Line> prose = new ArrayList<>();
        List<Listing.Item> items = new ArrayList<>();
        for (Line line : text) {
            String stripped = line.text().strip();
            if (isTask(stripped, alone)) {
                Line bare = new Line(stripped, line.number());
                items.add(item(List.of(new Paragraph(List.of(bare))), line.number()));
            } else {
                prose.add(line);
            }
        }
        if (!prose.isEmpty()) {
            out.add(new Paragraph(List.copyOf(prose)));
        }
        if (!items.isEmpty()) {
            out.add(new Listing(false, 0, List.copyOf(items), items.getFirst().line()));
        }
    }

    private static boolean mayHaveBox(String text) {
        char first = text.isEmpty() ? ' ' : text.charAt(0);
        return first == '[' || first == '(' || OPEN_BOXES.indexOf(first) >= 0;
    }

    static Listing.Item item(List<Part> parts, int line) {
        // "- ☐ Read the handover": the box that was drawn first is the item's own.
        if (!parts.isEmpty()
                && parts.getFirst() instanceof Listing drawn
                && drawn.line() == line
                && drawn.items().getFirst().box() != null) {
            Listing.Item own = drawn.items().getFirst();
            List<Part> rest = new ArrayList<>(own.parts());
            if (drawn.items().size() > 1) {
                List<Listing.Item> further =
                        drawn.items().subList(1, drawn.items().size());
                rest.add(new Listing(
                        false, 0, List.copyOf(further), further.getFirst().line()));
            }
            rest.addAll(parts.subList(1, parts.size()));
            return new Listing.Item(own.lines(), own.box(), List.copyOf(rest), line);
        }
        List<Line> own = new ArrayList<>();
        int taken = 0;
        while (taken < parts.size() && parts.get(taken) instanceof Paragraph p && (taken == 0)) {
            own.addAll(p.lines());
            taken++;
        }
        Listing.@Nullable Box box = null;
        if (!own.isEmpty()) {
            Line first = own.getFirst();
            Matcher m = BOX.matcher(first.text());
            if (mayHaveBox(first.text()) && m.find()) {
                boolean open =
                        m.group(2) != null || m.group(1) != null && m.group(1).isBlank();
                box = open ? Listing.Box.OPEN : Listing.Box.DONE;
                own.set(0, new Line(first.text().substring(m.end()), first.number()));
            }
        }
        return new Listing.Item(List.copyOf(own), box, List.copyOf(parts.subList(taken, parts.size())), line);
    }
}
