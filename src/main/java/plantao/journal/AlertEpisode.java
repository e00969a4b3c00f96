package plantao.journal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One time that an alert fired.
///
/// @param line the runbook's line that holds the rule
/// @param by who acknowledged it, `at`, with what words; null when nobody did
/// @param cleared null while it goes on
public record AlertEpisode(
        String system,
        String alert,
        String name,
        int level,
        int line,
        Instant fired,
        @Nullable String by,
        @Nullable Instant at,
        @Nullable String note,
        @Nullable Instant cleared) {

    /// The episodes among these entries, the latest last.
    public static List<AlertEpisode> of(List<Entry> entries) {
        List<AlertEpisode> all = new ArrayList<>();
        Map<String, Integer> places = new HashMap<>();
        for (Entry entry : Repeats.without(entries)) {
            switch (entry.detail()) {
                case Detail.AlertFired f -> {
                    places.put(entry.system() + "\n" + f.alert(), all.size());
                    all.add(new AlertEpisode(
                            entry.system(),
                            f.alert(),
                            f.name(),
                            f.level(),
                            f.line(),
                            entry.at(),
                            null,
                            null,
                            null,
                            null));
                }
                case Detail.AlertAcknowledged a -> {
                    Integer place = places.get(entry.system() + "\n" + a.alert());
                    if (place != null && all.get(place).by == null) {
                        all.set(place, all.get(place).acknowledged(entry, a.note()));
                    }
                }
                case Detail.AlertCleared c -> {
                    Integer place = places.get(entry.system() + "\n" + c.alert());
                    if (place != null) {
                        all.set(place, all.get(place).over(entry.at()));
                    }
                }
                default -> {}
            }
        }
        return List.copyOf(all);
    }

    private AlertEpisode acknowledged(Entry entry, @Nullable String said) {
        return new AlertEpisode(system, alert, name, level, line, fired, entry.operator(), entry.at(), said, cleared);
    }

    private AlertEpisode over(Instant when) {
        return new AlertEpisode(system, alert, name, level, line, fired, by, at, note, when);
    }
}
