package plantao.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;
import plantao.journal.Detail;
import plantao.journal.Entry;

/// The log's own copy of a team's log: what it holds of every device, and how it takes what others wrote. Inside a
/// transaction of the caller's.
final class Replica {
    private static final String REDACTED = Detail.Redacted.class.getSimpleName();

    private Replica() {}

    /// Sound rows of one device that follow `from`.
    ///
    /// @param seal how far the device vouches, when the rows reach it
    record Parcel(ChainHead from, List<Row> rows, @Nullable Seal seal) {}

    /// What came of taking rows.
    ///
    /// @param fresh the entries that are new here, in the order of their chains
    /// @param blanked entries that were here and whose detail is gone now, as they are
    /// @param not devices whose rows were not taken: the chain here has moved on meanwhile, or an id of theirs is
    /// in use
    record Adopted(List<Entry> fresh, List<Entry> blanked, Set<String> not) {
        static final Adopted NONE = new Adopted(List.of(), List.of(), Set.of());
    }

    static ChainExchange.Standing standing(Handle h) {
        Map<String, ChainHead> heads = new TreeMap<>();
        h.createQuery(Sql.HEADS).map((set, _) -> ChainHead.of(set)).forEach(head -> heads.put(head.device(), head));
        Map<String, Seal> seals = new TreeMap<>();
        h.createQuery(TeamSql.SEALS).map((set, _) -> Seal.of(set)).forEach(seal -> seals.put(seal.device(), seal));
        return new ChainExchange.Standing(heads, seals);
    }

    /// How the log stands, and what a device wrote that no server has confirmed.
    ///
    /// @param unsent the first of them
    record Here(ChainExchange.Standing standing, List<Row> unsent) {}

    /// One look for all that an exchange begins with.
    ///
    /// @param confirmed seals that a server has taken meanwhile
    static Here here(Handle h, String device, List<Seal> confirmed, int most) {
        confirmed.forEach(seal -> keep(h, seal));
        ChainExchange.Standing standing = standing(h);
        long sent = standing.seal(device).number();
        long head = standing.head(device).number();
        return new Here(standing, head > sent ? rows(h, device, sent, head, most) : List.of());
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

    private static void keep(Handle h, Seal seal) {
        bind(h.createUpdate(TeamSql.KEEP_SEAL), seal).execute();
    }

    private static <S extends SqlStatement<S>> S bind(S statement, Seal seal) {
        return statement
                .bind("device", seal.device())
                .bind("number", seal.number())
                .bind("hash", seal.hash())
                .bind("signer", seal.signer())
                .bind("signature", seal.signature());
    }

    /// Takes rows of several devices at once, with redactions carried out both ways: those among them, and those
    /// known here that are about one of them.
    ///
    /// @param look whether to look first for ids that are in use; without, it fails with [DatabaseTrouble#taken] if
    /// one is
    static Adopted adopt(Handle h, List<Parcel> parcels, boolean look, DetailCodec codec) {
        ChainExchange.Standing here = standing(h);
        Set<UUID> known = look
                ? RowWriter.known(
                        h,
                        parcels.stream()
                                .flatMap(p -> p.rows().stream())
                                .map(Row::id)
                                .collect(Collectors.toSet()))
                : new HashSet<>();
        Set<String> not = new HashSet<>();
        List<Row> rows = new ArrayList<>();
        PreparedBatch heads = h.prepareBatch(Sql.MOVE_HEAD);
        PreparedBatch seals = h.prepareBatch(TeamSql.KEEP_SEAL);
        for (Parcel parcel : parcels) {
            ChainHead from = parcel.from();
            List<UUID> ids = parcel.rows().stream().map(Row::id).toList();
            boolean taken = look
                    && (ids.stream().anyMatch(known::contains)
                            || Set.copyOf(ids).size() < ids.size());
            if (taken || !here.head(from.device()).equals(from)) {
                not.add(from.device());
                continue;
            }
            known.addAll(ids);
            rows.addAll(parcel.rows());
            ChainHead last =
                    parcel.rows().isEmpty() ? from : ChainHead.of(parcel.rows().getLast());
            heads.bind("device", last.device())
                    .bind("number", last.number())
                    .bind("hash", last.hash())
                    .add();
            if (parcel.seal() != null) {
                bind(seals, parcel.seal()).add();
            }
        }
        RowBatch.insert(h, Sql.INSERT, rows);
        for (PreparedBatch batch : List.of(heads, seals)) {
            if (batch.size() > 0) {
                batch.execute();
            }
        }
        Map<UUID, Entry> entries = new LinkedHashMap<>();
        StandingEntries standing = new StandingEntries();
        for (Row row : rows) {
            Entry entry = row.entry(codec);
            entries.put(row.id(), entry);
            standing.add(entry);
        }
        standing.write(h);
        List<Entry> blanked = redacted(h, rows, entries, codec);
        return new Adopted(List.copyOf(entries.values()), blanked, not);
    }

    /// @param fresh the rows' entries; those that are blanked are replaced
    /// @return those that were here before and are blanked now
    private static List<Entry> redacted(Handle h, List<Row> rows, Map<UUID, Entry> fresh, DetailCodec codec) {
        Map<UUID, UUID> redactions = new HashMap<>();
        h.createQuery(TeamSql.REDACTIONS)
                .map((set, _) -> Map.entry(String.valueOf(set.getString("subject")), set.getObject("id", UUID.class)))
                .forEach(r -> id(r.getKey(), redactions, r.getValue()));
        Set<UUID> touched = new HashSet<>();
        for (Row row : rows) {
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
        for (Row row : byId(h, touched)) {
            if (fresh.replace(row.id(), row.entry(codec)) == null) {
                blanked.add(row.entry(codec));
            }
        }
        return List.copyOf(blanked);
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
}
