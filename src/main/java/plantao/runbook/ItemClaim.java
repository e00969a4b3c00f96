package plantao.runbook;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a checklist's item says is so and the board can tell: such an item ticks itself.
public sealed interface ItemClaim {

    /// A metric keeps within a limit.
    ///
    /// @param unit the limit's, or null for a plain number
    record Within(
            String metric,
            Comparison op,
            double value,
            @Nullable String unit) implements ItemClaim {}

    /// Services answer.
    ///
    /// @param services their names; none for all that are probed
    record Up(List<String> services) implements ItemClaim {
        public Up {
            services = List.copyOf(services);
        }
    }

    /// No alert fires.
    ///
    /// @param level only alerts of this level count, 1 (worst) to 4; null for all
    record Quiet(@Nullable Integer level) implements ItemClaim {}

    /// Whoever is on call has taken over the handoff of the shift before.
    record HandedOver() implements ItemClaim {}
}
