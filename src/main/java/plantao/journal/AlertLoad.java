package plantao.journal;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// How much alerts asked of somebody over a time, and which asked most.
///
/// @param fired how many fired
/// @param length of the time
/// @param most the most that fired within ten minutes
/// @param offenders the alerts that fired, the most frequent first
public record AlertLoad(int fired, Duration length, int most, List<Offender> offenders) {
    /// One operator can deal with so many an hour (EEMUA 191, ISA-18.2: about one in ten minutes).
    public static final int MANAGEABLE_PER_HOUR = 6;
    /// More than so many within ten minutes are a flood (ISA-18.2).
    public static final int FLOOD = 10;

    private static final Duration TEN_MINUTES = Duration.ofMinutes(10);
    private static final Duration SHORTEST = Duration.ofHours(1);

    /// An alert and how often it fired.
    ///
    /// @param line the runbook's line to retune
    /// @param unseen how often nobody
    /// acknowledged it
    public record Offender(String alert, String name, int line, int times, int unseen) {}

    public AlertLoad {
        offenders = List.copyOf(offenders);
    }

    /// The load of a time.
    public static AlertLoad of(List<AlertEpisode> episodes, Instant from, Instant until) {
        List<AlertEpisode> within = episodes.stream()
                .filter(e -> !e.fired().isBefore(from) && e.fired().isBefore(until))
                .toList();
        Map<String, Offender> offenders = new LinkedHashMap<>();
        for (AlertEpisode e : within) {
            offenders.merge(
                    e.system() + "\n" + e.alert(),
                    new Offender(e.alert(), e.name(), e.line(), 1, e.by() == null ? 1 : 0),
                    (a, b) -> new Offender(b.alert(), b.name(), b.line(), a.times() + 1, a.unseen() + b.unseen()));
        }
        List<Offender> worst = new ArrayList<>(offenders.values());
        worst.sort(Comparator.comparingInt(Offender::times).reversed());
        return new AlertLoad(within.size(), Duration.between(from, until), most(within), worst);
    }

    private static int most(List<AlertEpisode> episodes) {
        Deque<Instant> window = new ArrayDeque<>();
        int most = 0;
        for (AlertEpisode e : episodes) {
            window.addLast(e.fired());
            while (!window.isEmpty()
                    && Duration.between(window.getFirst(), e.fired()).compareTo(TEN_MINUTES) > 0) {
                window.removeFirst();
            }
            most = Math.max(most, window.size());
        }
        return most;
    }

    /// Alerts an hour; a time shorter than an hour counts as one.
    public double perHour() {
        Duration counted = length.compareTo(SHORTEST) < 0 ? SHORTEST : length;
        return fired * 3600.0 / counted.toSeconds();
    }

    /// Whether it was more than one operator can deal with.
    public boolean heavy() {
        return perHour() > MANAGEABLE_PER_HOUR || most > FLOOD;
    }
}
