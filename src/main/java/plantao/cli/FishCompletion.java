package plantao.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/// A fish script with one `complete` line a verb, an option and a choice
/// (<https://fishshell.com/docs/current/cmds/complete.html>).
final class FishCompletion {
    private FishCompletion() {}

    static String of(CommandLine root) {
        String program = root.getCommandName();
        List<String> lines = new ArrayList<>();
        options(lines, "complete -c " + program + " -n __fish_use_subcommand", root.getCommandSpec());
        for (Map.Entry<String, CommandLine> verb : root.getSubcommands().entrySet()) {
            CommandSpec spec = verb.getValue().getCommandSpec();
            lines.add("complete -c " + program + " -n __fish_use_subcommand -a " + verb.getKey() + " -d "
                    + quoted(about(spec.usageMessage().description())));
            String there = "complete -c " + program + " -n '__fish_seen_subcommand_from " + verb.getKey() + "'";
            options(lines, there, spec);
            for (PositionalParamSpec positional : spec.positionalParameters()) {
                choices(lines, there, positional);
            }
        }
        return String.join("\n", lines) + "\n";
    }

    private static void options(List<String> lines, String there, CommandSpec spec) {
        for (OptionSpec option : spec.options()) {
            StringBuilder line = new StringBuilder(there);
            for (String name : option.names()) {
                line.append(name.startsWith("--") ? " -l " : name.length() == 2 ? " -s " : " -o ")
                        .append(name.replaceFirst("^--?", ""));
            }
            List<String> values = values(option);
            if (!values.isEmpty()) {
                line.append(" -x -a ").append(quoted(String.join(" ", values)));
            } else if (option.arity().min() > 0) {
                line.append(" -r");
            }
            lines.add(line + " -d " + quoted(about(option.description())));
        }
    }

    private static void choices(List<String> lines, String there, PositionalParamSpec positional) {
        List<String> values = values(positional);
        if (!values.isEmpty()) {
            lines.add(there + " -f -a " + quoted(String.join(" ", values)) + " -d "
                    + quoted(about(positional.description())));
        }
    }

    private static List<String> values(ArgSpec argument) {
        List<String> values = new ArrayList<>();
        if (argument.completionCandidates() != null) {
            argument.completionCandidates().forEach(values::add);
        } else if (argument.type().isEnum()) {
            for (Object each : argument.type().getEnumConstants()) {
                values.add(each.toString().toLowerCase(java.util.Locale.ROOT));
            }
        }
        return values;
    }

    /// The first sentence.
    private static String about(String[] description) {
        String all = String.join(" ", description).strip();
        int end = all.indexOf(". ");
        return (end < 0 ? all : all.substring(0, end + 1)).replace("%n", " ").replaceAll("\\.$", "");
    }

    private static String quoted(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }
}
