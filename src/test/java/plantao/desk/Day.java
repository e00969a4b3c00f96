package plantao.desk;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import plantao.alert.Alert;
import plantao.alert.Condition;
import plantao.alert.Health;
import plantao.alert.Rule;
import plantao.journal.Detail;
import plantao.journal.Entry;
import plantao.journal.Silence;
import plantao.probe.Reading;
import plantao.runbook.Comparison;
import plantao.runbook.Phase;
import plantao.runbook.Risk;
import plantao.runbook.Runbook;
import plantao.runbook.read.LoadedRunbook;
import plantao.runbook.read.RunbookFolder;
import plantao.values.Place;
import plantao.values.Target;

/// A day on one of the bundled examples, told entry by entry, and the board at its end.
final class Day {
    static final UUID SHIFT = new UUID(0, 1);
    static final UUID INCIDENT = new UUID(0, 2);

    final Runbook runbook;
    private final String date;
    private final String operator;
    private final List<Entry> entries = new ArrayList<>();
    private final List<UnaryOperator<SystemBoard>> standing = new ArrayList<>();

    Day(String folder, String date, String operator) {
        runbook = ((LoadedRunbook.Read)
                        RunbookFolder.load(Path.of("runbooks", folder)).getFirst())
                .runbook();
        this.date = date;
        this.operator = operator;
    }

    Instant time(String clock) {
        return Instant.parse(date + "T" + clock + "Z");
    }

    Day at(String clock, Detail detail) {
        entries.add(
                new Entry(new UUID(1, entries.size()), time(clock), operator, "mesa", runbook.system(), "", detail));
        return this;
    }

    Day shift(String from, Instant until) {
        return at(from, new Detail.ShiftStarted(SHIFT, until));
    }

    String item(String checklist, int index) {
        return runbook.checklists().stream()
                .filter(c -> c.title().equals(checklist))
                .findFirst()
                .orElseThrow()
                .items()
                .get(index)
                .text();
    }

    Day tick(String clock, String checklist, int index, @Nullable String evidence) {
        return at(clock, new Detail.ItemTicked(SHIFT, checklist, item(checklist, index), 0, evidence));
    }

    /// An alert fires, and its condition has held since.
    Day fired(
            String clock, String name, int level, String condition, @Nullable String measured, String since, int line) {
        return at(clock, new Detail.AlertFired(id(name), name, level, condition, measured, time(since), line));
    }

    Day acknowledged(String clock, String name, long seconds) {
        return at(clock, new Detail.AlertAcknowledged(id(name), name, seconds * 1000));
    }

    Day cleared(String clock, String name, long seconds) {
        return at(clock, new Detail.AlertCleared(id(name), name, seconds * 1000));
    }

    private String id(String name) {
        return String.join("-", Dependencies.words(name));
    }

    Day incident(String clock, String title, int severity, String began, String alert, List<String> services) {
        String playbook = runbook.playbooks().stream()
                .map(p -> p.title())
                .filter(title::equals)
                .findFirst()
                .orElse(null);
        return at(
                clock,
                new Detail.IncidentDeclared(INCIDENT, 1, title, severity, time(began), id(alert), playbook, services));
    }

    /// @param procedure its kind, or null for a playbook
    Day opened(String clock, UUID run, String title, int line, @Nullable String procedure) {
        return at(clock, new Detail.RunStarted(run, title, line, runbook.hash(), "production", procedure));
    }

    Day ran(String clock, UUID run, int step, String title, Phase phase, Risk risk, String command, int exit, long ms) {
        return at(
                clock, new Detail.StepRan(run, step, title, phase, command, risk, "exited", exit, null, ms, "", false));
    }

    Day silenced(String clock, String name, Instant until, String reason) {
        return at(
                clock, new Detail.Silenced(new UUID(0, 9), Silence.Scope.ALERT, id(name), name, until, reason, false));
    }

    /// At the end of the day an alert fires; its metric is measured.
    ///
    /// @param acknowledged when, or null
    Day fires(String name, String metric, double value, String fired, @Nullable String acknowledged) {
        return stands(name, r -> measured(r, metric), value, fired, acknowledged);
    }

    /// At the end of the day an alert about a service fires.
    Day fires(String name, String fired, @Nullable String acknowledged) {
        return stands(name, r -> r, null, fired, acknowledged);
    }

    private static Rule measured(Rule rule, String metric) {
        Condition condition = new Condition.Measured(metric, Comparison.ABOVE, 0);
        return new Rule(rule.id(), condition, rule.hold(), rule.source());
    }

    private Day stands(
            String name,
            UnaryOperator<Rule> rule,
            @Nullable Double value,
            String fired,
            @Nullable String acknowledged) {
        Instant at = time(fired);
        Alert.State state = acknowledged == null
                ? new Alert.State.Firing(at, at)
                : new Alert.State.Acknowledged(at, at, operator, time(acknowledged));
        standing.add(s -> s.withAlerts(s.alerts().stream()
                .map(a -> a.rule().name().equals(name) ? new Alert(rule.apply(a.rule()), state, value) : a)
                .toList()));
        return this;
    }

    /// At the end of the day these services are up, the others are not known.
    Day up(List<String> names) {
        return health(names, new Health(Health.State.UP, time("00:00:00"), 9, 0, null, null));
    }

    Day down(String name, String since, String reason) {
        Reading last = new Reading.Down("", time(since), Duration.ZERO, reason, "");
        return health(List.of(name), new Health(Health.State.DOWN, time(since), 0, 9, last, time(since)));
    }

    /// At the end of the day these services answer, but not well.
    Day degraded(List<String> names) {
        return health(names, new Health(Health.State.DEGRADED, time("00:00:00"), 9, 0, null, null));
    }

    private Day health(List<String> names, Health health) {
        standing.add(s -> s.withServices(s.services().stream()
                .map(t -> names.contains(t.name()) ? t.with(health) : t)
                .toList()));
        return this;
    }

    /// A runbook on its production, before anything was heard of it.
    static SystemBoard opened(Runbook runbook, Instant now) {
        Target production = new Target(
                "production",
                "Produção",
                Target.Kind.PRODUCTION,
                Map.of(),
                Map.of(),
                new Place("shell", Path.of("."), true, Map.of(), null));
        return SystemBoardFactory.open(runbook, List.of(production), 1, Trust.FULL, now);
    }

    /// How it stands at that time.
    Board board(String clock) {
        Instant now = time(clock);
        SystemBoard system = opened(runbook, now);
        for (UnaryOperator<SystemBoard> s : standing) {
            system = s.apply(system);
        }
        Board empty = Board.empty(now, operator).withSystems(List.of(system)).withSelected(runbook.system());
        EventContext stamp = new EventContext(now, "mesa", UUID::randomUUID, t -> t);
        Board told = Watch.next(empty, new Event.LogOpened(entries), stamp).board();
        // What the log tells of alerts is from another day than theirs: what stands is as the day says.
        for (UnaryOperator<SystemBoard> s : standing) {
            told = told.with(runbook.system(), s);
        }
        return SilenceHandler.refreshed(told, runbook.system(), stamp);
    }
}
