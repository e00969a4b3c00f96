package plantao.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import plantao.cli.Session;
import plantao.desk.Event;
import plantao.desk.Previews;
import plantao.desk.SystemBoard;
import plantao.playbook.Output;
import plantao.playbook.Run;
import plantao.playbook.StepResult;
import plantao.playbook.StepState;
import plantao.runbook.Runbook;
import plantao.runbook.Step;
import plantao.values.ResolvedCommand;

/// Every command of a runbook, run in practice by the real runner, and what became of each.
public final class CommandTable {
    /// A step that waits for somebody, or never ends, is stopped after this.
    private static final int ENDLESS_SECONDS = 3;

    private static final int PATIENCE_SECONDS = 60;
    private static final String END_OF_INPUT = "\u0004";

    private final Session session;
    private final BiFunction<UUID, Integer, Output> outputs;
    private final Set<String> standIns;
    private final Map<String, String> values;
    private final Map<String, List<String>> table = new TreeMap<>();
    private final Set<String> ran = new TreeSet<>();

    /// @param outputs what a run's step prints
    /// @param standIns the programs that practice stands in for
    /// @param values what an operator would fill in, by blank or by its bare name; others get a harmless word
    public CommandTable(
            Session session,
            BiFunction<UUID, Integer, Output> outputs,
            Set<String> standIns,
            Map<String, String> values) {
        this.session = session;
        this.outputs = outputs;
        this.standIns = standIns;
        this.values = values;
    }

    /// Walks every playbook and procedure of a system that is on the board.
    ///
    /// @return what happened → the commands it happened to, each with its last line or the reason
    public Map<String, List<String>> of(Runbook runbook, String system) {
        runbook.playbooks().forEach(p -> walk(system, p.title(), p.origin().line()));
        runbook.procedures().forEach(p -> walk(system, p.title(), p.origin().line()));
        return table;
    }

    private void walk(String system, String title, int line) {
        session.send().accept(new Event.OpenRun(system, title, line, null));
        if (!session.await(10, () -> run(system, title, line) != null)) {
            add("did not open", line + " " + title);
            return;
        }
        UUID id = run(system, title, line).id();
        values.forEach((name, value) -> session.send().accept(new Event.GiveValue(id, name, value)));
        int steps = run(system, title, line).steps().size();
        for (int i = 0; i < steps; i++) {
            step(system, title, line, i);
        }
        session.send().accept(new Event.EndRun(id));
        session.await(10, () -> run(system, title, line) == null);
    }

    private void step(String system, String title, int line, int at) {
        Run run = run(system, title, line);
        Step step = run.steps().get(at);
        String what = line + " " + title + ": " + step.title();
        if (step.commands().isEmpty()) {
            add("manual", what);
            return;
        }
        for (String missing : Previews.of(run, at).missing()) {
            String bare = missing.replaceAll("^\\W+|\\W+$", "");
            String value = values.getOrDefault(missing, values.getOrDefault(bare, "practice"));
            session.send().accept(new Event.GiveValue(run.id(), missing, value));
        }
        session.await(
                5, () -> Previews.of(run(system, title, line), at).missing().isEmpty());
        ResolvedCommand resolved = Previews.of(run(system, title, line), at);
        String first =
                what + "\n        " + resolved.shown().lines().findFirst().orElse("") + "\n        → ";
        if (!resolved.missing().isEmpty()) {
            add("lacks a value", first + String.join(", ", resolved.missing()));
            return;
        }
        if (!ran.add(resolved.shown())) {
            return;
        }
        boolean endless = Previews.limit(session.board().get().system(system).orElseThrow(), step)
                .isZero();
        session.send().accept(new Event.RunStep(run.id(), at, true, false, system));
        session.await(10, () -> state(system, title, line, at).status() != StepState.Status.TODO);
        if (endless) {
            type(outputs.apply(run.id(), at), step);
        }
        boolean stopped = !session.await(
                endless ? ENDLESS_SECONDS : PATIENCE_SECONDS, () -> over(state(system, title, line, at)));
        if (stopped) {
            session.send().accept(new Event.CancelStep(run.id()));
            session.await(20, () -> over(state(system, title, line, at)));
        }
        StepState state = state(system, title, line, at);
        String last = String.valueOf(state.excerpt()).lines().reduce("", (_, l) -> l);
        add(
                stopped && endless ? "runs until it is stopped" : kind(state, step),
                first + (state.result() instanceof StepResult.NotStarted n ? n.reason() : last));
    }

    /// What the runbook says is typed into the session that a step opens, then the end of input.
    private void type(Output output, Step step) {
        List<String> lines =
                step.commands().stream().flatMap(c -> c.inputs().stream()).toList();
        if (!lines.isEmpty() && session.await(10, output::listens)) {
            lines.forEach(l -> output.type(l + "\n"));
            output.type(END_OF_INPUT);
        }
    }

    private void add(String kind, String what) {
        table.computeIfAbsent(kind, _ -> new ArrayList<>()).add(what);
    }

    private static boolean over(StepState state) {
        return state.status() == StepState.Status.DONE || state.status() == StepState.Status.FAILED;
    }

    private String kind(StepState state, Step step) {
        boolean standIn = step.commands().stream()
                .anyMatch(c -> Stream.of(c.text().split("[\\s|;&{}]+")).anyMatch(standIns::contains));
        return switch (state.result()) {
            case StepResult.NotStarted _ -> "refused";
            case StepResult.Exited e when e.status() == 0 -> standIn ? "stand-in" : "ran";
            case StepResult.Exited e when e.status() == 69 -> "not possible in practice";
            case StepResult.Exited e when e.status() == 127 -> "unknown program";
            case StepResult.Exited e -> "failed with " + e.status();
            case null, default -> "did not end";
        };
    }

    private StepState state(String system, String title, int line, int step) {
        return run(system, title, line).states().get(step);
    }

    private Run run(String system, String title, int line) {
        return session.board().get().system(system).stream()
                .map(SystemBoard::runs)
                .flatMap(List::stream)
                .filter(r -> r.open() && r.title().equals(title) && r.origin().line() == line)
                .findFirst()
                .orElse(null);
    }

    /// The commands that came to no end, or need what practice lacks.
    public static List<String> unanswered(Map<String, List<String>> table) {
        return table.entrySet().stream()
                .filter(e -> e.getKey().startsWith("unknown")
                        || e.getKey().startsWith("the practice stack")
                        || List.of("did not open", "did not end", "lacks a value")
                                .contains(e.getKey()))
                .flatMap(e -> e.getValue().stream().map(v -> e.getKey() + ": " + v))
                .toList();
    }

    /// The table for a person to read.
    public static String text(Map<String, List<String>> table) {
        StringBuilder text = new StringBuilder();
        table.forEach((kind, all) -> {
            text.append("\n").append(kind).append(" (").append(all.size()).append(")\n");
            all.forEach(a -> text.append("    ").append(a).append("\n"));
        });
        return text.toString();
    }
}
