package plantao.store;

import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import plantao.journal.Entry;

/// Puts rows into the tables, inside a transaction of the caller's.
final class Writing {
    private static final int IDS_AT_ONCE = 500;

    private Writing() {}

    /// Adds those entries that are not there yet, each to its device's chain.
    ///
    /// @param texts an entry's detail as the codec writes it
    static void entries(Handle h, Map<UUID, Entry> unique, Function<Entry, String> texts) {
        Map<String, Head> heads = new LinkedHashMap<>();
        unique.values().stream()
                .map(e -> WellFormed.text(e.device()))
                .distinct()
                .sorted()
                .forEach(device -> heads.put(device, locked(h, device)));
        Set<UUID> known = known(h, unique.keySet());
        Set<String> moved = new LinkedHashSet<>();
        Standing standing = new Standing();
        PreparedBatch batch = h.prepareBatch(Sql.INSERT);
        for (Entry entry : unique.values()) {
            if (!known.contains(entry.id())) {
                String device = WellFormed.text(entry.device());
                Row row = Row.after(heads.getOrDefault(device, Head.none(device)), entry, texts.apply(entry));
                heads.put(device, Head.of(row));
                moved.add(device);
                standing.add(entry);
                bind(batch, row).add();
            }
        }
        if (batch.size() > 0) {
            batch.execute();
        }
        standing.write(h);
        moved.forEach(device -> move(h, heads.getOrDefault(device, Head.none(device))));
    }

    /// Adds rows as they are, with the chains they have. Their heads are [#move]d apart.
    static void rows(Handle h, List<Row> rows) {
        PreparedBatch batch = h.prepareBatch(Sql.INSERT);
        rows.forEach(row -> bind(batch, row).add());
        if (batch.size() > 0) {
            batch.execute();
        }
    }

    static void move(Handle h, Head head) {
        h.createUpdate(Sql.MOVE_HEAD)
                .bind("device", head.device())
                .bind("number", head.number())
                .bind("hash", head.hash())
                .execute();
    }

    private static Head locked(Handle h, String device) {
        return h.createQuery(Sql.LOCK_HEAD)
                .bind("device", device)
                .map((set, _) -> Head.of(set))
                .findOne()
                .orElse(Head.none(device));
    }

    private static Set<UUID> known(Handle h, Set<UUID> ids) {
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

    /// Gives a statement a row's columns, by their names.
    static PreparedBatch bind(PreparedBatch batch, Row row) {
        return batch.bind("id", row.id())
                .bind("at", row.at().atOffset(ZoneOffset.UTC))
                .bind("operator", row.operator())
                .bind("device", row.device())
                .bind("system", row.system())
                .bind("subject", row.subject())
                .bind("kind", row.kind())
                .bind("detail", row.detail())
                .bind("detailHash", row.detailHash())
                .bind("number", row.number())
                .bind("chainPrev", row.chainPrev())
                .bind("chainHash", row.chainHash())
                .bind("redactedBy", row.redactedBy());
    }
}
