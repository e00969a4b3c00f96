package plantao.runbook.tree;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Predicate;
import plantao.runbook.text.Expression;

/// Puts a flat run of headings, lead-ins and blocks into each other.
final class Nesting {
    private static final int LONGEST = 100;

    // "**If it lasts:** restart it:"
    private static final Expression CONDITION =
            Expression.of("(?iu)^\\W*(?:if|when|otherwise|si|se|sen[aã]o|caso|cuando|quando)\\b");

    private static final class Open {
        private final Section head;
        private final List<Part> parts = new ArrayList<>();

        private Open(Section head) {
            this.head = head;
            parts.addAll(head.parts());
        }

        private Section closed() {
            return new Section(head.level(), head.heading(), head.value(), head.line(), List.copyOf(parts));
        }
    }

    private Nesting() {}

    /// @param known whether a lead-in is a field (symptoms, solution, …)
    static Section of(List<Part> flat, Predicate<String> known) {
        Deque<Open> open = new ArrayDeque<>();
        open.push(new Open(new Section(0, "", "", 1, List.of())));
        for (Part part : flat) {
            Open top = open.element();
            // A lead-in with its value beside it is complete: what follows belongs to the heading again, unless the
            // value leads to it ("**Fix:** restart it:").
            if (top.head.isLead() && !top.head.value().isEmpty() && !leads(top, part, known)) {
                close(open);
            }
            if (part instanceof Section s) {
                while (open.size() > 1 && open.element().head.level() >= s.level()) {
                    close(open);
                }
                open.push(new Open(s));
            } else {
                open.element().parts.add(part);
            }
        }
        while (open.size() > 1) {
            close(open);
        }
        return open.element().closed();
    }

    private static boolean leads(Open lead, Part part, Predicate<String> known) {
        return !(part instanceof Section)
                && (!lead.parts.isEmpty()
                        || lead.head.value().endsWith(":")
                                && lead.head.value().length() < LONGEST
                                && (part instanceof Fence || part instanceof Listing)
                                && (known.test(lead.head.heading()) || CONDITION.in(lead.head.heading())));
    }

    private static void close(Deque<Open> open) {
        Section done = open.pop().closed();
        open.element().parts.add(done);
    }
}
