package plantao.store;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import plantao.journal.Entry;

/// Takes from a team's server what is lacking here: nothing that its device did not vouch for.
final class TeamTaking {
    private static final int TOGETHER = 100_000;

    /// Puts sound rows into the log here; nothing when they do not follow what it has.
    interface Adopting {
        Optional<Replica.Adopted> adopt(Head from, List<Row> rows, @Nullable Seal seal) throws InterruptedException;
    }

    private final Adopting adopting;
    private final Ids ids;
    private final Team.Listener listener;
    private final Set<String> refused;
    private final IntConsumer came;
    private final List<Entry> taken = new ArrayList<>();

    /// @param refused gets the devices whose rows are not what they wrote
    /// @param came is told how many rows came, while many do
    TeamTaking(Adopting adopting, Ids ids, Team.Listener listener, Set<String> refused, IntConsumer came) {
        this.adopting = adopting;
        this.ids = ids;
        this.listener = listener;
        this.refused = refused;
        this.came = came;
    }

    /// @return whether anything came
    boolean pull(TeamServer open, List<Exchange.Pull> pulls) throws SQLException, InterruptedException {
        boolean any = false;
        List<Exchange.Pull> together = new ArrayList<>();
        long size = 0;
        for (Exchange.Pull pull : pulls) {
            if (pull.size() > Team.PIECE) {
                any |= inPieces(open, pull);
            } else {
                together.add(pull);
                size += pull.size();
            }
            if (size > Team.PIECE) {
                any |= take(open, together);
                together.clear();
                size = 0;
            }
        }
        any |= take(open, together);
        return any;
    }

    private boolean inPieces(TeamServer open, Exchange.Pull pull) throws SQLException, InterruptedException {
        List<Head> cuts = open.cuts(pull, Team.PIECE);
        if (cuts.isEmpty()) {
            refused.add(pull.device());
            return false;
        }
        Head from = pull.from();
        for (Head to : cuts) {
            List<Row> rows = open.rows(List.of(new Exchange.Span(from, to.number())));
            if (!adopt(from, rows, to, to.equals(pull.to().head()) ? pull.to() : null)) {
                return !from.equals(pull.from());
            }
            from = to;
            came.accept(rows.size());
        }
        return true;
    }

    private boolean take(TeamServer open, List<Exchange.Pull> pulls) throws SQLException, InterruptedException {
        if (pulls.isEmpty()) {
            return false;
        }
        List<Row> rows = open.rows(pulls.stream()
                .map(p -> new Exchange.Span(p.from(), p.to().number()))
                .toList());
        boolean any = false;
        for (Exchange.Pull pull : pulls) {
            List<Row> own =
                    rows.stream().filter(r -> r.device().equals(pull.device())).toList();
            any |= adopt(pull.from(), own, pull.to().head(), pull.to());
        }
        return any;
    }

    private boolean adopt(Head from, List<Row> rows, Head to, @Nullable Seal seal) throws InterruptedException {
        if (!Inspection.sound(from, rows, to)) {
            refused.add(from.device());
            return false;
        }
        Replica.Adopted adopted = adopting.adopt(from, rows, seal).orElse(null);
        if (adopted == null) {
            refused.add(from.device());
            return false;
        }
        adopted.fresh().stream().map(Entry::id).max(UUID::compareTo).ifPresent(ids::after);
        taken.addAll(adopted.fresh());
        if (!adopted.blanked().isEmpty()) {
            handOver();
            listener.blanked().accept(adopted.blanked());
        } else if (taken.size() >= TOGETHER) {
            handOver();
        }
        return true;
    }

    /// What was taken goes on in one piece: the fewer, the less has to be put in order again.
    void handOver() {
        if (!taken.isEmpty()) {
            List<Entry> all = List.copyOf(taken);
            taken.clear();
            listener.taken().accept(all);
        }
    }
}
