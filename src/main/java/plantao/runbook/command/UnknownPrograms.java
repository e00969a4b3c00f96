package plantao.runbook.command;

import java.util.Set;
import plantao.runbook.text.Expression;
import plantao.runbook.text.Vocabulary;
import tools.jackson.databind.JsonNode;

/// Programs of which nothing is known: what they do is told by what they are called with, or not at all.
final class UnknownPrograms {
    private static final JsonNode FILE = Vocabulary.resource("risks.json");
    private static final Expression READ_ONLY_NAME =
            Expression.of(FILE.path("readOnlyName").asString());
    private static final Expression READ_ONLY_WORD =
            Expression.of(FILE.path("readOnlyWord").asString());
    private static final Set<String> READ_ONLY =
            Set.of(FILE.path("readOnlyProgram").asString().split("\\|"));
    // What runs a task, module or program of the team's own: of that nothing is known either.
    private static final Expression TASK_RUNNER =
            Expression.of(FILE.path("taskRunner").asString());
    private static final Expression READ_ONLY_TASK =
            Expression.of(FILE.path("readOnlyTask").asString());
    private static final Expression QUOTED = Expression.of("\"(?:[^\"\\\\]|\\\\.)*+\"|'[^']*+'|`[^`]*+`");
    // A program may stand in quotes with the folder it lies in: "$TOOLS/ctl", "$TOOLS"/ctl.
    private static final String VARIABLE = "\\$\\{?[A-Za-z_]\\w*\\}?";
    private static final Expression QUOTED_PATH = Expression.of("\"(" + VARIABLE + "[\\w./-]*)\"");
    private static final Expression PARTS = Expression.of("\\|\\||&&|[;|\\n]");
    // Before the program: words of the shell's grammar, what runs a program, variables set for it alone.
    private static final Expression CALLED = Expression.of(
            "^\\s*(?:(?:then|do|else|if|elif|while|until|!|time|sudo(?:\\s+-[a-zA-Z]+(?:\\s+[a-z][\\w-]*(?=\\s+\\S))?)?|env|nohup|nice|timeout\\s+\\S+|xargs(?:\\s+-\\S+(?:\\s+(?:\\d+|\\{\\}|%)(?=\\s))?)*|[A-Za-z_]\\w*=[^\\s$<(\\[]*)\\s+)*"
                    + "((?:(?:~|\\.{0,2}|[\\w.-]+|" + VARIABLE + ")/(?:[\\w.-]+/)*\\w|[a-z])[\\w.-]*|" + VARIABLE
                    + ")(?=\\s|$)(.*)");

    private UnknownPrograms() {}

    /// Whether one of the commands is a program nobody here knows that is not said only to read.
    static boolean mayChange(String command) {
        int here = command.indexOf("<<");
        String typed = here < 0 ? command : command.substring(0, here);
        String plain =
                QUOTED.matcher(QUOTED_PATH.matcher(typed).replaceAll("$1")).replaceAll("x");
        for (String part : PARTS.split(plain, 0)) {
            var task = TASK_RUNNER.matcher(part);
            if (task.matches()) {
                if (!READ_ONLY_TASK.in(task.group(1))) {
                    return true;
                }
                continue;
            }
            var m = CALLED.matcher(part);
            if (m.find()
                    && isStrange(m.group(1).substring(m.group(1).lastIndexOf('/') + 1))
                    && !READ_ONLY_WORD.in(m.group(2))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isStrange(String program) {
        return !CommandPatterns.STANDARD.known().contains(program)
                && !READ_ONLY.contains(program)
                && !OwnPrograms.GRAMMAR.contains(program)
                && !READ_ONLY_NAME.in(program);
    }
}
