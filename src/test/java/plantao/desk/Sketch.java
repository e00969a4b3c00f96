package plantao.desk;

import java.util.List;
import java.util.Map;
import plantao.runbook.*;

/// A small runbook made by hand: two services, one metric, two alerts, one playbook, one checklist.
final class Sketch {
    private Sketch() {}

    static final Origin LINE = new Origin("runbook.md", 10);

    static Runbook runbook() {
        return runbook(settings());
    }

    static Settings settings() {
        return new Settings(
                null,
                List.of(
                        probe("API", ProbeSpec.Subject.SERVICE, "http", Map.of("url", "http://api.example/health")),
                        probe(
                                "Database",
                                ProbeSpec.Subject.SERVICE,
                                "tcp",
                                Map.of("host", "db.example", "port", "5432")),
                        probe(
                                "Queue",
                                ProbeSpec.Subject.METRIC,
                                "redis",
                                Map.of("host", "redis.example", "port", "6379", "command", "LLEN q"))),
                List.of(),
                List.of(),
                Map.of(),
                Map.of("API", List.of("Database")),
                Map.of(),
                null);
    }

    /// The same with other settings.
    static Runbook runbook(Settings settings) {
        Metric queue = new Metric(
                "Queue",
                null,
                null,
                null,
                new Bound(Comparison.BELOW, 50, null, null, "< 50"),
                new Bound(Comparison.ABOVE, 500, null, null, "> 500"),
                new Bound(Comparison.ABOVE, 1000, null, null, "> 1000"),
                LINE);
        AlertRule down = new AlertRule(
                "API down",
                "critical",
                1,
                "no answer for 2 min",
                null,
                "API",
                null,
                null,
                null,
                null,
                120,
                null,
                new PlaybookLink("API does not answer", new Origin("runbook.md", 40), "same service"),
                List.of(),
                LINE);
        AlertRule full = new AlertRule(
                "Queue > 1000",
                "high",
                2,
                "Queue > 1000",
                "Queue",
                null,
                null,
                Comparison.ABOVE,
                1000.0,
                null,
                null,
                null,
                null,
                List.of(),
                LINE);
        Command look = new Command(
                "curl -sf http://api.example/health",
                "bash",
                Runner.SHELL,
                Risk.SAFE,
                false,
                List.of(),
                List.of(),
                LINE);
        Command restart = new Command(
                "ctl restart {unit}", "bash", Runner.SHELL, Risk.DISRUPTIVE, false, List.of(), List.of("{unit}"), LINE);
        Playbook playbook = new Playbook(
                "API does not answer",
                null,
                1,
                null,
                null,
                List.of(new NotedLine("502 on the site", LINE)),
                List.of(new NotedLine("Bad deploy", LINE)),
                List.of(
                        step(Phase.DIAGNOSIS, "Look at the API", look),
                        step(Phase.DIAGNOSIS, "Ask the team"),
                        step(Phase.RESOLUTION, "Restart", restart)),
                List.of(),
                new Origin("runbook.md", 40));
        Checklist start = new Checklist(
                "Start of shift",
                List.of(),
                "shift-start",
                null,
                List.of(new Checklist.Item(
                        "Read the handoff", false, List.of(), List.of(), new Origin("runbook.md", 60))),
                List.of(),
                LINE);
        return new Runbook(
                "sketch",
                List.of("sketch.md"),
                Map.of(),
                "Sketch",
                "Sketch",
                null,
                null,
                null,
                "en",
                "cafe",
                List.of(service("API"), service("Database")),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(queue),
                List.of(down, full),
                List.of(),
                List.of(playbook),
                List.of(),
                List.of(start),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null,
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Diagram.NONE,
                settings,
                List.of(),
                new Coverage(1, 1, 0));
    }

    private static ProbeSpec probe(String subject, ProbeSpec.Subject of, String kind, Map<String, String> settings) {
        return new ProbeSpec(subject, of, kind, settings, java.time.Duration.ofSeconds(10), null, 2, 2, LINE);
    }

    static Service service(String name) {
        return new Service(name, null, null, null, "99.9%", null, LINE);
    }

    private static Step step(Phase phase, String title, Command... commands) {
        return new Step(
                null,
                phase,
                title,
                null,
                commands.length == 0,
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of(commands),
                LINE);
    }
}
