package plantao;

import java.net.NetworkInterface;
import java.net.SocketException;
import java.time.InstantSource;
import java.util.Collections;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import plantao.desk.ClockPulse;
import plantao.desk.Event;
import plantao.probe.Reading;

/// Looks at this computer itself: whether it slept or its clock was moved, and whether any network interface is up.
/// What it finds reaches the desk before the reading that would else be misjudged.
final class MachineWatch {
    private final InstantSource clock;
    private final Consumer<Event> desk;
    private final BooleanSupplier network;
    private ClockPulse pulse;
    private @Nullable Boolean connected;

    MachineWatch(InstantSource clock, Consumer<Event> desk) {
        this(clock, desk, MachineWatch::anyInterfaceUp);
    }

    /// @param network whether any network interface is up
    MachineWatch(InstantSource clock, Consumer<Event> desk, BooleanSupplier network) {
        this.clock = clock;
        this.desk = desk;
        this.network = network;
        this.pulse = new ClockPulse(clock.instant(), System.nanoTime());
    }

    /// A second has passed.
    void tick() {
        look();
        desk.accept(new Event.Tick());
    }

    /// Hands an event on; a failed reading after a look at this computer.
    void send(Event event) {
        if (event instanceof Event.Read(String _, Reading.Down _)) {
            look();
        }
        desk.accept(event);
    }

    private synchronized void look() {
        ClockPulse now = new ClockPulse(clock.instant(), System.nanoTime());
        Event.ClockJumped gap = pulse.gap(now.wall(), now.nanos());
        pulse = now;
        if (gap != null) {
            desk.accept(gap);
        }
        boolean up = network.getAsBoolean();
        // A system that was opened since does not know yet that there is none.
        if (!up || connected == null || !connected) {
            connected = up;
            desk.accept(new Event.Network(up));
        }
    }

    /// Whether an interface beside loopback is up and has an address. When nobody can tell, it is taken to be.
    private static boolean anyInterfaceUp() {
        try {
            for (NetworkInterface each : Collections.list(NetworkInterface.getNetworkInterfaces())) {
                if (!each.isLoopback() && each.isUp() && each.getInetAddresses().hasMoreElements()) {
                    return true;
                }
            }
            return false;
        } catch (SocketException e) {
            return true;
        }
    }
}
