package plantao.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import plantao.Console;
import plantao.alert.Alert;
import plantao.desk.Board;
import plantao.desk.Event;
import plantao.desk.SystemBoard;
import plantao.journal.Silence;
import plantao.store.Folders;

/// The console with the real Prometheus and Alertmanager: a metric with its last hour from the one, an alert from
/// the other, acknowledged here and silenced there. Prints how long each took; ends with 1 when one did not come
/// about.
public final class EnginesBench {
    private static final Duration LONGEST = Duration.ofSeconds(90);
    private static final String ALERT = "ApiDoesNotAnswer";

    private final Path scratch;
    private final List<Process> started = new ArrayList<>();

    private EnginesBench(Path scratch) {
        this.scratch = scratch;
    }

    /// @param arguments are not looked at
    public static void main(String[] arguments) throws Exception {
        Path prometheus = Peers.find("prometheus");
        Path alertmanager = Peers.find("prometheus-alertmanager");
        if (prometheus == null || alertmanager == null) {
            System.out.println("Prometheus and Alertmanager are not here: apt-get install prometheus"
                    + " prometheus-alertmanager (or set PLANTAO_PEERS to a folder that has them)");
            System.exit(2);
            return;
        }
        EnginesBench bench = new EnginesBench(Files.createTempDirectory("plantao-bench"));
        try {
            bench.run(prometheus, alertmanager);
        } finally {
            bench.started.forEach(Process::destroyForcibly);
        }
    }

    private void run(Path prometheus, Path alertmanager) throws Exception {
        int port = Peers.freePort();
        int alerts = Peers.freePort();
        configure(alerts);
        Peers peers = new Peers(scratch);
        started.add(peers.start(
                alertmanager,
                "--config.file=" + scratch.resolve("alertmanager.yml"),
                "--storage.path=" + scratch.resolve("alertmanager"),
                "--cluster.listen-address=",
                "--web.listen-address=127.0.0.1:" + alerts));
        started.add(peers.start(
                prometheus,
                "--config.file=" + scratch.resolve("prometheus.yml"),
                "--storage.tsdb.path=" + scratch.resolve("tsdb"),
                "--web.listen-address=127.0.0.1:" + port));
        peers.await(alerts, "/api/v2/alerts", ALERT);
        Path folder = runbook(port, alerts);
        Path kept = scratch.resolve("kept");
        trust(folder, kept);
        Folders folders = new Folders(
                kept.resolve("data"), kept.resolve("plantao"), kept.resolve("cache"), kept.resolve("state"));
        try (Console console = new Console(new Console.Setup(folders, kept, Map.of(), InstantSource.system(), "Ana"))) {
            console.open(List.of(folder));
            String name = console.board().systems().getFirst().name();
            await(console, "a metric with its value", s -> s.gauges().stream().anyMatch(g -> g.value() != null));
            await(
                    console,
                    "the metric's earlier values",
                    s -> s.gauges().stream().anyMatch(g -> g.trail().points().size() > 2));
            await(
                    console,
                    "the alert, with its playbook",
                    s -> alert(s) != null
                            && alert(s).firing()
                            && alert(s).rule().source().playbook() != null);
            String id = alert(console.board().systems().getFirst()).rule().id();
            silenced(console, peers, alerts, name, Silence.Scope.ALERT, id);
            silenced(console, peers, alerts, name, Silence.Scope.SERVICE, "API");
            silenced(console, peers, alerts, name, Silence.Scope.ALL, "");
            await(console, "the alert again", s -> alert(s) != null && alert(s).unacknowledged());
            Alert alert = alert(console.board().systems().getFirst());
            console.send(new Event.Acknowledge(name, alert.rule().id()));
            long begun = System.nanoTime();
            peers.await(alerts, "/api/v2/alerts", "\"state\":\"suppressed\"");
            say("acknowledged here, silenced there", begun);
            Board board = console.board();
            if (!(alert(board.systems().getFirst()).state() instanceof Alert.State.Acknowledged)) {
                throw new IOException("the alert is not acknowledged on the board");
            }
        }
    }

