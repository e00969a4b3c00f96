package plantao.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import plantao.journal.Detail;
import plantao.journal.Entry;

/// The log's own copy of a team's log: what it holds of every device, and how it takes what others wrote. Inside a
/// transaction of the caller's.
final class Replica {
    private static final String REDACTED = Detail.Redacted.class.getSimpleName();

    private Replica() {}

    /// What came of taking rows.
    ///
    /// @param fresh the entries that are new here, in the order of their chains
    /// @param blanked entries that were here and whose detail is gone now, as they are
    record Adopted(List<Entry> fresh, List<Entry> blanked) {
        static final Adopted NONE = new Adopted(List.of(), List.of());
    }

    static Exchange.Standing standing(Handle h) {
        Map<String, Head> heads = new TreeMap<>();
        h.createQuery(Sql.HEADS).map((set, _) -> Head.of(set)).forEach(head -> heads.put(head.device(), head));
        Map<String, Seal> seals = new TreeMap<>();
        h.createQuery(TeamSql.SEALS).map((set, _) -> Seal.of(set)).forEach(seal -> seals.put(seal.device(), seal));
        return new Exchange.Standing(heads, seals);
    }

    /// At most `count` rows of a device after a number, in the order of its chain.
    static List<Row> rows(Handle h, String device, long from, long to, int count) {
        return h.createQuery(TeamSql.OF_DEVICE)
                .bind("device", device)
                .bind("from", from)
                .bind("to", to)
                .bind("count", count)
                .map((set, _) -> Row.of(set))
                .list();
    }

    /// Keeps how far a device vouches for its chain.
    static void keep(Handle h, Seal seal) {
        h.createUpdate(TeamSql.KEEP_SEAL)
                .bind("device", seal.device())
                .bind("number", seal.number())
                .bind("hash", seal.hash())
                .bind("signer", seal.signer())
                .bind("signature", seal.signature())
                .execute();
    }

    /// Takes sound rows that follow `from`, with redactions carried out both ways: those among them, and those
    /// known
    /// here that are about one of them.
    ///
    /// @param seal how far their device vouches, when the rows reach it
    /// @return nothing when the chain here has moved on meanwhile, or an id of theirs is in use
    static @Nullable Adopted adopt(Handle h, Head from, List<Row> rows, @Nullable Seal seal, DetailCodec codec) {
        Head here = standing(h).head(from.device());
        if (!here.equals(from) || !known(h, rows).isEmpty()) {
            return null;
        }
        TeamSql.insert(h, TeamSql.INSERT, rows);
        Head last = rows.isEmpty() ? from : Head.of(rows.getLast());
        h.createUpdate(Sql.MOVE_HEAD)
                .bind("device", last.device())
                .bind("number", last.number())
                .bind("hash", last.hash())
                .execute();
        if (seal != null) {
            keep(h, seal);
        }
        Standing standing = new Standing();
        rows.forEach(row -> standing.add(row.entry(codec)));
        standing.write(h);
        return redacted(h, rows, codec);
    }

    private static Adopted redacted(Handle h, List<Row> rows, DetailCodec codec) {
        Map<UUID, UUID> redactions = new HashMap<>();
        h.createQuery(TeamSql.REDACTIONS)
                .map((set, _) -> Map.entry(String.valueOf(set.getString("subject")), set.getObject("id", UUID.class)))
                .forEach(r -> id(r.getKey(), redactions, r.getValue()));
        Set<UUID> touched = new HashSet<>();
        Set<UUID> mine = new HashSet<>();
        for (Row row : rows) {
            mine.add(row.id());
            if (redactions.containsKey(row.id()) && row.redactedBy() == null) {
                touched.add(row.id());
            }
            if (row.kind().equals(REDACTED)) {
                Map<UUID, UUID> one = new HashMap<>();
                id(row.subject(), one, row.id());
                one.keySet().forEach(touched::add);
            }
        }
        touched.forEach(id -> h.createUpdate(Sql.BLANK)
                .bind("id", id)
                .bind("by", redactions.get(id))
                .execute());
        List<Entry> blanked = new ArrayList<>();
        Map<UUID, Entry> now = new HashMap<>();
        for (Row row : byId(h, touched)) {
            now.put(row.id(), row.entry(codec));
            if (!mine.contains(row.id())) {
                blanked.add(row.entry(codec));
            }
        }
        List<Entry> fresh = rows.stream()
                .map(r -> now.containsKey(r.id()) ? now.get(r.id()) : r.entry(codec))
                .toList();
        return new Adopted(fresh, List.copyOf(blanked));
    }

    private static void id(String subject, Map<UUID, UUID> into, UUID redaction) {
        try {
            into.put(UUID.fromString(subject), redaction);
        } catch (IllegalArgumentException e) {
            // About no entry: there is nothing to blank.
        }
    }

    private static List<Row> byId(Handle h, Set<UUID> ids) {
        return ids.isEmpty()
                ? List.of()
                : h.createQuery(TeamSql.BY_IDS)
                        .bindList("ids", List.copyOf(ids))
                        .map((set, _) -> Row.of(set))
                        .list();
    }

    private static Set<UUID> known(Handle h, List<Row> rows) {
        Set<UUID> known = new HashSet<>();
        for (int from = 0; from < rows.size(); from += TeamSql.AT_ONCE) {
            List<UUID> ids = rows.subList(from, Math.min(rows.size(), from + TeamSql.AT_ONCE)).stream()
                    .map(Row::id)
                    .toList();
            h.createQuery(Sql.KNOWN)
                    .bindList("ids", ids)
                    .map((set, _) -> set.getObject("id", UUID.class))
                    .forEach(known::add);
        }
        return known;
    }
}
