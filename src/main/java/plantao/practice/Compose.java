package plantao.practice;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import plantao.practice.blueprint.Blueprint;
import plantao.practice.blueprint.CommandSpec;
import plantao.practice.command.CommandLine;
import plantao.practice.command.ComposeLine;
import plantao.practice.command.StandInAnswer;
import plantao.values.Fence;

/// `docker compose` on the stack: its services are the stack's own servers and processes.
///
/// @param commands names that a command in a container may have
/// @param inside answers for other commands in containers, the service first
/// @param matched gives the answer of such a one
record Compose(
        Containers containers, Set<String> commands, List<CommandSpec.Pattern> inside, Fence fence, Matched matched) {
    /// Carries out a pattern of the blueprint.
    interface Matched {
        StandInAnswer answer(String part, CommandLine.Matched line) throws InterruptedException;
    }

    static Set<String> commands(Blueprint blueprint) {
        return java.util.stream.Stream.concat(blueprint.commands().keySet().stream(), blueprint.tools().stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    StandInAnswer answer(List<String> arguments) throws InterruptedException {
        ComposeLine line = ComposeLine.read(arguments);
        String flaw = line.flaw();
        if (flaw != null) {
            return StandInAnswer.notPossible(containers.command(), flaw);
        }
        try {
            return answer(line);
        } catch (IllegalArgumentException e) {
            return StandInAnswer.failed(containers.command() + ": " + e.getMessage());
        }
    }

    private StandInAnswer answer(ComposeLine line) throws InterruptedException {
        return switch (line.verb()) {
            case "ps" -> StandInAnswer.ok(containers.list(containers.named(line.words())));
            case "logs" ->
                containers.logs(
                        containers.named(line.words()),
                        said(line, "tail"),
                        said(line, "since"),
                        line.has("follow"),
                        !line.has("no-log-prefix"));
            case "top" -> StandInAnswer.ok(Usage.processes(containers.named(line.words())));
            case "stats" -> StandInAnswer.ok(Usage.stats(containers.named(line.words())));
            case "restart" -> containers.each(containers.named(line.words()), "Restarted", Part::restart);
            case "start" -> containers.each(containers.named(line.words()), "Started", Part::start);
            case "up" -> up(line);
            case "stop" -> ended(line.words(), "Stopped", false);
            case "down" -> ended(line.words(), "Removed", false);
            case "kill" -> ended(line.words(), "Killed", true);
            case "pause" ->
                containers.each(containers.named(line.words()), "Paused", part -> {
                    part.freeze();
                    return null;
                });
            case "unpause" ->
                containers.each(containers.named(line.words()), "Unpaused", part -> {
                    part.thaw();
                    return null;
                });
            case "build" -> images(line.words(), "Built");
            case "pull" -> images(line.words(), "Pulled");
            case "config" -> StandInAnswer.ok(services());
            case "exec", "run" -> inContainer(line);
            default -> StandInAnswer.notPossible(containers.command(), "'" + line.verb() + "' is not known here");
        };
    }

    private StandInAnswer up(ComposeLine line) throws InterruptedException {
        String scale = line.options().get("scale");
        if (scale != null && !scale.matches("[\\w-]+=\\d{1,2}")) {
            return StandInAnswer.failed(containers.command() + ": --scale takes SERVICE=NUMBER, not '" + scale + "'");
        }
        if (line.has("build")) {
            images(line.words(), "Built");
        }
        StandInAnswer up = containers.each(containers.named(line.words()), "Started", containers::up);
        if (scale == null) {
            return up;
        }
        int equals = scale.indexOf('=');
        int number = Integer.parseInt(scale.substring(equals + 1));
        StandInAnswer scaled = containers.each(
                containers.named(List.of(scale.substring(0, equals))),
                "Scaled to " + number,
                part -> scale(part, number));
        return new StandInAnswer(
                up.out() + scaled.out(), up.err() + scaled.err(), Math.max(up.exit(), scaled.exit()), List.of());
    }

    private static LaunchOutcome scale(Part part, int number) throws InterruptedException {
        return part instanceof ManagedProcess unit
                ? unit.scale(number)
                : new LaunchOutcome.NotStarted("a server of the practice stack runs once");
    }

    private StandInAnswer ended(List<String> names, String done, boolean kill) throws InterruptedException {
        return containers.each(containers.named(names).reversed(), done, part -> {
            if (kill) {
                part.kill();
            } else {
                part.suspend();
            }
            return null;
        });
    }

    private StandInAnswer images(List<String> names, String done) {
        var text = new StringBuilder();
        for (Part part : containers.named(names)) {
            if (part instanceof ManagedProcess unit) {
                Release release = done.equals("Built")
                        ? containers.versions().build(unit, "latest")
                        : unit.releases().current();
                text.append(" ")
                        .append(Containers.called(part))
                        .append("  ")
                        .append(done)
                        .append("  ");
                text.append(release.commit())
                        .append(' ')
                        .append(release.title())
                        .append('\n');
            }
        }
        return StandInAnswer.ok(text.toString());
    }

    private String services() {
        return containers.named(List.of()).stream()
                .map(p -> "  " + Containers.called(p) + ":\n")
                .collect(Collectors.joining("", "services:\n", ""));
    }

    private StandInAnswer inContainer(ComposeLine line) throws InterruptedException {
        if (line.words().size() < 2) {
            return StandInAnswer.failed(containers.command() + ": expected a service and a command");
        }
        Part part = containers.named(line.words().subList(0, 1)).getFirst();
        if (line.verb().equals("exec") && !Containers.runs(part)) {
            return StandInAnswer.failed("service \"" + line.words().getFirst() + "\" is not running");
        }
        if (CommandLine.fitting(inside, line.words(), Map.of()) instanceof CommandLine.Matched found) {
            return matched.answer(part.name(), found);
        }
        List<String> command = line.words().subList(1, line.words().size());
        if (!commands.contains(command.getFirst())) {
            return StandInAnswer.notPossible(
                    containers.command(),
                    "there is no '" + command.getFirst() + "' in "
                            + line.words().getFirst());
        }
        List<String> quoted = new ArrayList<>();
        command.forEach(word -> quoted.add("'" + word.replace("'", "'\\''") + "'"));
        return fence.refusal(String.join(" ", quoted))
                .map(reason -> StandInAnswer.notPossible(containers.command(), reason))
                .orElseGet(() -> StandInAnswer.then(command));
    }

    private static Optional<String> said(ComposeLine line, String option) {
        return Optional.ofNullable(line.options().get(option));
    }
}
