package plantao.store;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import plantao.journal.Entry;

/// Shares this console's log with its team through a PostgreSQL server: brings there what it lacks and fetches
/// what is lacking here, over and over, on a thread of its own. The log here is always written first and never
/// waits for it; whatever happens to the server or on the way is tried again (`src/decisions/0014-team-log.md`).
public final class Team implements AutoCloseable {
    /// Who is told; called on this thread, must return at once.
    ///
    /// @param taken is given entries that others wrote, now in this log too, before [#blanked] and the state
    /// @param blanked is given entries whose detail somebody's redaction blanked, as they are now
    /// @param state is given how the sharing stands, when that changes
    /// @param here is given what is open on the other consoles, when that changes
    public record Listener(
            Consumer<List<Entry>> taken,
            Consumer<List<Entry>> blanked,
            Consumer<TeamState> state,
            Consumer<List<Attendance>> here) {}

    /// How it goes about it.
    ///
    /// @param gap the least time from one exchange to the next
    /// @param look how often to look whether the server has told something
    /// @param poll how often to ask it where telling works
    /// @param deafPoll how often where telling does not work
    /// @param retry how long to wait after a failure: at first
    /// @param longestRetry and at most
    public record Pace(
            Duration gap, Duration look, Duration poll, Duration deafPoll, Duration retry, Duration longestRetry) {
        public static final Pace USUAL = new Pace(
                Duration.ofMillis(150),
                Duration.ofMillis(150),
                Duration.ofSeconds(15),
                Duration.ofSeconds(1),
                Duration.ofMillis(500),
                Duration.ofSeconds(30));
    }

    static final int PIECE = 1000;
    private static final Duration FAREWELL = Duration.ofSeconds(2);
    private static final Duration LOG_ANSWERS = Duration.ofSeconds(30);

    private final TeamAddress address;
    private final String device;
    private final Path keyFile;
    private final Log log;
    private final InstantSource clock;
    private final Listener listener;
    private final Pace pace;
    private final Semaphore nudges = new Semaphore(0);
    private final TeamPush giving;
    private final TeamPull taking;
    private final PresenceExchange attending;
    private final TreeSet<String> refused = new TreeSet<>();
    private final Thread thread;
    private TeamState state;
    private @Nullable DeviceKey key;
    private volatile @Nullable TeamServer server;
    private boolean hears;
    private boolean newer;
    private long took;
    private long begun = System.nanoTime() - Duration.ofHours(1).toNanos();
    private volatile boolean closed;

    /// Starts at once.
    ///
    /// @param device this console's name in the log
    /// @param keyFile where its key is, made when it is missing
    /// @param log this console's own
    /// @param ids follow what others wrote
    public Team(
            TeamAddress address,
            String device,
            Path keyFile,
            Log log,
            Ids ids,
            InstantSource clock,
            Listener listener,
            Pace pace) {
        this.address = address;
        this.device = device;
        this.keyFile = keyFile;
        this.log = log;
        this.clock = clock;
        this.listener = listener;
        this.pace = pace;
        this.state = TeamState.begun(address.url(), address.where());
        this.giving = new TeamPush(device, this::rows, this::key, refused, this::went);
        this.taking = new TeamPull(this::adopted, ids, listener, refused, this::came);
        this.attending = new PresenceExchange(device, listener.here());
        this.thread = Thread.ofPlatform().name("team").daemon().start(this::work);
    }

    /// There may be something new in this console's log; returns at once.
    public void nudge() {
        if (nudges.availablePermits() == 0) {
            nudges.release();
        }
    }

    /// This is open here from now on: the other consoles are told, within a second while there is a way; returns at
    /// once.
    public void attend(Attendance now) {
        attending.own(now);
    }

    private void work() {
        listener.state().accept(state);
        Duration wait = Duration.ZERO;
        while (!closed) {
            try {
                round();
                wait = Duration.ZERO;
                rest();
            } catch (InterruptedException e) {
                break;
            } catch (SQLException e) {
                wait = failed(TeamFault.of(e), first(e.getMessage()), wait);
            } catch (StoreException e) {
                wait = failed(TeamFault.NO_LOG, e.text(), wait);
            } catch (RuntimeException e) {
                // A loop boundary: the sharing must outlive whatever is wrong with one round.
                wait = failed(TeamFault.OTHER, first(e.toString()), wait);
            }
        }
        farewell();
        drop();
    }

