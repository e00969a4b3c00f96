package plantao.journal;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What a span of the log adds up to in figures.
///
/// @param incidents those declared in it, oldest first
/// @param alerts how often each alert fired, the most first
/// @param load the alerts' load, and the worst offenders with their lines in the runbook
/// @param hours how many hours the span has
/// @param items ticked, skipped and deferred items by checklist
/// @param steps how often each step was run or done, and skipped, the most first
public record Tally(
        List<Times> incidents, List<Count> alerts, AlertLoad load, double hours, List<Count> items, List<Count> steps) {
    /// The kinds of entries that count.
    public static final List<String> KINDS = List.of(
            "AlertFired",
            "AlertAcknowledged",
            "AlertCleared",
            "ServiceDown",
            "ServiceUp",
            "IncidentDeclared",
            "IncidentGraded",
            "IncidentResolved",
            "IncidentClosed",
            "ItemTicked",
            "ItemTold",
            "ItemUnticked",
            "ItemSkipped",
            "ItemDeferred",
            "StepRan",
            "StepDone",
            "StepSkipped");

    /// How long an incident took, from its beginning unless it is said otherwise; null what did not happen (yet).
    ///
    /// @param acknowledged from its alert's firing until that was acknowledged, or the incident declared; null
    /// where no alert fired
    /// @param mitigated until its alert had cleared or its services were up again, for the last time before it was
    /// resolved
    public record Times(
            String system,
            int number,
            int severity,
            List<String> services,
            Instant began,
            @Nullable Duration acknowledged,
            @Nullable Duration mitigated,
            @Nullable Duration resolved) {}

    /// @param did fired, ticked, or run
    /// @param left skipped or deferred
    public record Count(String system, String name, int did, int left) {}

    /// One group's medians; null where nothing was measured.
    public record Group(
            String name,
            int incidents,
            @Nullable Duration acknowledged,
            @Nullable Duration mitigated,
            @Nullable Duration resolved) {}

    /// The figures of these entries, which come by their times.
    public static Tally of(List<Entry> told, Instant from, Instant to) {
        List<Entry> entries = Repeats.without(told);
        Map<UUID, Opened> open = new HashMap<>();
        List<Opened> all = new ArrayList<>();
        Counting alerts = new Counting();
        Counting items = new Counting();
        Counting steps = new Counting();
        for (Entry e : entries) {
            String system = e.system();
            switch (e.detail()) {
                case Detail.IncidentDeclared d -> {
                    Opened opened = new Opened(e, d);
                    entries.stream()
                            .filter(x ->
                                    x.system().equals(system) && !x.at().isBefore(d.began()) && !x.at().isAfter(e.at()))
                            .forEach(opened::hears);
                    open.put(d.incident(), opened);
                    all.add(opened);
                }
                case Detail.IncidentGraded d ->
                    all.stream()
                            .filter(o -> o.declared.incident().equals(d.incident()))
                            .forEach(o -> o.severity = d.severity());
                case Detail.IncidentResolved d -> over(open.remove(d.incident()), e.at());
                case Detail.IncidentClosed d -> over(open.remove(d.incident()), e.at());
                case Detail.AlertFired d -> alerts.did(system, d.name());
                case Detail.ItemTicked d -> items.item(system, d.checklist(), d.item(), true);
                case Detail.ItemTold d -> items.item(system, d.checklist(), d.item(), true);
                case Detail.ItemSkipped d -> items.item(system, d.checklist(), d.item(), false);
                case Detail.ItemDeferred d -> items.item(system, d.checklist(), d.item(), false);
                case Detail.ItemUnticked d -> items.takenBack(system, d.checklist(), d.item());
                case Detail.StepRan d -> steps.did(system, d.title());
                case Detail.StepDone d -> steps.did(system, d.title());
                case Detail.StepSkipped d -> steps.left(system, d.title());
                default -> {}
            }
            open.values().stream().filter(o -> o.system.equals(system)).forEach(o -> o.hears(e));
        }
        return new Tally(
                all.stream().map(Opened::times).toList(),
                alerts.sorted(),
                AlertLoad.of(AlertEpisode.of(entries), from, to),
                Math.max(1, Duration.between(from, to).toMinutes() / 60.0),
                items.sorted(),
                steps.sorted());
    }

    private static void over(@Nullable Opened opened, Instant at) {
        if (opened != null) {
            opened.resolved = at;
        }
    }

    /// Medians by severity, `SEV 1` first.
    public List<Group> bySeverity() {
        return groups(t -> Stream.of("SEV " + t.severity()));
    }

    /// Medians by service.
    public List<Group> byService() {
        return groups(t -> t.services().stream());
    }

    /// Medians by ISO week, `2026-W09`.
    public List<Group> byWeek(ZoneId zone) {
        return groups(t -> Stream.of(week(t.began(), zone)));
    }

    /// Medians by ISO week and severity, `2026-W09 · SEV 1`.
    public List<Group> byWeekAndSeverity(ZoneId zone) {
        return groups(t -> Stream.of(week(t.began(), zone) + " · SEV " + t.severity()));
    }

    /// Medians by ISO week and service, `2026-W09 · api`.
    public List<Group> byWeekAndService(ZoneId zone) {
        return groups(t -> t.services().stream().map(s -> week(t.began(), zone) + " · " + s));
    }

    static String week(Instant at, ZoneId zone) {
        LocalDate day = at.atZone(zone).toLocalDate();
        return day.get(IsoFields.WEEK_BASED_YEAR)
                + "-W"
                + (day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR) < 10 ? "0" : "")
                + day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
    }

    private List<Group> groups(Function<Times, Stream<String>> names) {
        Map<String, List<Times>> grouped = new TreeMap<>();
        incidents.forEach(t -> names.apply(t)
                .forEach(n -> grouped.computeIfAbsent(n, _ -> new ArrayList<>()).add(t)));
        List<Group> groups = new ArrayList<>();
        grouped.forEach((name, all) -> groups.add(new Group(
                name,
                all.size(),
                median(all.stream().map(Times::acknowledged)),
                median(all.stream().map(Times::mitigated)),
                median(all.stream().map(Times::resolved)))));
        return groups;
    }

    private static @Nullable Duration median(Stream<@Nullable Duration> all) {
        List<Duration> sorted = new ArrayList<>();
        all.forEach(d -> {
            if (d != null) {
                sorted.add(d);
            }
        });
        sorted.sort(null);
        if (sorted.isEmpty()) {
            return null;
        }
        Duration low = sorted.get((sorted.size() - 1) / 2);
        Duration high = sorted.get(sorted.size() / 2);
        return low.plus(high).dividedBy(2).truncatedTo(ChronoUnit.SECONDS);
    }

    /// An incident while it is read. Lives only inside one call.
    private static final class Opened {
        private final String system;
        private final Detail.IncidentDeclared declared;
        private final Instant at;
        private int severity;
        private @Nullable Instant fired;
        private @Nullable Instant acknowledged;
        private @Nullable Instant mitigated;
        private @Nullable Instant resolved;

        Opened(Entry entry, Detail.IncidentDeclared declared) {
            this.system = entry.system();
            this.declared = declared;
            this.at = entry.at();
            this.severity = declared.severity();
        }

        void hears(Entry e) {
            switch (e.detail()) {
                case Detail.AlertFired d when d.alert().equals(declared.alert()) && fired == null -> fired = e.at();
                case Detail.AlertAcknowledged d
                when d.alert().equals(declared.alert()) && acknowledged == null -> acknowledged = e.at();
                case Detail.AlertCleared d when d.alert().equals(declared.alert()) -> mitigated = e.at();
                case Detail.ServiceUp d when declared.services().contains(d.service()) -> mitigated = e.at();
                default -> {}
            }
        }

        Times times() {
            Instant began = declared.began();
            Instant first = acknowledged == null || acknowledged.isAfter(at) ? at : acknowledged;
            Instant better = mitigated == null ? resolved : mitigated;
            return new Times(
                    system,
                    declared.number(),
                    severity,
                    declared.services(),
                    began,
                    fired == null ? null : Duration.between(fired, first.isBefore(fired) ? fired : first),
                    better == null ? null : Duration.between(began, better),
                    resolved == null ? null : Duration.between(began, resolved));
        }
    }

    /// Counts by system and name. Lives only inside one call.
    private static final class Counting {
        private final Map<String, Count> counts = new HashMap<>();

        /// How each item was settled last: done, or left.
        private final Map<String, Boolean> settled = new HashMap<>();

        void item(String system, String list, String item, boolean done) {
            settled.put(system + "\n" + list + "\n" + item, done);
            add(system, list, done ? 1 : 0, done ? 0 : 1);
        }

        void takenBack(String system, String list, String item) {
            Boolean done = settled.remove(system + "\n" + list + "\n" + item);
            if (done != null) {
                add(system, list, done ? -1 : 0, done ? 0 : -1);
            }
        }

        void did(String system, String name) {
            add(system, name, 1, 0);
        }

        void left(String system, String name) {
            add(system, name, 0, 1);
        }

        private void add(String system, String name, int did, int left) {
            counts.merge(system + "\n" + name, new Count(system, name, did, left), Counting::sum);
        }

        private static Count sum(Count a, Count b) {
            return new Count(a.system(), a.name(), a.did() + b.did(), a.left() + b.left());
        }

        List<Count> sorted() {
            return counts.values().stream()
                    .filter(c -> c.did() + c.left() > 0)
                    .sorted(Comparator.comparingInt((Count c) -> -c.did() - c.left())
                            .thenComparing(Count::system)
                            .thenComparing(Count::name))
                    .toList();
        }
    }
}
