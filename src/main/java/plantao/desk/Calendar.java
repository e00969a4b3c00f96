package plantao.desk;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import plantao.journal.Routine;
import plantao.runbook.Maintenance;
import plantao.runbook.Origin;
import plantao.runbook.Runbook;
import plantao.runbook.WatchSettings;
import plantao.runbook.due.Schedule;

/// What a runbook says of times, understood once: reading it again at every tick would cost far more than judging
/// it.
///
/// @param runbook whose times these are
/// @param windows the settings' maintenance windows that come back
/// @param works the text's own
public record Calendar(Runbook runbook, Routine routine, List<Window> windows, List<Window> works) {

    /// A maintenance window that comes back.
    ///
    /// @param services those it covers; empty for all
    public record Window(String title, List<String> services, Origin origin, Schedule schedule) {}

    /// That of a system: the one it has, or, for another version of its runbook, a new one.
    static Calendar of(SystemBoard system) {
        Calendar known = system.circumstances().calendar();
        return known != null && known.runbook == system.runbook() ? known : of(system.runbook());
    }

    private static Calendar of(Runbook runbook) {
        List<Window> windows = new ArrayList<>();
        for (WatchSettings.Window w : runbook.settings().watch().windows()) {
            add(windows, w.title(), w.services(), w.origin(), Schedule.of(null, w.when()));
        }
        List<Window> works = new ArrayList<>();
        for (Maintenance m : runbook.maintenance()) {
            // "Every other Tuesday" does not say which: a wrong guess would keep real alarms quiet.
            if (m.window() && !"fortnightly".equals(m.cadence())) {
                add(works, m.title(), List.of(), m.origin(), Schedule.of(m.cadence(), m.when()));
            }
        }
        return new Calendar(runbook, Routine.of(runbook), List.copyOf(windows), List.copyOf(works));
    }

    private static void add(
            List<Window> all, String title, List<String> services, Origin origin, @Nullable Schedule schedule) {
        if (schedule != null) {
            all.add(new Window(title, services, origin, schedule));
        }
    }
}