    /// What was written last is brought along when the way is open: a handoff must not stay on a closed laptop.
    private void farewell() {
        if (server == null || Thread.interrupted()) {
            return;
        }
        try {
            closed = false;
            attending.leave(open());
            round();
        } catch (SQLException | StoreException | InterruptedException e) {
            // It is sent after the next start.
        } finally {
            closed = true;
        }
    }

    private Duration failed(TeamFault fault, String words, Duration before) {
        drop();
        taking.handOver();
        count();
        tell(state.failed(fault, words));
        Duration twice = before.isZero() ? pace.retry() : before.multipliedBy(2);
        Duration wait = twice.compareTo(pace.longestRetry()) > 0 ? pace.longestRetry() : twice;
        try {
            // Some sooner, some later: a server that comes back is not met by all at once.
            long until = System.nanoTime()
                    + wait.toNanos() / 2
                    + ThreadLocalRandom.current().nextLong(wait.toNanos() / 2 + 1);
            for (long left = until - System.nanoTime(); left > 0 && !closed; left = until - System.nanoTime()) {
                if (nudges.tryAcquire(left, TimeUnit.NANOSECONDS)) {
                    count();
                    Thread.sleep(Math.min(100, Math.max(1, (until - System.nanoTime()) / 1_000_000)));
                }
            }
        } catch (InterruptedException e) {
            closed = true;
        }
        return wait;
    }

    private static String first(@Nullable String words) {
        return words == null ? "" : words.lines().findFirst().orElse("").strip();
    }

    /// How many entries wait, when the server cannot say.
    private void count() {
        try {
            long unsent = here().standing().unsent(device);
            if (unsent != state.unsent()) {
                tell(state.counted(unsent, state.untaken()));
            }
        } catch (StoreException | InterruptedException e) {
            // The log says itself what is wrong with it.
        }
    }

    private void tell(TeamState next) {
        if (!next.equals(state)) {
            state = next;
            listener.state().accept(next);
        }
    }

    private void went(int count) {
        tell(state.counted(Math.max(0, state.unsent() - count), state.untaken()));
    }

    private void came(int count) {
        tell(state.counted(state.unsent(), Math.max(0, state.untaken() - count)));
    }

    private void drop() {
        TeamServer open = server;
        server = null;
        attending.deaf();
        if (open != null) {
            open.close();
        }
    }

    private TeamServer open() throws SQLException {
        TeamServer open = server;
        if (open == null) {
            open = TeamServer.connect(address);
            server = open;
            int version = open.version();
            if (version < TeamServer.NEEDED) {
                throw new SQLException("version " + version + ", needed " + TeamServer.NEEDED, "PL004");
            }
            newer = version > TeamServer.KNOWN;
            hears = false;
            open.hello("hello " + device);
        }
        return open;
    }

    private DeviceKey key() {
        DeviceKey own = key;
        if (own == null) {
            own = DeviceKey.at(keyFile);
            key = own;
        }
        return own;
    }

    private Replica.Here here() throws InterruptedException {
        List<Seal> confirmed = giving.confirmed();
        Replica.Here here = asked(store -> store.within(h -> Replica.here(h, device, confirmed, PIECE)));
        giving.told(confirmed);
        return here;
    }