    /// A silence of more than one alert covers this one there, and no longer once it was lifted here.
    private static void silenced(
            Console console, Peers peers, int alerts, String name, Silence.Scope scope, String subject)
            throws IOException, InterruptedException {
        long begun = System.nanoTime();
        console.send(
                new Event.SilenceAlerts(name, scope, subject, Instant.now().plus(Duration.ofHours(1)), "bench", false));
        peers.await(alerts, "/api/v2/alerts", "\"state\":\"suppressed\"");
        say(scope + " silenced here, suppressed there", begun);
        begun = System.nanoTime();
        Silence silence = console.board().journal().silences(name).getLast();
        console.send(new Event.LiftSilence(name, silence.id()));
        peers.await(alerts, "/api/v2/alerts", "\"state\":\"active\"");
        say(scope + " lifted here, active there", begun);
    }

    private static @org.jspecify.annotations.Nullable Alert alert(SystemBoard system) {
        return system.alerts().stream()
                .filter(a -> a.rule().name().startsWith(ALERT))
                .findFirst()
                .orElse(null);
    }

    private static void await(Console console, String what, Predicate<SystemBoard> there)
            throws IOException, InterruptedException {
        long begun = System.nanoTime();
        while (!there.test(console.board().systems().getFirst())) {
            if (System.nanoTime() - begun > LONGEST.toNanos()) {
                throw new IOException(
                        "never on the board: " + what + "; " + console.board().notices());
            }
            TimeUnit.MILLISECONDS.sleep(50);
        }
        say(what, begun);
    }

    private static void say(String what, long begun) {
        System.out.printf(Locale.ROOT, "%-36s %.1f s%n", what, (System.nanoTime() - begun) / 1e9);
    }

    private void configure(int alerts) throws IOException {
        Files.writeString(scratch.resolve("alertmanager.yml"), """
                route: {receiver: none}
                receivers: [{name: none}]
                """);
        Files.writeString(scratch.resolve("rules.yml"), """
                groups:
                  - name: bench
                    interval: 1s
                    rules:
                      - alert: %s
                        expr: vector(1)
                        labels: {severity: critical, job: API}
                        annotations: {summary: nobody answers, runbook_url: 'https://x.example/r.md#api-does-not-answer'}
                """.formatted(ALERT));
        Files.writeString(scratch.resolve("prometheus.yml"), """
                global: {scrape_interval: 1s, evaluation_interval: 1s}
                rule_files: [%s]
                alerting: {alertmanagers: [{static_configs: [{targets: ['127.0.0.1:%d']}]}]}
                """.formatted(scratch.resolve("rules.yml"), alerts));
    }

    private Path runbook(int port, int alerts) throws IOException {
        Path folder = Files.createDirectories(scratch.resolve("runbook"));
        Files.writeString(folder.resolve("runbook.md"), """
                # Bench

                ## Services

                | Service | URL |
                |---|---|
                | API | http://127.0.0.1:9/ |

                ## Metrics

                | Metric | Warning | Critical |
                |---|---|---|
                | Load | > 5 | > 9 |

                ## Incidents

                ### API does not answer

                **Symptoms:**
                - nothing

                **Diagnosis:**
                1. Look
                """);
        Files.writeString(folder.resolve("console.yaml"), """
                metrics:
                  Load:
                    prometheus: {url: 'http://127.0.0.1:%d', query: 'vector(3)'}
                    interval: 2s
                alertmanager: {url: 'http://127.0.0.1:%d', interval: 2s, silence: 1h}
                """.formatted(port, alerts));
        return folder;
    }

    private void trust(Path folder, Path kept) throws IOException, InterruptedException {
        ProcessBuilder trust =
                new ProcessBuilder(ProbeBench.java(plantao.Main.class, "trust", "--approve", folder.toString()));
        trust.environment().put("XDG_CONFIG_HOME", Files.createDirectories(kept).toString());
        Path log = scratch.resolve("trust.log");
        if (trust.redirectErrorStream(true).redirectOutput(log.toFile()).start().waitFor() != 0) {
            throw new IOException(Files.readString(log));
        }
    }
}
