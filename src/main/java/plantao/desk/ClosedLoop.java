package plantao.desk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import plantao.alert.Alert;
import plantao.alert.Condition;
import plantao.alert.Health;
import plantao.alert.Truth;
import plantao.journal.Detail;
import plantao.journal.Handoff;
import plantao.journal.ItemKey;
import plantao.journal.Journal;
import plantao.journal.Routine;
import plantao.journal.Shift;
import plantao.journal.Worklist;
import plantao.probe.Reading;
import plantao.runbook.Checklist;
import plantao.runbook.ItemClaim;
import plantao.runbook.Units;

/// Checklist items that tick themselves: what they state is so, as far as the board can see. What it can't see it
/// never ticks.
public final class ClosedLoop {
    /// More services than this are only counted.
    private static final int FEW = 4;

    private ClosedLoop() {}

    /// What the board says of an item.
    ///
    /// @param words the reading that tells, in no language
    public record Said(Truth truth, String words) {}

    /// What the board says of each item that states something.
    public static Map<ItemKey, Said> of(SystemBoard system, Routine routine, Journal journal, Instant now) {
        Map<ItemKey, Said> all = new HashMap<>();
        for (Routine.Group group : routine.groups()) {
            for (Routine.Thing thing : group.things()) {
                Checklist.Item item = thing.item();
                if (item != null && item.claim() != null) {
                    Said said = said(item.claim(), system, journal, now);
                    if (said != null) {
                        all.put(thing.key(), said);
                    }
                }
            }
        }
        return all;
    }

    /// Of these the readings of what is so.
    public static Map<ItemKey, String> holding(Map<ItemKey, Said> said) {
        Map<ItemKey, String> all = new HashMap<>();
        said.forEach((key, s) -> {
            if (s.truth() == Truth.HOLDS) {
                all.put(key, s.words());
            }
        });
        return all;
    }

    private static @Nullable Said said(ItemClaim claim, SystemBoard system, Journal journal, Instant now) {
        return switch (claim) {
            case ItemClaim.Within w -> within(w, system, now);
            case ItemClaim.Up u -> up(u, system, now);
            case ItemClaim.Quiet q -> quiet(q, system, now);
            case ItemClaim.HandedOver _ -> handedOver(journal, system.name());
        };
    }

    private static Said within(ItemClaim.Within w, SystemBoard system, Instant now) {
        Gauge gauge = system.gauges().stream()
                .filter(g -> g.metric().name().equals(w.metric()))
                .findFirst()
                .orElse(null);
        Double value = gauge == null ? null : gauge.value();
        String unit = gauge == null ? w.unit() : gauge.scale().unit();
        double limit = Units.convert(w.value(), w.unit(), unit);
        String asked = " (" + w.op().sign() + " " + ConditionJudgement.text(limit, unit) + ")";
        boolean silent = gauge != null && gauge.last() instanceof Reading.NoData;
        if (gauge == null
                || gauge.probe() == null
                || value == null
                || silent
                || gauge.stale(now)
                || NetworkSight.blind(system, gauge.probe())) {
            return new Said(Truth.UNKNOWN, w.metric() + " –" + asked);
        }
        return new Said(
                w.op().holds(value, limit) ? Truth.HOLDS : Truth.FAILS,
                w.metric() + " " + ConditionJudgement.text(value, unit) + asked);
    }

    private static Said up(ItemClaim.Up u, SystemBoard system, Instant now) {
        List<ServiceTile> tiles = system.services().stream()
                .filter(t -> u.services().isEmpty()
                        ? t.probe() != null
                        : u.services().contains(t.name()))
                .toList();
        Truth truth = tiles.isEmpty() ? Truth.UNKNOWN : Truth.HOLDS;
        List<String> good = new ArrayList<>();
        List<String> other = new ArrayList<>();
        for (ServiceTile t : tiles) {
            Truth one = truth(t, now);
            if (one == Truth.HOLDS) {
                good.add(t.name() + detail(t));
            } else {
                other.add(t.name() + (one == Truth.FAILS ? detail(t) : " –"));
            }
            truth = one == Truth.FAILS || truth == Truth.FAILS
                    ? Truth.FAILS
                    : one == Truth.UNKNOWN ? Truth.UNKNOWN : truth;
        }
        List<String> named = other.isEmpty() ? good : other;
        String more = named.size() > FEW ? ", … +" + (named.size() - FEW) : "";
        String counted = tiles.size() > 1 ? good.size() + "/" + tiles.size() + ": " : "";
        return new Said(
                truth, counted + String.join(", ", named.stream().limit(FEW).toList()) + more);
    }

    private static Truth truth(ServiceTile tile, Instant now) {
        return tile.probe() == null || tile.stale(now)
                ? Truth.UNKNOWN
                : switch (tile.health().state()) {
                    case UP -> tile.health().last() instanceof Reading.Up ? Truth.HOLDS : Truth.UNKNOWN;
                    case DOWN, DEGRADED -> Truth.FAILS;
                    case UNKNOWN, BLIND -> Truth.UNKNOWN;
                };
    }

