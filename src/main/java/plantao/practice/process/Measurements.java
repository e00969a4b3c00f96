package plantao.practice.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.IntSupplier;
import java.util.stream.Stream;

/// What a process measures on itself, in the Prometheus text format 0.0.4
/// (prometheus.io/docs/instrumenting/exposition_formats).
final class Measurements {
    private static final double[] BOUNDS = {
        0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 0.75, 1, 1.5, 2, 2.5, 3, 4, 5, 7.5, 10
    };

    private final Launch launch;
    private final IntSupplier connections;
    private final Map<String, LongAdder> requests = new TreeMap<>();
    private final Map<String, Histogram> durations = new TreeMap<>();

    /// @param connections how many database connections are in use
    Measurements(Launch launch, IntSupplier connections) {
        this.launch = launch;
        this.connections = connections;
        launch.spec().routes().forEach(route -> {
            durations.put(route.name(), new Histogram());
            for (int kind = 2; kind <= 5; kind++) {
                requests.put(labels(route.name(), kind), new LongAdder());
            }
        });
    }

    private static String labels(String route, int kind) {
        return "{route=\"" + route + "\",status=\"" + kind + "xx\"}";
    }

    /// Counts a finished request.
    void finished(String route, int status, double seconds) {
        LongAdder count = requests.get(labels(route, Math.clamp(status / 100, 2, 5)));
        Histogram histogram = durations.get(route);
        if (count != null && histogram != null) {
            count.increment();
            histogram.add(seconds);
        }
    }

    /// Everything as text.
    String text() {
        var text = new StringBuilder();
        head(text, "http_requests_total", "counter", "Requests answered, by route and class of status.");
        requests.forEach((labels, count) -> text.append("http_requests_total")
                .append(labels)
                .append(' ')
                .append(count)
                .append('\n'));
        head(text, "http_request_duration_seconds", "histogram", "Time from a request's arrival to its answer.");
        durations.forEach((route, histogram) -> histogram.append(text, route));
        Duration cpu = ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
        value(text, "process_cpu_seconds_total", "counter", "Processor time used.", cpu.toNanos() / 1e9);
        value(text, "db_pool_in_use", "gauge", "Database connections in use.", connections.getAsInt());
        value(
                text,
                "db_pool_size",
                "gauge",
                "Database connections kept.",
                launch.spec().connections());
        long memory = residentBytes();
        value(text, "process_resident_memory_bytes", "gauge", "Memory in use.", memory);
        double limit = launch.spec().memoryMegabytes() * 1048576.0;
        value(text, "process_memory_limit_bytes", "gauge", "Memory the process may use.", limit);
        value(text, "process_memory_used_ratio", "gauge", "Part of that in use.", memory / limit);
        long disk = folderBytes(Path.of(launch.disk()));
        double size = launch.diskMegabytes() * 1048576.0;
        value(text, "disk_size_bytes", "gauge", "Size of the practice disk.", size);
        value(text, "disk_used_bytes", "gauge", "Bytes of all files on it.", disk);
        value(text, "disk_used_ratio", "gauge", "Part of that in use.", disk / size);
        return text.toString();
    }

    /// The samples of a page as one JSON object, by name and labels.
    static String json(String text) {
        return text.lines()
                .filter(l -> !l.startsWith("#") && l.contains(" "))
                .map(l -> "\"" + l.substring(0, l.lastIndexOf(' ')).replace("\"", "'") + "\":"
                        + l.substring(l.lastIndexOf(' ') + 1).replace("+Inf", "null"))
                .collect(java.util.stream.Collectors.joining(",", "{", "}\n"));
    }

    private static void head(StringBuilder text, String name, String type, String about) {
        text.append("# HELP ")
                .append(name)
                .append(' ')
                .append(about)
                .append("\n# TYPE ")
                .append(name)
                .append(' ');
        text.append(type).append('\n');
    }

    private static void value(StringBuilder text, String name, String type, String about, double value) {
        head(text, name, type, about);
        text.append(name).append(' ').append(value).append('\n');
    }

    /// The resident set from /proc (proc(5), `VmRSS` in kB); without /proc the heap in use.
    private static long residentBytes() {
        try (Stream<String> lines = Files.lines(Path.of("/proc/self/status"))) {
            return lines.filter(l -> l.startsWith("VmRSS:"))
                    .mapToLong(l -> Long.parseLong(l.replaceAll("\\D", "")) * 1024)
                    .findFirst()
                    .orElseGet(Measurements::heapBytes);
        } catch (IOException e) {
            return heapBytes();
        }
    }

    private static long heapBytes() {
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private static long folderBytes(Path folder) {
        long sum = 0;
        try (Stream<Path> entries = Files.list(folder)) {
            for (Path entry : entries.toList()) {
                if (Files.isSymbolicLink(entry)) {
                    continue;
                }
                sum += Files.isDirectory(entry)
                        ? folderBytes(entry)
                        : entry.toFile().length();
            }
        } catch (IOException e) {
            return sum; // a folder that is gone by now takes no space
        }
        return sum;
    }

    /// Counts by upper bound.
    private static final class Histogram {
        private final long[] counts = new long[BOUNDS.length];
        private long count;
        private double sum;

        synchronized void add(double seconds) {
            count++;
            sum += seconds;
            for (int i = BOUNDS.length - 1; i >= 0 && seconds <= BOUNDS[i]; i--) {
                counts[i]++;
            }
        }

        synchronized void append(StringBuilder text, String route) {
            String bucket = "http_request_duration_seconds_bucket{route=\"" + route + "\",le=\"";
            for (int i = 0; i < BOUNDS.length; i++) {
                text.append(bucket)
                        .append(BOUNDS[i])
                        .append("\"} ")
                        .append(counts[i])
                        .append('\n');
            }
            text.append(bucket).append("+Inf\"} ").append(count).append('\n');
            String label = "{route=\"" + route + "\"} ";
            text.append("http_request_duration_seconds_sum")
                    .append(label)
                    .append(sum)
                    .append('\n');
            text.append("http_request_duration_seconds_count")
                    .append(label)
                    .append(count)
                    .append('\n');
        }
    }
}
