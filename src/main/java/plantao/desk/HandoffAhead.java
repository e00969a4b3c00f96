package plantao.desk;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import plantao.export.HandoffState;
import plantao.journal.Silence;
import plantao.journal.Worklist;
import plantao.runbook.Origin;
import plantao.runbook.WatchSettings;
import plantao.runbook.due.DueTime;

/// What the next operator will meet: what comes by the calendar, maintenance windows, silences that end.
final class HandoffAhead {
    private HandoffAhead() {}

    /// First come first.
    ///
    /// @param to when the next shift ends
    static List<HandoffState.Ahead> of(Board board, SystemBoard system, Worklist work, Instant to, ZoneId zone) {
        Instant now = board.now();
        List<HandoffState.Ahead> all = new ArrayList<>();
        work.coming(now, to, zone).forEach(c -> all.add(listed(c)));
        system.runbook().settings().watch().windows().forEach(w -> once(w, now, to, all));
        for (Calendar.Window w : Calendar.of(system).windows()) {
            w.schedule()
                    .between(now, to, zone)
                    .forEach(d -> all.add(window(w.title(), w.origin(), d.from(), d.timed() ? d.by() : null)));
        }
        for (Silence s : board.journal().silences(system.name())) {
            if (s.active(now) && !s.until().isAfter(to)) {
                all.add(new HandoffState.Ahead(HandoffState.Kind.HEARD, s.name(), s.until(), null, null, null));
            }
        }
        all.sort(Comparator.comparing(HandoffState.Ahead::at));
        return List.copyOf(all);
    }

    private static HandoffState.Ahead listed(Worklist.Coming c) {
        String when = c.group().when();
        boolean said = when == null || c.group().title().contains(when);
        DueTime due = c.due();
        return new HandoffState.Ahead(
                due.timed() ? HandoffState.Kind.BEGINS : HandoffState.Kind.DUE,
                c.group().title(),
                due.timed() ? due.from() : due.by(),
                null,
                said ? null : when,
                c.group().origin());
    }

    private static void once(WatchSettings.Window w, Instant now, Instant to, List<HandoffState.Ahead> all) {
        Instant from = w.from();
        Instant until = w.until();
        if (from != null && until != null && until.isAfter(now) && !from.isAfter(to)) {
            all.add(window(w.title(), w.origin(), from, until));
        }
    }

    private static HandoffState.Ahead window(String title, Origin origin, Instant from, @Nullable Instant until) {
        return new HandoffState.Ahead(HandoffState.Kind.WINDOW, title, from, until, null, origin);
    }
}
