package plantao.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// What two copies of a log have to give each other, by how far each holds every device's chain. Pure.
///
/// A chain has no gaps, so its length says exactly which entries a copy holds: nothing is guessed from times or
/// from the order in which a server committed (`src/decisions/0014-team-log.md`).
///
/// @param pushes what the server lacks
/// @param pulls what is lacking here
/// @param forks devices whose chains contradict each other
record ChainExchange(List<Span> pushes, List<Pull> pulls, List<String> forks) {

    /// Entries `from < number <= to` of a device.
    ///
    /// @param from where the taker's chain ends
    record Span(ChainHead from, long to) {
        String device() {
            return from.device();
        }

        long size() {
            return to - from.number();
        }
    }

    /// Entries to be taken up to a seal.
    record Pull(ChainHead from, Seal to) {
        String device() {
            return from.device();
        }

        long size() {
            return to.number() - from.number();
        }
    }

    /// How a copy stands.
    ///
    /// @param heads how far it holds each device's chain
    /// @param seals how far each device is known to vouch for it
    record Standing(Map<String, ChainHead> heads, Map<String, Seal> seals) {
        ChainHead head(String device) {
            return heads.getOrDefault(device, ChainHead.none(device));
        }

        Seal seal(String device) {
            return seals.getOrDefault(device, Seal.none(device));
        }

        /// This without some devices.
        Standing without(Set<String> devices) {
            Map<String, ChainHead> left = new TreeMap<>(heads);
            left.keySet().removeAll(devices);
            return new Standing(left, seals);
        }

        /// How many of a device's own entries no server has confirmed yet.
        long unsent(String own) {
            return Math.max(0, head(own).number() - seal(own).number());
        }
    }

    /// What is to be done between a copy and the server.
    ///
    /// @param own the device here: it vouches for all it has; of others only what they vouched for is handed on
    static ChainExchange of(String own, Standing here, Map<String, Seal> server) {
        List<Span> pushes = new ArrayList<>();
        List<Pull> pulls = new ArrayList<>();
        List<String> forks = new ArrayList<>();
        TreeSet<String> devices = new TreeSet<>(here.heads().keySet());
        devices.addAll(server.keySet());
        for (String device : devices) {
            ChainHead head = here.head(device);
            Seal there = server.getOrDefault(device, Seal.none(device));
            long vouched =
                    device.equals(own) ? head.number() : here.seal(device).number();
            if (there.number() > head.number()) {
                pulls.add(new Pull(head, there));
            } else if (there.number() == head.number() && !there.hash().equals(head.hash())) {
                forks.add(device);
            } else if (there.number() < vouched) {
                pushes.add(new Span(there.head(), vouched));
            }
        }
        return new ChainExchange(List.copyOf(pushes), List.copyOf(pulls), List.copyOf(forks));
    }
}
