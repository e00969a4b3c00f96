package plantao.desk;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import plantao.alert.Alert;
import plantao.alert.Health;
import plantao.export.Facts;
import plantao.journal.ItemKey;
import plantao.journal.ItemState;
import plantao.journal.ItemState.Status;
import plantao.journal.Routine;
import plantao.journal.Shift;
import plantao.journal.Worklist;
import plantao.probe.Reading;

/// What the board knows for a handoff.
final class HandoffFacts {
    /// How long the next shift is thought to be when this one has no planned end.
    private static final Duration USUAL = Duration.ofHours(12);

    private HandoffFacts() {}

    static Facts of(Board board, Shift shift, ZoneId zone) {
        Duration length = shift.until() == null ? USUAL : Duration.between(shift.started(), shift.until());
        Instant from = shift.ended() != null ? shift.ended() : later(shift.until(), board.now());
        SystemBoard system = board.system(shift.system()).orElse(null);
        if (system == null) {
            return Facts.none(from.plus(length));
        }
        List<String> up = new ArrayList<>();
        List<String> down = new ArrayList<>();
        for (ServiceTile tile : system.services()) {
            if (tile.health().state() == Health.State.UP) {
                up.add(tile.name());
            } else if (tile.health().state() == Health.State.DOWN) {
                down.add(tile.name() + (tile.health().last() instanceof Reading.Down d ? " (" + d.reason() + ")" : ""));
            }
        }
        Routine routine = Routine.of(system.runbook());
        Worklist work = Worklist.of(routine, board.journal(), shift.system(), board.now(), zone);
        return new Facts(
                up,
                down,
                Stream.concat(system.activeAlerts().stream(), system.mutedAlerts().stream())
                        .filter(Alert::firing)
                        .map(a -> firing(a, system))
                        .toList(),
                checklists(routine, work, shift, board.now()),
                board.journal().deferred(shift.system()),
                work.coming(board.now(), from.plus(length), zone).stream()
                        .map(HandoffFacts::ahead)
                        .toList(),
                from.plus(length));
    }

    private static Instant later(@Nullable Instant planned, Instant now) {
        return planned == null || planned.isBefore(now) ? now : planned;
    }

    private static Facts.Firing firing(Alert alert, SystemBoard system) {
        var playbook = alert.rule().source().playbook();
        Alert.State.Acknowledged by = alert.state() instanceof Alert.State.Acknowledged a ? a : null;
        Instant since = alert.since();
        Instant fired = switch (alert.state()) {
            case Alert.State.Firing f -> f.fired();
            case Alert.State.Acknowledged a -> a.fired();
            default -> since == null ? Instant.EPOCH : since;
        };
        return new Facts.Firing(
                alert.rule().name(),
                fired,
                Judgement.measuredText(alert, system),
                by == null ? null : by.by(),
                by == null ? null : by.at(),
                playbook == null ? null : playbook.title());
    }

    private static Facts.Ahead ahead(Worklist.Coming c) {
        Instant at = c.due().timed() ? c.due().from() : c.due().by();
        String when = c.group().when();
        boolean said = when == null || c.group().title().contains(when);
        return new Facts.Ahead(
                c.group().title(),
                at,
                c.due().timed(),
                said ? null : when,
                c.group().origin().line());
    }

    /// The checklists that begin or end a shift, as it did them; what is to be done all through it is never open at
    /// its
    /// end. Of the others those that are late.
    private static List<Facts.Progress> checklists(Routine routine, Worklist work, Shift shift, Instant now) {
        Map<ItemKey, ItemState> states = new HashMap<>();
        shift.items().forEach(i -> states.put(i.key(), i));
        List<Facts.Progress> all = new ArrayList<>();
        for (Routine.Group group : routine.groups()) {
            if (group.part() == Routine.Part.START || group.part() == Routine.Part.END) {
                all.add(progress(group, states));
            }
        }
        for (Worklist.Standing list : work.lists()) {
            boolean calendar = list.group().part() == Routine.Part.RECURRING
                    || list.group().part() == Routine.Part.WORK;
            if (calendar && list.todos().stream().anyMatch(t -> t.late(now) && t.status() == Status.OPEN)) {
                Map<ItemKey, ItemState> period = new HashMap<>();
                list.todos().forEach(t -> {
                    if (t.state() != null) {
                        period.put(t.thing().key(), t.state());
                    }
                });
                all.add(progress(list.group(), period));
            }
        }
        return List.copyOf(all);
    }

    private static Facts.Progress progress(Routine.Group group, Map<ItemKey, ItemState> states) {
        Map<Status, Integer> count = new HashMap<>();
        List<Facts.Item> open = new ArrayList<>();
        for (Routine.Thing thing : group.things()) {
            ItemState state = states.get(thing.key());
            Status status = state == null ? Status.OPEN : state.status();
            count.merge(status, 1, Integer::sum);
            if (status == Status.OPEN) {
                open.add(new Facts.Item(thing.text(), thing.origin().line()));
            }
        }
        return new Facts.Progress(
                group.title(),
                group.origin().line(),
                group.things().size(),
                count.getOrDefault(Status.TICKED, 0),
                count.getOrDefault(Status.SKIPPED, 0),
                count.getOrDefault(Status.DEFERRED, 0),
                List.copyOf(open));
    }
}
