package plantao.runbook.command;

import plantao.runbook.Command;
import plantao.runbook.Step;
import plantao.runbook.risk.Waiting;
import plantao.runbook.risk.Waits;

/// Tells commands that want a terminal which is looked at and typed into (a session, an editor, a pager) from those
/// that only never end (a log that is followed): their lines are read better as lines.
public final class TerminalCommands {
    private TerminalCommands() {}

    /// Whether a command of the step wants its terminal drawn.
    public static boolean is(Step step) {
        return step.commands().stream().anyMatch(TerminalCommands::is);
    }

    private static boolean is(Command command) {
        return command.interactive()
                && (!command.inputs().isEmpty()
                        || ShellScanner.opensSession(command.text())
                        || Waits.of(command.text()) == Waiting.DRAWS);
    }
}
