package plantao.desk;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import plantao.journal.Detail;
import plantao.journal.Silence;
import plantao.runbook.WatchSettings;
import plantao.runbook.due.DueTime;

/// Keeping quiet: silences with their announced end, and the maintenance windows of the schedule.
final class SilenceHandler {
    /// The end of a silence is announced so long before, or when a quarter of it is left if that is later.
    static final Duration NOTICE = Duration.ofMinutes(5);

    private static final Duration LONGEST = Duration.ofDays(30);
    private static final Duration LONGEST_WINDOW = Duration.ofHours(25);

    private SilenceHandler() {}

    static Outcome silence(Board board, Event.SilenceAlerts e, EventContext stamp) {
        Instant until =
                e.until().isAfter(stamp.now().plus(LONGEST)) ? stamp.now().plus(LONGEST) : e.until();
        SystemBoard system = board.system(e.system()).orElse(null);
        if (system == null || !until.isAfter(stamp.now())) {
            return Outcome.of(board);
        }
        UUID id = stamp.ids().get();
        return LogHandler.record(
                        board,
                        stamp,
                        e.system(),
                        e.subject().isEmpty() ? e.system() : e.subject(),
                        new Detail.Silenced(
                                id,
                                e.scope(),
                                e.subject(),
                                name(system, e),
                                until,
                                e.reason().strip(),
                                e.maintenance()))
                .then(b -> Outcome.of(refreshed(b, e.system(), stamp)));
    }

    private static String name(SystemBoard system, Event.SilenceAlerts e) {
        return switch (e.scope()) {
            case ALL -> system.name();
            case SERVICE -> e.subject();
            case ALERT ->
                system.alerts().stream()
                        .filter(a -> a.rule().id().equals(e.subject()))
                        .findFirst()
                        .map(a -> a.rule().name())
                        .orElse(e.subject());
        };
    }

    static Outcome lift(Board board, Event.LiftSilence e, EventContext stamp) {
        return board.journal().silences(e.system()).stream()
                .filter(s -> s.id().equals(e.silence()) && s.active(stamp.now()))
                .findFirst()
                .map(s -> LogHandler.record(
                                board, stamp, e.system(), e.system(), new Detail.SilenceLifted(s.id(), s.name()))
                        .then(b -> Outcome.of(refreshed(b, e.system(), stamp))))
                .orElseGet(() -> Outcome.of(board));
    }

    /// A second has passed: silences whose end is near are announced, what has ended mutes no more.
    static Outcome tick(Board board, SystemBoard system, Instant before, EventContext stamp) {
        boolean minute = before.getEpochSecond() / 60 != stamp.now().getEpochSecond() / 60;
        boolean ended = system.circumstances().mutes().stream()
                .anyMatch(m -> !stamp.now().isBefore(m.until()));
        Outcome outcome = Outcome.of(minute || ended ? refreshed(board, system.name(), stamp) : board);
        for (Silence s : board.journal().silences(system.name())) {
            if (!s.warned() && s.active(stamp.now()) && near(s, stamp.now())) {
                outcome = outcome.then(b -> LogHandler.record(
                        b, stamp, system.name(), system.name(), new Detail.SilenceEnding(s.id(), s.name(), s.until())));
            }
        }
        return outcome;
    }

    private static boolean near(Silence s, Instant now) {
        Duration quarter = Duration.between(s.from(), s.until()).dividedBy(4);
        return !now.isBefore(s.until().minus(quarter.compareTo(NOTICE) < 0 ? quarter : NOTICE));
    }

    /// The board with what mutes a system at this moment.
    static Board refreshed(Board board, String name, EventContext stamp) {
        return board.with(
                name,
                s -> s.withCircumstances(s.circumstances()
                        .withCalendar(Calendar.of(s))
                        .withMutes(now(s, board.journal().silences(name), stamp.now(), stamp.zone()))
                        .withMarks(ChangeMarks.of(s, board.journal(), stamp.now()))));
    }

    /// What mutes a system at this moment.
    static List<Mute> now(SystemBoard system, List<Silence> silences, Instant now, ZoneId zone) {
        List<Mute> all = new ArrayList<>();
        silences.stream().filter(s -> s.active(now)).map(Mute::of).forEach(all::add);
        for (WatchSettings.Window w : system.runbook().settings().watch().windows()) {
            if (w.when() == null
                    && w.from() != null
                    && w.until() != null
                    && !now.isBefore(w.from())
                    && now.isBefore(w.until())) {
                all.add(new Mute(null, true, w.services(), null, w.title(), w.from(), w.until(), null, w.origin()));
            }
        }
        Calendar calendar = Calendar.of(system);
        calendar.windows().forEach(w -> recurring(w, now, zone, all));
        calendar.works().forEach(w -> recurring(w, now, zone, all));
        return all;
    }

    /// A window that comes back covers the time between the two times its schedule names; a schedule with a day or
    /// one time only says when work is due, not how long the system may be down.
    private static void recurring(Calendar.Window w, Instant now, ZoneId zone, List<Mute> all) {
        for (DueTime due : w.schedule().between(now.minus(LONGEST_WINDOW), now.plusMillis(1), zone)) {
            if (due.timed()
                    && now.isBefore(due.by())
                    && due.by().isBefore(due.from().plus(LONGEST_WINDOW))
                    && !w.schedule().times().isEmpty()) {
                all.add(new Mute(null, true, w.services(), null, w.title(), due.from(), due.by(), null, w.origin()));
            }
        }
    }
}
