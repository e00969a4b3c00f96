package plantao.journal;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pcollections.HashPMap;

/// Where an alert stood when it was last written of.
///
/// @param since when its condition began to hold
/// @param fired null while it was only pending
/// @param by who acknowledged it, `at`, with what words
/// @param called when somebody was called over the webhook for this firing; null while nobody was
/// @param cleared when it cleared without anybody having seen it; null while it holds
public record AlertMemory(
        Instant since,
        @Nullable Instant fired,
        @Nullable String by,
        @Nullable Instant at,
        @Nullable String note,
        @Nullable Instant cleared,
        @Nullable Instant called) {

    /// The fold: what is remembered of a system's alerts after one more entry, by the alert's id. Quiet ones are
    /// forgotten.
    static Map<String, AlertMemory> next(Map<String, AlertMemory> before, Entry entry) {
        return switch (entry.detail()) {
            // A colleague's console may still be counting, or have given up, when it fires here.
            case Detail.AlertPending d ->
                fires(before.get(d.alert()))
                        ? before
                        : with(before, d.alert(), new AlertMemory(d.since(), null, null, null, null, null, null));
            case Detail.AlertEased d -> fires(before.get(d.alert())) ? before : with(before, d.alert(), null);
            case Detail.AlertFired d -> {
                // A console that was started again, or a colleague's, tells of it once more: it still is the same.
                yield fires(before.get(d.alert()))
                        ? before
                        : with(before, d.alert(), new AlertMemory(d.since(), entry.at(), null, null, null, null, null));
            }
            case Detail.AlertAcknowledged d -> {
                AlertMemory m = before.get(d.alert());
                yield m == null || m.fired == null
                        ? before
                        : with(before, d.alert(), m.cleared != null ? null : m.acknowledged(entry, d.note()));
            }
            case Detail.AlertCalledOut d -> {
                AlertMemory m = before.get(d.alert());
                yield m == null ? before : with(before, d.alert(), m.calledOut(entry.at()));
            }
            case Detail.AlertCleared d -> {
                AlertMemory m = before.get(d.alert());
                yield m == null ? before : with(before, d.alert(), m.by != null ? null : m.over(entry.at()));
            }
            default -> before;
        };
    }

    private static boolean fires(@Nullable AlertMemory m) {
        return m != null && m.fired != null && m.cleared == null;
    }

    private AlertMemory acknowledged(Entry entry, @Nullable String said) {
        return new AlertMemory(since, fired, entry.operator(), entry.at(), said, null, called);
    }

    private AlertMemory calledOut(Instant when) {
        return new AlertMemory(since, fired, by, at, note, cleared, when);
    }

    private AlertMemory over(Instant when) {
        return new AlertMemory(since, fired, null, null, null, when, called);
    }

    private static Map<String, AlertMemory> with(
            Map<String, AlertMemory> before, String alert, @Nullable AlertMemory now) {
        HashPMap<String, AlertMemory> shared = PersistentMaps.of(before);
        return now == null ? shared.minus(alert) : shared.plus(alert, now);
    }
}
