package plantao.runbook.lint;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import plantao.runbook.Command;

/// The programs that commands call on the computer they run on.
public final class CalledPrograms {
    private CalledPrograms() {}

    /// Their names, in the order of their first call; builtins, paths and functions of the text are not among them.
    public static Set<String> by(List<Command> commands) {
        Set<String> names = new LinkedHashSet<>();
        for (Command command : commands) {
            for (ShellText.Simple simple :
                    new LintSubject.Used(command, null).words().commands()) {
                String name = CommandRules.program(simple);
                if (CommandRules.NAME.matcher(name).matches() && !CommandRules.SHELL.contains(name)) {
                    names.add(name);
                }
            }
        }
        commands.forEach(c -> CommandRules.functions(c.text()).forEach(names::remove));
        return names;
    }
}
