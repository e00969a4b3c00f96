package plantao.desk;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import plantao.alert.Alert;
import plantao.export.HandoffState;
import plantao.journal.FollowUp;
import plantao.journal.Incident;
import plantao.journal.ItemKey;
import plantao.journal.ItemState;
import plantao.journal.ItemState.Status;
import plantao.journal.Ladder;
import plantao.journal.Routine;
import plantao.journal.Shift;
import plantao.journal.Worklist;
import plantao.playbook.Run;
import plantao.probe.Reading;

/// What the board knows for a handoff.
final class HandoffFacts {
    /// How long the next shift is thought to be when this one has no planned end.
    private static final Duration USUAL = Duration.ofHours(12);

    private HandoffFacts() {}

    static HandoffState of(Board board, Shift shift, ZoneId zone) {
        Duration planned = shift.planned();
        Duration length = planned == null ? USUAL : planned;
        Instant from = shift.ended() != null ? shift.ended() : later(shift.until(), board.now());
        SystemBoard system = board.system(shift.system()).orElse(null);
        if (system == null) {
            return HandoffState.none(from.plus(length));
        }
        List<String> up = new ArrayList<>();
        List<String> down = new ArrayList<>();
        List<String> degraded = new ArrayList<>();
        List<String> unknown = new ArrayList<>();
        for (ServiceTile tile : system.services()) {
            switch (tile.health().state()) {
                case UP -> up.add(tile.name());
                case DOWN ->
                    down.add(tile.name()
                            + (tile.health().last() instanceof Reading.Down d ? " (" + d.reason() + ")" : ""));
                case DEGRADED -> degraded.add(tile.name());
                case UNKNOWN, BLIND -> {
                    if (tile.probe() != null) {
                        unknown.add(tile.name());
                    }
                }
            }
        }
        Routine routine = Calendar.of(system).routine();
        Map<ItemKey, String> told = shift.ended() == null
                ? ClosedLoop.holding(ClosedLoop.of(system, routine, board.journal(), board.now()))
                : Map.of();
        Worklist work = Worklist.of(routine, board.journal(), shift.system(), board.now(), zone, told);
        return new HandoffState(
                up,
                down,
                degraded,
                unknown,
                Stream.concat(system.activeAlerts().stream(), system.mutedAlerts().stream())
                        .filter(Alert::firing)
                        .map(a -> firing(a, system, board.now()))
                        .toList(),
                board.journal().incidents().stream()
                        .filter(i -> i.system().equals(shift.system()) && i.resolved() == null)
                        .map(i -> response(i, system, board.now(), zone))
                        .toList(),
                checklists(routine, work, shift, board.now()),
                board.journal().deferred(shift.system()),
                board.journal().followUps(shift.system()).stream()
                        .filter(FollowUp::open)
                        .toList(),
                HandoffAhead.of(board, system, work, from.plus(length), zone),
                from.plus(length));
    }

    private static Instant later(@Nullable Instant planned, Instant now) {
        return planned == null || planned.isBefore(now) ? now : planned;
    }

    private static HandoffState.Firing firing(Alert alert, SystemBoard system, Instant now) {
        var playbook = alert.rule().source().playbook();
        Alert.State.Acknowledged by = alert.state() instanceof Alert.State.Acknowledged a ? a : null;
        Instant since = alert.since();
        Instant fired = switch (alert.state()) {
            case Alert.State.Firing f -> f.fired();
            case Alert.State.Acknowledged a -> a.fired();
            default -> since == null ? Instant.EPOCH : since;
        };
        Mute mute = system.mute(alert);
        return new HandoffState.Firing(
                alert.rule().name(),
                fired,
                ConditionJudgement.measuredText(alert, system),
                by == null ? null : by.by(),
                by == null ? null : by.at(),
                playbook == null ? null : playbook.title(),
                mute == null ? null : mute.until(),
                mute == null ? null : mute.reason() == null && mute.maintenance() ? mute.title() : mute.reason(),
                alert.flapping(now));
    }

    /// How far the answer to an incident has come: its playbook's next step, and whom to call next.
    private static HandoffState.Response response(Incident incident, SystemBoard system, Instant now, ZoneId zone) {
        String step = system.runs().reversed().stream()
                .filter(r -> r.open() && r.title().equals(incident.playbook()))
                .findFirst()
                .flatMap(HandoffFacts::next)
                .orElse(null);
        Ladder.Call call = Ladder.of(system.runbook(), incident).next(now, zone).orElse(null);
        return new HandoffState.Response(
                incident.id(),
                step,
                call == null ? null : call.who(),
                call == null ? null : call.step().due());
    }

    /// The first step from the current one on that nobody has done or left out.
    private static Optional<String> next(Run run) {
        return IntStream.range(run.current(), run.steps().size())
                .filter(i -> !run.states().get(i).settled())
                .mapToObj(i -> run.steps().get(i).title())
                .findFirst();
    }

    /// The checklists that begin or end a shift, as it did them; what is to be done all through it is never open
    /// at its end. Of the others those that are late or were worked on.
    private static List<HandoffState.Progress> checklists(Routine routine, Worklist work, Shift shift, Instant now) {
        Map<ItemKey, ItemState> states = new HashMap<>();
        shift.items().forEach(i -> states.put(i.key(), i));
        Set<ItemKey> itself = new HashSet<>();
        work.lists()
                .forEach(l -> l.todos().stream()
                        .filter(Worklist.Todo::ticksItself)
                        .forEach(t -> itself.add(t.thing().key())));
        List<HandoffState.Progress> lists = new ArrayList<>();
        for (Routine.Group group : routine.groups()) {
            if (group.part() == Routine.Part.START || group.part() == Routine.Part.END) {
                lists.add(progress(group, states, itself));
            }
        }
        for (Worklist.Standing list : work.lists()) {
            boolean calendar = list.group().part() == Routine.Part.RECURRING
                    || list.group().part() == Routine.Part.WORK;
            boolean late = list.todos().stream().anyMatch(t -> t.late(now) && t.status() == Status.OPEN);
            boolean worked = list.todos().stream()
                    .anyMatch(t -> t.ticksItself()
                            || t.state() != null && states.containsKey(t.state().key()));
            if (calendar && (late || worked)) {
                Map<ItemKey, ItemState> period = new HashMap<>();
                list.todos().forEach(t -> {
                    if (t.state() != null) {
                        period.put(t.thing().key(), t.state());
                    }
                });
                HandoffState.Progress all = progress(list.group(), period, itself);
                lists.add(late ? all : all.withoutOpen());
            }
        }
        return List.copyOf(lists);
    }

    private static HandoffState.Progress progress(
            Routine.Group group, Map<ItemKey, ItemState> states, Set<ItemKey> itself) {
        Map<Status, Integer> count = new HashMap<>();
        int told = 0;
        List<HandoffState.Item> open = new ArrayList<>();
        for (Routine.Thing thing : group.things()) {
            ItemState state = states.get(thing.key());
            boolean now = itself.contains(thing.key());
            Status status = now ? Status.TICKED : state == null ? Status.OPEN : state.status();
            told += now || state != null && state.told() ? 1 : 0;
            count.merge(status, 1, Integer::sum);
            if (status == Status.OPEN) {
                open.add(new HandoffState.Item(thing.text(), thing.origin().line()));
            }
        }
        return new HandoffState.Progress(
                group.title(),
                group.origin().line(),
                group.things().size(),
                count.getOrDefault(Status.TICKED, 0),
                told,
                count.getOrDefault(Status.SKIPPED, 0),
                count.getOrDefault(Status.DEFERRED, 0),
                List.copyOf(open));
    }
}
