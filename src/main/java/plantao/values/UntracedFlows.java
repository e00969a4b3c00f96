package plantao.values;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Ways in which a shell text hands a value on that nobody can follow by reading it: names that stand for other
/// names (Bash manual, 3.4, 3.5.3), expansions that run what they expand, programs that are fed beside the
/// pipeline, lines of the history. A value in such a text must be a plain word.
final class UntracedFlows {
    private static final Set<String> DECLARING = Set.of("declare", "typeset", "local");
    private static final Pattern NAMEREF = Pattern.compile("-[A-Za-z]*n[A-Za-z]*");
    /// `${!name}` and `${!1}`, but not the keys `${!map[@]}`; `${name@P}` expands the value as a prompt.
    private static final Pattern INDIRECT = Pattern.compile("\\$\\{!\\w+(?:\\[[^@*\\]]+\\])?[}:#%/^,]|@P\\}");
    private static final Pattern OLD_CALCULATION = Pattern.compile("\\$\\[");
    private static final Pattern ENVIRONMENT =
            Pattern.compile("\\bENV(?:IRON)?\\b|\\bgetenv\\b|\\benviron\\b|process\\.env");
    private static final Pattern RUNS = Pattern.compile(
            "\\bsystem\\b|\\bexec\\w*\\b|\\bspawn|\\bpopen\\b|subprocess|\\beval\\b|\\bqx\\b|`|\\bgetline\\b|\\|",
            Pattern.CASE_INSENSITIVE);

    private UntracedFlows() {}

    /// What of it a text has, for the operator to read; empty when it has none.
    ///
    /// @param runs whether anything in the text runs what it reads
    static Optional<String> in(ShellText shell, boolean runs) {
        for (ShellLayout.Word word : shell.layout.words()) {
            String shown = shell.shown(word);
            List<String> before = shell.before(word);
            if (!before.isEmpty()
                    && DECLARING.contains(before.getFirst())
                    && NAMEREF.matcher(shown).matches()) {
                return Optional.of("a name that stands for another one (" + before.getFirst() + " " + shown + ")");
            }
            if (before.isEmpty() && shown.equals("fc")) {
                return Optional.of("the shell's history");
            }
            boolean beside = before.isEmpty() && shown.equals("coproc") || shown.contains(">(");
            if (beside && runs) {
                return Optional.of("a program that is fed beside the pipeline");
            }
            if (ENVIRONMENT.matcher(shown).find()
                    && RUNS.matcher(shown).find()
                    && before.stream()
                            .map(Programs::name)
                            .anyMatch(p -> Programs.LANGUAGES.contains(p) || Programs.FILTERS.contains(p))) {
                return Optional.of("a program that runs what stands in its environment");
            }
        }
        return expanded(shell, INDIRECT)
                ? Optional.of("an expansion of another name, or as a prompt (${!…}, ${…@P})")
                : expanded(shell, OLD_CALCULATION) ? Optional.of("a calculation ($[…])") : Optional.empty();
    }

    private static boolean expanded(ShellText shell, Pattern what) {
        return what.matcher(shell.text).results().anyMatch(r -> switch (shell.layout
                .at()[r.start()]) {
            case SINGLE, ANSI, RAW_HEREDOC, COMMENT -> false;
            default -> true;
        });
    }
}
