package plantao.cli.lint;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import plantao.runbook.Problem;
import plantao.runbook.Problem.Severity;

/// What lint found in everything it was given.
///
/// @param files how many files were read
public record Report(List<Line> lines, int files) {

    /// A problem.
    ///
    /// @param file where it stands, as the person named it: a path that an editor or CI can open
    public record Line(String file, Problem problem) {
        /// The line, counted from 1; 1 for what no line says.
        public int number() {
            return Math.max(1, problem.origin().line());
        }
    }

    /// Sorts by file and line and leaves out the codes in `ignored`.
    public static Report of(List<Line> lines, int files, Set<String> ignored) {
        return new Report(
                lines.stream()
                        .filter(l -> !ignored.contains(l.problem().code()))
                        .distinct()
                        .sorted(Comparator.comparing(Line::file)
                                .thenComparing(Line::number)
                                .thenComparing(l -> l.problem().severity()))
                        .toList(),
                files);
    }

    /// Whether something is at least so bad.
    public boolean has(Severity least) {
        return lines.stream().anyMatch(l -> l.problem().severity().compareTo(least) <= 0);
    }

    /// How many problems are exactly so bad.
    public long count(Severity severity) {
        return lines.stream().filter(l -> l.problem().severity() == severity).count();
    }
}
