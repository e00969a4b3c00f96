package plantao.desk;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import plantao.playbook.Run;
import plantao.runbook.Command;
import plantao.runbook.Procedure;
import plantao.runbook.Runbook;
import plantao.runbook.Step;

/// Which of a runbook's backups is to be made before a step that destroys something. Pure.
public final class BackupFirst {
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}_]{3,}");

    private BackupFirst() {}

    /// The backup that the step points to; else the one whose commands have the most in common with the step's,
    /// where a word counts the less the more backups have it; with nothing in common the first that has commands.
    ///
    /// @param of the run that the step is one of: no backup of itself
    public static Optional<Procedure> of(Runbook runbook, Run of, Step step) {
        List<Procedure> backups = runbook.procedures().stream()
                .filter(p -> p.kind().equals("backup")
                        && !p.origin().equals(of.origin())
                        && !p.steps().isEmpty())
                .toList();
        Set<Integer> pointed = RunReferences.in(runbook, step, of.origin()).stream()
                .flatMap(r -> r.goals().stream())
                .map(RunReferences.Goal::line)
                .collect(Collectors.toSet());
        Optional<Procedure> named = backups.stream()
                .filter(p -> pointed.contains(p.origin().line()))
                .findFirst();
        return named.or(() -> nearest(backups, words(Stream.of(step))));
    }

    private static Optional<Procedure> nearest(List<Procedure> backups, Set<String> wanted) {
        Map<String, Long> shared = backups.stream()
                .flatMap(p -> words(p.steps().stream()).stream())
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        Procedure best = null;
        double most = -1;
        for (Procedure each : backups) {
            Set<String> common = words(each.steps().stream());
            double score = common.isEmpty() ? -0.5 : 0;
            common.retainAll(wanted);
            for (String word : common) {
                score += 1.0 / shared.getOrDefault(word, 1L);
            }
            if (score > most) {
                best = each;
                most = score;
            }
        }
        return Optional.ofNullable(best);
    }

    private static Set<String> words(Stream<Step> steps) {
        Set<String> all = new HashSet<>();
        steps.flatMap(s -> s.commands().stream())
                .map(Command::text)
                .forEach(text ->
                        WORD.matcher(text.toLowerCase(Locale.ROOT)).results().forEach(found -> all.add(found.group())));
        return all;
    }
}
