package plantao.journal;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Where an alert stood when it was last written of.
///
/// @param since when its condition began to hold
/// @param fired null while it was only pending
/// @param by who acknowledged it, `at`, with what words
/// @param cleared when it cleared without anybody having seen it; null while it holds
public record AlertMemory(
        Instant since,
        @Nullable Instant fired,
        @Nullable String by,
        @Nullable Instant at,
        @Nullable String note,
        @Nullable Instant cleared) {

    /// The fold: what is remembered of a system's alerts after one more entry, by the alert's id. Quiet ones are
    /// forgotten.
    static Map<String, AlertMemory> next(Map<String, AlertMemory> before, Entry entry) {
        return switch (entry.detail()) {
            case Detail.AlertPending d ->
                with(before, d.alert(), new AlertMemory(d.since(), null, null, null, null, null));
            case Detail.AlertEased d -> with(before, d.alert(), null);
            case Detail.AlertFired d ->
                with(before, d.alert(), new AlertMemory(d.since(), entry.at(), null, null, null, null));
            case Detail.AlertAcknowledged d -> {
                AlertMemory m = before.get(d.alert());
                yield m == null || m.fired == null
                        ? before
                        : with(before, d.alert(), m.cleared != null ? null : m.acknowledged(entry, d.note()));
            }
            case Detail.AlertCleared d -> {
                AlertMemory m = before.get(d.alert());
                yield m == null ? before : with(before, d.alert(), m.by != null ? null : m.over(entry.at()));
            }
            default -> before;
        };
    }

    private AlertMemory acknowledged(Entry entry, @Nullable String said) {
        return new AlertMemory(since, fired, entry.operator(), entry.at(), said, null);
    }

    private AlertMemory over(Instant when) {
        return new AlertMemory(since, fired, null, null, null, when);
    }

    private static Map<String, AlertMemory> with(
            Map<String, AlertMemory> before, String alert, @Nullable AlertMemory now) {
        Map<String, AlertMemory> after = new HashMap<>(before);
        if (now == null) {
            after.remove(alert);
        } else {
            after.put(alert, now);
        }
        return Map.copyOf(after);
    }
}
