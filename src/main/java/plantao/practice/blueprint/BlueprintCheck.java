package plantao.practice.blueprint;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Finds what a blueprint says that cannot be: names that nothing has, values out of range.
final class BlueprintCheck {
    private static final Set<String> SERVERS = Set.of("postgres", "redis");

    private final Blueprint blueprint;
    private final List<String> flaws = new ArrayList<>();

    private BlueprintCheck(Blueprint blueprint) {
        this.blueprint = blueprint;
    }

    /// Every flaw, one sentence each; empty when the blueprint can be built.
    static List<String> flaws(Blueprint blueprint) {
        var check = new BlueprintCheck(blueprint);
        check.whole();
        blueprint.processes().forEach(check::process);
        blueprint.commands().forEach(check::command);
        var ids = new HashSet<String>();
        blueprint.scenarios().forEach(s -> check.scenario(s, ids));
        return check.flaws;
    }

    private void whole() {
        if (!(blueprint.holdFactor() > 0 && blueprint.holdFactor() <= 1)) {
            flaws.add("holdFactor must be above 0 and at most 1");
        }
        if (blueprint.processes().isEmpty()) {
            flaws.add("processes: there is none");
        }
        blueprint.servers().keySet().stream()
                .filter(s -> !SERVERS.contains(s))
                .forEach(s -> flaws.add("servers: '" + s + "' is none of " + SERVERS));
        file("postgres: schema", blueprint.postgres().schema());
        file("work", blueprint.work());
    }

    private void process(String name, @Nullable ProcessSpec spec) {
        if (!name.matches("[a-z][a-z0-9-]*")) {
            flaws.add("processes: '" + name + "' must be small letters, digits and hyphens");
        }
        if (spec == null || spec.kind() == null || spec.label() == null) {
            flaws.add("processes." + name + " needs a label and a kind (web, worker, job, traffic, prometheus)");
            return;
        }
        String at = "processes." + name;
        switch (spec.kind()) {
            case WEB ->
                spec.routes().forEach(r -> {
                    if (r.path() == null) {
                        flaws.add(at + ": a route has no path");
                    }
                    actions(at + " " + r.path(), r.actions());
                });
            case PROMETHEUS -> {}
            case WORKER -> {
                ProcessSpec.Work work = spec.work();
                if (work == null || work.queue() == null) {
                    flaws.add(at + " needs work with a queue");
                } else {
                    actions(at, work.actions());
                }
            }
            case JOB -> {
                ProcessSpec.Job job = spec.job();
                if (job == null || job.everySeconds() < 1) {
                    flaws.add(at + " needs a job with everySeconds of 1 or more");
                } else {
                    actions(at, job.actions());
                }
            }
            case TRAFFIC -> {
                ProcessSpec.Traffic traffic = spec.traffic();
                if (traffic == null || traffic.requests().isEmpty() || !(traffic.perSecond() > 0)) {
                    flaws.add(at + " needs traffic with requests and perSecond above 0");
                } else {
                    web(at, traffic.to());
                }
            }
        }
    }

    private void actions(String at, List<Action> actions) {
        for (Action action : actions) {
            long set = Stream.<@Nullable Object>of(
                                    action.sql(),
                                    action.redis(),
                                    action.call(),
                                    action.respond(),
                                    action.set(),
                                    action.measure(),
                                    action.log())
                            .filter(Objects::nonNull)
                            .count()
                    + (action.pauseMillis() > 0 ? 1 : 0)
                    + (action.computeMillis() > 0 ? 1 : 0);
            if (set != 1) {
                flaws.add(at
                        + ": an action must have exactly one of sql, redis, call, respond, set, measure, log, pauseMillis,"
                        + " computeMillis");
            }
            if (action.call() != null) {
                web(at, action.call().process());
            }
        }
    }

    private void command(String name, @Nullable CommandSpec spec) {
        if (!name.matches("[A-Za-z0-9._+-]+")) {
            flaws.add("commands: '" + name + "' is no command's name");
        }
        if (spec != null) {
            if (spec.process() != null) {
                known("commands." + name, spec.process());
            }
            spec.patterns().forEach(p -> pattern("commands." + name, p));
        }
    }

