package plantao.journal;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// What the log was told although it knew: a console that is started again, or a colleague's, finds the same alert
/// firing and the same service down. It happened once.
public final class Repeats {
    private final Set<String> going = new HashSet<>();

    private Repeats() {}

    /// The entries, in their order, without those that tell again what is still going on.
    public static List<Entry> without(List<Entry> entries) {
        Repeats repeats = new Repeats();
        return entries.stream().filter(repeats::isNew).toList();
    }

    private boolean isNew(Entry entry) {
        return switch (entry.detail()) {
            case Detail.AlertFired d -> going.add(entry.system() + "\nalert\n" + d.alert());
            case Detail.ServiceDown d -> going.add(entry.system() + "\nservice\n" + d.service());
            case Detail.AlertCleared d -> {
                going.remove(entry.system() + "\nalert\n" + d.alert());
                yield true;
            }
            case Detail.ServiceUp d -> {
                going.remove(entry.system() + "\nservice\n" + d.service());
                yield true;
            }
            default -> true;
        };
    }
}
