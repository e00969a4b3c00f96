package plantao.desk;

import java.time.Duration;
import java.time.Instant;
import plantao.alert.Alert;
import plantao.journal.AlertMemory;
import plantao.journal.Detail;
import plantao.link.Webhook;
import plantao.runbook.LinkSettings;
import plantao.values.Target;

/// Calls over the team's webhook for alerts that nobody acknowledges. Each firing is written down before it is
/// called out, so that no restart makes it be called out again; and where a team shares its log, the console of
/// whoever
/// has the shift calls first, and the others only what they do not read that it called.
final class CallingOut {
    private static final Duration COLLEAGUES = Duration.ofSeconds(3);
    private static final int SPREAD_SECONDS = 13;

    private CallingOut() {}

    static Outcome tick(Board board, String name, Stamp stamp) {
        Outcome outcome = Outcome.of(board);
        SystemBoard system = board.system(name).orElseThrow();
        LinkSettings.Hook hook = system.runbook().settings().watch().links().webhook();
        if (hook == null || !system.trust().settled() || system.target().kind() == Target.Kind.PRACTICE) {
            return outcome;
        }
        for (Alert alert : system.alerts()) {
            if (alert.state() instanceof Alert.State.Firing(Instant since, Instant fired)
                    && alert.rule().level() <= hook.level()
                    && !stamp.now().isBefore(fired.plus(hook.after()).plus(behind(board, name, stamp)))
                    && system.mute(alert) == null
                    && due(board.journal().alerts(name).get(alert.rule().id()))) {
                outcome = outcome.then(b -> out(b, system, alert, since, stamp));
            }
        }
        return outcome;
    }

    /// How long this console waits for its colleagues' to call. Not all wait for as long.
    private static Duration behind(Board board, String name, Stamp stamp) {
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

    private static Outcome out(Board board, SystemBoard system, Alert alert, Instant since, Stamp stamp) {
        String id = stamp.ids().get().toString();
        String name = alert.rule().name();
        long minutes = Math.max(0, Duration.between(since, stamp.now()).toMinutes());
        String text = stamp.mask()
                .apply(system.name() + ": " + name + " (P" + alert.rule().level() + "), for " + minutes
                        + " min, not acknowledged. " + alert.rule().source().condition());
        Webhook.Call call =
                new Webhook.Call(id, system.name(), name, alert.rule().level(), text);
        Outcome written = Recording.record(
                board,
                stamp,
                system.name(),
                alert.rule().id(),
                new Detail.AlertCalledOut(alert.rule().id(), name, id));
        return written.then(b -> new Outcome(b, java.util.List.of(new Effect.CallOut(system.name(), call))));
    }
}
