package plantao.runbook.lint;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import plantao.runbook.Problem;

/// One thing a runbook should not have.
///
/// @param code stable, in kebab case
/// @param what what it finds, to list
/// @param fix what to do about it; ends every message
/// @param finder the places in a runbook
public record Rule(
        String code, Problem.Severity severity, String what, String fix, Function<LintSubject, List<Finding>> finder) {

    /// A rule whose problems arise elsewhere (while a file is decoded, or where files and programs are known).
    static Rule elsewhere(String code, Problem.Severity severity, String what, String fix) {
        return new Rule(code, severity, what, fix, _ -> List.of());
    }

    Stream<Problem> problems(LintSubject examined) {
        return finder.apply(examined).stream().map(this::problem);
    }

    Problem problem(Finding finding) {
        return new Problem(finding.origin(), severity, code, finding.what() + " " + fix);
    }
}
