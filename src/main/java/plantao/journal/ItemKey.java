package plantao.journal;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import plantao.runbook.Checklist;
import plantao.runbook.Maintenance;
import plantao.runbook.Origin;
import plantao.runbook.Runbook;

/// What tells an item from all others: the words, so that an edited runbook moves no tick to another line.
///
/// @param checklist the checklist's title
/// @param item the item's words; ` (2)` behind them where the same words stand there a second time
public record ItemKey(String checklist, String item) {

    /// The keys of everything that can be ticked or filled in, in a runbook: its checklists' items and the blanks
    /// of their paper forms ("Completed by"), and its scheduled work, each with the place it stands at, in the
    /// runbook's order.
    public static Map<ItemKey, Origin> all(Runbook runbook) {
        Map<ItemKey, Integer> times = new HashMap<>();
        Map<ItemKey, Origin> all = new LinkedHashMap<>();
        for (Checklist list : runbook.checklists()) {
            for (Checklist.Item item : list.items()) {
                all.put(numbered(new ItemKey(list.title(), item.text()), times), item.origin());
            }
            list.fields().forEach(f -> all.putIfAbsent(new ItemKey(list.title(), f), list.origin()));
        }
        for (Maintenance work : runbook.maintenance()) {
            all.put(numbered(new ItemKey(work.title(), work.title()), times), work.origin());
        }
        return all;
    }

    private static ItemKey numbered(ItemKey key, Map<ItemKey, Integer> times) {
        int nth = times.merge(key, 1, Integer::sum);
        return nth == 1 ? key : new ItemKey(key.checklist, key.item + " (" + nth + ")");
    }
}
