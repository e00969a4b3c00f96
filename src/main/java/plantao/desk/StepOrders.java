package plantao.desk;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import plantao.playbook.Run;
import plantao.playbook.StepHandling;
import plantao.playbook.StepOrder;
import plantao.runbook.Risk;
import plantao.runbook.Runner;
import plantao.runbook.Step;
import plantao.values.Masking;
import plantao.values.PostgresUrl;
import plantao.values.ResolvedCommand;
import plantao.values.RunnerChoice;
import plantao.values.Target;
import plantao.values.Variable;

/// Makes the order that a step is run by.
final class StepOrders {
    private static final Pattern NAME = Pattern.compile("\\$(?:\\{([A-Za-z_]\\w*)\\}|([A-Za-z_]\\w*))");

    private StepOrders() {}

    /// Why the step can't be run although its commands are complete; empty when it can.
    static Optional<String> obstacle(Run run, Step step) {
        Runner runner = RunnerChoice.of(step.commands(), run.target()).runner();
        return unset(run, step)
                .map(name -> "There is no value for $" + name + ", which "
                        + (runner == Runner.SQL ? "`database`" : "`prometheus`")
                        + " in console.yaml refers to. Set the environment variable and start the console again.");
    }

    /// The variable without a value that the address of the step's database or Prometheus refers to.
    static Optional<String> unset(Run run, Step step) {
        RunnerChoice route = RunnerChoice.of(step.commands(), run.target());
        return NAME.matcher(source(route.runner(), run.target()))
                .results()
                .map(m -> m.group(1) == null ? m.group(2) : m.group(1))
                .filter(name -> !run.target().variables().containsKey(name))
                .findFirst();
    }

    static Previews.Ran ran(Run run, Step step) {
        Runner runner = RunnerChoice.of(step.commands(), run.target()).runner();
        String source = source(runner, run.target());
        Variable variable =
                source.startsWith("$") ? run.target().variables().get(source.replaceAll("[${}]", "")) : null;
        String address = variable == null || variable.command() != null ? source : variable.value();
        PostgresUrl postgres = PostgresUrl.parse(address);
        String at = postgres != null
                ? postgres.jdbc().replaceFirst("^jdbc:postgresql://", "")
                : address.replaceFirst("//[^/@]*@", "//").replaceFirst("[;?].*", "");
        return new Previews.Ran(runner, at, step.risk() != Risk.SAFE);
    }

    static StepOrder of(SystemBoard system, Run run, int index, ResolvedCommand resolved, boolean session) {
        Step step = run.steps().get(index);
        Runner runner = RunnerChoice.of(step.commands(), run.target()).runner();
        Map<String, String> asked = new HashMap<>(resolved.asked());
        String source = filled(source(runner, run.target()), run.target(), asked);
        return new StepOrder(
                run.id(),
                index,
                resolved.script(),
                resolved.environment(),
                run.target().place(),
                StepHandler.timeout(system, step),
                Masking.of(resolved, run.target()),
                new StepHandling(
                        runner,
                        source.isEmpty() ? null : source,
                        step.risk() != Risk.SAFE,
                        asked,
                        ValueHandler.captures(system, step),
                        Previews.kept(system, step),
                        SessionSteps.drawn(run, step, session)));
    }

    private static String source(Runner runner, Target target) {
        String source = switch (runner) {
            case SQL -> target.database();
            case PROMQL -> target.prometheus();
            case SHELL, HTTP, NONE -> "";
        };
        return source == null ? "" : source;
    }

    /// The values that are here; what is asked of a command stays as `$NAME` until the answer comes.
    private static String filled(String source, Target target, Map<String, String> asked) {
        Matcher matcher = NAME.matcher(source);
        StringBuilder out = new StringBuilder();
        while (matcher.find()) {
            String name = matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
            Variable variable = target.variables().get(name);
            String by = matcher.group();
            if (variable != null && variable.command() != null) {
                asked.put("$" + name, variable.command());
                by = "$" + name;
            } else if (variable != null) {
                by = variable.value();
            }
            matcher.appendReplacement(out, Matcher.quoteReplacement(by));
        }
        return matcher.appendTail(out).toString();
    }
}
