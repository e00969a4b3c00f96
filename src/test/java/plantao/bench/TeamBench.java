package plantao.bench;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import plantao.journal.Detail;
import plantao.journal.Entry;
import plantao.journal.Journal;
import plantao.store.Ids;
import plantao.store.Log;
import plantao.store.Team;
import plantao.store.TeamAddress;
import plantao.store.TeamInit;
import plantao.store.TeamPassword;
import plantao.store.TeamState;

/// A team on one server, all on this machine: how late the others have what one writes, what it costs, and how
/// long a console needs that was away. Arguments behind the three of `packaging/bench`: consoles, entries a second
/// of each, seconds, entries to catch up with.
public final class TeamBench {
    private TeamBench() {}

    private static final class Mate implements AutoCloseable {
        final Ids ids = new Ids(InstantSource.system(), new SecureRandom());
        final String device;
        final Log log;
        final Team team;
        final AtomicInteger written = new AtomicInteger();
        volatile TeamState state = TeamState.OFF;

        Mate(String device, Path folder, String url, Consumer<List<Entry>> taken) throws InterruptedException {
            this.device = device;
            CountDownLatch open = new CountDownLatch(1);
            AtomicReference<Team> sharing = new AtomicReference<>();
            log = Log.in(
                    folder.resolve(device),
                    folder.resolve("state"),
                    device,
                    new Log.Listener(
                            _ -> open.countDown(),
                            entries -> {
                                written.addAndGet(entries.size());
                                Team now = sharing.get();
                                if (now != null) {
                                    now.nudge();
                                }
                            },
                            System.err::println,
                            _ -> {},
                            _ -> {}));
            open.await();
            team = new Team(
                    new TeamAddress(url, _ -> TeamPassword.NONE),
                    device,
                    folder.resolve(device + ".key"),
                    log,
                    ids,
                    InstantSource.system(),
                    new Team.Listener(
                            taken,
                            _ -> {},
                            s -> {
                                state = s;
                                if (s.fault() != null) {
                                    System.err.println(device + " " + s);
                                }
                            },
                            _ -> {}),
                    Team.Pace.USUAL);
            sharing.set(team);
        }

        void write() {
            log.append(new Entry(
                    ids.get(),
                    Instant.now(),
                    "Operator",
                    device,
                    "shop",
                    "subject",
                    new Detail.Note("a note of an ordinary length, written at " + System.nanoTime())));
        }

        @Override
        public void close() {
            team.close();
            log.close();
        }
    }

