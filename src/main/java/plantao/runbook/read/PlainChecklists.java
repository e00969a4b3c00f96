package plantao.runbook.read;

import plantao.runbook.text.Expression;
import plantao.runbook.text.Phrases;
import plantao.runbook.text.Role;
import plantao.runbook.text.Vocabulary;
import plantao.runbook.tree.Fence;
import plantao.runbook.tree.Listing;
import plantao.runbook.tree.Part;
import plantao.runbook.tree.Table;

/// Checklists whose items have no box: their heading says that they are one, or it is the beginning or the end of a
/// shift over orders.
final class PlainChecklists {
    private static final Expression NAMED =
            Expression.of("(?iu)\\bcheck-?lists?\\b|lista de (?:verifica|comproba|chequeo)");
    private static final int FEWEST = 2;

    private PlainChecklists() {}

    static boolean isNamed(String title) {
        return NAMED.in(title);
    }

    /// Whether every list directly below this heading is to be ticked though none of its items has a box.
    static boolean is(Topic t, Vocabulary vocabulary) {
        boolean named = isNamed(t.title()) || t.is(Role.CHECKLIST);
        boolean shift = new ShiftTimes(vocabulary).of(t.title(), t) != null;
        return (named || shift)
                && !t.within(Role.TEMPLATE, Role.POSTMORTEM, Role.TOC, Role.META)
                && t.section().parts().stream().noneMatch(p -> p instanceof Fence || p instanceof Table)
                && t.section().lists().stream().mapToInt(l -> l.items().size()).sum() >= FEWEST
                && t.section().lists().stream().flatMap(l -> l.items().stream()).allMatch(PlainChecklists::isPlain)
                && (named || t.section().lists().stream().allMatch(l -> orders(l, vocabulary)));
    }

    private static boolean isPlain(Listing.Item item) {
        return item.box() == null && item.parts().stream().noneMatch(PlainChecklists::isMore);
    }

    private static boolean isMore(Part part) {
        return part instanceof Fence
                || part instanceof Listing l && !l.items().stream().allMatch(PlainChecklists::isPlain);
    }

    private static boolean orders(Listing l, Vocabulary vocabulary) {
        long orders = l.items().stream()
                .filter(i -> Phrases.isOrder(i.folded(), vocabulary))
                .count();
        return orders * 5 >= l.items().size() * 4L;
    }
}