    private void pattern(String at, CommandSpec.Pattern pattern) {
        if (pattern.words() == null || pattern.act() == null) {
            flaws.add(at + ": a pattern needs words and an act");
            return;
        }
        if (pattern.process() != null) {
            known(at + " '" + pattern.words() + "'", pattern.process());
        }
        if (pattern.act() == CommandSpec.Act.SQL && pattern.sql() == null) {
            flaws.add(at + " '" + pattern.words() + "' needs sql");
        }
        pattern.inside().forEach(p -> pattern(at, p));
    }

    private void scenario(Scenario scenario, Set<String> ids) {
        String at = "scenario '" + scenario.id() + "'";
        if (scenario.id() == null || !ids.add(scenario.id())) {
            flaws.add(at + ": the id is missing or used twice");
        }
        if (none(scenario.title()) || none(scenario.text())) {
            flaws.add(at + " needs a title and a text");
        }
        mended(at, scenario.mended());
        if (scenario.faults().isEmpty()) {
            flaws.add(at + " has no fault");
        }
        for (Scenario.Fault fault : scenario.faults()) {
            Scenario.Deploy deploy = fault.deploy();
            Scenario.Surge surge = fault.traffic();
            List<Object> set = Stream.<@Nullable Object>of(
                            deploy,
                            fault.kill(),
                            fault.freeze(),
                            surge,
                            fault.fill(),
                            fault.set(),
                            fault.sql(),
                            fault.redis(),
                            fault.hold())
                    .filter(Objects::nonNull)
                    .map(Object.class::cast)
                    .toList();
            if (set.size() != 1) {
                flaws.add(
                        at
                                + ": a fault must have exactly one of deploy, kill, freeze, traffic, fill, set, sql, redis, hold");
            }
            deeds(at, fault);
            Stream.<@Nullable String>of(
                            deploy == null ? null : deploy.process(),
                            surge == null ? null : surge.process(),
                            fault.set() == null ? null : fault.set().process())
                    .filter(Objects::nonNull)
                    .forEach(p -> known(at, p));
            Stream.<@Nullable String>of(fault.kill(), fault.freeze())
                    .filter(Objects::nonNull)
                    .filter(p -> !SERVERS.contains(p))
                    .forEach(p -> known(at, p));
        }
    }

    private void deeds(String at, Scenario.Fault fault) {
        Scenario.Hold hold = fault.hold();
        if (Stream.of(Optional.ofNullable(fault.sql()), Optional.ofNullable(fault.redis()))
                .flatMap(Optional::stream)
                .anyMatch(deed -> deed.run() == null)) {
            flaws.add(at + ": sql and redis need what to run: {run: …, undo: …}");
        }
        if (hold != null && hold.sql() == null) {
            flaws.add(at + ": hold needs the sql that its transaction runs");
        }
    }

    private void mended(String at, Scenario.@Nullable Mended mended) {
        if (mended != null && mended.sql() == null) {
            web(at + " mended", mended.process());
        }
        if (mended != null && (mended.sql() == null) == (mended.path() == null)) {
            flaws.add(at + ": mended needs either a process and a path, or sql");
        }
    }

    private static boolean none(@Nullable Map<String, String> texts) {
        return texts == null || texts.isEmpty();
    }

    private void web(String at, @Nullable String process) {
        ProcessSpec spec = process == null ? null : blueprint.processes().get(process);
        if (spec == null || spec.kind() != ProcessSpec.Kind.WEB) {
            flaws.add(at + ": '" + process + "' is no web process");
        }
    }

    private void known(String at, @Nullable String process) {
        if (process == null || !blueprint.processes().containsKey(process)) {
            flaws.add(at + ": there is no process '" + process + "'");
        }
    }

    private void file(String at, @Nullable String path) {
        if (path != null && !Files.exists(blueprint.folder().resolve(path))) {
            flaws.add(at + ": there is no " + path);
        }
    }
}
