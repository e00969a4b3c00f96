package plantao.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import plantao.playbook.Run;
import plantao.playbook.StepHandling;
import plantao.runbook.Command;
import plantao.runbook.Runner;
import plantao.runbook.Step;
import plantao.runbook.command.TerminalCommands;
import plantao.values.ResolvedCommand;
import plantao.values.Resolver;
import plantao.values.RunnerChoice;

/// Steps that open a session (a database's prompt, a language's shell): the lines that the runbook gives for it are
/// run one after the other, or offered to who types into it.
public final class SessionSteps {
    /// What stands in a line for a secret.
    public static final String SECRET = StepHandling.NOT_KEPT;

    private SessionSteps() {}

    /// Whether the runbook gives lines for a session that a step opens in a shell.
    public static boolean offers(Run run, Step step) {
        return step.commands().stream().anyMatch(c -> !c.inputs().isEmpty())
                && RunnerChoice.of(step.commands(), run.target()).runner() == Runner.SHELL;
    }

    /// Those lines with everything filled in that is known, in order; a secret stands in them as dots.
    public static List<String> lines(Run run, Step step) {
        List<String> lines = new ArrayList<>();
        if (offers(run, step)) {
            for (Command command : step.commands()) {
                for (String input : command.inputs()) {
                    Command alone = with(command, List.of(input));
                    ResolvedCommand resolved = Resolver.resolve(List.of(alone), run.target(), run.given(), Map.of());
                    lines.add(between(resolved.shown().lines().toList(), input));
                }
            }
        }
        return List.copyOf(lines);
    }

    /// What stands between the command's own lines and the end of its input.
    private static String between(List<String> shown, String input) {
        int size = (int) input.lines().count();
        int from = shown.size() - 1 - size;
        return from < 0 ? input : String.join("\n", shown.subList(from, from + size));
    }

    /// The commands without the lines that are typed.
    static List<Command> opening(Run run, Step step) {
        return offers(run, step)
                ? step.commands().stream().map(c -> with(c, List.of())).toList()
                : step.commands();
    }

    /// Whether the terminal of a step is drawn.
    ///
    /// @param session whether somebody is there to type
    static boolean drawn(Run run, Step step, boolean session) {
        boolean shell = RunnerChoice.of(step.commands(), run.target()).runner() == Runner.SHELL;
        return shell && TerminalCommands.is(step) && (session || !offers(run, step));
    }

    private static Command with(Command command, List<String> inputs) {
        return new Command(
                command.text(),
                command.language(),
                command.runner(),
                command.risk(),
                command.interactive(),
                inputs,
                command.placeholders(),
                command.origin());
    }
}
