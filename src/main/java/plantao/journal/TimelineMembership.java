package plantao.journal;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Which entries belong to an incident's timeline: all of its system while its trouble lasts, but what is another
/// incident's own; once it is over, what goes on with it.
///
/// @param apart the runs that have nothing to do with some incidents, and which these are
record TimelineMembership(Map<UUID, Set<UUID>> apart) {
    static final TimelineMembership NONE = new TimelineMembership(Map.of());

    /// @param open the system's incidents that are not closed
    TimelineMembership next(Entry entry, List<Incident> open) {
        if (!(entry.detail() instanceof Detail.RunStarted run)) {
            return this;
        }
        Set<UUID> strangers = new HashSet<>();
        for (Incident i : open) {
            boolean others = open.stream()
                    .anyMatch(o -> o != i && o.resolved() == null && run.title().equals(o.playbook()));
            if (!run.title().equals(i.playbook()) && (over(i, entry.at()) || others)) {
                strangers.add(i.id());
            }
        }
        if (strangers.isEmpty()) {
            return this;
        }
        Map<UUID, Set<UUID>> more = new HashMap<>(apart);
        more.put(run.run(), Set.copyOf(strangers));
        return new TimelineMembership(Map.copyOf(more));
    }

    /// @param about the incident that the entry names, or null
    /// @param open the system's incidents that are not closed
    boolean of(Incident i, Entry entry, @Nullable UUID about, List<Incident> open) {
        if (about != null) {
            return about.equals(i.id());
        }
        UUID run = run(entry.detail());
        if (run != null) {
            return !apart.getOrDefault(run, Set.of()).contains(i.id());
        }
        return !over(i, entry.at()) || after(i, entry, open);
    }

    /// What came when it was over: its own alert and services, and what is written down, unless that is of an
    /// incident that still lasts.
    private static boolean after(Incident i, Entry entry, List<Incident> open) {
        return switch (entry.detail()) {
            case Detail.AlertFired d -> d.alert().equals(i.alert());
            case Detail.AlertAcknowledged d -> d.alert().equals(i.alert());
            case Detail.AlertCleared d -> d.alert().equals(i.alert());
            case Detail.AlertFlapping d -> d.alert().equals(i.alert());
            case Detail.AlertCalledOut d -> d.alert().equals(i.alert());
            case Detail.ServiceDown d -> i.services().contains(d.service());
            case Detail.ServiceUp d -> i.services().contains(d.service());
            case Detail.FollowUpAdded _ -> false;
            case Detail.Note(String _, @Nullable Instant happened) ->
                happened != null && !over(i, happened) || open.stream().allMatch(o -> o.resolved() != null);
            default -> true;
        };
    }

    private static boolean over(Incident i, Instant at) {
        return i.resolved() != null && at.isAfter(i.resolved());
    }

    private static @Nullable UUID run(Detail detail) {
        return detail instanceof Detail.LeftStopped d ? d.run() : OpenRuns.run(detail);
    }

    /// The incident that an entry names; null where it names none.
    static @Nullable UUID incident(Detail detail) {
        return switch (detail) {
            case Detail.IncidentDeclared d -> d.incident();
            case Detail.IncidentResolved d -> d.incident();
            case Detail.IncidentClosed d -> d.incident();
            case Detail.IncidentStatus d -> d.incident();
            case Detail.IncidentGraded d -> d.incident();
            case Detail.IncidentRole d -> d.incident();
            case Detail.Escalated d -> d.incident();
            case Detail.MessageSent d -> d.incident();
            case Detail.MessageTried d -> d.incident();
            case Detail.PostmortemState d -> d.incident();
            case Detail.FollowUpAdded d -> d.incident();
            default -> null;
        };
    }
}
