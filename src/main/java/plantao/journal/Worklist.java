package plantao.journal;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import plantao.runbook.due.DueTime;
import plantao.runbook.due.Schedule;

/// How a routine stands at one moment: what was done, what is due, what is late.
///
/// @param lists the groups, in the routine's order
public record Worklist(List<Standing> lists, Instant now) {
    /// How long after a shift's beginning its first checklist is late, and how long before its planned end the last
    /// one is due.
    private static final Duration GRACE = Duration.ofMinutes(30);

    /// A group and its things as they stand.
    public record Standing(Routine.Group group, List<Todo> todos) {

        /// How many need nobody any more.
        public int settled() {
            return (int) todos.stream().filter(Todo::settled).count();
        }

        /// When the first open thing on it is due, else the first that was put off; when all is done, when the
        /// whole comes back. Null when no time is known.
        public @Nullable DueTime due() {
            boolean open = todos.stream().anyMatch(t -> t.status() == ItemState.Status.OPEN);
            boolean done = settled() == todos.size();
            return todos.stream()
                    .filter(t -> open ? t.status() == ItemState.Status.OPEN : done || !t.settled())
                    .map(Todo::due)
                    .filter(Objects::nonNull)
                    .min(Comparator.comparing(DueTime::by))
                    .orElse(null);
        }
    }

    /// One thing to do.
    ///
    /// @param state what was done about it in the shift or the period that counts; null while nothing was
    /// @param due when it is to be done; once done, when it comes back
    /// @param told the reading by which it is ticked as long as that holds; null when nobody but an operator can
    /// tell
    public record Todo(
            Routine.Thing thing,
            @Nullable ItemState state,
            @Nullable DueTime due,
            @Nullable String told) {
        public ItemState.Status status() {
            ItemState.Status said = state == null ? ItemState.Status.OPEN : state.status();
            return said == ItemState.Status.OPEN && told != null ? ItemState.Status.TICKED : said;
        }

        /// Ticked or left out.
        public boolean settled() {
            return status() == ItemState.Status.TICKED || status() == ItemState.Status.SKIPPED;
        }

        /// Ticked by the board just now, and not yet by anything in the log.
        public boolean ticksItself() {
            return told != null && (state == null || state.status() == ItemState.Status.OPEN);
        }

        /// With what the board says, where that counts: while its time or its shift goes on and nobody has
        /// overruled it.
        private Todo told(
                @Nullable String reading, Routine.Part part, Times times, @Nullable Shift shift, Instant now) {
            boolean overruled = state != null && (state.status() != ItemState.Status.OPEN || state.against() != null);
            DueTime present = times.present;
            boolean counts = part.ofTheShift()
                    ? shift != null
                    : present != null && !present.opens().isAfter(now);
            return reading == null || overruled || !counts ? this : new Todo(thing, state, due, reading);
        }

        /// Whether it should have been done by now.
        public boolean late(Instant now) {
            return !settled() && due != null && due.late(now);
        }
    }

    /// Something that begins at a known time.
    public record Coming(Routine.Group group, DueTime due) {}

    /// How a system's routine stands.
    ///
    /// @param zone the zone of times that name none
    public static Worklist of(Routine routine, Journal journal, String system, Instant now, ZoneId zone) {
        return of(routine, journal, system, now, zone, Map.of());
    }

    /// How a system's routine stands.
    ///
    /// @param told what the board says is so just now: the reading that tells, by item
    public static Worklist of(
            Routine routine, Journal journal, String system, Instant now, ZoneId zone, Map<ItemKey, String> told) {
        Map<ItemKey, ItemState> states = new HashMap<>();
        journal.items(system).forEach(s -> states.put(s.key(), s));
        @Nullable Shift shift = journal.currentShift(system).orElse(null);
        @Nullable Instant known = journal.knownSince(system).orElse(null);
        List<Standing> lists = new ArrayList<>();
        for (Routine.Group group : routine.groups()) {
            Times times = Times.of(group, shift, known, now, zone);
            lists.add(new Standing(
                    group,
                    group.things().stream()
                            .map(t -> todo(t, states.get(t.key()), times, shift))
                            .map(t -> t.told(told.get(t.thing().key()), group.part(), times, shift, now))
                            .toList()));
        }
        return new Worklist(List.copyOf(lists), now);
    }

