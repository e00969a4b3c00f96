package plantao.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import plantao.alert.Alert;
import plantao.journal.Silence;

/// What the operator has been called for, and what to call them for now. Immutable; the time is told.
///
/// The first alert is told at once; what follows within [#GATHER] is told in one. An alert that comes and goes
/// stays one episode until it has been quiet for a while, longer each time it comes back, so that a flapping one
/// is told less and less often and not silenced: while it fires unacknowledged it is told again every [#AGAIN].
///
/// @param episodes the alerts that were told or are about to be, and those that came back lately
/// What is kept quiet is not told; a consequence of what was told is not told again.
///
/// @param spoken when the operator was last called, or null
/// @param ending the silences whose end was announced
public record Paging(Map<Key, Episode> episodes, @Nullable Instant spoken, Set<UUID> ending) {
    /// The least time between two calls.
    static final Duration GATHER = Duration.ofSeconds(20);
    /// How often an unacknowledged alert of the two worst levels is told again.
    static final Duration AGAIN = Duration.ofMinutes(5);
    /// The same for the others.
    static final Duration AGAIN_MILD = Duration.ofMinutes(30);
    /// How long an alert must be quiet before its end is told, the first time.
    static final Duration SETTLE = Duration.ofMinutes(1);

    private static final int MOST_DOUBLINGS = 4;
    private static final Duration FORGET = Duration.ofMinutes(30);

    /// Nothing told yet.
    public static final Paging NONE = new Paging(Map.of(), null, Set.of());

    public Paging {
        episodes = Map.copyOf(episodes);
        ending = Set.copyOf(ending);
    }

    /// One rule of one system.
    record Key(String system, String rule) {}

    /// One trouble, with its short pauses.
    ///
    /// @param waiting whether it fires now and waits for somebody
    /// @param told when it was last told that it fires; null while it was not
    /// @param quiet since when it has not fired; null while it does
    /// @param times how often it came back
    /// @param over whether its end is dealt with
    record Episode(
            Page.Item item,
            boolean waiting,
            @Nullable Instant told,
            @Nullable Instant quiet,
            int times,
            boolean over) {

        Episode tell(Instant now) {
            return new Episode(item, waiting, now, quiet, times, over);
        }

        Episode end() {
            return new Episode(item, false, told, quiet, times, true);
        }

        boolean untold() {
            return waiting && told == null;
        }

        boolean due(Instant now) {
            return waiting && told != null && past(told, item.level() <= 2 ? AGAIN : AGAIN_MILD, now);
        }

        boolean settled(Instant now) {
            Duration needed = SETTLE.multipliedBy(1L << Math.min(times, MOST_DOUBLINGS));
            return !over && quiet != null && past(quiet, needed, now);
        }
    }

    /// What comes of a look at the board.
    ///
    /// @param page what to call the operator for now, or null
    public record Step(Paging paging, @Nullable Page page) {}

    /// Looks at the board. Call it every second or so.
    public Step next(Board board, Instant now) {
        Map<Key, Episode> seen = new HashMap<>();
        for (SystemBoard system : board.systems()) {
            for (Alert alert : system.alerts()) {
                Key key = new Key(system.name(), alert.rule().id());
                Episode episode = look(episodes.get(key), system, alert, now);
                if (episode != null) {
                    seen.put(key, episode);
                }
            }
        }
        board.systems().forEach(system -> consequences(system, seen, now));
        if (spoken != null && !past(spoken, GATHER, now)) {
            return new Step(new Paging(seen, spoken, ending), null);
        }
        if (seen.values().stream().anyMatch(Episode::untold)) {
            return told(seen, Page.Kind.FIRING, Episode::untold, now);
        }
        if (seen.values().stream().anyMatch(e -> e.due(now))) {
            return told(seen, Page.Kind.STILL_FIRING, Episode::waiting, now);
        }
        if (seen.values().stream().anyMatch(e -> e.settled(now))) {
            return told(seen, Page.Kind.OVER, e -> e.settled(now), now);
        }
        return silences(board, seen, now);
    }

