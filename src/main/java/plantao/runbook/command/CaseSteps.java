package plantao.runbook.command;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import plantao.runbook.Step;
import plantao.runbook.text.KeyValue;
import plantao.runbook.text.Words;
import plantao.runbook.tree.Listing;

/// An item that only heads cases with a command each ("Usual reasons: **pool is empty** → `pool grow`"): each case
/// is a step of its own, to be done when it is the case.
final class CaseSteps {
    private CaseSteps() {}

    /// The cases' steps; none when the item is a step itself.
    static List<Step> of(Listing.Item item, StepFrame frame) {
        boolean heads = item.parts().size() == 1
                && item.parts().getFirst() instanceof Listing below
                && !below.ordered()
                && below.items().size() > 1
                && below.items().stream().allMatch(i -> named(i) != null)
                && item.plain().endsWith(":");
        if (!heads || !ListSteps.inline(item.text(), frame, item.line()).isEmpty()) {
            return List.of();
        }
        List<Step> out = new ArrayList<>();
        for (Listing.Item one : ((Listing) item.parts().getFirst()).items()) {
            KeyValue name = named(one);
            Step step = ListSteps.step(one, frame);
            if (name == null || step.commands().isEmpty()) {
                return List.of();
            }
            out.add(step.when(name.key()));
        }
        return List.copyOf(out);
    }

    private static @Nullable KeyValue named(Listing.Item item) {
        KeyValue bold = item.box() == null ? KeyValue.bold(item.text()) : null;
        return bold == null || bold.value().isBlank() || Words.plain(bold.key()).isBlank() ? null : bold;
    }
}
