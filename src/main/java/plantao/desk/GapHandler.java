package plantao.desk;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import plantao.alert.Alert;
import plantao.alert.Trail;
import plantao.journal.Detail;

/// After a time in which nothing was watched: a gap, not an outage. Rows of failures and hold times begin anew.
final class GapHandler {
    private GapHandler() {}

    static Outcome up(Board board, Event.ClockJumped e, EventContext stamp) {
        Outcome outcome = Outcome.of(board.withNow(stamp.now()));
        for (SystemBoard system : board.systems()) {
            outcome = outcome.then(b -> LogHandler.record(
                    b.with(system.name(), s -> interrupted(s, e)),
                    stamp,
                    system.name(),
                    system.name(),
                    new Detail.Paused(e.from(), e.until())));
        }
        return outcome;
    }

    private static SystemBoard interrupted(SystemBoard s, Event.ClockJumped e) {
        Map<String, Instant> none = new HashMap<>();
        return s.withServices(s.services().stream()
                        .map(t -> t.with(t.health().interrupted()).with(gap(t.latency(), e)))
                        .toList())
                .withGauges(s.gauges().stream()
                        .map(g -> new Gauge(
                                g.metric(), g.scale(), g.probe(), g.value(), g.measured(), g.last(), gap(g.trail(), e)))
                        .toList())
                .withAlerts(s.alerts().stream().map(Alert::interrupted).toList())
                .withCircumstances(s.circumstances()
                        .withAwake(e.until())
                        .withUnreached(none)
                        .withBlind(none));
    }

    /// Nothing is drawn across the gap; what a clock that was set back would draw in the future is left out.
    private static Trail gap(Trail trail, Event.ClockJumped e) {
        if (trail.points().isEmpty()) {
            return trail;
        }
        Trail past = new Trail(
                trail.points().stream().filter(p -> !p.at().isAfter(e.until())).toList());
        return past.points().isEmpty() ? past : past.plus(e.until(), Double.NaN);
    }
}
