package plantao.values;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import plantao.runbook.Command;
import plantao.runbook.Runner;
import plantao.runbook.TypedLines;

/// Fills in the blanks of commands.
public final class Resolver {
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
    public static ResolvedCommand resolve(
            Command command, Target target, Map<String, String> given, Map<String, String> known) {
        return resolve(List.of(command), target, given, known);
    }

    /// The commands of one step as one script for `target`.
    ///
    /// @param given values the operator filled in, by the name of the blank or variable
    /// @param known values from the alert or the run; what the operator gave comes first, the target's variables
    /// last
    public static ResolvedCommand resolve(
            List<Command> commands, Target target, Map<String, String> given, Map<String, String> known) {
        return resolve(commands, target, given, known, List.of());
    }

    /// Commands that the same shell has run before.
    ///
    /// @param given as it was then
    public record Before(List<Command> commands, Map<String, String> given) {}

    /// The same behind commands that the same shell has run: nobody needs to give the names that those have set,
    /// and what they were given may still be there.
    ///
    /// @param before the oldest first
    public static ResolvedCommand resolve(
            List<Command> commands,
            Target target,
            Map<String, String> given,
            Map<String, String> known,
            List<Before> before) {
        RunnerChoice route = RunnerChoice.of(commands, target);
        if (route.runner() != Runner.SHELL && route.runner() != Runner.NONE) {
            return QueryResolving.resolve(
                    route.runner(), route.texts(), commands, new ValueSources(given, known, target));
        }
        Set<String> left = new HashSet<>();
        List<SessionPast.Step> steps = new ArrayList<>();
        for (Before each : before) {
            left.addAll(leaves(each.commands()));
            if (RunnerChoice.of(each.commands(), target).runner() == Runner.SHELL) {
                steps.add(new SessionPast.Step(text(each.commands()), listed(each.commands()), each.given()));
            }
        }
        Substitutions.Replaced replaced = Substitutions.apply(text(commands), target.substitutions(), target.label());
        CommandResolution resolving = new CommandResolution(
                replaced,
                listed(commands),
                new ValueSources(given, known, target),
                left,
                SessionPast.of(steps, known, target));
        return resolving.resolved(Optional.ofNullable(route.why()));
    }

    private static String text(List<Command> commands) {
        return commands.stream().map(Resolver::withInputs).collect(Collectors.joining("\n"));
    }

    private static List<String> listed(List<Command> commands) {
        return commands.stream()
                .flatMap(c -> c.placeholders().stream())
                .distinct()
                .toList();
    }

    /// A command with the lines typed into the session it opens on its standard input.
    private static String withInputs(Command command) {
        if (command.inputs().isEmpty() || command.runner() != Runner.SHELL) {
            return command.text();
        }
        return TypedLines.wrapped(command.text(), command.inputs());
    }
}
