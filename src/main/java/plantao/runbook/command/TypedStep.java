package plantao.runbook.command;

import java.util.List;
import plantao.runbook.Command;
import plantao.runbook.Origin;
import plantao.runbook.Runner;
import plantao.runbook.Step;
import plantao.runbook.risk.Risks;
import plantao.runbook.risk.Waiting;
import plantao.runbook.risk.Waits;

/// A step that no runbook holds: a shell command that somebody types in the middle of a run.
public final class TypedStep {
    /// The origin of what no line says.
    private static final Origin NOWHERE = new Origin("", 0);

    private TypedStep() {}

    /// A step with this command, judged as if a runbook held it.
    ///
    /// @param text one or more lines
    public static Step of(String text) {
        boolean waits = ShellScanner.opensSession(text) || Waits.of(text) != Waiting.ENDS;
        Command command = new Command(
                text, "bash", Runner.SHELL, Risks.ofShell(text), waits, List.of(), Blanks.placeholders(text), NOWHERE);
        return Step.of(text.lines().findFirst().orElse(""), List.of(command), NOWHERE);
    }

    /// Whether a step was typed.
    public static boolean is(Step step) {
        return step.origin().equals(NOWHERE) && !step.commands().isEmpty();
    }
}
