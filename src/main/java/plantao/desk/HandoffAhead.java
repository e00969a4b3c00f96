package plantao.desk;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import plantao.export.Facts;
import plantao.journal.Silence;
import plantao.journal.Worklist;
import plantao.runbook.Origin;
import plantao.runbook.WatchSettings;
import plantao.runbook.due.Due;

/// What the next operator will meet: what comes by the calendar, maintenance windows, silences that end.
final class HandoffAhead {
    private HandoffAhead() {}

    /// First come first.
    ///
    /// @param to when the next shift ends
    static List<Facts.Ahead> of(Board board, SystemBoard system, Worklist work, Instant to, ZoneId zone) {
        Instant now = board.now();
        List<Facts.Ahead> all = new ArrayList<>();
        work.coming(now, to, zone).forEach(c -> all.add(listed(c)));
        system.runbook().settings().watch().windows().forEach(w -> once(w, now, to, all));
        for (Calendar.Window w : Calendar.of(system).windows()) {
            w.schedule()
                    .between(now, to, zone)
                    .forEach(d -> all.add(window(w.title(), w.origin(), d.from(), d.timed() ? d.by() : null)));
        }
        for (Silence s : board.journal().silences(system.name())) {
            if (s.active(now) && !s.until().isAfter(to)) {
                all.add(new Facts.Ahead(Facts.Kind.HEARD, s.name(), s.until(), null, null, null));
            }
        }
        all.sort(Comparator.comparing(Facts.Ahead::at));
        return List.copyOf(all);
    }

    private static Facts.Ahead listed(Worklist.Coming c) {
        String when = c.group().when();
        boolean said = when == null || c.group().title().contains(when);
        Due due = c.due();
        return new Facts.Ahead(
                due.timed() ? Facts.Kind.BEGINS : Facts.Kind.DUE,
                c.group().title(),
                due.timed() ? due.from() : due.by(),
                null,
                said ? null : when,
                c.group().origin());
    }

    private static void once(WatchSettings.Window w, Instant now, Instant to, List<Facts.Ahead> all) {
        Instant from = w.from();
        Instant until = w.until();
        if (from != null && until != null && until.isAfter(now) && !from.isAfter(to)) {
            all.add(window(w.title(), w.origin(), from, until));
        }
    }

    private static Facts.Ahead window(String title, Origin origin, Instant from, @Nullable Instant until) {
        return new Facts.Ahead(Facts.Kind.WINDOW, title, from, until, null, origin);
    }
}
