package plantao.practice;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/// What the parts' processes use of the machine.
final class Usage {
    private static final long SAMPLE_MILLIS = 500;

    private Usage() {}

    /// Processor and memory of each part that runs, over half a second.
    static String stats(List<Part> parts) throws InterruptedException {
        Map<String, Duration> before = new HashMap<>();
        parts.forEach(p -> before.put(p.name(), processor(p.running().pid())));
        Thread.sleep(SAMPLE_MILLIS);
        var text = new StringBuilder(String.format("%-22s %-9s %s%n", "NAME", "CPU %", "MEM USAGE / LIMIT"));
        for (Part part : parts) {
            Long pid = part.running().pid();
            if (pid == null) {
                continue;
            }
            Duration used = processor(pid).minus(before.getOrDefault(part.name(), Duration.ZERO));
            text.append(String.format(
                    Locale.ROOT,
                    "%-22s %-9s %s%n",
                    Containers.called(part) + "-1",
                    String.format(Locale.ROOT, "%.1f%%", 100.0 * used.toMillis() / SAMPLE_MILLIS),
                    megabytes(pid) + "MiB"
                            + (part instanceof ManagedProcess unit
                                    ? " / " + unit.spec().memoryMegabytes() + "MiB"
                                    : "")));
        }
        return text.toString();
    }

    /// The process of each part that runs.
    static String processes(List<Part> parts) {
        var text = new StringBuilder(String.format("%-22s %-8s %-10s %s%n", "NAME", "PID", "RSS", "COMMAND"));
        for (Part part : parts) {
            Long pid = part.running().pid();
            if (pid != null) {
                text.append(String.format(
                        "%-22s %-8d %-10s %s%n",
                        Containers.called(part) + "-1", pid, megabytes(pid) + "MiB", part.name()));
            }
        }
        return text.toString();
    }

    private static Duration processor(@org.jspecify.annotations.Nullable Long pid) {
        return pid == null
                ? Duration.ZERO
                : ProcessHandle.of(pid)
                        .flatMap(h -> h.info().totalCpuDuration())
                        .orElse(Duration.ZERO);
    }

    /// The resident set (proc(5), `VmRSS` in kB); 0 where there is no /proc.
    private static long megabytes(long pid) {
        try (Stream<String> lines = Files.lines(Path.of("/proc/" + pid + "/status"))) {
            return lines.filter(l -> l.startsWith("VmRSS:"))
                    .mapToLong(l -> Long.parseLong(l.replaceAll("\\D", "")) / 1024)
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            return 0;
        }
    }
}