    /// The present and the next occurrence of a group.
    ///
    /// @param opens what was done before counts no more
    private record Times(
            @Nullable Instant opens,
            @Nullable DueTime present,
            @Nullable DueTime next) {

        static Times of(Routine.Group group, @Nullable Shift shift, @Nullable Instant known, Instant now, ZoneId zone) {
            Schedule schedule = group.schedule();
            if (schedule == null) {
                return new Times(null, ofShift(group.part(), shift), null);
            }
            DueTime current = schedule.current(now, zone).orElse(null);
            DueTime next = schedule.next(now, zone).orElse(null);
            // What was due before anything was written down of this system was somebody else's to do.
            boolean ours = current != null && !current.by().isBefore(known == null ? now : known);
            return new Times(current == null ? Instant.MIN : current.opens(), ours ? current : next, next);
        }

        private static @Nullable DueTime ofShift(Routine.Part part, @Nullable Shift shift) {
            if (shift == null) {
                return null;
            }
            Instant start = shift.started();
            Instant end = shift.until();
            return switch (part) {
                case START -> new DueTime(start, start, start.plus(GRACE), true);
                case END -> end == null ? null : new DueTime(start, end.minus(GRACE), end, true);
                case DURING, RECURRING, OTHER, WORK -> null;
            };
        }
    }

    private static Todo todo(Routine.Thing thing, @Nullable ItemState state, Times times, @Nullable Shift shift) {
        if (state == null) {
            return new Todo(thing, null, times.present, null);
        }
        if (state.status() == ItemState.Status.DEFERRED) {
            Instant until = state.until();
            return new Todo(thing, state, until == null ? null : new DueTime(until, until, until, true), null);
        }
        boolean counts = times.opens == null
                ? shift != null && state.shift().equals(shift.id())
                : !state.at().isBefore(times.opens);
        if (!counts) {
            return new Todo(thing, null, times.present, null);
        }
        return new Todo(thing, state, state.settled() && times.opens != null ? times.next : times.present, null);
    }

    /// Everything that is late, the longest first.
    public List<Todo> late() {
        return lists.stream()
                .flatMap(l -> l.todos().stream())
                .filter(t -> t.late(now))
                .sorted(Comparator.comparing(
                        t -> t.due() == null ? now : t.due().by()))
                .toList();
    }

    /// The lists and the work that come back by the calendar and are not done for now, the first due first.
    public List<Standing> calendar() {
        return lists.stream()
                .filter(l -> l.group().schedule() != null && l.group().part() != Routine.Part.DURING)
                .sorted(Comparator.comparing(l -> {
                    DueTime due = l.due();
                    return due == null ? Instant.MAX : due.timed() ? due.from() : due.by();
                }))
                .toList();
    }

    /// What begins by the calendar between two moments, first come first; a list whose period is the whole day,
    /// week or month is there when its period ends in between and it is not done.
    public List<Coming> coming(Instant from, Instant to, ZoneId zone) {
        List<Coming> all = new ArrayList<>();
        for (Standing list : calendar()) {
            Schedule schedule = list.group().schedule();
            if (schedule == null) {
                continue;
            }
            DueTime due = list.due();
            if (due != null && !due.timed()) {
                if (!due.by().isBefore(from)
                        && !due.by().isAfter(to)
                        && list.settled() < list.todos().size()) {
                    all.add(new Coming(list.group(), due));
                }
            } else {
                schedule.between(from, to, zone).forEach(d -> all.add(new Coming(list.group(), d)));
            }
        }
        all.sort(Comparator.comparing(
                c -> c.due().timed() ? c.due().from() : c.due().by()));
        return List.copyOf(all);
    }

    /// How one thing stands.
    public Optional<Todo> of(ItemKey key) {
        return lists.stream()
                .flatMap(l -> l.todos().stream())
                .filter(t -> t.thing().key().equals(key))
                .findFirst();
    }
}
