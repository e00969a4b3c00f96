package plantao.runbook.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import plantao.runbook.AlertRule;
import plantao.runbook.PlaybookLink;
import plantao.runbook.text.Words;

/// The alerts that a runbook lists and those that its playbooks tell of themselves: each once.
final class AlertUnion {
    private AlertUnion() {}

    /// @param listed with the playbooks that answer them
    /// @param titled what playbooks say of the alert that they answer
    static List<AlertRule> of(List<AlertRule> listed, List<RuleDraft> titled, Linker linker) {
        // A page that explains an alert which has its rule elsewhere tells of the same one.
        Set<String> ruled = listed.stream()
                .filter(a -> a.playbook() != null && isRule(a))
                .map(a -> Words.key(a.name()))
                .collect(Collectors.toSet());
        // What is only mentioned ("Related alerts") is the one that has a page.
        Set<String> paged = titled.stream().map(d -> Words.key(d.rule().name())).collect(Collectors.toSet());
        List<AlertRule> out = new ArrayList<>(listed);
        out.removeIf(a -> !isRule(a) && paged.contains(Words.key(a.name())));
        for (RuleDraft d : titled) {
            int same = same(out, d.rule());
            if (same >= 0 && out.get(same).op() == null) {
                out.set(same, linker.linked(measured(out.get(same), d.rule())));
            } else if (same < 0 && !ruled.contains(Words.key(d.rule().name()))) {
                out.add(linker.linked(d.rule()));
            }
        }
        return List.copyOf(out);
    }

    // It says when it fires or how bad it is.
    private static boolean isRule(AlertRule a) {
        return a.op() != null || a.forSeconds() != null || a.severity() != null;
    }

    // A rule that leads to a playbook, by the same limit as the playbook's own, or by none: an index of names.
    private static int same(List<AlertRule> listed, AlertRule own) {
        for (int i = 0; i < listed.size(); i++) {
            AlertRule a = listed.get(i);
            boolean limit = a.op() == null
                    ? a.metric() == null
                    : a.op().equals(own.op()) && Objects.equals(a.value(), own.value());
            if (own.op() != null && limit && leads(a.playbook(), own.playbook())) {
                return i;
            }
        }
        return -1;
    }

    private static boolean leads(@Nullable PlaybookLink there, @Nullable PlaybookLink own) {
        return there != null && own != null && there.origin().equals(own.origin());
    }

    // A name without a condition gets the one that stands at its playbook.
    private static AlertRule measured(AlertRule listed, AlertRule own) {
        return new AlertRule(
                listed.name(),
                listed.severity(),
                listed.level(),
                own.condition(),
                null,
                null,
                null,
                own.op(),
                own.value(),
                own.unit(),
                listed.forSeconds() == null ? own.forSeconds() : listed.forSeconds(),
                listed.respondWithinSeconds(),
                listed.playbook(),
                listed.candidates(),
                listed.origin());
    }
}
