package plantao.probe;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/// Runs probes, each in its own rhythm. Never two readings of one probe at once; a beat that falls into a reading
/// is left out.
///
/// Readings run on virtual threads, in two lanes: probes that lately answered in good time, and those that did not
/// or are not known yet. So targets that hang never delay those that answer.
public final class ProbeSchedule implements AutoCloseable {
    private static final int QUICK_AT_A_TIME = 64;
    static final int SLOW_AT_A_TIME = 512; // each of them mostly waits
    private static final long FIRST_ROUND_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final Map<String, Beat> beats = new LinkedHashMap<>();
    private final Semaphore quick = new Semaphore(QUICK_AT_A_TIME, true);
    private final Semaphore slow = new Semaphore(SLOW_AT_A_TIME, true);
    private final Probers probers;
    private final InstantSource clock;
    private final Consumer<Reading> readings;
    private final ScheduledThreadPoolExecutor timer;
    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("probe-", 0).factory());
    private volatile boolean closed;

    /// Starts at once; every probe's first reading begins within the first second or so.
    ///
    /// @param probers runs them; not closed by this
    /// @param clock stamps readings; their rhythm goes by the computer's own steady time
    /// @param readings takes each reading, on many threads at a time
    public ProbeSchedule(Collection<Probe> probes, Probers probers, InstantSource clock, Consumer<Reading> readings) {
        this.probers = probers;
        this.clock = clock;
        this.readings = readings;
        timer = new ScheduledThreadPoolExecutor(
                1, Thread.ofPlatform().daemon().name("probe-schedule").factory());
        timer.setRemoveOnCancelPolicy(true);
        probes.forEach(probe -> beats.put(probe.id(), new Beat(probe)));
        List<Beat> all = new ArrayList<>(beats.values());
        long start = System.nanoTime();
        for (int i = 0; i < all.size(); i++) {
            Beat beat = all.get(i);
            beat.plan(start + (long) (beat.spread() * ((double) i / all.size())));
        }
    }

    /// Runs a probe now, besides its rhythm; one that is under way already is not run twice.
    ///
    /// @return whether there is such a probe
    public boolean probeNow(String id) {
        Beat beat = beats.get(id);
        if (beat == null || closed) {
            return false;
        }
        beat.run();
        return true;
    }

    /// Ends everything within a second; no reading is given out afterwards.
    @Override
    public void close() {
        closed = true;
        timer.shutdownNow();
        threads.shutdownNow();
        try {
            threads.awaitTermination(900, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Whether no reading is under way.
    boolean idle() {
        return beats.values().stream().noneMatch(beat -> beat.underWay.get());
    }

    /// One probe in its rhythm.
    private final class Beat {
        private final Probe probe;
        private final AtomicBoolean underWay = new AtomicBoolean();
        private volatile boolean prompt;

        Beat(Probe probe) {
            this.probe = probe;
        }

        long spread() {
            return Math.min(FIRST_ROUND_NANOS, probe.interval().toNanos() / 2);
        }

        /// Waits for a beat and plans the one after. Beats that were missed (a suspended computer, a long pause)
        /// are not made up for.
        void plan(long due) {
            Runnable beat = () -> {
                run();
                long interval = probe.interval().toNanos();
                long late = Math.max(0, System.nanoTime() - due);
                plan(due + interval * (1 + late / interval));
            };
            try {
                ScheduledFuture<?> _ = timer.schedule(beat, Math.max(0, due - System.nanoTime()), TimeUnit.NANOSECONDS);
            } catch (RejectedExecutionException e) {
                // Closed meanwhile: there are no more beats.
            }
        }

        void run() {
            if (!underWay.compareAndSet(false, true)) {
                return;
            }
            try {
                threads.execute(this::read);
            } catch (RejectedExecutionException e) {
                underWay.set(false); // closed meanwhile
            }
        }

        private void read() {
            Semaphore lane = prompt ? quick : slow;
            try {
                lane.acquire();
                try {
                    Reading reading = probers.read(probe, clock.instant());
                    prompt = 2 * reading.took().toNanos() < probe.timeout().toNanos();
                    if (!closed) {
                        readings.accept(reading);
                    }
                } finally {
                    lane.release();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt(); // closed while it waited its turn
            } finally {
                underWay.set(false);
            }
        }
    }
}
