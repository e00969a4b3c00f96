package plantao.desk;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import plantao.alert.Alert;
import plantao.journal.Detail;
import plantao.journal.Entry;
import plantao.playbook.Run;
import plantao.values.ValueCandidates;
import plantao.values.Variable;

/// What a blank could be filled with; the operator chooses.
public final class ValueOffers {
    private static final int LAST = 3;
    private static final int OF_A_STEP = 12;
    /// So many entries are looked through for values given before.
    private static final int LOOKED_THROUGH = 20_000;

    /// A value.
    ///
    /// @param kind where it comes from
    /// @param step the step that printed it, or -1
    public record Offer(Kind kind, String value, int step) {
        @Override
        public String toString() {
            return "Offer[" + kind + "]";
        }
    }

    /// Where an offered value comes from.
    public enum Kind {
        /// The operator gave it the last time.
        LAST,
        ALERT,
        /// An earlier step printed it.
        STEP
    }

    private ValueOffers() {}

    /// The offers for a blank of a run, the likeliest first, each value once.
    ///
    /// @param printed what a step has printed, line by line
    public static List<Offer> of(
            Board board, SystemBoard system, Run run, String name, IntFunction<List<String>> printed) {
        Map<String, Offer> all = new LinkedHashMap<>();
        Alert alert = AlertValues.of(system, run.alert());
        if (alert != null) {
            String value = AlertValues.all(system, alert).get(name.toLowerCase(java.util.Locale.ROOT));
            if (value != null) {
                all.put(value, new Offer(Kind.ALERT, value, -1));
            }
        }
        last(board, system.name(), run.id(), name)
                .forEach(value -> all.putIfAbsent(value, new Offer(Kind.LAST, value, -1)));
        for (int step = run.steps().size() - 1; step >= 0; step--) {
            int from = step;
            ValueCandidates.in(name, printed.apply(step), OF_A_STEP)
                    .forEach(value -> all.putIfAbsent(value, new Offer(Kind.STEP, value, from)));
        }
        return List.copyOf(all.values());
    }

    /// The values last given for this name in the system's other runs, the newest first; never a secret.
    private static List<String> last(Board board, String system, UUID run, String name) {
        List<Entry> entries = board.journal().entries();
        List<String> values = new ArrayList<>();
        int end = Math.max(0, entries.size() - LOOKED_THROUGH);
        for (int i = entries.size() - 1; i >= end && values.size() < LAST; i--) {
            Entry entry = entries.get(i);
            @Nullable
            String value = entry.detail() instanceof Detail.ValueGiven given
                            && entry.system().equals(system)
                            && !given.run().equals(run)
                            && Variable.sameName(given.name(), name)
                    ? given.value()
                    : null;
            if (value != null && !value.isEmpty() && !values.contains(value)) {
                values.add(value);
            }
        }
        return values;
    }
}
