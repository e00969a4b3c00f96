package plantao.runbook.read;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
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
import plantao.runbook.tree.Listing;
import plantao.runbook.tree.Paragraph;

/// The rule that a playbook gives itself on a line, bullet or lead-in of its own: "ALARM: auth success < 90 % for
/// 3 min".
final class TriggerLines {
    private TriggerLines() {}

    static List<RuleDraft> in(Playbook p, Topic t, Vocabulary vocabulary) {
        List<RuleDraft> out = new ArrayList<>();
        for (Paragraph paragraph : t.section().paragraphs()) {
            for (Line line : paragraph.lines()) {
                keyed(KeyValue.of(line.text()), p, t.at(line.number()), vocabulary, out);
            }
        }
        for (Listing list : t.section().lists()) {
            list.items().forEach(i -> keyed(i.keyValue(), p, t.at(i.line()), vocabulary, out));
        }
        for (Topic c : t.children()) {
            if (c.section().isLead() && !c.section().value().isBlank()) {
                told(c.title(), c.section().value(), p, c.origin(), vocabulary, out);
            }
        }
        // "Red alert" over "Reasons: latency > 2 s": each of them raises it.
        if (Playbooks.worded(t.title(), vocabulary) != null && SelfAnsweringAlerts.ALERT.in(t.folded())) {
            Stream.concat(p.symptoms().stream(), p.causes().stream()).forEach(reason -> {
                Bound bound = Bounds.compared(Holds.without(reason.text()));
                if (bound != null) {
                    String name = p.title() + ": " + reason.text();
                    out.add(RuleDraft.of(rule(p, name, reason.text(), bound, reason.origin()), name));
                }
            });
        }
        return List.copyOf(out);
    }

    private static void keyed(
            @Nullable KeyValue kv, Playbook p, Origin origin, Vocabulary vocabulary, List<RuleDraft> out) {
        if (kv != null) {
            told(kv.key(), kv.value(), p, origin, vocabulary, out);
        }
    }

    private static void told(
            String key, String value, Playbook p, Origin origin, Vocabulary vocabulary, List<RuleDraft> out) {
        if (!vocabulary.list("firesOn").contains(Words.normal(key))) {
            return;
        }
        String condition = Words.plain(value).replaceFirst("\\.$", "");
        Bound bound = Bounds.compared(Holds.without(condition));
        if (bound != null) {
            out.add(RuleDraft.of(rule(p, p.title(), condition, bound, origin), condition));
        }
    }

    private static AlertRule rule(Playbook p, String name, String condition, Bound bound, Origin origin) {
        return new AlertRule(
                name,
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
