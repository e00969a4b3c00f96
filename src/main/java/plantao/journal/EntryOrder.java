package plantao.journal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// The one order in which every console of a team reads the same entries, whatever order they came in: by the
/// highest id that their device had used by then. Ids follow what a console has seen ([plantao.store.Ids#after]),
/// so an answer comes after what it answers, however wrong the clocks are; and a device's own entries stay as it
/// wrote them.
final class EntryOrder {
    /// An entry with its place in the order.
    record Placed(UUID key, Entry entry) {}

    private EntryOrder() {}

    /// @param entries those of each device in the order it wrote them
    static List<Entry> of(List<Entry> entries) {
        return placed(entries, new HashMap<>()).stream().map(Placed::entry).toList();
    }

    /// @param reached the highest key of each device so far; is moved on
    static List<Placed> placed(List<Entry> entries, Map<String, UUID> reached) {
        List<Placed> all = new ArrayList<>(entries.size());
        for (Entry entry : entries) {
            UUID key = reached.merge(entry.device(), entry.id(), (a, b) -> a.compareTo(b) > 0 ? a : b);
            all.add(new Placed(key, entry));
        }
        all.sort(Comparator.comparing(Placed::key));
        return all;
    }
}
