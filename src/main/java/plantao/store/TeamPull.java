package plantao.store;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import plantao.journal.Entry;

/// Takes from a team's server what is lacking here: nothing that its device did not vouch for.
final class TeamPull {
    private static final int TOGETHER = 100_000;

    /// Puts sound rows into the log here, all in one go.
    interface Adopting {
        Replica.Adopted adopt(List<Replica.Parcel> parcels) throws InterruptedException;
    }

    private final Adopting adopting;
    private final Ids ids;
    private final Team.Listener listener;
    private final Set<String> refused;
    private final IntConsumer came;
    private final List<Entry> taken = new ArrayList<>();

    /// @param refused gets the devices whose rows are not what they wrote
    /// @param came is told how many rows came, while many do
    TeamPull(Adopting adopting, Ids ids, Team.Listener listener, Set<String> refused, IntConsumer came) {
        this.adopting = adopting;
        this.ids = ids;
        this.listener = listener;
        this.refused = refused;
        this.came = came;
    }

    /// @return whether anything came
    boolean pull(TeamServer open, List<ChainExchange.Pull> pulls) throws SQLException, InterruptedException {
        boolean any = false;
        List<ChainExchange.Pull> together = new ArrayList<>();
        long size = 0;
        for (ChainExchange.Pull pull : pulls) {
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

    private boolean inPieces(TeamServer open, ChainExchange.Pull pull) throws SQLException, InterruptedException {
        List<ChainHead> cuts = open.cuts(pull, Team.PIECE);
        if (cuts.isEmpty()) {
            refused.add(pull.device());
            return false;
        }
        ChainHead from = pull.from();
        for (ChainHead to : cuts) {
            List<Row> rows = open.rows(List.of(new ChainExchange.Span(from, to.number())));
            Replica.Parcel parcel =
                    new Replica.Parcel(from, rows, to.equals(pull.to().head()) ? pull.to() : null);
            if (!sound(parcel, to) || !adopt(List.of(parcel))) {
                return !from.equals(pull.from());
            }
            from = to;
            came.accept(rows.size());
        }
        return true;
    }

    private boolean take(TeamServer open, List<ChainExchange.Pull> pulls) throws SQLException, InterruptedException {
        if (pulls.isEmpty()) {
            return false;
        }
        List<Row> rows = open.rows(pulls.stream()
                .map(p -> new ChainExchange.Span(p.from(), p.to().number()))
                .toList());
        Map<String, List<Row>> byDevice = rows.stream().collect(Collectors.groupingBy(Row::device));
        List<Replica.Parcel> parcels = new ArrayList<>();
        for (ChainExchange.Pull pull : pulls) {
            Replica.Parcel parcel =
                    new Replica.Parcel(pull.from(), byDevice.getOrDefault(pull.device(), List.of()), pull.to());
            if (sound(parcel, pull.to().head())) {
                parcels.add(parcel);
            }
        }
        return !parcels.isEmpty() && adopt(parcels);
    }

    private boolean sound(Replica.Parcel parcel, ChainHead to) {
        boolean sound = ForeignChainCheck.sound(parcel.from(), parcel.rows(), to);
        if (!sound) {
            refused.add(to.device());
        }
        return sound;
    }

    /// @return whether any came
    private boolean adopt(List<Replica.Parcel> parcels) throws InterruptedException {
        Replica.Adopted adopted = adopting.adopt(parcels);
        refused.addAll(adopted.not());
        adopted.fresh().stream().map(Entry::id).max(UUID::compareTo).ifPresent(ids::after);
        taken.addAll(adopted.fresh());
        if (!adopted.blanked().isEmpty()) {
            handOver();
            listener.blanked().accept(adopted.blanked());
        } else if (taken.size() >= TOGETHER) {
            handOver();
        }
        return adopted.not().size() < parcels.size();
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
