package plantao.ui;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import plantao.alert.Alert;
import plantao.alert.Condition;
import plantao.alert.Health;
import plantao.alert.Rule;
import plantao.alert.Scale;
import plantao.alert.Trail;
import plantao.desk.Board;
import plantao.desk.Gauge;
import plantao.desk.PracticeBoard;
import plantao.desk.ServiceTile;
import plantao.desk.SystemBoard;
import plantao.desk.Trust;
import plantao.journal.Detail;
import plantao.journal.Entry;
import plantao.journal.Journal;
import plantao.playbook.Run;
import plantao.playbook.StepResult;
import plantao.probe.Check;
import plantao.probe.Probe;
import plantao.probe.Reading;
import plantao.runbook.AlertRule;
import plantao.runbook.Command;
import plantao.runbook.Metric;
import plantao.runbook.Phase;
import plantao.runbook.Playbook;
import plantao.runbook.ProbeSpec;
import plantao.runbook.Risk;
import plantao.runbook.Runbook;
import plantao.runbook.Runner;
import plantao.runbook.Service;
import plantao.runbook.Step;
import plantao.values.Place;
import plantao.values.Target;

/// Boards of an imaginary shop: calm, in trouble, in an incident, resolved, in practice.
public final class Samples {
    private Samples() {}

    public static final Instant NOW = Instant.parse("2026-11-22T06:12:38Z");
    private static final String OPERATOR = "Marina Costa";
    private static final UUID SHIFT = new UUID(1, 1);
    private static final UUID INCIDENT = new UUID(1, 2);
    private static final UUID RUN = new UUID(1, 3);

    /// Everything is up.
    public static Board calm() {
        return board(system(SampleRunbook.full(), Target.Kind.PRODUCTION, false), journal(false));
    }

    /// The API is down, the site suffers from it, an alert waits.
    public static Board trouble() {
        return board(system(SampleRunbook.full(), Target.Kind.PRODUCTION, true), journal(false));
    }

    /// A playbook's only step runs since 42 seconds.
    public static Board running(Risk risk) {
        Board board = trouble();
        Playbook playbook = board.systems().getFirst().runbook().playbooks().getFirst();
        Command command = new Command(
                "systemctl restart shop", "bash", Runner.SHELL, risk, false, List.of(), List.of(), playbook.origin());
        Step step = new Step(
                null,
                Phase.RESOLUTION,
                "Restart",
                null,
                false,
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of(command),
                playbook.origin());
        Run run = Run.begin(
                        RUN,
                        playbook.title(),
                        playbook.origin(),
                        "cafe",
                        target(Target.Kind.PRODUCTION),
                        null,
                        null,
                        List.of(),
                        List.of(),
                        List.of(step),
                        NOW.minusSeconds(60))
                .started(0, NOW.minusSeconds(42));
        return board.with(board.selected(), s -> s.withRuns(List.of(run)));
    }

    /// The alert is acknowledged, an incident is open, the playbook is being walked.
    public static Board incident() {
        SystemBoard system = system(SampleRunbook.full(), Target.Kind.PRODUCTION, true);
        List<Alert> alerts = new ArrayList<>(system.alerts());
        alerts.set(0, alerts.getFirst().acknowledged(OPERATOR, NOW.minusSeconds(220)));
        Playbook playbook = system.runbook().playbooks().getFirst();
        Run run = Run.begin(
                        RUN,
                        playbook.title(),
                        playbook.origin(),
                        system.runbook().hash(),
                        target(Target.Kind.PRODUCTION),
                        "api",
                        null,
                        playbook.symptoms(),
                        playbook.causes(),
                        playbook.steps(),
                        NOW.minusSeconds(200))
                .finished(
                        0, new StepResult.Exited(22, Duration.ofMillis(1100)), "curl: (22) 502", NOW.minusSeconds(180))
                .done(0, NOW.minusSeconds(170));
        return board(system.withAlerts(alerts).withRuns(List.of(run)), journal(true));
    }

    /// Nobody on call, nothing approved yet, the log can't be written.
    public static Board awkward() {
        SystemBoard system = system(SampleRunbook.full(), Target.Kind.STAGING, false)
                .withTrust(new Trust(List.of(
                        new Trust.Item("probe", "API: http {url=https://api.loja.example/health}", 33, "aa"),
                        new Trust.Item("command", "kubectl rollout undo deploy/api", 330, "bb"))));
        return board(system, Journal.EMPTY)
                .withUnsaved(Set.of(new UUID(9, 9)))
                .withLogProblem("The disk is full. Free some space; the entries are kept in memory and tried again.")
                .withNotices(List.of(new Board.Notice(
                        new UUID(8, 8),
                        NOW,
                        Board.Notice.Level.WARNING,
                        "runbook.md was read again: 2 steps changed.",
                        null)));
    }

