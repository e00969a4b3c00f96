package plantao.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import plantao.alert.Alert;
import plantao.journal.AlertMemory;
import plantao.journal.Detail;

/// Alerts: what readings and time make of them, and what the operator does about them.
final class AlertHandler {
    /// A condition that holds is written down after this time, so that a console that is started again goes on
    /// counting; what passes sooner is not worth an entry.
    static final Duration WORTH_KEEPING = Duration.ofSeconds(30);

    private AlertHandler() {}

    /// Looks at the rules of a system once more.
    ///
    /// @param which those that may have changed
    static Outcome judged(Board board, String name, Predicate<Alert> which, EventContext stamp) {
        SystemBoard system = board.system(name).orElseThrow();
        ConditionJudgement judgement = new ConditionJudgement(system, stamp.now());
        List<Alert> alerts = new ArrayList<>(system.alerts().size());
        List<Detail> happened = new ArrayList<>();
        boolean changed = false;
        for (Alert alert : system.alerts()) {
            Alert next = which.test(alert) ? judged(judgement.of(alert), system) : alert;
            if (next.firing() && !alert.firing() && board.practice().state() == PracticeBoard.State.OFF) {
                // A colleague may have seen it fire, and looked after it, before this console did.
                next = TeamEntryHandler.attended(
                        next, board.journal().alerts(name).get(next.rule().id()));
            }
            alerts.add(next);
            if (!next.equals(alert)) {
                changed = true;
                change(alert, next, judgement, stamp.now(), happened);
            }
            keep(next, board, system, stamp.now(), happened);
        }
        Outcome outcome = Outcome.of(changed ? board.with(name, s -> s.withAlerts(alerts)) : board);
        return happened.isEmpty()
                ? outcome
                : outcome.then(b -> LogHandler.all(b, stamp, name, happened, AlertHandler::subject));
    }

    /// What clears while it is kept quiet on purpose needs no eye afterwards.
    private static Alert judged(Alert next, SystemBoard system) {
        return system.mute(next) == null ? next : next.dropped();
    }

    private static void change(
            Alert before, Alert after, ConditionJudgement judgement, Instant now, List<Detail> happened) {
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
    static List<Detail> happened(Alert before, Alert after, ConditionJudgement judgement, Instant now) {
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
            case Detail.AlertAcknowledged d -> d.alert();
            case Detail.AlertCleared d -> d.alert();
            case Detail.AlertPending d -> d.alert();
            case Detail.AlertEased d -> d.alert();
            case Detail.AlertFlapping d -> d.alert();
            default -> detail.kind();
        };
    }

    /// The operator looks after an alert.
    static Outcome acknowledge(Board board, Event.Acknowledge e, EventContext stamp) {
        return acknowledge(board, e.system(), Set.of(e.alert()), e.note(), stamp);
    }

    /// The operator looks after these of a system's alerts; those that wait for nobody stay as they are.
    static Outcome acknowledge(Board board, Event.AcknowledgeAll e, EventContext stamp) {
        return acknowledge(board, e.system(), e.alerts(), null, stamp);
    }

    private static Outcome acknowledge(
            Board board, String name, Set<String> ids, @Nullable String said, EventContext stamp) {
        SystemBoard system = board.system(name).orElse(null);
        if (system == null) {
            return Outcome.of(board);
        }
        String note = said == null || said.isBlank() ? null : stamp.mask().apply(said.strip());
        List<Alert> alerts = new ArrayList<>(system.alerts().size());
        List<Detail> happened = new ArrayList<>();
        for (Alert alert : system.alerts()) {
            boolean wanted = alert.unacknowledged() && ids.contains(alert.rule().id());
            alerts.add(wanted ? alert.acknowledged(board.operator(), stamp.now(), note) : alert);
            if (wanted) {
                Duration waited = Duration.between(fired(alert, stamp.now()), stamp.now());
                happened.add(new Detail.AlertAcknowledged(
                        alert.rule().id(), alert.rule().name(), waited.toMillis(), note));
            }
        }
        return happened.isEmpty()
                ? Outcome.of(board)
                : LogHandler.all(
                        board.with(name, s -> s.withAlerts(alerts)), stamp, name, happened, AlertHandler::subject);
    }

    private static Instant fired(Alert alert, Instant now) {
        return switch (alert.state()) {
            case Alert.State.Firing f -> f.fired();
            case Alert.State.Cleared c -> c.fired();
            default -> now;
        };
    }
}
