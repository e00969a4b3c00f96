package plantao.runbook.command;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import plantao.runbook.text.Expression;

/// The programs that a team has and nobody else knows: what begins a line in the fences that say they are shell.
public final class OwnPrograms {
    private static final Expression MARK =
            Expression.of("^\\s*(?:>\\s*)*(?:[-*+]\\s+|\\d+[.)]\\s+)?(?:`{3,}|~{3,})\\s*(\\w*).*");
    private static final Expression FIRST =
            Expression.of("^\\s*(?:[$#]\\s+)?(?:sudo\\s+)?([a-z][\\w.-]*[\\w])\\s+\\S.*");
    // Words of the shell's grammar (POSIX, Shell Command Language, 2.4), and what only looks like a program's name.
    static final Set<String> GRAMMAR = Set.of(
            "if",
            "then",
            "else",
            "elif",
            "fi",
            "do",
            "done",
            "case",
            "esac",
            "while",
            "until",
            "for",
            "in",
            "function",
            "select",
            "return",
            "local",
            "let",
            "declare",
            "readonly",
            "exit",
            "break",
            "continue");

    private OwnPrograms() {}

    /// @param texts the lines of each file
    public static Set<String> in(Collection<List<String>> texts) {
        Set<String> out = new HashSet<>();
        for (List<String> lines : texts) {
            boolean shell = false;
            boolean inside = false;
            boolean goesOn = false;
            for (String line : lines) {
                Matcher mark = line.contains("```") || line.contains("~~~") ? MARK.matcher(line) : null;
                if (mark != null && mark.matches()) {
                    inside = !inside;
                    String language = CommandPatterns.STANDARD
                            .languages()
                            .get(mark.group(1).toLowerCase(Locale.ROOT));
                    shell = inside && "bash".equals(language);
                } else if (shell && !goesOn) {
                    Matcher first = FIRST.matcher(line);
                    if (first.matches() && !GRAMMAR.contains(first.group(1))) {
                        out.add(first.group(1));
                    }
                }
                goesOn = shell && line.endsWith("\\");
            }
        }
        out.removeAll(CommandPatterns.STANDARD.known());
        return out;
    }
}
