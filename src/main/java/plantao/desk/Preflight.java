package plantao.desk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import plantao.playbook.Run;
import plantao.playbook.ShellTools;
import plantao.playbook.StepState;
import plantao.runbook.Checklist;
import plantao.runbook.Command;
import plantao.runbook.Origin;
import plantao.runbook.Runbook;
import plantao.runbook.Runner;
import plantao.runbook.Step;
import plantao.runbook.lint.CalledPrograms;
import plantao.values.Place;
import plantao.values.ResolvedCommand;
import plantao.values.Resolver;
import plantao.values.RunnerChoice;

/// What a run will need and does not have, before it is needed.
public final class Preflight {
    /// Something that is missing.
    public enum Kind {
        /// A program that is not on this computer.
        PROGRAM,
        /// `docker-compose`, where Docker brings Compose itself.
        COMPOSE,
        /// A variable that has no value in the run's environment.
        VARIABLE,
        /// A database or a Prometheus that `console.yaml` does not name.
        CONNECTION
    }

    /// @param name the program, the variable, `database` or `prometheus`
    /// @param steps the steps that need it, by index, in order
    public record Lack(Kind kind, String name, List<Integer> steps) {}

    /// Something that is missing for more than one run.
    ///
    /// @param titles the playbooks, procedures and checklists that
    /// need it, in the runbook's order
    public record Missing(Kind kind, String name, List<String> titles) {}

    private record Key(Kind kind, String name) {}

    private static final UUID NOBODY = new UUID(0, 0);

    private Preflight() {}

    /// What the steps of a run that are still to do lack, each thing once, the first needed first.
    ///
    /// @param programs the names of this computer's programs
    public static List<Lack> of(Run run, Set<String> programs) {
        Map<Key, Set<Integer>> lacks = new LinkedHashMap<>();
        reach(run, programs, lacks);
        for (int i = 0; i < run.steps().size(); i++) {
            if (run.states().get(i).status() == StepState.Status.SKIPPED
                    || run.steps().get(i).commands().isEmpty()) {
                continue;
            }
            step(run, i, programs, lacks);
        }
        List<Lack> all = new ArrayList<>();
        lacks.forEach((key, steps) -> all.add(new Lack(key.kind(), key.name(), List.copyOf(steps))));
        return all;
    }

    /// What anything in a system's runbook would lack in the environment that is chosen, before a shift needs it:
    /// what most need comes first.
    ///
    /// @param programs the names of this computer's programs
    public static List<Missing> of(SystemBoard system, Set<String> programs) {
        Map<Key, Set<String>> lacks = new LinkedHashMap<>();
        Runbook runbook = system.runbook();
        runbook.playbooks().forEach(p -> collect(system, p.title(), p.origin(), p.steps(), programs, lacks));
        runbook.procedures().forEach(p -> collect(system, p.title(), p.origin(), p.steps(), programs, lacks));
        for (Checklist list : runbook.checklists()) {
            List<Step> steps = list.items().stream()
                    .filter(i -> !i.commands().isEmpty())
                    .map(Preflight::step)
                    .toList();
            collect(system, list.title(), list.origin(), steps, programs, lacks);
        }
        return lacks.entrySet().stream()
                .map(e -> new Missing(e.getKey().kind(), e.getKey().name(), List.copyOf(e.getValue())))
                .sorted(Comparator.comparingInt(m -> -m.titles().size()))
                .toList();
    }

    private static Step step(Checklist.Item item) {
        return Step.of(item.text(), item.commands(), item.origin());
    }

    private static void collect(
            SystemBoard system,
            String title,
            Origin origin,
            List<Step> steps,
            Set<String> programs,
            Map<Key, Set<String>> lacks) {
        Run run = Run.begin(
                NOBODY,
                title,
                origin,
                system.runbook().hash(),
                system.target(),
                null,
                null,
                List.of(),
                List.of(),
                steps,
                Instant.EPOCH);
        of(run, programs)
                .forEach(l -> lacks.computeIfAbsent(new Key(l.kind(), l.name()), _ -> new LinkedHashSet<>())
                        .add(title));
    }

    private static void reach(Run run, Set<String> programs, Map<Key, Set<Integer>> lacks) {
        boolean ssh = run.target().place().reach() instanceof Place.Reach.Ssh && !programs.contains("ssh");
        boolean container = run.target().place().reach() instanceof Place.Reach.Container
                && !programs.contains("docker")
                && !programs.contains("podman");
        if (ssh || container) {
            add(lacks, Kind.PROGRAM, ssh ? "ssh" : "docker", 0);
        }
    }

    private static void step(Run run, int index, Set<String> programs, Map<Key, Set<Integer>> lacks) {
        Step step = run.steps().get(index);
        RunnerChoice route = RunnerChoice.of(step.commands(), run.target());
        ResolvedCommand resolved = Resolutions.of(run, index);
        List<Runner> runners =
                step.commands().stream().map(Command::runner).distinct().toList();
        if (route.runner() == Runner.NONE && runners.size() == 1 && runners.getFirst() != Runner.NONE) {
            add(lacks, Kind.CONNECTION, runners.getFirst() == Runner.SQL ? "database" : "prometheus", index);
        }
        if (route.runner() == Runner.SHELL
                && run.target().place().here()
                && run.target().place().inherits()) {
            for (String program : CalledPrograms.by(step.commands())) {
                if (!programs.contains(program)) {
                    boolean compose = program.equals("docker-compose") && programs.contains(ShellTools.COMPOSE);
                    add(lacks, compose ? Kind.COMPOSE : Kind.PROGRAM, program, index);
                }
            }
        }
        for (String name : resolved.missing()) {
            boolean variable = step.commands().stream()
                    .map(Command::text)
                    .anyMatch(t -> t.contains("$" + name) || t.contains("${" + name));
            boolean earlier = run.steps().subList(0, index).stream()
                    .anyMatch(s -> Resolver.leaves(s.commands()).contains(name));
            if (variable && !earlier) {
                add(lacks, Kind.VARIABLE, name, index);
            }
        }
        StepOrders.unset(run, step).ifPresent(name -> add(lacks, Kind.VARIABLE, name, index));
    }

    private static void add(Map<Key, Set<Integer>> lacks, Kind kind, String name, int step) {
        lacks.computeIfAbsent(new Key(kind, name), _ -> new TreeSet<>()).add(step);
    }
}
