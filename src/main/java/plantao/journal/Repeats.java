package plantao.journal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What the log was told although it knew: a console that is started again finds the same alert firing, and each
/// console of a team that watches a service sees it go down and come back. It happened once: when the first saw it
/// begin, and when the first saw it end. All they saw stays in the log; what is counted and told leaves it out.
public final class Repeats {
    /// Whether each thing goes on, as far as was told; nothing is known of what began before the first entry.
    private final Map<String, Boolean> going = new HashMap<>();

    private Repeats() {}

    /// The entries, in their order, without those that tell again what is still going on or over.
    public static List<Entry> without(List<Entry> entries) {
        Repeats repeats = new Repeats();
        return entries.stream().filter(repeats::isNew).toList();
    }

    /// The same of a system's entries among the last so many, the latest first.
    public static List<Entry> latest(List<Entry> entries, String system, int looked) {
        return without(entries.subList(Math.max(0, entries.size() - looked), entries.size()).stream()
                        .filter(e -> e.system().equals(system))
                        .toList())
                .reversed();
    }

    private boolean isNew(Entry entry) {
        return switch (entry.detail()) {
            case Detail.AlertPending d -> turns(entry, "pending", d.alert(), true);
            case Detail.AlertEased d -> turns(entry, "pending", d.alert(), false);
            case Detail.AlertFired d -> {
                boolean fresh = turns(entry, "alert", d.alert(), true);
                if (fresh) {
                    going.remove(key(entry, "flapping", d.alert()));
                }
                yield fresh;
            }
            case Detail.AlertFlapping d -> turns(entry, "flapping", d.alert(), true);
            case Detail.AlertCleared d -> {
                going.remove(key(entry, "pending", d.alert()));
                yield turns(entry, "alert", d.alert(), false);
            }
            case Detail.ServiceDown d -> turns(entry, "service", d.service(), true);
            case Detail.ServiceUp d -> turns(entry, "service", d.service(), false);
            case Detail.SilenceEnding d -> turns(entry, "silence", d.silence().toString(), true);
            default -> true;
        };
    }

    private boolean turns(Entry entry, String what, String which, boolean on) {
        Boolean before = going.put(key(entry, what, which), on);
        return before == null || before != on;
    }

    private static String key(Entry entry, String what, String which) {
        return entry.system() + "\n" + what + "\n" + which;
    }
}
