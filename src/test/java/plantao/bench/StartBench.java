package plantao.bench;

import com.sun.net.httpserver.HttpServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/// From the start of the process to a window that shows its first live reading, against a bare themed window with
/// the same options of the Java machine and a cache of its own, turn by turn. The folder that is opened is trusted
/// and its one service answers at once: no practice stack is started. That one, with its database, is printed
/// apart. Prints figures and judges nothing.
public final class StartBench {
    private static final int ROUNDS = 10;
    private static final int COLD_ROUNDS = 3;
    private static final int LONGEST_SECONDS = 180;

    private final Path root;
    private final Path scratch;

    private StartBench(Path root, Path scratch) {
        this.root = root;
        this.scratch = scratch;
    }

    /// @param arguments the project's folder, the staged program's folder, the jar with [BareWindow]
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path scratch = Files.createTempDirectory("plantao-bench");
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
        try {
            var bench = new StartBench(Path.of(arguments[0]), scratch);
            bench.compare(
                    Path.of(arguments[1]),
                    Path.of(arguments[2]),
                    server.getAddress().getPort());
        } finally {
            server.stop(0);
        }
    }

    private void compare(Path staged, Path bareJar, int port) throws IOException, InterruptedException {
        Path runbook = Files.createDirectories(scratch.resolve("runbook"));
        Files.writeString(
                runbook.resolve("runbook.md"),
                "# Bench\n\n## Services\n\n| Service | URL |\n|---|---|\n| API | http://127.0.0.1:" + port + "/ |\n");
        String plantao = root.resolve("packaging/plantao").toString();
        builder(List.of(plantao, "trust", "--approve", runbook.toString()))
                .start()
                .waitFor();
        List<String> program = List.of(plantao, runbook.toString());
        Path cache = scratch.resolve("bare.aot");
        ready(bare(staged, bareJar, "-XX:AOTCacheOutput=" + cache));
        ready(program); // the first start may build, and reads everything into the system's cache
        var ours = new ArrayList<Long>();
        var bare = new ArrayList<Long>();
        for (int i = 0; i < ROUNDS; i++) {
            bare.add(ready(bare(staged, bareJar, "-XX:AOTCache=" + cache)));
            ours.add(ready(program));
        }
        print("bare window", bare);
        print("first reading", ours);
        System.out.printf(Locale.ROOT, "ratio of the medians: %.2f%n", (double) median(ours) / median(bare));
        var cold = new ArrayList<Long>();
        for (int i = 0; i < COLD_ROUNDS; i++) {
            cold.add(ready(List.of(plantao)));
        }
        print("cold practice", cold);
    }

    private List<String> bare(Path staged, Path bareJar, String cache) throws IOException {
        var jars = new ArrayList<String>(List.of(bareJar.toString()));
        try (var lib = Files.list(staged.resolve("lib"))) {
            lib.map(Path::toString).sorted().forEach(jars::add);
        }
        var words = new ArrayList<String>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "@" + root.resolve("packaging/java.options"),
                "--module-path",
                staged.resolve("javafx").toString(),
                "-cp",
                String.join(":", jars),
                cache));
        words.addAll(screen());
        words.add("plantao.bench.BareWindow"); // not the class itself: here JavaFX is not on the path
        return words;
    }

    /// Without a display both draw into memory.
    private static List<String> screen() {
        return System.getenv("DISPLAY") == null ? List.of("-Dglass.platform=Headless", "-Dprism.order=sw") : List.of();
    }

    /// Milliseconds from before the process is started to its line READY.
    private long ready(List<String> command) throws IOException, InterruptedException {
        var builder = builder(command);
        builder.environment().put("PLANTAO_JAVA_OPTS", "-Dplantao.bench=close " + String.join(" ", screen()));
        long begun = System.nanoTime();
        Process process = builder.start();
        var _ = CompletableFuture.runAsync(
                process::destroyForcibly, CompletableFuture.delayedExecutor(LONGEST_SECONDS, TimeUnit.SECONDS));
        long millis = -1;
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            String line;
            while ((line = lines.readLine()) != null) {
                if (line.startsWith("READY ")) {
                    millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun);
                    break;
                }
            }
        }
        process.waitFor();
        if (millis < 0) {
            throw new IOException("never said READY: " + String.join(" ", command) + "\n"
                    + Files.readString(scratch.resolve("errors.log")));
        }
        return millis;
    }

    /// With folders of its own for what a program keeps, so that nothing of the user's is read or changed.
    private ProcessBuilder builder(List<String> command) {
        var builder = new ProcessBuilder(command)
                .redirectError(scratch.resolve("errors.log").toFile())
                .redirectOutput(ProcessBuilder.Redirect.PIPE);
        for (String kind : List.of("DATA", "CONFIG", "STATE", "CACHE")) {
            builder.environment()
                    .put("XDG_" + kind + "_HOME", scratch.resolve(kind).toString());
        }
        return builder;
    }

    private static void print(String name, List<Long> millis) {
        List<Long> sorted = millis.stream().sorted().toList();
        System.out.printf(
                Locale.ROOT,
                "%-14s median %4d ms, best %4d, worst %4d, of %d starts%n",
                name,
                median(millis),
                sorted.getFirst(),
                sorted.getLast(),
                sorted.size());
    }

    private static long median(List<Long> millis) {
        return millis.stream().sorted().toList().get(millis.size() / 2);
    }
}
