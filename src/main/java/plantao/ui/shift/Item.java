package plantao.ui.shift;

import java.util.List;
import org.jspecify.annotations.Nullable;
import plantao.journal.Tick;
import plantao.runbook.Checklist;

/// A checklist's item with the tick that stands, if any.
record Item(Checklist.Item item, @Nullable Tick tick) {

    boolean done() {
        return tick != null;
    }

    int line() {
        return item.origin().line();
    }

    /// A checklist's items with this shift's ticks.
    static List<Item> all(Checklist list, List<Tick> ticks) {
        return list.items().stream()
                .map(i -> new Item(
                        i,
                        ticks.stream()
                                .filter(t -> t.line() == i.origin().line())
                                .findFirst()
                                .orElse(null)))
                .toList();
    }
}
