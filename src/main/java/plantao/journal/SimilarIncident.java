package plantao.journal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import plantao.runbook.Phase;
import plantao.runbook.Risk;
import plantao.runbook.TypedLines;

/// An earlier incident like this one: why it is like it, and what worked.
///
/// @param why what both have, the most telling first
/// @param causes those somebody confirmed, else those suspected
/// @param worked the last thing done before it was better; null when the log does not know
public record SimilarIncident(
        Incident incident,
        List<Why> why,
        List<String> causes,
        @Nullable Worked worked) {
    private static final int MOST = 8;

    /// What two incidents can have in common, the most telling first.
    public enum Kind {
        ALERT(8),
        CAUSE(4),
        PLAYBOOK(4),
        SERVICE(1);

        private final int weight;

        Kind(int weight) {
            this.weight = weight;
        }
    }

    /// @param what the alert's rule, the cause, the playbook's title or the service, as the earlier incident has it
    public record Why(Kind kind, String what) {}

    /// What was followed by recovery.
    ///
    /// @param command empty for what was done by hand
    /// @param recovered when it was better
    public record Worked(String step, String command, Instant recovered) {}

    /// What is looked for.
    ///
    /// @param self the incident itself, which is not its own past; null for none
    /// @param before only what began earlier
    public record Subject(
            String system,
            @Nullable UUID self,
            @Nullable String alert,
            Set<String> playbooks,
            List<String> services,
            List<String> causes,
            Instant before) {
        /// An incident as far as it is known.
        public static Subject of(Incident i) {
            return new Subject(
                    i.system(),
                    i.id(),
                    i.alert(),
                    SimilarIncident.playbooks(i),
                    i.services(),
                    SimilarIncident.causes(i),
                    i.began());
        }

        /// A playbook that is walked, outside of any incident.
        public static Subject of(String system, String playbook, Instant now) {
            return new Subject(system, null, null, Set.of(playbook), List.of(), List.of(), now);
        }
    }

    /// The earlier incidents that have something in common with it: the most alike first, of equals the latest.
    public static List<SimilarIncident> of(List<Incident> all, Subject subject) {
        List<SimilarIncident> seen = new ArrayList<>();
        for (Incident i : all) {
            if (i.system().equals(subject.system())
                    && !i.id().equals(subject.self())
                    && i.resolved() != null
                    && i.began().isBefore(subject.before())) {
                List<Why> why = why(i, subject);
                if (!why.isEmpty()) {
                    seen.add(new SimilarIncident(i, why, causes(i), worked(i)));
                }
            }
        }
        seen.sort(Comparator.comparingInt(SimilarIncident::weight)
                .thenComparing(s -> s.incident().began())
                .reversed());
        return List.copyOf(seen.subList(0, Math.min(MOST, seen.size())));
    }

    private int weight() {
        Set<Kind> kinds = new HashSet<>();
        why.forEach(w -> kinds.add(w.kind()));
        return kinds.stream().mapToInt(k -> k.weight).sum();
    }

    private static List<Why> why(Incident i, Subject subject) {
        List<Why> all = new ArrayList<>();
        if (subject.alert() != null && subject.alert().equals(i.alert())) {
            all.add(new Why(Kind.ALERT, alertName(i)));
        }
        common(Kind.CAUSE, causes(i), subject.causes(), all);
        common(Kind.PLAYBOOK, playbooks(i), subject.playbooks(), all);
        common(Kind.SERVICE, i.services(), subject.services(), all);
        return List.copyOf(all);
    }

    /// By their words: numbering, accents and case make no other cause of one.
    private static void common(Kind kind, Iterable<String> theirs, Iterable<String> ours, List<Why> into) {
        Set<List<String>> wanted = new HashSet<>();
        ours.forEach(o -> wanted.add(words(o)));
        theirs.forEach(t -> {
            if (wanted.contains(words(t))) {
                into.add(new Why(kind, t));
            }
        });
    }

    private static List<String> words(String text) {
        List<String> words = FoldedText.words(text);
        int from = 0;
        while (from < words.size() - 1 && words.get(from).chars().allMatch(Character::isDigit)) {
            from++;
        }
        return words.subList(from, words.size());
    }

    private static String alertName(Incident i) {
        return i.timeline().stream()
                .filter(e ->
                        e.detail() instanceof Detail.AlertFired f && f.alert().equals(i.alert()))
                .map(e -> ((Detail.AlertFired) e.detail()).name())
                .findFirst()
                .orElse(String.valueOf(i.alert()));
    }

    private static Set<String> playbooks(Incident i) {
        Set<String> all = new LinkedHashSet<>();
        if (i.playbook() != null) {
            all.add(i.playbook());
        }
        i.timeline().forEach(e -> {
            if (e.detail() instanceof Detail.RunStarted r && r.procedure() == null) {
                all.add(r.title());
            }
        });
        return all;
    }

    private static List<String> causes(Incident i) {
        Map<String, String> verdicts = new LinkedHashMap<>();
        i.timeline().forEach(e -> {
            if (e.detail() instanceof Detail.CauseMarked c) {
                verdicts.put(c.cause(), c.verdict());
            }
        });
        for (String verdict : List.of("confirmed", "suspected")) {
            List<String> causes = verdicts.keySet().stream()
                    .filter(c -> verdict.equals(verdicts.get(c)))
                    .toList();
            if (!causes.isEmpty()) {
                return causes;
            }
        }
        return List.of();
    }

    /// The last thing done beyond looking before the alert cleared, a service of it came back, or it was resolved.
    private static @Nullable Worked worked(Incident i) {
        Entry last = null;
        for (Entry e : i.timeline()) {
            if (helped(e.detail())) {
                last = e;
            } else if (last != null && better(i, e)) {
                return switch (last.detail()) {
                    case Detail.StepRan s -> new Worked(s.title(), TypedLines.told(s.command()), e.at());
                    case Detail.StepDone s -> new Worked(s.title(), "", e.at());
                    default -> null;
                };
            }
        }
        return null;
    }

    private static boolean helped(Detail detail) {
        return switch (detail) {
            case Detail.StepRan s ->
                s.phase() != Phase.DIAGNOSIS
                        && s.phase() != Phase.VERIFICATION
                        && s.risk() != Risk.SAFE
                        && Integer.valueOf(0).equals(s.exit());
            case Detail.StepDone s -> s.phase() != Phase.DIAGNOSIS && s.phase() != Phase.VERIFICATION;
            default -> false;
        };
    }

    private static boolean better(Incident i, Entry e) {
        return switch (e.detail()) {
            case Detail.AlertCleared c -> i.alert() == null || c.alert().equals(i.alert());
            case Detail.ServiceUp u -> i.services().isEmpty() || i.services().contains(u.service());
            case Detail.IncidentResolved r -> r.incident().equals(i.id());
            default -> false;
        };
    }
}
