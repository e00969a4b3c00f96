package plantao.store;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import plantao.journal.Entry;
import plantao.journal.Incident;
import plantao.journal.Journal;
import plantao.journal.Shift;

/// What a board begins with: the latest entries, all that say how things stand, and the whole of what goes on.
final class BoardEntries {
    /// How many of the latest entries are read whatever they are.
    static final int LATEST = 2000;

    /// How many are read at most of one thing that goes on.
    private static final int MOST = 20_000;

    private final Handle h;
    private final DetailCodec codec;
    private final TreeMap<Long, Entry> entries = new TreeMap<>();

    private BoardEntries(Handle h, DetailCodec codec) {
        this.h = h;
        this.codec = codec;
    }

    /// In the order they were saved. Inside a transaction.
    static List<Entry> of(Handle h, DetailCodec codec) {
        return new BoardEntries(h, codec).entries();
    }

    private List<Entry> entries() {
        add(h.createQuery(Sql.RECENT).bind("count", LATEST));
        if (entries.size() < LATEST) {
            return List.copyOf(entries.values());
        }
        Instant whole = entries.firstEntry().getValue().at();
        add(h.createQuery(Sql.STANDING_ENTRIES));
        Journal journal = Journal.of(List.copyOf(entries.values()));
        for (Incident incident : journal.incidents()) {
            if (incident.open() && incident.began().isBefore(whole)) {
                between(incident.system(), incident.began(), whole);
            }
        }
        for (Shift shift : journal.shifts()) {
            if (shift.ended() == null && shift.started().isBefore(whole)) {
                between(shift.system(), shift.started(), whole);
            }
        }
        return List.copyOf(entries.values());
    }

    private void between(String system, Instant from, Instant to) {
        new TimeRangeReader(h, codec, from, to.plusNanos(1000))
                .of(system, MOST)
                .forEach(saved -> entries.put(saved.seq(), saved.entry()));
    }

    private void add(Query query) {
        query.setFetchSize(1000)
                .map((set, _) -> Map.entry(set.getLong("seq"), Row.entry(set, codec)))
                .forEach(e -> entries.put(e.getKey(), e.getValue()));
    }
}
