package plantao;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import plantao.desk.Event;
import plantao.probe.Reading;

class MachineWatchTest {
    private final List<Event> told = new ArrayList<>();
    private final AtomicBoolean up = new AtomicBoolean(false);
    private final MachineWatch lookout = new MachineWatch(InstantSource.fixed(Instant.EPOCH), told::add, up::get);

    @Test
    void aSystemThatIsOpenedWithoutANetworkIsToldSoBeforeItsFirstFailure() {
        lookout.tick();
        told.clear(); // nobody was there yet to hear it
        Reading failed = new Reading.Down("p", Instant.EPOCH, Duration.ZERO, "network unreachable", "");
        lookout.send(new Event.Read("Shop", failed));
        assertThat(told).first().isEqualTo(new Event.Network(false));
        up.set(true);
        lookout.tick();
        lookout.tick();
        assertThat(told).filteredOn(new Event.Network(true)::equals).hasSize(1);
    }
}
