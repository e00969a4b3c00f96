package plantao.store;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import plantao.journal.Entry;

/// Puts rows into the tables, inside a transaction of the caller's.
final class RowWriter {
    private static final int IDS_AT_ONCE = 500;

    private RowWriter() {}

    /// Adds those entries that are not there yet, each to its device's chain.
    ///
    /// @param texts an entry's detail as the codec writes it
    static void entries(Handle h, Map<UUID, Entry> unique, Function<Entry, String> texts) {
        added(h, unique, texts, known(h, unique.keySet()));
    }

    /// Adds entries that are likely to be new, without looking; fails with [DatabaseTrouble#taken] when one of them
    /// is not.
    static void fresh(Handle h, Map<UUID, Entry> unique, Function<Entry, String> texts) {
        added(h, unique, texts, Set.of());
    }

    private static void added(Handle h, Map<UUID, Entry> unique, Function<Entry, String> texts, Set<UUID> known) {
        Map<String, ChainHead> heads = new LinkedHashMap<>();
        unique.values().stream()
                .map(e -> WellFormedText.text(e.device()))
                .distinct()
                .sorted()
                .forEach(device -> heads.put(device, locked(h, device)));
        Set<String> moved = new LinkedHashSet<>();
        StandingEntries standing = new StandingEntries();
        List<Row> rows = new ArrayList<>(unique.size());
        for (Entry entry : unique.values()) {
            if (!known.contains(entry.id())) {
                String device = WellFormedText.text(entry.device());
                Row row = Row.after(heads.getOrDefault(device, ChainHead.none(device)), entry, texts.apply(entry));
                heads.put(device, ChainHead.of(row));
                moved.add(device);
                standing.add(entry);
                rows.add(row);
            }
        }
        RowBatch.insert(h, Sql.INSERT, rows);
        standing.write(h);
        moved.forEach(device -> move(h, heads.getOrDefault(device, ChainHead.none(device))));
    }

    static void move(Handle h, ChainHead head) {
        h.createUpdate(Sql.MOVE_HEAD)
                .bind("device", head.device())
                .bind("number", head.number())
                .bind("hash", head.hash())
                .execute();
    }

    private static ChainHead locked(Handle h, String device) {
        return h.createQuery(Sql.LOCK_HEAD)
                .bind("device", device)
                .map((set, _) -> ChainHead.of(set))
                .findOne()
                .orElse(ChainHead.none(device));
    }

    /// Those of the ids that are in use.
    static Set<UUID> known(Handle h, Set<UUID> ids) {
        Set<UUID> known = new HashSet<>();
        List<UUID> all = List.copyOf(ids);
        for (int from = 0; from < all.size(); from += IDS_AT_ONCE) {
            h.createQuery(Sql.KNOWN)
                    .bindList("ids", all.subList(from, Math.min(all.size(), from + IDS_AT_ONCE)))
                    .map((set, _) -> set.getObject("id", UUID.class))
                    .forEach(known::add);
        }
        return known;
    }
}
