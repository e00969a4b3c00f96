package plantao.store;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import plantao.journal.Entry;

/// Reads entries by their times without an index for it, which every entry saved would pay for. Entries lie in
/// the
/// order they were saved, nearly that of their times, and of each whole block the search index keeps its earliest
/// and
/// latest: only blocks that may hold some are read, and what came after the last of them. Inside a transaction.
///
/// @param from the earliest
/// @param to later than all of them
record TimeRangeReader(Handle h, DetailCodec codec, Instant from, Instant to) {
    private static final int ROWS_AT_ONCE = 1000;
    private static final Comparator<Saved> TIMES =
            Comparator.<Saved, Instant>comparing(s -> s.entry().at()).thenComparingLong(Saved::seq);

    /// @param seq the number it was saved under
    record Saved(long seq, Entry entry) {}

    /// A piece of the log, by numbers from the first to before the end.
    private record Piece(long first, long end, Instant oldest, Instant newest) {}

    /// A system's, by their times; the latest when there are more than `most`.
    List<Saved> of(String system, int most) {
        return latest(h.createQuery(Sql.OF_SYSTEM).bind("system", system), most);
    }

    /// Those of some kinds, by their times.
    List<Saved> of(List<String> kinds) {
        return latest(h.createQuery(Sql.OF_KINDS).bindList("kinds", kinds), Integer.MAX_VALUE);
    }

    private List<Saved> latest(Query query, int most) {
        query.bind("from", from.atOffset(ZoneOffset.UTC))
                .bind("to", to.atOffset(ZoneOffset.UTC))
                .setFetchSize(ROWS_AT_ONCE);
        List<Saved> found = new ArrayList<>();
        for (Piece piece : pieces()) {
            // The pieces come by their latest entries: the rest is older than what is wanted.
            if (found.size() >= most
                    && piece.newest().isBefore(found.getFirst().entry().at())) {
                break;
            }
            query.bind("first", piece.first())
                    .bind("end", piece.end())
                    .map((set, _) -> new Saved(set.getLong("seq"), Row.entry(set, codec)))
                    .forEach(found::add);
            found.sort(TIMES);
            if (found.size() > most) {
                found.subList(0, found.size() - most).clear();
            }
        }
        return List.copyOf(found);
    }

    // What may hold entries of that time, the newest first.
    private List<Piece> pieces() {
        List<Piece> whole = h.createQuery(Sql.BLOCK_TIMES)
                .map((set, _) -> new Piece(
                        set.getLong("block") * WordBlock.SIZE,
                        (set.getLong("block") + 1) * WordBlock.SIZE,
                        set.getObject("oldest", OffsetDateTime.class).toInstant(),
                        set.getObject("newest", OffsetDateTime.class).toInstant()))
                .list();
        long end = whole.stream().mapToLong(Piece::end).max().orElse(0);
        List<Piece> some = new ArrayList<>();
        some.add(new Piece(end, Long.MAX_VALUE, Instant.MIN, Instant.MAX));
        whole.stream()
                .filter(p -> !p.newest().isBefore(from) && p.oldest().isBefore(to))
                .sorted(Comparator.comparing(Piece::newest).reversed())
                .forEach(some::add);
        return some;
    }
}
