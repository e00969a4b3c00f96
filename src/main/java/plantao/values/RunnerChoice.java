package plantao.values;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import plantao.runbook.Command;
import plantao.runbook.Runner;

/// What runs the commands of a step in an environment.
///
/// @param runner [Runner#NONE] when they can only be copied
/// @param texts what is run, in order
/// @param why they can only be copied, for the operator to read; else null
public record RunnerChoice(
        Runner runner, List<String> texts, @Nullable String why) {
    /// A database's own shell with nothing to do but what is typed into it.
    private static final Pattern SESSION =
            Pattern.compile("(?:sudo\\s+-u\\s+\\w+\\s+)?psql(?:\\s+(?!-[cfl]|--(?:command|file|list))[^;|&<>]+)?");
    private static final Pattern META = Pattern.compile("^\\s*\\\\.*");

    /// The one way all commands of the step can go.
    public static RunnerChoice of(List<Command> commands, Target target) {
        List<String> texts = commands.stream().map(Command::text).toList();
        Set<Runner> runners = commands.stream().map(Command::runner).collect(Collectors.toSet());
        if (runners.size() > 1) {
            return copied(
                    texts,
                    "This step mixes "
                            + runners.stream().map(RunnerChoice::word).sorted().collect(Collectors.joining(" and "))
                            + ". Copy its parts to where they belong, then mark the step as done.");
        }
        Runner runner = runners.isEmpty() ? Runner.SHELL : runners.iterator().next();
        return switch (runner) {
            case SHELL -> typed(commands, target);
            case HTTP -> new RunnerChoice(Runner.HTTP, texts, null);
            case SQL ->
                target.database() == null
                        ? copied(
                                texts,
                                "This step is SQL, and no database is named for this environment. Give it as `database:`"
                                        + " in console.yaml (for instance $DATABASE_URL), or copy the query.")
                        : new RunnerChoice(Runner.SQL, texts, null);
            case PROMQL ->
                target.prometheus() == null
                        ? copied(
                                texts,
                                "This step is PromQL, and no Prometheus is named for this environment. Give its address"
                                        + " as `prometheus:` in console.yaml, or copy the query.")
                        : new RunnerChoice(Runner.PROMQL, texts, null);
            case NONE ->
                copied(
                        texts,
                        "This step holds " + commands.getFirst().language()
                                + " that nothing here can run. Copy it to where it belongs, then mark the step as done.");
        };
    }

    private static RunnerChoice copied(List<String> texts, String why) {
        return new RunnerChoice(Runner.NONE, texts, why);
    }

    /// SQL that is to be typed into psql goes to the database itself, where one is named and the text is all SQL.
    private static RunnerChoice typed(List<Command> commands, Target target) {
        List<String> queries = new ArrayList<>();
        for (Command command : commands) {
            boolean session = !command.inputs().isEmpty()
                    && SESSION.matcher(command.text().strip()).matches()
                    && command.inputs().stream().noneMatch(i -> META.matcher(i).matches());
            if (target.database() == null || !session) {
                return new RunnerChoice(
                        Runner.SHELL, commands.stream().map(Command::text).toList(), null);
            }
            queries.add(String.join("\n", command.inputs()));
        }
        return new RunnerChoice(commands.isEmpty() ? Runner.SHELL : Runner.SQL, queries, null);
    }

    private static String word(Runner runner) {
        return switch (runner) {
            case SHELL -> "shell commands";
            case SQL -> "SQL";
            case HTTP -> "HTTP requests";
            case PROMQL -> "PromQL";
            case NONE -> "text that nothing here can run";
        };
    }
}
