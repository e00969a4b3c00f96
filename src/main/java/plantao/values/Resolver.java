package plantao.values;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import plantao.runbook.Command;
import plantao.runbook.Runner;

/// Fills in the blanks of commands.
public final class Resolver {
    private static final String INPUT = "PLANTAO_INPUT";

    private Resolver() {}

    /// The names that commands set for those that the same shell runs behind them.
    public static Set<String> leaves(List<Command> commands) {
        Set<String> names = new HashSet<>();
        commands.stream()
                .filter(c -> c.runner() == Runner.SHELL)
                .forEach(c -> names.addAll(ShellNames.leaves(c.text())));
        return names;
    }

    /// One command, see [#resolve(List, Target, Map, Map)].
    public static Resolved resolve(
            Command command, Target target, Map<String, String> given, Map<String, String> known) {
        return resolve(List.of(command), target, given, known);
    }

    /// The commands of one step as one script for `target`.
    ///
    /// @param given values the operator filled in, by the name of the blank or variable
    /// @param known values from the alert or the run; what the operator gave comes first, the target's variables
    /// last
    public static Resolved resolve(
            List<Command> commands, Target target, Map<String, String> given, Map<String, String> known) {
        return resolve(commands, target, given, known, Set.of());
    }

    /// The same behind commands that the same shell has run.
    ///
    /// @param left the names that those have set: nobody needs to give them
    public static Resolved resolve(
            List<Command> commands,
            Target target,
            Map<String, String> given,
            Map<String, String> known,
            Set<String> left) {
        Route route = Route.of(commands, target);
        if (route.runner() != Runner.SHELL && route.runner() != Runner.NONE) {
            return QueryResolving.resolve(route.runner(), route.texts(), commands, new Sources(given, known, target));
        }
        List<String> texts = new ArrayList<>();
        Set<String> listed = new LinkedHashSet<>();
        for (Command command : commands) {
            texts.add(withInputs(command));
            listed.addAll(command.placeholders());
        }
        Substitutions.Replaced replaced =
                Substitutions.apply(String.join("\n", texts), target.substitutions(), target.label());
        Resolving resolving = new Resolving(replaced, List.copyOf(listed), new Sources(given, known, target), left);
        return resolving.resolved(Optional.ofNullable(route.why()));
    }

    /// A command with the lines typed into the session it opens on its standard input.
    private static String withInputs(Command command) {
        if (command.inputs().isEmpty() || command.runner() != Runner.SHELL) {
            return command.text();
        }
        String end = INPUT;
        while (command.inputs().contains(end)) {
            end += "_";
        }
        return "{ " + command.text() + "\n} <<'" + end + "'\n" + String.join("\n", command.inputs()) + "\n" + end;
    }
}
