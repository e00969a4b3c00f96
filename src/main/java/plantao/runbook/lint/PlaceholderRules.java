package plantao.runbook.lint;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import plantao.runbook.Mentions;
import plantao.runbook.Runbook;

/// Placeholders and variables of commands that nothing gives a value.
final class PlaceholderRules {
    private PlaceholderRules() {}

    static List<Finding> placeholders(LintSubject e) {
        Set<String> known = known(e.runbook());
        Set<String> used = new HashSet<>();
        e.commands().forEach(u -> used.addAll(u.command().placeholders()));
        return e.runbook().placeholders().stream()
                .filter(m -> used.contains(m.text()) && !known.contains(m.text()) && !known.contains(bare(m.text())))
                .map(m -> finding(m, "The placeholder " + m.text() + " has no value."))
                .toList();
    }

    static List<Finding> variables(LintSubject e) {
        Set<String> known = known(e.runbook());
        return e.runbook().variables().stream()
                .filter(m -> !known.contains(m.text()))
                .map(m -> finding(m, "The variable $" + m.text() + " has no source."))
                .toList();
    }

    private static Finding finding(Mentions m, String what) {
        return new Finding(m.places().getFirst(), what);
    }

    private static String bare(String placeholder) {
        return placeholder.replaceAll("^[<\\[{]+|[>\\]}]+$", "").strip();
    }

    private static Set<String> known(Runbook r) {
        Set<String> known = new HashSet<>();
        r.settings().variables().forEach(v -> known.add(v.name()));
        r.settings().targets().forEach(t -> t.variables().forEach(v -> known.add(v.name())));
        return known;
    }
}
