package plantao.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// 500 HTTP services probed every 15 s for a minute: by the console without its window, then by Debian's
/// `prometheus-blackbox-exporter` and `prometheus` together on the same targets. CPU per probe, memory, the time
/// until all have been probed once, and from the end of a service to its alert (which holds 10 s). Prints figures
/// and judges nothing.
public final class ProbeBench {
    static final int SERVICES = 500;
    static final int INTERVAL_SECONDS = 15;
    static final int HOLD_SECONDS = 10;
    private static final int LONGEST_SECONDS = 120;

    private final Path scratch;
    private final List<Process> started = new java.util.concurrent.CopyOnWriteArrayList<>();
    private final int seconds;

    private ProbeBench(Path scratch, int seconds) {
        this.scratch = scratch;
        this.seconds = seconds;
    }

    /// @param arguments the project's folder, the staged program's folder, the benches' jar, and perhaps how many
    /// seconds to measure
    public static void main(String[] arguments) throws Exception {
        int seconds = arguments.length > 3 ? Integer.parseInt(arguments[3]) : 60;
        ProbeBench bench = new ProbeBench(Files.createTempDirectory("plantao-bench"), seconds);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> bench.started.forEach(Process::destroyForcibly)));
        try {
            bench.ours();
            bench.theirs();
        } finally {
            bench.started.forEach(Process::destroyForcibly);
        }
    }

    /// A process whose lines are waited for.
    private final class Spoken {
        private final Process process;
        private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
        private final Map<String, Integer> passed = new HashMap<>();

        Spoken(List<String> command) throws IOException {
            process = new ProcessBuilder(command)
                    .redirectError(scratch.resolve("errors.log").toFile())
                    .start();
            started.add(process);
            Thread.ofPlatform().daemon().start(() -> {
                try (BufferedReader reader = process.inputReader(StandardCharsets.UTF_8)) {
                    reader.lines().forEach(lines::add);
                } catch (IOException | java.io.UncheckedIOException e) {
                    // it has ended
                }
            });
        }

        /// Milliseconds since `begun` when a line came that begins so.
        long until(String word, long begun) throws InterruptedException, IOException {
            line(word);
            return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun);
        }

        /// How often it has said `FIRED` and nobody read it. Returns when it is quiet; what else it has said is
        /// forgotten.
        long quiet() throws InterruptedException, IOException {
            List<String> said = new ArrayList<>();
            lines.drainTo(said);
            said.forEach(l -> passed.merge(l, 1, Integer::sum));
            int fired = passed.getOrDefault("FIRED", 0);
            if (fired > passed.getOrDefault("QUIET", 0)) {
                line("QUIET");
            }
            return fired;
        }

        String line(String word) throws InterruptedException, IOException {
            while (true) {
                String line = lines.poll(LONGEST_SECONDS, TimeUnit.SECONDS);
                if (line == null) {
                    throw new IOException("never said " + word + ": "
                            + process.info().command().orElse("?") + "\n"
                            + Files.readString(scratch.resolve("errors.log")));
                }
                if (line.startsWith(word)) {
                    return line.substring(word.length()).strip();
                }
                passed.merge(line, 1, Integer::sum);
            }
        }

        long readings() throws IOException, InterruptedException {
            process.getOutputStream().write('\n');
            process.getOutputStream().flush();
            return Long.parseLong(line("READINGS"));
        }
    }

    static List<String> java(Class<?> main, String... arguments) {
        List<String> words = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=4",
                "-Xmx512m",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        words.addAll(List.of(arguments));
        return words;
    }

    private void ours() throws IOException, InterruptedException {
        Spoken targets = new Spoken(java(ProbeTargets.class));
        Spoken victim = new Spoken(java(ProbeTargets.class));
        Path folder = Files.createDirectories(scratch.resolve("runbook"));
        String kept = scratch.resolve("kept").toString();
        runbook(folder, targets.line("PORT"), victim.line("PORT"));
        ProcessBuilder trust = new ProcessBuilder(java(plantao.Main.class, "trust", "--approve", folder.toString()));
        trust.environment().put("XDG_CONFIG_HOME", kept);
        trust.redirectErrorStream(true)
                .redirectOutput(scratch.resolve("trust.log").toFile());
        if (trust.start().waitFor() != 0) {
            throw new IOException(Files.readString(scratch.resolve("trust.log")));
        }
        Files.move(Path.of(kept, "plantao"), Path.of(kept, "config"));
        Spoken console = new Spoken(java(ProbeConsole.class, folder.toString(), kept));
        console.line("OPEN");
        long open = System.nanoTime();
        String up = console.line("ALL");
        long all = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - open);
        Thread.sleep(Duration.ofSeconds(INTERVAL_SECONDS)); // what is done once is over
        Duration cpu = ProcessFigures.cpu(console.process.toHandle());
        long readings = console.readings();
        Thread.sleep(Duration.ofSeconds(seconds));
        Duration used = ProcessFigures.cpu(console.process.toHandle()).minus(cpu);
        long probes = console.readings() - readings;
        long memory = ProcessFigures.residentMebibytes(console.process.toHandle());
        long early = console.quiet();
        if (early > 0) {
            System.out.println(
                    "fired " + early + " times before anything was killed: the machine is too busy for this");
        }
        long killed = System.nanoTime();
        victim.process.destroyForcibly();
        long fired = console.until("FIRED", killed);
        print("plantao", used, probes, memory, all + " ms (" + up + " up)", fired);
        console.process.destroy();
        targets.process.destroyForcibly();
    }

    private static void runbook(Path folder, String port, String victimPort) throws IOException {
        StringBuilder table = new StringBuilder("# Bench\n\n## Services\n\n| Service | URL |\n|---|---|\n");
        StringBuilder config = new StringBuilder("services:\n");
        for (int i = 0; i < SERVICES; i++) {
            String url = i == 0 ? "http://127.0.0.1:" + victimPort + "/" : "http://127.0.0.1:" + port + "/t/" + i;
            String name = i == 0 ? "Victim" : "Service " + i;
            table.append("| ").append(name).append(" | ").append(url).append(" |\n");
            config.append("  ")
                    .append(name)
                    .append(": {http: \"")
                    .append(url)
                    .append("\", interval: ")
                    .append(INTERVAL_SECONDS)
                    .append("s, timeout: 5s, failures: 1}\n");
        }
        table.append("\n## Alerts\n\n| Alert | Condition | Severity |\n|---|---|---|\n")
                .append("| Victim is down | Victim is down for ")
                .append(HOLD_SECONDS)
                .append(" s | P1 |\n");
        Files.writeString(folder.resolve("runbook.md"), table);
        Files.writeString(folder.resolve("console.yaml"), config);
    }

    private void theirs() throws IOException, InterruptedException {
        Path exporter = Peers.find("prometheus-blackbox-exporter");
        Path prometheus = Peers.find("prometheus");
        if (exporter == null || prometheus == null) {
            System.out.println("prometheus and its blackbox exporter are not here: apt-get install prometheus"
                    + " prometheus-blackbox-exporter (or set PLANTAO_PEERS to a folder that has them)");
            return;
        }
        Spoken targets = new Spoken(java(ProbeTargets.class));
        Spoken victim = new Spoken(java(ProbeTargets.class));
        Peers peers = new Peers(scratch);
        int exporterPort = Peers.freePort();
        int port = Peers.freePort();
        peers.configure(exporterPort, targets.line("PORT"), victim.line("PORT"));
        Process blackbox = peers.start(
                exporter,
                "--config.file=" + scratch.resolve("blackbox.yml"),
                "--web.listen-address=127.0.0.1:" + exporterPort);
        started.add(blackbox);
        long open = System.nanoTime();
        Process server = peers.start(
                prometheus,
                "--config.file=" + scratch.resolve("prometheus.yml"),
                "--storage.tsdb.path=" + scratch.resolve("tsdb"),
                "--web.listen-address=127.0.0.1:" + port);
        started.add(server);
        peers.await(port, "/api/v1/query?query=count(probe_success)", "\"" + SERVICES + "\"");
        long all = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - open);
        Thread.sleep(Duration.ofSeconds(INTERVAL_SECONDS));
        Duration cpu = ProcessFigures.cpu(blackbox.toHandle()).plus(ProcessFigures.cpu(server.toHandle()));
        Thread.sleep(Duration.ofSeconds(seconds));
        Duration used = ProcessFigures.cpu(blackbox.toHandle())
                .plus(ProcessFigures.cpu(server.toHandle()))
                .minus(cpu);
        long memory = ProcessFigures.residentMebibytes(blackbox.toHandle())
                + ProcessFigures.residentMebibytes(server.toHandle());
        peers.await(port, "/api/v1/alerts", "\"alerts\":[]");
        long killed = System.nanoTime();
        victim.process.destroyForcibly();
        peers.await(port, "/api/v1/alerts", "\"state\":\"firing\"");
        long fired = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - killed);
        print("blackbox + prometheus", used, (long) SERVICES * seconds / INTERVAL_SECONDS, memory, all + " ms", fired);
    }

    private void print(String name, Duration cpu, long probes, long memory, @Nullable String all, long fired) {
        System.out.printf(
                Locale.ROOT,
                "%-22s %5.2f ms CPU per probe (%d probes, %.1f s CPU in %d s), %d MiB, all probed once after %s,"
                        + " killed -> firing %.1f s (hold %d s, interval %d s)%n",
                name,
                cpu.toNanos() / 1e6 / Math.max(1, probes),
                probes,
                cpu.toMillis() / 1e3,
                seconds,
                memory,
                all,
                fired / 1e3,
                HOLD_SECONDS,
                INTERVAL_SECONDS);
    }
}
