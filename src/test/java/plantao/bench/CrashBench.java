package plantao.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import plantao.journal.Detail;
import plantao.journal.Entry;
import plantao.store.Ids;
import plantao.store.JournalStore;
import plantao.store.Log;
import plantao.store.StoreException;

/// A writer that is killed with `kill -9` at random moments, again and again on the same log: how many entries it
/// was told are saved are missing afterwards, and whether the chain and what is derived hold. The same on a disk
/// that is full (a small tmpfs; only root can mount one). Ends with 1 when anything is missing.
public final class CrashBench {
    private static final int TIMES = 200;
    private static final int PER_LOG = 10;
    private static final int FULL_TIMES = 8;
    private static final int LONGEST_MILLIS = 800;

    private final Random random = new Random();
    private int kills;
    private int told;
    private int missing;
    private int unsound;

    private CrashBench() {}

    /// @param arguments the project's folder, two that are for other measurements, then how often if not 200 times,
    /// or
    ///     `write FOLDER`
    public static void main(String[] arguments) throws IOException, InterruptedException {
        if (arguments.length > 4 && arguments[3].equals("write")) {
            write(Path.of(arguments[4]));
            return;
        }
        int times = arguments.length > 3 ? Integer.parseInt(arguments[3]) : TIMES;
        Path temp = Files.createTempDirectory("plantao-bench-crash");
        boolean good;
        try {
            CrashBench killed = new CrashBench();
            Set<UUID> known = new HashSet<>();
            Path folder = temp;
            for (int i = 0; i < times; i++) {
                if (i % PER_LOG == 0) {
                    known.clear();
                    folder = temp.resolve("log" + i);
                }
                known.addAll(killed.kill(folder, false));
                killed.check(folder, known);
            }
            killed.print("killed");
            CrashBench full = new CrashBench();
            full.full(temp.resolve("full"), Math.min(times, FULL_TIMES));
            good = killed.missing + killed.unsound + full.missing + full.unsound == 0;
        } finally {
            try (Stream<Path> all = Files.walk(temp)) {
                all.sorted((a, b) -> b.compareTo(a)).forEach(p -> p.toFile().delete());
            }
        }
        System.exit(good ? 0 : 1);
    }

    private void full(Path mount, int times) throws IOException, InterruptedException {
        Files.createDirectories(mount);
        for (int i = 0; i < times; i++) {
            if (run("mount", "-t", "tmpfs", "-o", "size=" + (1 + random.nextInt(4)) + "m", "plantao", mount.toString())
                    != 0) {
                System.out.println("full disk: not tried, a tmpfs cannot be mounted here");
                return;
            }
            try {
                Set<UUID> known = kill(mount.resolve("log"), true);
                run("mount", "-o", "remount,size=256m", mount.toString());
                check(mount.resolve("log"), known);
                known.addAll(kill(mount.resolve("log"), false));
                check(mount.resolve("log"), known);
            } finally {
                run("umount", mount.toString());
            }
        }
        print("killed on a full disk, and again when it had room");
    }

    private void print(String how) {
        System.out.printf(
                "%s %d times: %,d entries were told to be saved, %d of them missing; chain or index not as written: %d%n",
                how, kills, told, missing, unsound);
    }

    private static int run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        return process.waitFor();
    }

    /// Lets a writer write and kills it.
    ///
    /// @param failing only once it said that it cannot
    private Set<UUID> kill(Path folder, boolean failing) throws IOException, InterruptedException {
        Process writer = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        CrashBench.class.getName(),
                        "-",
                        "-",
                        "-",
                        "write",
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        Set<UUID> saved = new HashSet<>();
        try (BufferedReader said = writer.inputReader()) {
            boolean dying = false;
            for (String line = said.readLine(); line != null; line = said.readLine()) {
                if (line.length() == 36) {
                    saved.add(UUID.fromString(line));
                }
                if (!dying && (failing ? line.startsWith("failed") : line.equals("open"))) {
                    dying = true;
                    long after = random.nextInt(LONGEST_MILLIS);
                    Thread.ofVirtual().start(() -> {
                        try {
                            TimeUnit.MILLISECONDS.sleep(after);
                        } catch (InterruptedException e) {
                            Thread.currentThread().interrupt();
                        }
                        // Not the process's own: that closes what is still to be read of its output.
                        writer.toHandle().destroyForcibly();
                    });
                }
            }
        }
        writer.waitFor();
        kills++;
        told += saved.size();
        return saved;
    }

    /// What is in the log must be what was told, and open at once. A folder that does not is left for whoever looks
    /// into it.
    private void check(Path folder, Set<UUID> known) throws IOException {
        try (JournalStore store = JournalStore.open(folder)) {
            Set<UUID> left = new HashSet<>(known);
            store.all().forEach(e -> left.remove(e.id()));
            missing += left.size();
            if (!store.verify().isEmpty() || !store.compare().isEmpty()) {
                unsound++;
                store.verify().forEach(p -> System.out.println(p.text()));
            }
        } catch (StoreException e) {
            unsound++;
            Path kept = Files.createTempDirectory("plantao-bench-crash-kept");
            try (Stream<Path> all = Files.list(folder)) {
                for (Path file : all.toList()) {
                    Files.move(file, kept.resolve(file.getFileName()));
                }
            }
            known.clear();
            System.out.println("did not open, kept in " + kept + ": "
                    + e.getMessage().lines().findFirst().orElse("") + " " + e.getCause());
        }
    }

    private static void write(Path folder) throws InterruptedException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.US_ASCII);
        Log.Listener listener = new Log.Listener(
                _ -> out.println("open"),
                ids -> {
                    StringBuilder lines = new StringBuilder();
                    ids.forEach(id -> lines.append(id).append('\n'));
                    out.print(lines);
                    out.flush();
                },
                why -> out.println("failed " + why),
                _ -> {},
                _ -> {});
        Ids ids = new Ids(InstantSource.system(), new SecureRandom());
        Random random = new Random();
        Log log = Log.in(folder, folder.resolveSibling("state"), "desk-1", listener);
        while (true) {
            List<Entry> some = new ArrayList<>();
            for (int i = random.nextInt(40); i >= 0; i--) {
                some.add(new Entry(
                        ids.get(),
                        Instant.now(),
                        "Ana",
                        "desk-1",
                        "shop",
                        "note",
                        new Detail.Note("w".repeat(random.nextInt(400)))));
            }
            some.forEach(log::append);
            TimeUnit.NANOSECONDS.sleep(Duration.ofMillis(random.nextInt(10)).toNanos());
        }
    }
}
