package plantao.journal;

import java.util.ArrayList;
import java.util.List;

/// The fold of entries into one system's silences.
final class Silences {
    private Silences() {}

    /// The silences after one more entry; those that ended before it are forgotten. A new one takes the place of
    /// one that covers the same.
    static List<Silence> next(List<Silence> before, Entry entry) {
        return switch (entry.detail()) {
            case Detail.Silenced d -> {
                List<Silence> after = new ArrayList<>(before);
                after.removeIf(s -> !s.active(entry.at())
                        || s.scope() == d.scope() && s.subject().equals(d.subject()));
                after.add(new Silence(
                        d.silence(),
                        d.scope(),
                        d.subject(),
                        d.name(),
                        entry.at(),
                        d.until(),
                        entry.operator(),
                        d.reason().isBlank() ? null : d.reason(),
                        d.maintenance(),
                        false));
                yield List.copyOf(after);
            }
            case Detail.SilenceLifted d ->
                before.stream().filter(s -> !s.id().equals(d.silence())).toList();
            case Detail.SilenceEnding d ->
                before.stream()
                        .map(s -> s.id().equals(d.silence()) ? s.announced() : s)
                        .toList();
            default -> before;
        };
    }
}
