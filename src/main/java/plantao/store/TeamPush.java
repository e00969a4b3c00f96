package plantao.store;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.IntConsumer;
import java.util.function.Supplier;

/// Brings to a team's server what it lacks: this device's own entries in pieces, each with its own seal; of others
/// what they vouched for, whole, because their one seal is all there is.
final class TeamPush {
    /// The log here.
    interface Reading {
        List<Row> rows(ChainExchange.Span span, int most) throws InterruptedException;
    }

    private final String device;
    private final Reading log;
    private final Supplier<DeviceKey> key;
    private final Set<String> refused;
    private final IntConsumer went;
    private final List<Seal> confirmed = new ArrayList<>();

    /// @param device this console's name
    /// @param refused gets the devices whose chains here and there contradict each other
    /// @param went is told how many entries went, piece by piece
    TeamPush(String device, Reading log, Supplier<DeviceKey> key, Set<String> refused, IntConsumer went) {
        this.device = device;
        this.log = log;
        this.key = key;
        this.refused = refused;
        this.went = went;
    }

    /// @return whether anything went
    boolean push(TeamServer open, List<ChainExchange.Span> spans, Replica.Here here)
            throws SQLException, InterruptedException {
        boolean any = false;
        for (ChainExchange.Span span : spans) {
            if (span.device().equals(device)) {
                any |= own(open, span, here.unsent());
                continue;
            }
            List<Row> rows = log.rows(span, Integer.MAX_VALUE);
            if (follow(span.from(), rows)) {
                give(open, rows, here.standing().seal(span.device()));
                any = true;
            } else {
                refused.add(span.device());
            }
        }
        return any;
    }

    /// @param first what was read already, perhaps of this span
    private boolean own(TeamServer open, ChainExchange.Span span, List<Row> first)
            throws SQLException, InterruptedException {
        List<Row> rows = first;
        ChainHead from = span.from();
        while (from.number() < span.to()) {
            if (!follow(from, rows)) {
                rows = log.rows(new ChainExchange.Span(from, span.to()), Team.PIECE);
            }
            if (!follow(from, rows)) {
                throw namesake();
            }
            from = ChainHead.of(rows.getLast());
            give(open, rows, key.get().seal(from));
        }
        return true;
    }

    private static boolean follow(ChainHead from, List<Row> rows) {
        return !rows.isEmpty() && rows.getFirst().chainPrev().equals(from.hash());
    }

    private void give(TeamServer open, List<Row> rows, Seal seal) throws SQLException {
        open.push(rows, seal);
        confirmed.add(seal);
        went.accept(rows.size());
    }

    /// Seals that the server has and the log here was not told of yet.
    List<Seal> confirmed() {
        return List.copyOf(confirmed);
    }

    /// The log was told of these.
    void told(List<Seal> seals) {
        confirmed.removeAll(seals);
    }

    static SQLException namesake() {
        return new SQLException("other entries stand there in this console's name", "PL002");
    }
}
