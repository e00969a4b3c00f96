package plantao.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import plantao.alert.Alert;
import plantao.journal.AlertMemory;
import plantao.journal.Detail;
import plantao.link.Webhook;
import plantao.runbook.LinkSettings;
import plantao.values.Target;

/// Calls over the team's webhook for alerts that nobody acknowledges. Each firing is written down before it is
/// called out, so that no restart makes it be called out again; and where a team shares its log, the console of
/// whoever has the shift calls first, and the others only what they do not read that it called. A consequence of
/// another alert calls nobody while that one fires, and many at once are one call.
final class WebhookPaging {
    private static final Duration COLLEAGUES = Duration.ofSeconds(3);
    private static final int SPREAD_SECONDS = 13;
    /// So many alerts are called out one by one; more, and those that follow them, together.
    private static final int FEW = 3;
    private static final Duration LATELY = Duration.ofMinutes(1);
    private static final Duration GATHER = Duration.ofSeconds(20);

    private WebhookPaging() {}

    static Outcome tick(Board board, String name, EventContext stamp) {
        Outcome outcome = Outcome.of(board);
        SystemBoard system = board.system(name).orElseThrow();
        LinkSettings.Hook hook = system.runbook().settings().watch().links().webhook();
        if (hook == null || !system.trust().settled() || system.target().kind() == Target.Kind.PRACTICE) {
            return outcome;
        }
        List<Alert> due = system.alerts().stream()
                .filter(a -> due(board, system, a, hook, stamp))
                .sorted(Comparator.comparingInt(a -> a.rule().level()))
                .toList();
        List<Instant> lately = lately(board, name, stamp.now());
        boolean flood = lately.size() >= FEW;
        if (due.isEmpty()
                || flood && lately.stream().anyMatch(c -> c.isAfter(stamp.now().minus(GATHER)))) {
            return outcome;
        }
        if (due.size() > FEW || flood && due.size() > 1) {
            return out(board, system, due, stamp);
        }
        for (Alert alert : due) {
            outcome = outcome.then(b -> out(b, system, List.of(alert), stamp));
        }
        return outcome;
    }

    private static boolean due(
            Board board, SystemBoard system, Alert alert, LinkSettings.Hook hook, EventContext stamp) {
        return alert.state() instanceof Alert.State.Firing(Instant _, Instant fired)
                && alert.rule().level() <= hook.level()
                && !stamp.now().isBefore(fired.plus(hook.after()).plus(behind(board, system.name(), stamp)))
                && system.mute(alert) == null
                && !told(system, alert, hook)
                && due(board.journal().alerts(system.name()).get(alert.rule().id()));
    }

    /// Whether it is only the consequence of another alert that fires: who answers that one sees it.
    private static boolean told(SystemBoard system, Alert alert, LinkSettings.Hook hook) {
        String cause = system.cause(alert);
        return cause != null
                && system.alerts().stream()
                        .filter(a -> a != alert && cause.equals(SystemBoard.about(a)))
                        .anyMatch(a -> a.state() instanceof Alert.State.Acknowledged
                                || a.state() instanceof Alert.State.Firing
                                        && a.rule().level() <= hook.level()
                                        && system.mute(a) == null);
    }

    /// When somebody was called lately, for each alert.
    private static List<Instant> lately(Board board, String name, Instant now) {
        return board.journal().alerts(name).values().stream()
                .map(AlertMemory::called)
                .filter(Objects::nonNull)
                .filter(c -> c.isAfter(now.minus(LATELY)))
                .toList();
    }

    /// How long this console waits for its colleagues' to call. Not all wait for as long.
    private static Duration behind(Board board, String name, EventContext stamp) {
        boolean first = !board.team().on()
                || board.journal()
                        .currentShift(name)
                        .filter(s -> s.operator().equals(board.operator()))
                        .isPresent();
        return first
                ? Duration.ZERO
                : COLLEAGUES.plusSeconds(Math.floorMod(stamp.device().hashCode(), SPREAD_SECONDS));
    }

    /// Whether this firing is in the log and was not called out yet.
    private static boolean due(@org.jspecify.annotations.Nullable AlertMemory memory) {
        return memory != null && memory.fired() != null && memory.called() == null;
    }

    private static Outcome out(Board board, SystemBoard system, List<Alert> alerts, EventContext stamp) {
        String id = stamp.ids().get().toString();
        Alert worst = alerts.getFirst();
        PageText words = new PageText(system, stamp.now());
        boolean one = alerts.size() == 1;
        String text = stamp.mask().apply(one ? words.of(worst) : words.of(alerts));
        Webhook.Call call = new Webhook.Call(
                id,
                system.name(),
                one ? worst.rule().name() : words.count(alerts),
                worst.rule().level(),
                text);
        Outcome written = Outcome.of(board);
        for (Alert alert : alerts) {
            String rule = alert.rule().id();
            written = written.then(b -> LogHandler.record(
                    b,
                    stamp,
                    system.name(),
                    rule,
                    new Detail.AlertCalledOut(rule, alert.rule().name(), id)));
        }
        return written.then(b -> new Outcome(b, List.of(new Effect.PostCall(system.name(), call))));
    }
}
