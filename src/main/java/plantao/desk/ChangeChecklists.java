package plantao.desk;

import java.util.List;
import java.util.Set;
import plantao.runbook.Checklist;
import plantao.runbook.Phase;
import plantao.runbook.Procedure;
import plantao.runbook.Runbook;
import plantao.runbook.Step;

/// The checklists that stand around a change ("Pre-deploy checklist", "Checklist pós-deploy"): their items are
/// steps of the change, ticked with it.
final class ChangeChecklists {
    private static final Set<String> BEFORE =
            Set.of("pre", "before", "antes", "prior", "previo", "previa", "preflight", "preparation");
    private static final Set<String> AFTER = Set.of("post", "pos", "after", "apos", "depois", "despues", "posterior");
    /// Words too short to tell one kind of work from another.
    private static final int TELLING = 4;

    private ChangeChecklists() {}

    /// What must be checked before the procedure's first step.
    static List<Step> before(Runbook runbook, Procedure procedure) {
        return steps(runbook, procedure, BEFORE, Phase.OTHER);
    }

    /// What must be checked after its last step.
    static List<Step> after(Runbook runbook, Procedure procedure) {
        return steps(runbook, procedure, AFTER, Phase.VERIFICATION);
    }

    private static List<Step> steps(Runbook runbook, Procedure procedure, Set<String> when, Phase phase) {
        return runbook.checklists().stream()
                .filter(c -> Dependencies.words(c.title()).stream().anyMatch(when::contains))
                .filter(c -> about(c, procedure))
                .flatMap(c -> c.items().stream().map(i -> step(c, i, phase)))
                .toList();
    }

    /// Whether the checklist's title names the procedure's kind of work, in whatever form ("deployment", "deploy").
    private static boolean about(Checklist checklist, Procedure procedure) {
        Set<String> work = Dependencies.words(procedure.kind() + " " + procedure.title());
        return Dependencies.words(checklist.title()).stream()
                .filter(w -> w.length() >= TELLING && !w.equals("checklist"))
                .anyMatch(w -> work.stream()
                        .filter(o -> o.length() >= TELLING)
                        .anyMatch(o -> w.startsWith(o) || o.startsWith(w)));
    }

    private static Step step(Checklist checklist, Checklist.Item item, Phase phase) {
        return new Step(
                checklist.title(),
                phase,
                item.text(),
                null,
                true,
                null,
                item.details(),
                List.of(),
                List.of(),
                item.commands(),
                item.origin());
    }
}
