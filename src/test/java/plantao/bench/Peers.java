package plantao.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// The programs of others that the console is measured beside, or tried with.
final class Peers {
    private static final Duration LONGEST = Duration.ofSeconds(120);

    private final Path scratch;
    private final HttpClient http = HttpClient.newHttpClient();

    Peers(Path scratch) {
        this.scratch = scratch;
    }

    /// Where a program is: in the folder that PLANTAO_PEERS names, or on the PATH; null when nowhere.
    static @Nullable Path find(String program) {
        String all = System.getenv().getOrDefault("PLANTAO_PEERS", "") + ":"
                + System.getenv().getOrDefault("PATH", "");
        return Arrays.stream(all.split(":"))
                .filter(f -> !f.isEmpty())
                .map(f -> Path.of(f, program))
                .filter(Files::isExecutable)
                .findFirst()
                .orElse(null);
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    Process start(Path program, String... arguments) throws IOException {
        List<String> words = new ArrayList<>(List.of(program.toString()));
        words.addAll(List.of(arguments));
        Path log = scratch.resolve(program.getFileName() + ".log");
        return new ProcessBuilder(words)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
    }

    /// Waits until the answer of an address holds a text.
    void await(int port, String path, String text) throws IOException, InterruptedException {
        long end = System.nanoTime() + LONGEST.toNanos();
        String last = "";
        while (System.nanoTime() < end) {
            try {
                HttpRequest request = HttpRequest.newBuilder(
                                URI.create("http://127.0.0.1:" + port + path.replace("==", "%3D%3D")))
                        .timeout(Duration.ofSeconds(5))
                        .build();
                last = http.send(request, HttpResponse.BodyHandlers.ofString()).body();
                if (last.contains(text)) {
                    return;
                }
            } catch (IOException e) {
                last = String.valueOf(e.getMessage()); // not up yet
            }
            TimeUnit.MILLISECONDS.sleep(200);
        }
        throw new IOException(path + " never held " + text + ", but: " + last);
    }

    void configure(int exporterPort, String port, String victimPort) throws IOException {
        StringBuilder targets = new StringBuilder("['http://127.0.0.1:" + victimPort + "/'");
        for (int i = 1; i < ProbeBench.SERVICES; i++) {
            targets.append(", 'http://127.0.0.1:")
                    .append(port)
                    .append("/t/")
                    .append(i)
                    .append("'");
        }
        Files.writeString(scratch.resolve("blackbox.yml"), """
                modules:
                  http_2xx: {prober: http, timeout: 5s, http: {preferred_ip_protocol: ip4}}
                """);
        Files.writeString(scratch.resolve("rules.yml"), """
                groups:
                  - name: bench
                    interval: 5s
                    rules:
                      - {alert: Down, expr: probe_success == 0, for: %ds}
                """.formatted(ProbeBench.HOLD_SECONDS));
        Files.writeString(scratch.resolve("prometheus.yml"), """
                global: {scrape_interval: %ds, scrape_timeout: 6s, evaluation_interval: 5s}
                rule_files: [%s]
                scrape_configs:
                  - job_name: probes
                    metrics_path: /probe
                    params: {module: [http_2xx]}
                    static_configs:
                      - targets: %s]
                    relabel_configs:
                      - {source_labels: [__address__], target_label: __param_target}
                      - {source_labels: [__param_target], target_label: instance}
                      - {target_label: __address__, replacement: '127.0.0.1:%d'}
                """.formatted(
                        ProbeBench.INTERVAL_SECONDS, scratch.resolve("rules.yml"), targets, exporterPort));
    }
}
