package plantao.runbook.read;

import java.util.ArrayList;
import java.util.List;
import plantao.runbook.AlertRule;
import plantao.runbook.Bound;
import plantao.runbook.Origin;
import plantao.runbook.Playbook;
import plantao.runbook.PlaybookLink;
import plantao.runbook.text.Bounds;
import plantao.runbook.text.KeyValue;
import plantao.runbook.text.Vocabulary;
import plantao.runbook.text.Words;
import plantao.runbook.tree.Line;
import plantao.runbook.tree.Paragraph;

/// The rule that a playbook gives itself on a line of its own: "ALARM: auth success < 90 % for 3 min".
final class TriggerLines {
    private TriggerLines() {}

    static List<RuleDraft> in(Playbook p, Topic t, Vocabulary vocabulary) {
        List<RuleDraft> out = new ArrayList<>();
        for (Paragraph paragraph : t.section().paragraphs()) {
            for (Line line : paragraph.lines()) {
                KeyValue kv = KeyValue.of(line.text());
                boolean rule = kv != null && vocabulary.list("firesOn").contains(Words.normal(kv.key()));
                String condition = kv == null ? "" : Words.plain(kv.value());
                Bound bound = rule ? Bounds.compared(Holds.without(condition)) : null;
                if (bound != null) {
                    out.add(new RuleDraft(rule(p, condition, bound, t.at(line.number())), condition, List.of()));
                }
            }
        }
        return List.copyOf(out);
    }

    private static AlertRule rule(Playbook p, String condition, Bound bound, Origin origin) {
        return new AlertRule(
                p.title(),
                p.severity(),
                p.severity() == null ? 0 : p.level(),
                condition,
                null,
                null,
                null,
                bound.op(),
                bound.value(),
                bound.unit(),
                Holds.seconds(condition),
                p.respondWithinSeconds(),
                new PlaybookLink(p.title(), p.origin(), "is described there"),
                List.of(),
                origin);
    }
}
