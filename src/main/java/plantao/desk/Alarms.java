package plantao.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import plantao.alert.Alert;
import plantao.journal.AlertMemory;
import plantao.journal.Detail;

/// Alerts: what readings and time make of them, and what the operator does about them.
final class Alarms {
    /// A condition that holds is written down after this time, so that a console that is started again goes on
    /// counting; what passes sooner is not worth an entry.
    static final Duration WORTH_KEEPING = Duration.ofSeconds(30);

    private Alarms() {}

    /// Looks at the rules of a system once more.
    ///
    /// @param which those that may have changed
    static Outcome judged(Board board, String name, Predicate<Alert> which, Stamp stamp) {
        SystemBoard system = board.system(name).orElseThrow();
        Judgement judgement = new Judgement(system, stamp.now());
        List<Alert> alerts = new ArrayList<>(system.alerts().size());
        List<Detail> happened = new ArrayList<>();
        boolean changed = false;
        for (Alert alert : system.alerts()) {
            Alert next = which.test(alert) ? judged(judgement.of(alert), system) : alert;
            alerts.add(next);
            if (!next.equals(alert)) {
                changed = true;
                change(alert, next, judgement, stamp.now(), happened);
            }
            keep(next, board, system, stamp.now(), happened);
        }
        Outcome outcome = Outcome.of(changed ? board.with(name, s -> s.withAlerts(alerts)) : board);
        for (Detail detail : happened) {
            outcome = outcome.then(b -> Recording.record(b, stamp, name, subject(detail), detail));
        }
        return outcome;
    }

    /// What clears while it is kept quiet on purpose needs no eye afterwards.
    private static Alert judged(Alert next, SystemBoard system) {
        return system.mute(next) == null ? next : next.dropped();
    }

    private static void change(Alert before, Alert after, Judgement judgement, Instant now, List<Detail> happened) {
        String id = after.rule().id();
        String name = after.rule().name();
        Instant since = after.since();
        if (!before.firing() && after.firing()) {
            happened.add(new Detail.AlertFired(
                    id,
                    name,
                    after.rule().level(),
                    after.rule().source().condition(),
                    judgement.measuredText(after),
                    since == null ? now : since,
                    after.rule().source().origin().line()));
            if (after.flapping(now) && !before.flaps().flapping(now)) {
                happened.add(
                        new Detail.AlertFlapping(id, name, after.flaps().turns().size()));
            }
        } else if (before.firing() && !after.firing()) {
            Instant began = before.since();
            happened.add(new Detail.AlertCleared(
                    id, name, began == null ? 0 : Duration.between(began, now).toMillis()));
        }
    }

    /// What of an alert's change is worth an entry.
    static List<Detail> happened(Alert before, Alert after, Judgement judgement, Instant now) {
        List<Detail> happened = new ArrayList<>();
        change(before, after, judgement, now, happened);
        return happened;
    }

    /// Hold times that are running, and those that are over without an alert.
    private static void keep(Alert alert, Board board, SystemBoard system, Instant now, List<Detail> happened) {
        if (alert.rule().hold().compareTo(WORTH_KEEPING) <= 0 || alert.active()) {
            return;
        }
        AlertMemory known =
                board.journal().alerts(system.name()).get(alert.rule().id());
        if (alert.state() instanceof Alert.State.Pending(Instant since)) {
            if (known == null && !now.isBefore(since.plus(WORTH_KEEPING))) {
                happened.add(
                        new Detail.AlertPending(alert.rule().id(), alert.rule().name(), since));
            }
        } else if (known != null && known.fired() == null) {
            happened.add(new Detail.AlertEased(alert.rule().id(), alert.rule().name()));
        }
    }

    private static String subject(Detail detail) {
        return switch (detail) {
            case Detail.AlertFired d -> d.alert();
            case Detail.AlertCleared d -> d.alert();
            case Detail.AlertPending d -> d.alert();
            case Detail.AlertEased d -> d.alert();
            case Detail.AlertFlapping d -> d.alert();
            default -> detail.kind();
        };
    }

    /// The operator looks after an alert.
    static Outcome acknowledge(Board board, Event.Acknowledge e, Stamp stamp) {
        Alert alert = board.system(e.system()).stream()
                .flatMap(s -> s.alerts().stream())
                .filter(a -> a.rule().id().equals(e.alert()) && a.unacknowledged())
                .findFirst()
                .orElse(null);
        if (alert == null) {
            return Outcome.of(board);
        }
        String note = e.note() == null || e.note().isBlank() ? null : e.note().strip();
        Alert next = alert.acknowledged(
                board.operator(),
                stamp.now(),
                note == null ? null : stamp.mask().apply(note));
        Board changed = board.with(
                e.system(),
                s -> s.withAlerts(
                        s.alerts().stream().map(a -> a.equals(alert) ? next : a).toList()));
        return Recording.record(
                changed,
                stamp,
                e.system(),
                e.alert(),
                new Detail.AlertAcknowledged(
                        e.alert(),
                        alert.rule().name(),
                        Duration.between(fired(alert, stamp.now()), stamp.now()).toMillis(),
                        note));
    }

    private static Instant fired(Alert alert, Instant now) {
        return switch (alert.state()) {
            case Alert.State.Firing f -> f.fired();
            case Alert.State.Cleared c -> c.fired();
            default -> now;
        };
    }
}
