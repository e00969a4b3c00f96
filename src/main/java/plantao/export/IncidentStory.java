package plantao.export;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import plantao.journal.Detail;
import plantao.journal.Entry;
import plantao.journal.Incident;
import plantao.journal.Repeats;

/// What of an incident's timeline is its story: the shift's own routine went on beside it.
final class IncidentStory {
    private IncidentStory() {}

    /// The entries that are told, in their order.
    static List<Entry> of(Incident incident) {
        Set<UUID> routine = routine(incident.timeline());
        return Repeats.without(incident.timeline()).stream()
                .filter(e -> told(e, routine) && !(later(e, incident) && ofShift(e.detail())))
                .toList();
    }

    /// Steps that were left out one after the other for the same reason are told together; everything else by
    /// itself.
    static List<List<Entry>> together(List<Entry> entries) {
        List<List<Entry>> all = new ArrayList<>();
        for (Entry entry : entries) {
            if (!all.isEmpty() && alike(all.getLast().getLast().detail(), entry.detail())) {
                all.getLast().add(entry);
            } else {
                all.add(new ArrayList<>(List.of(entry)));
            }
        }
        return all;
    }

    private static boolean alike(Detail before, Detail now) {
        return before instanceof Detail.StepSkipped a
                && now instanceof Detail.StepSkipped b
                && a.run().equals(b.run())
                && a.reason().equals(b.reason());
    }

    /// What is to be done later has a section of its own in a post-mortem, and that its record was closed is no
    /// news there.
    static boolean planned(Detail detail) {
        return switch (detail) {
            case Detail.IncidentClosed _, Detail.FollowUpAdded _, Detail.FollowUpDone _, Detail.FollowUpGiven _ -> true;
            default -> false;
        };
    }

    private static boolean told(Entry entry, Set<UUID> routine) {
        return switch (entry.detail()) {
            case Detail.ItemTicked _,
                    Detail.ItemTold _,
                    Detail.ItemUnticked _,
                    Detail.ItemSkipped _,
                    Detail.ItemDeferred _,
                    Detail.ItemNoted _,
                    Detail.ItemAssigned _,
                    // The log's own affairs.
                    Detail.Redacted _,
                    Detail.LogRestored _ -> false;
            // That it was given out is told already; only what went wrong is news.
            case Detail.MessageTried m -> !m.outcome().equals("taken") || m.attempt() > 1;
            case Detail.RunStarted r -> !routine.contains(r.run());
            case Detail.RunEnded r -> !routine.contains(r.run());
            default -> true;
        };
    }

    private static boolean later(Entry entry, Incident incident) {
        return incident.resolved() != null && entry.at().isAfter(incident.resolved());
    }

    /// The change of the shift.
    private static boolean ofShift(Detail detail) {
        return switch (detail) {
            case Detail.ShiftStarted _,
                    Detail.ShiftEnded _,
                    Detail.HandoffWritten _,
                    Detail.HandoffAccepted _,
                    Detail.HandoffRemarked _ -> true;
            default -> false;
        };
    }

    /// The runs that are one command of a checklist's item: the command says it all.
    static Set<UUID> routine(List<Entry> entries) {
        Map<UUID, String> titles = new HashMap<>();
        Set<UUID> routine = new HashSet<>();
        for (Entry entry : entries) {
            if (entry.detail() instanceof Detail.RunStarted r && r.procedure() != null) {
                titles.put(r.run(), r.title());
            } else if (entry.detail() instanceof Detail.StepRan s && s.title().equals(titles.get(s.run()))) {
                routine.add(s.run());
            }
        }
        return routine;
    }
}