    public static void main(String[] arguments) throws Exception {
        int consoles = argument(arguments, 3, 20);
        int rate = argument(arguments, 4, 50);
        int seconds = argument(arguments, 5, 60);
        int behind = argument(arguments, 6, 100_000);
        Path folder = Files.createTempDirectory("team-bench");
        try (EmbeddedPostgres server = EmbeddedPostgres.builder()
                .setDataDirectory(folder.resolve("server"))
                .start()) {
            String url = "jdbc:postgresql://localhost:" + server.getPort() + "/postgres?user=postgres";
            System.out.println(TeamInit.run(new TeamAddress(url, _ -> TeamPassword.NONE))
                    .lines()
                    .getFirst());
            long[] lags = new long[consoles * (consoles - 1) * rate * seconds + 1];
            AtomicInteger count = new AtomicInteger();
            List<Mate> mates = new ArrayList<>();
            for (int i = 0; i < consoles; i++) {
                mates.add(new Mate("desk-" + i, folder, url, entries -> {
                    long now = System.nanoTime();
                    for (Entry entry : entries) {
                        String text = ((Detail.Note) entry.detail()).text();
                        int place = count.getAndIncrement();
                        if (place < lags.length) {
                            lags[place] = now - Long.parseLong(text.substring(text.lastIndexOf(' ') + 1));
                        }
                    }
                }));
            }
            Duration before = cpu();
            long postmaster = Long.parseLong(Files.readAllLines(folder.resolve("server/postmaster.pid"))
                    .getFirst()
                    .strip());
            Duration theirs = children(postmaster);
            try (ScheduledExecutorService writing = Executors.newScheduledThreadPool(1)) {
                AtomicInteger ticks = new AtomicInteger();
                CountDownLatch done = new CountDownLatch(rate * seconds);
                writing.scheduleAtFixedRate(
                        () -> {
                            if (ticks.incrementAndGet() <= rate * seconds) {
                                mates.forEach(Mate::write);
                                done.countDown();
                            }
                        },
                        0,
                        1_000_000_000L / rate,
                        TimeUnit.NANOSECONDS);
                done.await();
            }
            int wanted = lags.length - 1;
            for (int i = 0; i < 1200 && count.get() < wanted; i++) {
                TimeUnit.MILLISECONDS.sleep(100);
            }
            int all = Math.min(count.get(), wanted);
            long[] sorted = Arrays.copyOf(lags, all);
            Arrays.sort(sorted);
            System.out.printf(
                    Locale.ROOT,
                    "%d consoles x %d entries/s x %d s: %d of %d arrived; lag p50 %d ms, p99 %d ms, most %d ms%n",
                    consoles,
                    rate,
                    seconds,
                    all,
                    wanted,
                    sorted[all / 2] / 1_000_000,
                    sorted[(int) (all * 0.99)] / 1_000_000,
                    sorted[all - 1] / 1_000_000);
            System.out.printf(
                    Locale.ROOT,
                    "processor time: consoles together %.1f s, server %.1f s%n",
                    cpu().minus(before).toMillis() / 1e3,
                    children(postmaster).minus(theirs).toMillis() / 1e3);
            Duration idle = cpu();
            TimeUnit.SECONDS.sleep(20);
            System.out.printf(
                    Locale.ROOT,
                    "an idle console: %.2f %% of a processor%n",
                    cpu().minus(idle).toMillis() / 200.0 / consoles);
            int there = consoles * rate * seconds;
            Mate busy = mates.getFirst();
            int wrote = rate * seconds;
            for (; there < behind; there++, wrote++) {
                busy.write();
            }
            while (busy.written.get() < wrote) {
                TimeUnit.MILLISECONDS.sleep(20);
            }
            mates.forEach(Mate::close);
            try (Mate rest = new Mate("desk-0", folder, url, _ -> {})) {
                while (!rest.state.current()) {
                    TimeUnit.MILLISECONDS.sleep(50);
                }
            }
            catchUp(folder, url, there);
        }
    }

    private static void catchUp(Path folder, String url, int there) throws InterruptedException {
        CountDownLatch caught = new CountDownLatch(there);
        List<Entry> taken = new ArrayList<>();
        long begin = System.nanoTime();
        try (Mate away = new Mate("away", folder, url, entries -> {
            taken.addAll(entries);
            entries.forEach(_ -> caught.countDown());
        })) {
            boolean all = caught.await(180, TimeUnit.SECONDS);
            System.out.printf(
                    Locale.ROOT,
                    "catch-up of %d entries%s: %.1f s%n",
                    there,
                    all ? "" : " (only " + (there - caught.getCount()) + " came)",
                    (System.nanoTime() - begin) / 1e9);
        }
        long fold = System.nanoTime();
        Journal.EMPTY.merged(taken);
        System.out.printf(Locale.ROOT, "their fold: %.1f s%n", (System.nanoTime() - fold) / 1e9);
    }

    private static int argument(String[] arguments, int place, int otherwise) {
        return arguments.length > place ? Integer.parseInt(arguments[place]) : otherwise;
    }

    private static Duration cpu() {
        return Duration.ofNanos(
                ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                        .getProcessCpuTime());
    }

    private static Duration children(long server) {
        return ProcessHandle.of(server)
                .map(p -> p.descendants()
                        .map(c -> c.info().totalCpuDuration().orElse(Duration.ZERO))
                        .reduce(Duration.ZERO, Duration::plus))
                .orElse(Duration.ZERO);
    }
}
