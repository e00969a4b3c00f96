package plantao.ui.playbook;

import java.text.Normalizer;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import plantao.runbook.Phase;
import plantao.runbook.Playbook;
import plantao.runbook.Procedure;
import plantao.runbook.Risk;
import plantao.runbook.Runbook;
import plantao.runbook.Step;

/// What can be walked, in the order it is listed.
final class Shelf {
    /// A procedure's kinds in the order of their sections: what changes production first, what only looks last.
    private static final List<String> KINDS = List.of(
            "deploy",
            "rollback",
            "maintenance",
            "restart",
            "scale",
            "backup",
            "restore",
            "recovery",
            "update",
            "cleanup",
            "security",
            "monitoring",
            "other");

    private Shelf() {}

    /// A playbook or procedure.
    ///
    /// @param level 1 (worst) to 4 for a playbook, 0 for a procedure
    /// @param kind a procedure's kind, or null
    record Title(
            String text,
            int line,
            int level,
            @Nullable String severity,
            @Nullable String kind,
            List<Step> steps,
            int symptoms) {
        /// Which of the list's sections it stands in: a playbook's level (`level.1`), a procedure's kind
        /// (`kind.deploy`).
        String section() {
            return kind == null ? "level." + level : "kind." + (KINDS.contains(kind) ? kind : "other");
        }

        Risk risk() {
            return steps.stream().map(Step::risk).reduce(Risk.SAFE, Risk::or);
        }

        long manual() {
            return steps.stream()
                    .filter(s -> s.manual() || s.commands().isEmpty())
                    .count();
        }

        List<Phase> phases() {
            return steps.stream().map(Step::phase).distinct().toList();
        }
    }

    /// Playbooks from the worst severity down, then procedures; each as the runbook orders them.
    ///
    /// @param search words that must all occur in the title, the severity or a step's title; accents and case don't
    /// matter
    static List<Title> of(Runbook runbook, String search) {
        List<String> words =
                Stream.of(plain(search).split("\\s+")).filter(w -> !w.isEmpty()).toList();
        Stream<Title> playbooks = runbook.playbooks().stream()
                .sorted(Comparator.comparingInt(Playbook::level))
                .map(p -> new Title(
                        p.title(),
                        p.origin().line(),
                        Math.clamp(p.level(), 1, 4),
                        p.severity(),
                        null,
                        p.steps(),
                        p.symptoms().size()));
        Stream<Title> procedures = runbook.procedures().stream()
                .sorted(Comparator.comparingInt(
                        (Procedure p) -> KINDS.contains(p.kind()) ? KINDS.indexOf(p.kind()) : KINDS.size()))
                .map((Procedure p) -> new Title(p.title(), p.origin().line(), 0, null, p.kind(), p.steps(), 0));
        return Stream.concat(playbooks, procedures).filter(t -> fits(t, words)).toList();
    }

    private static boolean fits(Title title, List<String> words) {
        String all = plain(title.text() + " " + title.severity() + " " + title.kind() + " "
                + String.join(" ", title.steps().stream().map(Step::title).toList()));
        return words.stream().allMatch(all::contains);
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT);
    }
}