    /// A system with `services` services, no metrics, no groups, no diagram.
    public static Board plain(int services) {
        List<Service> all = new ArrayList<>();
        for (int i = 1; i <= services; i++) {
            all.add(SampleRunbook.service(
                    "Serviço " + i + (i % 7 == 0 ? " de integração com parceiros" : ""),
                    "Interno",
                    "99,9%",
                    null,
                    30 + i));
        }
        Runbook runbook = SampleRunbook.of(all, List.of(), List.of(), plantao.runbook.Diagram.NONE);
        List<ServiceTile> tiles =
                all.stream().map(s -> tile(s, false, null, 40)).toList();
        SystemBoard system = new SystemBoard(
                runbook, target(Target.Kind.LOCAL), List.of(), tiles, List.of(), List.of(), List.of(), 1, Trust.FULL);
        return board(system, Journal.EMPTY);
    }

    /// The practice stack in a state, with a scenario going on when it is on.
    public static Board practice(PracticeBoard.State state) {
        SystemBoard system =
                system(SampleRunbook.full(), Target.Kind.PRACTICE, true).withHoldFactor(0.1);
        List<PracticeBoard.Scenario> scenarios = List.of(
                new PracticeBoard.Scenario(
                        "crash",
                        SampleRunbook.words("The API dies", "A API cai"),
                        SampleRunbook.words(
                                "The API's process ends and does not come back by itself.",
                                "O processo da API termina e não volta sozinho."),
                        "API fora do ar",
                        "4.1 API não responde (502/503/504)"),
                new PracticeBoard.Scenario(
                        "pool",
                        SampleRunbook.words("The database runs out of connections", "O banco fica sem conexões"),
                        SampleRunbook.words("Something keeps connections open.", "Algo mantém conexões abertas."),
                        "Conexões ao banco > 95",
                        null));
        boolean on = state == PracticeBoard.State.ON;
        String message = switch (state) {
            case STARTING -> "PostgreSQL is starting (2 of 5 parts)";
            case FAILED ->
                "Port 15432 is in use by another program. End it or wait until it has ended, then try again.";
            default -> "";
        };
        PracticeBoard practice = new PracticeBoard(
                state,
                message,
                "Loja",
                on
                        ? List.of(
                                new PracticeBoard.Part("API de pedidos", 4121, 18080, "dead"),
                                new PracticeBoard.Part("PostgreSQL", 4102, 15432, "running"),
                                new PracticeBoard.Part("Redis", 4099, 16379, "running"))
                        : List.of(),
                on ? scenarios : List.of(),
                on ? "crash" : null,
                on ? NOW.minusSeconds(300) : null);
        return board(system, journal(true)).withPractice(practice);
    }

    private static Board board(SystemBoard system, Journal journal) {
        return Board.empty(NOW, OPERATOR)
                .withSystems(List.of(system))
                .withSelected(system.name())
                .withJournal(journal);
    }

    private static Journal journal(boolean incident) {
        List<Entry> entries = new ArrayList<>(List.of(entry(10, 15_120, new Detail.ShiftStarted(SHIFT))));
        if (incident) {
            entries.add(entry(
                    11,
                    266,
                    new Detail.AlertFired(
                            "api", "API fora do ar", 1, "sem resposta por 2 min", null, NOW.minusSeconds(391), 170)));
            entries.add(entry(12, 220, new Detail.AlertAcknowledged("api", "API fora do ar", 46_000)));
            entries.add(entry(
                    13,
                    266,
                    new Detail.IncidentDeclared(
                            INCIDENT,
                            7,
                            "4.1 API não responde (502/503/504)",
                            1,
                            NOW.minusSeconds(391),
                            "api",
                            "4.1 API não responde (502/503/504)",
                            List.of(SampleRunbook.API))));
            entries.add(entry(
                    14,
                    200,
                    new Detail.RunStarted(RUN, "4.1 API não responde (502/503/504)", 300, "c0ffee", "producao")));
        }
        return Journal.of(entries);
    }

    private static Entry entry(int id, int ago, Detail detail) {
        return new Entry(new UUID(2, id), NOW.minusSeconds(ago), OPERATOR, "mesa", "Loja", "", detail);
    }

    static SystemBoard system(Runbook runbook, Target.Kind kind, boolean trouble) {
        List<ServiceTile> tiles = new ArrayList<>();
        int[] millis = {94, 21, 182, 38, 6, 2};
        for (int i = 0; i < runbook.services().size(); i++) {
            Service service = runbook.services().get(i);
            boolean down = trouble && service.name().equals(SampleRunbook.API);
            tiles.add(tile(
                    service, down, trouble && service.name().equals("Site") ? SampleRunbook.API : null, millis[i]));
        }
        double[] calm = {212, 0.1, 31, 64, 41, 18, 62};
        double[] bad = {3400, 38, 34, 71, 97, 612, 62};
        List<Gauge> gauges = new ArrayList<>();
        for (int i = 0; i < runbook.metrics().size(); i++) {
            gauges.add(gauge(
                    runbook.metrics().get(i), calm[i], trouble ? bad[i] : calm[i], trouble && i == 0 ? 360 : 4 + i));
        }
        return new SystemBoard(
                runbook, target(kind), List.of(), tiles, gauges, alerts(runbook, trouble), List.of(), 1, Trust.FULL);
    }

