package plantao.runbook.read;

import java.util.ArrayList;
import java.util.List;
import plantao.runbook.Phase;
import plantao.runbook.Step;
import plantao.runbook.command.PartSteps;
import plantao.runbook.command.StepFrame;
import plantao.runbook.text.KeyValue;
import plantao.runbook.text.Vocabulary;
import plantao.runbook.text.Words;
import plantao.runbook.tree.Listing;
import plantao.runbook.tree.Table;

/// Causes with what helps against each: tables "Cause | Solution" and bullets "**Out of memory**: raise the limit".
final class Fixes {
    private Fixes() {}

    // "Cause | Solution": what to do, each under the condition that this is the cause.
    static List<Step> in(Topic t, ColumnKinds c, Vocabulary vocabulary, Phase phase) {
        int cause = c.of("cause") < 0 ? c.of("symptom") : c.of("cause");
        cause = cause < 0 && c.of("condition") == 0 ? 0 : cause; // "If | Then"
        int action = c.of("action", cause);
        List<Step> out = new ArrayList<>();
        for (Table.Row row :
                cause < 0 || action < 0 ? List.<Table.Row>of() : c.table().rows()) {
            String when = ColumnKinds.text(row, cause);
            String what = ColumnKinds.text(row, action);
            if (when != null && what != null) {
                StepFrame frame = new StepFrame(t.file(), null, phase, null, what, vocabulary);
                Step s = PartSteps.inlineValue(ColumnKinds.cell(row, action), row.line(), frame)
                        .getFirst();
                out.add(s.when(when));
            }
        }
        return out;
    }

    // "Causes and solutions" as bullets: "**Out of memory**: raise the limit".
    static List<Step> in(Topic t, Listing list, Vocabulary vocabulary) {
        List<Step> out = new ArrayList<>();
        for (Listing.Item item : list.items()) {
            KeyValue kv = KeyValue.bold(item.text());
            if (kv != null && !kv.value().isBlank()) {
                StepFrame frame =
                        new StepFrame(t.file(), null, Phase.RESOLUTION, null, Words.plain(kv.value()), vocabulary);
                Step s = PartSteps.inlineValue(kv.value(), item.line(), frame).getFirst();
                out.add(s.when(Words.plain(kv.key())));
            }
        }
        return out;
    }
}
