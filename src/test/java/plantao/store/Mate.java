package plantao.store;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import plantao.journal.Detail;
import plantao.journal.Entry;

/// One console of a team, without its desk: a log in a folder of its own, and its sharing.
final class Mate implements AutoCloseable {
    static final Team.Pace QUICK = new Team.Pace(
            Duration.ofMillis(5),
            Duration.ofMillis(5),
            Duration.ofSeconds(5),
            Duration.ofMillis(100),
            Duration.ofMillis(10),
            Duration.ofMillis(100));

    final String device;
    final List<Entry> taken = new CopyOnWriteArrayList<>();
    final List<Entry> blanked = new CopyOnWriteArrayList<>();
    final BlockingQueue<TeamState> states = new LinkedBlockingQueue<>();
    volatile TeamState state = TeamState.OFF;
    final Log log;
    final Ids ids;
    private final BlockingQueue<List<Attendance>> others = new LinkedBlockingQueue<>();
    private final InstantSource clock;
    private final Team team;

    Mate(String device, Path folder, String url, @Nullable String password, InstantSource clock) {
        this(
                device,
                folder,
                new TeamAddress(url, _ -> password == null ? TeamPassword.NONE : TeamPassword.of(password)),
                clock);
    }

    Mate(String device, Path folder, TeamAddress address, InstantSource clock) {
        this.device = device;
        this.clock = clock;
        this.ids = new Ids(clock, new SecureRandom());
        CountDownLatch ready = new CountDownLatch(1);
        java.util.concurrent.atomic.AtomicReference<Team> sharing = new java.util.concurrent.atomic.AtomicReference<>();
        this.log = Log.in(
                folder.resolve(device),
                folder.resolve(device + "-state"),
                device,
                new Log.Listener(
                        _ -> ready.countDown(),
                        _ -> {
                            Team now = sharing.get();
                            if (now != null) {
                                now.nudge();
                            }
                        },
                        _ -> {},
                        _ -> {},
                        _ -> {}));
        await(ready);
        this.team = new Team(
                address,
                device,
                folder.resolve(device + "-state").resolve("device.key"),
                log,
                ids,
                clock,
                new Team.Listener(
                        taken::addAll,
                        blanked::addAll,
                        s -> {
                            state = s;
                            states.add(s);
                        },
                        others::add),
                QUICK);
        sharing.set(team);
    }

    private static void await(CountDownLatch ready) {
        try {
            if (!ready.await(30, TimeUnit.SECONDS)) {
                throw new AssertionError("the log does not open");
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /// This is open on its screen.
    void attend(String operator, String... works) {
        team.attend(new Attendance(device, operator, "shop", List.of(works)));
    }

    /// Waits until these consoles are there and no others.
    void awaitOthers(Attendance... wanted) throws InterruptedException {
        List<Attendance> last;
        do {
            last = others.poll(20, TimeUnit.SECONDS);
        } while (last != null && !last.equals(List.of(wanted)));
        if (last == null) {
            throw new AssertionError("others than these are there, or too few");
        }
    }

    Entry write(Detail detail, String subject) {
        Entry entry = new Entry(ids.get(), clock.instant(), "op of " + device, device, "shop", subject, detail);
        log.append(entry);
        return entry;
    }

    Entry note(String text) {
        return write(new Detail.Note(text), "subject");
    }

    /// Waits for a state, also one that was meanwhile.
    TeamState await(Predicate<TeamState> wanted) throws InterruptedException {
        for (TeamState s = states.poll(20, TimeUnit.SECONDS); s != null; s = states.poll(20, TimeUnit.SECONDS)) {
            if (wanted.test(s)) {
                return s;
            }
        }
        throw new AssertionError("never so; it is " + state);
    }

    /// Everything in its log.
    List<Entry> all() {
        return log.inTurn(JournalStore::all).join();
    }

    List<ChainProblem> problems() {
        return log.inTurn(JournalStore::verify).join();
    }

    /// Waits until its log holds exactly so many entries.
    List<Entry> awaitAll(int count) throws InterruptedException {
        until(() -> all().size() >= count, count + " entries");
        return all();
    }

    /// Waits until its log holds a note.
    void awaitNote(String text) throws InterruptedException {
        until(() -> all().stream().anyMatch(e -> e.detail().equals(new Detail.Note(text))), text);
    }

    /// Until it was told that an entry's detail is gone.
    void awaitBlanked() throws InterruptedException {
        until(() -> !blanked.isEmpty(), "a blanked entry");
    }

    private void until(BooleanSupplier so, String what) throws InterruptedException {
        for (long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20); !so.getAsBoolean(); ) {
            if (System.nanoTime() > end) {
                throw new AssertionError(device + " waited in vain for " + what + ": " + state);
            }
            TimeUnit.MILLISECONDS.sleep(5);
        }
    }

    @Override
    public void close() {
        team.close();
        log.close();
    }
}
