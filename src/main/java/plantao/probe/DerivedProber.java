package plantao.probe;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Makes figures of what the probes of services have found lately. Keeps a quarter of an hour of each, at most
/// [#MOST] readings. A bad spell that is over ([BadSpell]) counts no longer, and neither does one failure alone.
final class DerivedProber implements Prober<Check.Own> {
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
        if (all.size() < FEWEST) {
            return attempt.noData("too few own readings yet (" + all.size() + " of " + FEWEST + ")");
        }
        all.sort(Comparator.comparing(Took::at));
        return check.what() == Check.Own.What.LATENCY ? latency(attempt, check, all) : failed(attempt, check, all);
    }

    private static Reading failed(Attempt attempt, Check.Own check, List<Took> all) {
        List<Took> counted = BadSpell.since(all, t -> !t.good(), check.probes().size());
        long bad = counted.stream().filter(t -> !t.good()).count();
        String of = of(counted, all);
        boolean errors = check.what() == Check.Own.What.ERRORS;
        if (bad == 1) {
            return attempt.up(errors ? 0.0 : 100.0, "1 failed " + of + ": counts when another one fails");
        }
        long told = errors ? bad : counted.size() - bad;
        return attempt.up(100.0 * told / counted.size(), told + (errors ? " failed " : " good ") + of);
    }

    private static String of(List<Took> counted, List<Took> all) {
        return counted.size() < all.size()
                ? "of the last " + counted.size() + " own readings"
                : "of " + all.size() + " own readings in " + WINDOW.toMinutes() + " min";
    }

    private static Reading latency(Attempt attempt, Check.Own check, List<Took> all) {
        List<Took> good = all.stream().filter(Took::good).toList();
        if (good.size() < FEWEST) {
            return attempt.noData("too few good own readings (" + good.size() + " of " + FEWEST + ")");
        }
        Integer percentile = check.percentile();
        double slow = figure(good, percentile);
        List<Took> counted =
                BadSpell.since(good, t -> t.millis() >= slow, check.probes().size());
        String what = percentile == null ? "mean" : String.format(Locale.ROOT, "p%d", percentile);
        return attempt.up(figure(counted, percentile) * check.factor(), what + " " + of(counted, good));
    }

    /// A percentile by the nearest rank, or the mean where none is asked for.
    private static double figure(List<Took> all, @Nullable Integer percentile) {
        double[] millis = all.stream().mapToDouble(Took::millis).sorted().toArray();
        return percentile == null
                ? Arrays.stream(millis).average().orElse(Double.NaN)
                : millis[Math.clamp((int) Math.ceil(percentile / 100.0 * millis.length) - 1, 0, millis.length - 1)];
    }
}
