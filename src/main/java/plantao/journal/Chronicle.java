package plantao.journal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/// All entries in the order they came, with what makes looking back cheap.
///
/// Entries nearly always come in the order of their times and of their time-ordered ids. For every place
/// the latest time and the highest id up to there are kept, so that a look back can stop at the first place
/// before which nothing can be found: exact whatever the order, and short when the order is the usual one.
record Chronicle(PersistentVector<Entry> entries, PersistentVector<Mark> marks) {
    static final Chronicle EMPTY = new Chronicle(PersistentVector.empty(), PersistentVector.empty());

    /// The latest time and the highest id among the entries up to a place.
    record Mark(Instant latest, UUID highest) {
        Mark and(Entry entry) {
            return new Mark(
                    entry.at().isAfter(latest) ? entry.at() : latest,
                    entry.id().compareTo(highest) > 0 ? entry.id() : highest);
        }
    }

    Chronicle plus(Entry entry) {
        Mark mark = marks.isEmpty()
                ? new Mark(entry.at(), entry.id())
                : marks.getLast().and(entry);
        return new Chronicle(entries.plus(entry), marks.plus(mark));
    }

    boolean contains(UUID id) {
        for (int i = entries.size() - 1; i >= 0 && marks.get(i).highest().compareTo(id) >= 0; i--) {
            if (entries.get(i).id().equals(id)) {
                return true;
            }
        }
        return false;
    }

    /// The highest id up to a place, which is the place's key in the [EntryOrder].
    UUID key(int place) {
        return marks.get(place).highest();
    }

    /// How many entries come before a key in the [EntryOrder].
    int before(UUID key) {
        int low = 0;
        int high = entries.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (key(middle).compareTo(key) > 0) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    /// The keys that these devices have reached.
    Map<String, UUID> reached(Set<String> devices) {
        Map<String, UUID> reached = new HashMap<>();
        for (int i = entries.size() - 1; i >= 0 && reached.size() < devices.size(); i--) {
            if (devices.contains(entries.get(i).device())) {
                reached.putIfAbsent(entries.get(i).device(), key(i));
            }
        }
        return reached;
    }

    /// The entries of a system that happened at this time or later, in the order they came.
    List<Entry> since(String system, Instant start) {
        List<Entry> found = new ArrayList<>();
        for (int i = entries.size() - 1; i >= 0 && !marks.get(i).latest().isBefore(start); i--) {
            Entry entry = entries.get(i);
            if (entry.system().equals(system) && !entry.at().isBefore(start)) {
                found.add(entry);
            }
        }
        return found.reversed();
    }
}
