package plantao.practice;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import plantao.values.Place;
import plantao.values.Target;
import plantao.values.Variable;

/// A started stack of the first runbook, and ways to look at it as an operator does.
final class Stand implements AutoCloseable {
    static final Path FOLDER = Path.of("runbooks/ouvify/practice");
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    final CopyOnWriteArrayList<PracticeEvent> events = new CopyOnWriteArrayList<>();
    final PracticeStack stack;
    private final HttpClient http = HttpClient.newHttpClient();

    Stand(Path scratch) throws Exception {
        this(FOLDER, scratch);
    }

    /// A stack of another runbook.
    Stand(Path folder, Path scratch) throws Exception {
        this.stack = PracticeStack.start(folder, scratch, Clock.systemUTC(), events::add);
    }

    /// What a command printed and how it ended.
    record Ran(String out, int exit) {}

    /// Runs a command in the stack's place as a step does.
    Ran run(String command) throws Exception {
        Target target = stack.target();
        Place place = target.place();
        assertThat(place.inherits()).isFalse();
        var builder = new ProcessBuilder("/bin/sh", "-c", command)
                .directory(place.folder().toFile())
                .redirectErrorStream(true);
        builder.environment().clear();
        builder.environment().putAll(place.environment());
        for (Variable variable : target.variables().values()) {
            builder.environment().put(variable.name(), variable.value());
        }
        Process process = builder.start();
        process.getOutputStream().close();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ran(out, process.waitFor());
    }

    /// The status behind an address of the runbook, and its body.
    HttpResponse<String> get(String address) throws IOException, InterruptedException {
        String here = address;
        for (var entry : stack.target().substitutions().entrySet()) {
            if (here.startsWith(entry.getKey())) {
                here = entry.getValue() + here.substring(entry.getKey().length());
                break;
            }
        }
        return http.send(
                HttpRequest.newBuilder(URI.create(here))
                        .timeout(Duration.ofSeconds(20))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    /// The sum of the samples whose line starts so.
    double metric(String address, String start) throws Exception {
        return get(address)
                .body()
                .lines()
                .filter(l -> l.startsWith(start))
                .mapToDouble(l -> Double.parseDouble(l.substring(l.lastIndexOf(' ') + 1)))
                .sum();
    }

    PartStatus part(String name) {
        return stack.describe().stream()
                .filter(r -> r.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /// Waits until this holds; fails with `what` when it does not in good time.
    static void until(String what, Callable<Boolean> holds) throws Exception {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!holds.call()) {
            assertThat(System.nanoTime()).as("did not happen: " + what).isLessThan(end);
            Thread.sleep(50);
        }
    }

    @Override
    public void close() {
        stack.close();
    }
}