    private static List<Alert> alerts(Runbook runbook, boolean trouble) {
        List<Alert> alerts = new ArrayList<>();
        for (AlertRule source : runbook.alerts()) {
            Condition condition = source.metric() != null
                    ? new Condition.Measured(source.metric(), plantao.runbook.Comparison.ABOVE, 95)
                    : new Condition.Down(SampleRunbook.API);
            Rule rule = new Rule(
                    source.name(),
                    condition,
                    Duration.ofSeconds(source.forSeconds() == null ? 0 : source.forSeconds()),
                    source);
            alerts.add(Alert.of(rule));
        }
        if (trouble) {
            Instant since = NOW.minusSeconds(391);
            alerts.set(0, new Alert(alerts.get(0).rule(), new Alert.State.Firing(since, since.plusSeconds(120)), null));
            alerts.set(
                    1,
                    new Alert(
                            alerts.get(1).rule(),
                            new Alert.State.Firing(NOW.minusSeconds(64), NOW.minusSeconds(4)),
                            97.0));
            alerts.set(
                    2,
                    new Alert(
                            alerts.get(2).rule(),
                            new Alert.State.Acknowledged(
                                    NOW.minusSeconds(380), NOW.minusSeconds(91), OPERATOR, NOW.minusSeconds(80)),
                            38.0));
            alerts.set(3, new Alert(alerts.get(3).rule(), new Alert.State.Pending(NOW.minusSeconds(130)), 612.0));
        }
        return alerts;
    }

    static ServiceTile tile(Service service, boolean down, @Nullable String cause, int millis) {
        Probe probe = probe(service.name(), ProbeSpec.Subject.SERVICE);
        Trail trail = wave(millis, down ? 391 : 0, 1);
        Instant since = NOW.minusSeconds(down ? 391 : 9000);
        Reading last = down
                ? new Reading.Down(probe.id(), NOW.minusSeconds(4), Duration.ofMillis(30), "GET /health → 502", "")
                : new Reading.Up(probe.id(), NOW.minusSeconds(4), Duration.ofMillis(millis), null, "GET /health → 200");
        Health health = new Health(
                down ? Health.State.DOWN : Health.State.UP,
                since,
                down ? 0 : 900,
                down ? 39 : 0,
                last,
                down ? since : null);
        return new ServiceTile(
                service,
                probe,
                health,
                trail,
                new ServiceTile.Uptime(
                        NOW.minusSeconds(9000), down ? 861 : 900, 900, Duration.ofSeconds(down ? 390 : 0), List.of()),
                List.of(),
                cause);
    }

    private static Gauge gauge(Metric metric, double before, double now, int age) {
        Probe probe = probe(metric.name(), ProbeSpec.Subject.METRIC);
        List<Trail.Point> points = new ArrayList<>(wave(before, 300 + age, 1).points());
        for (int s = 300; s > 0; s -= 30) {
            points.add(new Trail.Point(NOW.minusSeconds(s + age), before + (now - before) * (300 - s) / 270));
        }
        return new Gauge(metric, Scale.of(metric), probe, now, NOW.minusSeconds(age), null, new Trail(points));
    }

    private static Probe probe(String subject, ProbeSpec.Subject of) {
        return new Probe(
                subject,
                subject,
                of,
                new Check.Tcp("127.0.0.1", 1),
                Duration.ofSeconds(10),
                Duration.ofSeconds(5),
                2,
                2);
    }

    /// The last hour, one point every 30 s, up to `gap` seconds ago; then nothing measured when there is a gap.
    private static Trail wave(double around, int gap, double share) {
        List<Trail.Point> points = new ArrayList<>();
        for (int s = 3570; s > 0; s -= 30) {
            double wave = Math.sin(s / 170.0) * 0.06 + Math.sin(s / 41.0) * 0.05 + (s * 7919 % 97) / 1400.0;
            points.add(new Trail.Point(NOW.minusSeconds(s), s < gap ? Double.NaN : around * (1 + wave * share)));
        }
        return new Trail(points);
    }

    private static Target target(Target.Kind kind) {
        String label = switch (kind) {
            case PRODUCTION -> "Produção";
            case STAGING -> "Staging";
            case LOCAL -> "Local";
            case PRACTICE -> "Treino";
        };
        return new Target(
                kind.name().toLowerCase(java.util.Locale.ROOT),
                label,
                kind,
                Map.of(),
                Map.of(),
                new Place("shell local", Path.of("/srv"), true, Map.of(), null));
    }
}