    private <T> T asked(Function<JournalStore, T> work) throws InterruptedException {
        try {
            return log.inTurn(work).get(LOG_ANSWERS.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | CompletionException e) {
            if (e.getCause() instanceof RuntimeException r) {
                throw r;
            }
            throw new IllegalStateException(e);
        } catch (TimeoutException e) {
            throw new StoreException("The log does not answer", "this window", "Look at the disk.", e);
        }
    }

    /// Until both sides have the same.
    private void round() throws SQLException, InterruptedException {
        boolean more = true;
        while (more && !closed) {
            // The more there is to do, the more is done at a time: a round costs much of what it does for one
            // entry.
            long gap = Math.clamp(4 * took, pace.gap().toNanos(), 4 * pace.gap().toNanos());
            long next = begun + gap - System.nanoTime();
            if (next > 0) {
                TimeUnit.NANOSECONDS.sleep(Math.min(next, gap));
            }
            begun = System.nanoTime();
            TeamServer open = open();
            Instant asked = clock.instant();
            TeamServer.Standing there = open.standing();
            Instant answered = clock.instant();
            Duration skew = Duration.between(
                    asked.plus(Duration.between(asked, answered).dividedBy(2)), there.time());
            Replica.Here found = here();
            ChainExchange.Standing here = found.standing();
            refused.clear();
            Map<String, Seal> trusted = trusted(here, there.seals());
            ChainExchange exchange = ChainExchange.of(device, here.without(refused), trusted);
            if (exchange.forks().contains(device)) {
                throw TeamPush.namesake();
            }
            refused.addAll(exchange.forks());
            tell(state.counted(
                    exchange.pushes().stream()
                            .mapToLong(ChainExchange.Span::size)
                            .sum(),
                    exchange.pulls().stream()
                            .mapToLong(ChainExchange.Pull::size)
                            .sum()));
            boolean went;
            try {
                went = giving.push(open, exchange.pushes(), found);
            } catch (SQLException e) {
                if (TeamFault.of(e).onlyWriting()) {
                    taking.pull(open, exchange.pulls());
                }
                throw e;
            }
            boolean came = taking.pull(open, exchange.pulls());
            more = went || came;
            taking.handOver();
            took = System.nanoTime() - begun;
            tell(state.met(skew, List.copyOf(refused), newer));
        }
        tell(state.even(clock.instant()));
    }

    /// What the server has, without what is not signed by the key that is known here for its device.
    private Map<String, Seal> trusted(ChainExchange.Standing here, Map<String, Seal> there) throws SQLException {
        Map<String, Seal> trusted = new TreeMap<>();
        for (Seal seal : there.values()) {
            Seal known = here.seal(seal.device());
            String signer = seal.device().equals(device) ? key().signer() : known.signer();
            if (!signer.isEmpty() && !signer.equals(seal.signer())) {
                if (seal.device().equals(device)) {
                    throw new SQLException("another key signs in this console's name", "PL001");
                }
                refused.add(seal.device());
            } else if (seal.number() > known.number() && !seal.genuine()) {
                refused.add(seal.device());
            } else {
                trusted.put(seal.device(), seal);
            }
        }
        return trusted;
    }

    private List<Row> rows(ChainExchange.Span span, int most) throws InterruptedException {
        return asked(store ->
                store.within(h -> Replica.rows(h, span.device(), span.from().number(), span.to(), most)));
    }

    private Replica.Adopted adopted(List<Replica.Parcel> parcels) throws InterruptedException {
        return asked(store -> store.adopt(parcels));
    }

    /// Waits until there is something to do.
    private void rest() throws SQLException, InterruptedException {
        TeamServer open = open();
        long until = System.nanoTime() + (hears ? pace.poll() : pace.deafPoll()).toNanos();
        while (!closed && System.nanoTime() - until < 0) {
            if (nudges.tryAcquire(pace.look().toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
            attending.tell(open, System.nanoTime());
            TeamServer.Told told = open.told();
            attending.hear(told.here(), System.nanoTime());
            hears |= told.log().contains("hello " + device);
            if (told.log().stream().anyMatch(t -> !t.startsWith("hello ") && !t.startsWith(device + " "))) {
                return;
            }
        }
    }

    /// Ends, after a last exchange when the server answers at once; what is not sent is sent after the next start.
    @Override
    public void close() {
        closed = true;
        nudge();
        try {
            if (!thread.join(FAREWELL)) {
                thread.interrupt();
                drop(); // a read from a server that does not answer is no longer waited for
                thread.join(FAREWELL);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