    private static String detail(ServiceTile tile) {
        return switch (tile.health().last()) {
            case Reading.Up up when up.concern() != null -> ": " + up.concern();
            case Reading.Up up when !up.detail().isBlank() -> " " + up.detail();
            case Reading.Down down -> " " + down.reason();
            case null, default -> "";
        };
    }

    /// That none fires is only known while every rule of that level is watched and its figures come in.
    private static Said quiet(ItemClaim.Quiet q, SystemBoard system, Instant now) {
        List<Alert> alerts = system.alerts().stream()
                .filter(a -> q.level() == null || a.rule().source().level() == q.level())
                .toList();
        List<String> firing =
                alerts.stream().filter(Alert::firing).map(a -> a.rule().name()).toList();
        List<String> unseen = alerts.stream()
                .filter(a -> !a.firing() && !watched(a, system, now))
                .map(a -> a.rule().name() + " –")
                .toList();
        List<String> named = firing.isEmpty() ? unseen : firing;
        Truth truth =
                !firing.isEmpty() ? Truth.FAILS : alerts.isEmpty() || !unseen.isEmpty() ? Truth.UNKNOWN : Truth.HOLDS;
        String names = named.isEmpty()
                ? ""
                : ": " + String.join(", ", named.stream().limit(FEW).toList())
                        + (named.size() > FEW ? ", … +" + (named.size() - FEW) : "");
        return new Said(truth, firing.size() + "/" + alerts.size() + names);
    }

    /// A handoff is accepted just before the shift that it begins; without one there is nothing to say, which is
    /// null.
    private static @Nullable Said handedOver(Journal journal, String system) {
        Shift shift = journal.currentShift(system).orElse(null);
        Handoff last = journal.handoffs().stream()
                .filter(h -> h.system().equals(system))
                .reduce((_, b) -> b)
                .orElse(null);
        if (shift == null || last == null) {
            return null;
        }
        boolean taken = last.accepted() != null
                && shift.operator().equals(last.acceptedBy())
                && !last.written().isAfter(shift.started());
        return new Said(
                taken ? Truth.HOLDS : last.accepted() == null ? Truth.FAILS : Truth.UNKNOWN,
                last.from() + " → " + (taken ? shift.operator() : "–"));
    }

    private static boolean watched(Alert alert, SystemBoard system, Instant now) {
        return switch (alert.rule().condition()) {
            case Condition.Down(String service) ->
                system.services().stream()
                        .anyMatch(t -> t.name().equals(service)
                                && t.probe() != null
                                && !t.stale(now)
                                && t.health().state() != Health.State.UNKNOWN
                                && t.health().state() != Health.State.BLIND);
            case Condition.Measured m ->
                system.gauges().stream()
                        .anyMatch(g -> g.metric().name().equals(m.metric())
                                && g.value() != null
                                && !g.stale(now)
                                && !NetworkSight.blind(system, g.probe()));
            case Condition.Elsewhere _ -> true;
            case Condition.Unwatched _ -> false;
        };
    }

    /// What the board says of one item; null when it says nothing.
    static @Nullable Said of(Board board, String system, ItemKey item) {
        return board.system(system)
                .map(s -> of(s, Calendar.of(s).routine(), board.journal(), board.now())
                        .get(item))
                .orElse(null);
    }

    /// A second has passed. Once a minute: an item that is due, and so as the board sees it, is written down.
    static Outcome tick(Board board, SystemBoard system, Instant before, EventContext stamp) {
        boolean minute = before.getEpochSecond() / 60 != stamp.now().getEpochSecond() / 60;
        return minute
                ? settle(board, system.name(), stamp, t -> {
                    var due = t.due();
                    return due != null && !stamp.now().isBefore(due.by());
                })
                : Outcome.of(board);
    }

    /// Writes down which items the board ticks just now: until then the tick comes and goes with the reading. Only
    /// the console of the one on call does.
    static Outcome settle(Board board, String name, EventContext stamp, Predicate<Worklist.Todo> which) {
        SystemBoard system = board.system(name).orElse(null);
        Shift shift = board.journal().currentShift(name).orElse(null);
        if (system == null || shift == null || !shift.operator().equals(board.operator())) {
            return Outcome.of(board);
        }
        Routine routine = Calendar.of(system).routine();
        Map<ItemKey, String> told = holding(of(system, routine, board.journal(), stamp.now()));
        Outcome outcome = Outcome.of(board);
        if (told.isEmpty()) {
            return outcome;
        }
        Worklist work = Worklist.of(routine, board.journal(), name, stamp.now(), stamp.zone(), told);
        for (Worklist.Standing list : work.lists()) {
            for (Worklist.Todo t : list.todos()) {
                String reading = t.told();
                if (t.ticksItself() && reading != null && which.test(t)) {
                    ItemKey key = t.thing().key();
                    outcome = outcome.then(b -> LogHandler.record(
                            b,
                            stamp,
                            name,
                            shift.id().toString(),
                            new Detail.ItemTold(
                                    shift.id(),
                                    key.checklist(),
                                    key.item(),
                                    t.thing().origin().line(),
                                    reading)));
                }
            }
        }
        return outcome;
    }
}
