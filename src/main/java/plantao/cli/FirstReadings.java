package plantao.cli;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import plantao.desk.Event;
import plantao.desk.Gauge;
import plantao.desk.ServiceTile;
import plantao.desk.SystemBoard;
import plantao.probe.Reading;

/// Whether every probe of a console has said something, a bad one often enough to be believed.
final class FirstReadings {
    /// What was bad once is asked again so soon, until it is bad often enough to be believed: nobody waits here
    /// for its rhythm.
    private static final long AGAIN_NANOS = 300_000_000L;

    private FirstReadings() {}

    /// Whether all is known; asks again meanwhile for what is bad but not yet believed.
    static BooleanSupplier of(Session session) {
        AtomicLong next = new AtomicLong(System.nanoTime());
        return () -> {
            List<SystemBoard> systems = session.board().get().systems();
            boolean again = System.nanoTime() - next.get() >= 0;
            if (again) {
                next.set(System.nanoTime() + AGAIN_NANOS);
            }
            for (SystemBoard system : again ? systems : List.<SystemBoard>of()) {
                system.services().stream()
                        .filter(t -> !known(t) && t.health().last() != null)
                        .forEach(t -> session.send().accept(new Event.ProbeNow(system.name(), t.name())));
            }
            return systems.stream().allMatch(FirstReadings::read);
        };
    }

    private static boolean read(SystemBoard system) {
        return !system.trust().full()
                || system.services().stream().allMatch(FirstReadings::known)
                        && system.gauges().stream().allMatch(Gauge::told);
    }

    private static boolean known(ServiceTile tile) {
        return tile.probe() == null
                || tile.health().since() != null
                || tile.health().last() instanceof Reading.NoData;
    }
}
