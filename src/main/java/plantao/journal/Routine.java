package plantao.journal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import plantao.runbook.Checklist;
import plantao.runbook.Maintenance;
import plantao.runbook.Origin;
import plantao.runbook.Runbook;
import plantao.runbook.due.Schedule;

/// What a runbook asks to be done again and again: its checklists and its scheduled work, with their schedules
/// understood. Made once a runbook; [Worklist] tells how it stands at a moment.
///
/// @param groups the shift's own lists first (start, during, end), then those that come back, then the others;
/// scheduled work last
public record Routine(List<Group> groups) {

    /// When something on the routine belongs.
    public enum Part {
        START,
        DURING,
        END,
        RECURRING,
        OTHER,
        WORK;

        /// Belongs to every shift.
        public boolean ofTheShift() {
            return this == START || this == DURING || this == END;
        }
    }

    /// A checklist, or one piece of scheduled work.
    ///
    /// @param schedule when it comes back; null where the text does not say or the shift says it
    /// @param list null for scheduled work
    public record Group(
            Part part,
            String title,
            @Nullable String cadence,
            @Nullable String when,
            @Nullable Schedule schedule,
            @Nullable Checklist list,
            List<Thing> things,
            Origin origin) {}

    /// One thing to do.
    ///
    /// @param item null for scheduled work, which is one thing by itself
    public record Thing(ItemKey key, String text, Checklist.@Nullable Item item, Origin origin) {}

    private static final Map<String, Part> CADENCES =
            Map.of("shift-start", Part.START, "shift", Part.DURING, "hourly", Part.DURING, "shift-end", Part.END);

    /// The routine of a runbook; checklists without items are left out.
    public static Routine of(Runbook runbook) {
        Map<Origin, ItemKey> keys = new HashMap<>();
        ItemKey.all(runbook).forEach((key, origin) -> keys.put(origin, key));
        List<Group> all = new ArrayList<>();
        Set<Origin> listed = new HashSet<>();
        for (Checklist list : runbook.checklists()) {
            if (!list.items().isEmpty()) {
                all.add(group(list, keys));
                listed.add(list.origin());
            }
        }
        for (Maintenance work : runbook.maintenance()) {
            boolean shifts = work.cadence() != null && work.cadence().startsWith("shift");
            if (!listed.contains(work.origin()) && !shifts) {
                ItemKey key = keys.getOrDefault(work.origin(), new ItemKey(work.title(), work.title()));
                Schedule schedule = Schedule.of(work.cadence(), work.when() == null ? work.title() : work.when());
                all.add(new Group(
                        Part.WORK,
                        work.title(),
                        work.cadence(),
                        work.when(),
                        schedule,
                        null,
                        List.of(new Thing(key, work.title(), null, work.origin())),
                        work.origin()));
            }
        }
        List<Group> sorted = new ArrayList<>();
        for (Part part : Part.values()) {
            all.stream().filter(g -> g.part == part).forEach(sorted::add);
        }
        return new Routine(List.copyOf(sorted));
    }

    private static Group group(Checklist list, Map<Origin, ItemKey> keys) {
        Schedule schedule = Schedule.of(list.cadence(), list.when());
        Part fallback = schedule == null ? Part.OTHER : Part.RECURRING;
        Part part = list.cadence() == null ? fallback : CADENCES.getOrDefault(list.cadence(), fallback);
        List<Thing> things = list.items().stream()
                .map(i -> new Thing(
                        keys.getOrDefault(i.origin(), new ItemKey(list.title(), i.text())), i.text(), i, i.origin()))
                .toList();
        return new Group(part, list.title(), list.cadence(), list.when(), schedule, list, things, list.origin());
    }
}
