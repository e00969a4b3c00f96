package plantao.probe;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Makes figures of what the probes of services have found lately. Keeps a quarter of an hour of each, at most
/// [#MOST] readings.
final class OwnProber implements Prober<Check.Own> {
    private static final Duration WINDOW = Duration.ofMinutes(15);
    private static final int MOST = 900;

    /// Of fewer readings nothing is said.
    private static final int FEWEST = 10;

    private record Took(Instant at, double millis, boolean good) {}

    private final Map<String, Deque<Took>> recent = new HashMap<>();

    /// Keeps what an HTTP probe of a service found. One that was asked out of turn, soon after another, does not
    /// count: who looks at a failure again and again does not make more of it.
    synchronized void keep(Probe probe, Reading reading) {
        if (!(probe.check() instanceof Check.Http) || reading instanceof Reading.NoData) {
            return;
        }
        if (!recent.containsKey(probe.id()) && reading instanceof Reading.Up) {
            recent.put(probe.id(), new ArrayDeque<>()); // the first one also tells how long this program took to begin
            return;
        }
        Deque<Took> all = recent.computeIfAbsent(probe.id(), _ -> new ArrayDeque<>());
        if (!all.isEmpty() && early(all.getLast().at(), reading.at(), probe)) {
            return;
        }
        all.add(new Took(reading.at(), reading.took().toNanos() / 1e6, reading instanceof Reading.Up));
        while (all.size() > MOST || old(all.getFirst(), reading.at())) {
            all.removeFirst();
        }
    }

    private static boolean early(Instant before, Instant at, Probe probe) {
        Duration since = Duration.between(before, at);
        return !since.isNegative() && since.compareTo(probe.interval().dividedBy(2)) < 0;
    }

    private static boolean old(Took took, Instant now) {
        return took.at().isBefore(now.minus(WINDOW)) || took.at().isAfter(now.plusSeconds(60));
    }

    @Override
    public synchronized Reading read(Attempt attempt, Check.Own check) {
        List<Took> all = new ArrayList<>();
        check.probes()
                .forEach(id -> recent.getOrDefault(id, new ArrayDeque<>()).stream()
                        .filter(t -> !old(t, attempt.at()))
                        .forEach(all::add));
        String of = "of " + all.size() + " own readings in " + WINDOW.toMinutes() + " min";
        if (all.size() < FEWEST) {
            return attempt.noData("too few own readings yet (" + all.size() + " of " + FEWEST + ")");
        }
        return switch (check.what()) {
            case LATENCY -> latency(attempt, check, all, of);
            case ERRORS -> attempt.up(100.0 * bad(all) / all.size(), bad(all) + " failed " + of);
            case AVAILABILITY ->
                attempt.up(100.0 * (all.size() - bad(all)) / all.size(), all.size() - bad(all) + " good " + of);
        };
    }

    private static long bad(List<Took> all) {
        return all.stream().filter(t -> !t.good()).count();
    }

    /// A percentile by the nearest rank, or the mean where none is asked for.
    private static Reading latency(Attempt attempt, Check.Own check, List<Took> all, String of) {
        double[] good = all.stream()
                .filter(Took::good)
                .mapToDouble(Took::millis)
                .sorted()
                .toArray();
        if (good.length < FEWEST) {
            return attempt.noData("too few good own readings (" + good.length + " of " + FEWEST + ")");
        }
        Integer percentile = check.percentile();
        double millis = percentile == null
                ? java.util.Arrays.stream(good).average().orElse(Double.NaN)
                : good[Math.clamp((int) Math.ceil(percentile / 100.0 * good.length) - 1, 0, good.length - 1)];
        String what = percentile == null ? "mean" : String.format(Locale.ROOT, "p%d", percentile);
        return attempt.up(millis * check.factor(), what + " " + of);
    }
}