    /// What is only the consequence of an alert that was told, or that somebody looks after, calls nobody.
    private static void consequences(SystemBoard system, Map<Key, Episode> seen, Instant now) {
        for (Alert alert : system.alerts()) {
            Key key = new Key(system.name(), alert.rule().id());
            Episode episode = seen.get(key);
            String cause = episode == null || !episode.untold() ? null : system.cause(alert);
            if (cause == null || episode == null) {
                continue;
            }
            boolean known = system.alerts().stream()
                    .filter(a -> a.firing() && a != alert && cause.equals(SystemBoard.about(a)))
                    .map(a -> seen.get(new Key(system.name(), a.rule().id())))
                    .anyMatch(e -> e == null || !e.untold());
            if (known) {
                seen.put(key, episode.tell(now));
            }
        }
    }

    private Step silences(Board board, Map<Key, Episode> seen, Instant now) {
        List<Page.Item> items = new ArrayList<>();
        Set<UUID> told = new HashSet<>();
        for (SystemBoard system : board.systems()) {
            for (Silence s : board.journal().silences(system.name())) {
                if (s.warned() && s.active(now)) {
                    told.add(s.id());
                    if (!ending.contains(s.id())) {
                        items.add(Page.Item.ending(system, s, now));
                    }
                }
            }
        }
        return items.isEmpty()
                ? new Step(new Paging(seen, spoken, ending), null)
                : new Step(new Paging(seen, now, told), new Page(Page.Kind.SILENCE_ENDS, items));
    }

    private static @Nullable Episode look(@Nullable Episode before, SystemBoard system, Alert alert, Instant now) {
        if (system.mute(alert) != null) {
            return before == null || before.over() ? before : before.end();
        }
        return switch (alert.state()) {
            case Alert.State.Firing f -> fires(before, Page.Item.of(system, alert, f.since(), now));
            case Alert.State.Acknowledged a ->
                before == null || before.over() || before.told() == null
                        ? null // somebody saw it before it was told
                        : new Episode(
                                Page.Item.of(system, alert, a.since(), now),
                                false,
                                before.told(),
                                null,
                                before.times(),
                                false);
            case Alert.State.Cleared c -> pauses(before, c.cleared(), now);
            case Alert.State.Quiet _, Alert.State.Pending _ -> pauses(before, now, now);
        };
    }

    private static Episode fires(@Nullable Episode before, Page.Item item) {
        if (before == null) {
            return new Episode(item, true, null, null, 0, false);
        }
        return before.over()
                ? new Episode(item, true, null, null, before.times() + 1, false)
                : new Episode(item, true, before.told(), null, before.times(), false);
    }

    private static @Nullable Episode pauses(@Nullable Episode before, Instant since, Instant now) {
        if (before == null || before.over() && before.quiet() != null && past(before.quiet(), FORGET, now)) {
            return null;
        }
        if (before.quiet() != null) {
            return before;
        }
        Episode quiet = new Episode(before.item().until(since), false, before.told(), since, before.times(), false);
        return before.told() == null ? quiet.end() : quiet; // no end is told of what was never told
    }

    private Step told(Map<Key, Episode> seen, Page.Kind kind, Predicate<Episode> which, Instant now) {
        List<Page.Item> items = new ArrayList<>();
        Map<Key, Episode> after = new HashMap<>(seen);
        seen.forEach((key, episode) -> {
            if (which.test(episode)) {
                items.add(episode.item());
                after.put(key, kind == Page.Kind.OVER ? episode.end() : episode.tell(now));
            }
        });
        items.sort(Comparator.comparingInt(Page.Item::level)
                .thenComparing(Page.Item::since)
                .thenComparing(Page.Item::alert));
        return new Step(new Paging(after, now, ending), new Page(kind, items));
    }

    /// Whether so much time has gone by. A clock that was set back counts as if it had, so that no call is held up.
    private static boolean past(Instant then, Duration length, Instant now) {
        return Duration.between(then, now).abs().compareTo(length) >= 0;
    }
}
