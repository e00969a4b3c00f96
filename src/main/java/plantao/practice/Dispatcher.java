package plantao.practice;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import plantao.practice.blueprint.Blueprint;
import plantao.practice.blueprint.CommandSpec;
import plantao.practice.command.BoundSql;
import plantao.practice.command.CommandLine;
import plantao.practice.command.StandInAnswer;
import plantao.practice.process.Launch;
import plantao.values.Fence;

/// Does on the stack what a stand-in was asked to.
final class Dispatcher {
    private final Blueprint blueprint;
    private final ProcessFleet fleet;
    private final Launch.Servers servers;
    private final Clock clock;
    private final Fence fence;
    private final Versions versions = new Versions();
    private final UnaryOperator<String> fill;
    private final Consumer<PracticeEvent> events;

    /// @param fence what scripts of the blueprint and commands in containers may name
    /// @param fill fills in the placeholders of a script
    Dispatcher(
            Blueprint blueprint,
            ProcessFleet fleet,
            Launch.Servers servers,
            Clock clock,
            Fence fence,
            UnaryOperator<String> fill,
            Consumer<PracticeEvent> events) {
        this.fence = fence;
        this.fill = fill;
        this.blueprint = blueprint;
        this.fleet = fleet;
        this.servers = servers;
        this.clock = clock;
        this.events = events;
    }

    /// The answer to this command.
    StandInAnswer answer(String command, List<String> arguments) throws InterruptedException {
        CommandSpec spec = blueprint.commands().get(command);
        if (spec == null) {
            return StandInAnswer.notPossible(command, "there is no stand-in for it");
        }
        if (spec.patterns().size() == 1) {
            CommandSpec.Pattern only = spec.patterns().getFirst();
            var containers = new Containers(command, fleet, versions, clock, events);
            var compose = new Compose(
                    containers,
                    Compose.commands(blueprint),
                    containerPatterns(only),
                    fence,
                    (part, line) -> answer(command, part, line));
            switch (only.act()) {
                case COMPOSE -> {
                    return compose.answer(arguments);
                }
                case DOCKER -> {
                    return new Docker(containers, compose).answer(arguments);
                }
                case GIT -> {
                    return new Git(fleet, versions).answer(arguments);
                }
                default -> {}
            }
        }
        return answer(command, spec.process(), CommandLine.read(spec, arguments));
    }

    /// What commands in containers answer: said once, for `docker` or for `docker-compose`.
    private List<CommandSpec.Pattern> containerPatterns(CommandSpec.Pattern only) {
        return !only.inside().isEmpty()
                ? only.inside()
                : blueprint.commands().values().stream()
                        .flatMap(spec -> spec.patterns().stream())
                        .filter(p -> p.act() == CommandSpec.Act.COMPOSE || p.act() == CommandSpec.Act.DOCKER)
                        .filter(p -> !p.inside().isEmpty())
                        .findFirst()
                        .map(CommandSpec.Pattern::inside)
                        .orElse(List.of());
    }

    /// Forgets what commands said of versions: the stack is as the blueprint has it.
    void forget() {
        versions.clear();
    }

    private StandInAnswer script(String command, CommandLine.Matched matched) {
        String text = matched.pattern().text();
        String script = fill.apply(text == null ? "" : text);
        List<String> words = new ArrayList<>(List.of("sh", "-c", script, command));
        words.addAll(List.of(matched.said("arguments").orElse("").strip().split("\\s+")));
        return fence.refusal(script)
                .map(reason -> StandInAnswer.notPossible(command, "its script is refused: " + reason))
                .orElseGet(() -> StandInAnswer.then(words));
    }

    private StandInAnswer answer(String command, @Nullable String usual, CommandLine line) throws InterruptedException {
        return switch (line) {
            case CommandLine.Impossible no -> StandInAnswer.notPossible(command, no.reason());
            case CommandLine.Matched matched -> {
                String text = matched.pattern().text();
                yield switch (matched.pattern().act()) {
                    case PRINT -> StandInAnswer.ok(text == null || text.isBlank() ? "" : text.stripTrailing() + "\n");
                    case SQL -> sql(command, matched);
                    case SCRIPT -> script(command, matched);
                    case STATUS -> status(command, matched);
                    case PSQL, PG_DUMP, PG_RESTORE, REDIS_CLI, PG_ISREADY, COMPOSE, DOCKER, GIT ->
                        StandInAnswer.notPossible(command, "this act must be the command's only pattern");
                    case SESSION ->
                        new StandInAnswer(
                                text == null ? "" : text.stripTrailing() + "\n", "", StandInAnswer.SESSION, List.of());
                    default -> onProcess(command, usual, matched);
                };
            }
        };
    }

    /// What a session answers to a line typed into it; the session was opened by these words.
    StandInAnswer typed(String command, List<String> arguments, String line) throws InterruptedException {
        CommandSpec spec = blueprint.commands().get(command);
        if (spec == null || !(CommandLine.read(spec, arguments) instanceof CommandLine.Matched session)) {
            return StandInAnswer.notPossible(command, "there is no such session");
        }
        return answer(
                command, spec.process(), CommandLine.typed(session.pattern().inside(), line));
    }

    private StandInAnswer onProcess(String command, @Nullable String usual, CommandLine.Matched matched)
            throws InterruptedException {
        String named = matched.said("process").orElseGet(() -> {
            String here = matched.pattern().process() == null
                    ? usual
                    : matched.pattern().process();
            return here == null ? "" : here;
        });
        if (named.isEmpty()) {
            return StandInAnswer.failed(command + ": which process? There are: " + names());
        }
        Optional<ManagedProcess> unit = fleet.called(named);
        Optional<Part> server = unit.isEmpty() ? fleet.part(named) : Optional.empty();
        if (server.isPresent()) {
            return onServer(command, server.get(), matched);
        }
        if (unit.isEmpty()) {
            return StandInAnswer.failed(command + ": there is no '" + named + "' here. There are: " + names());
        }
        return act(command, unit.get(), matched);
    }

    /// Of the processes and servers that are named, else of all.
    private StandInAnswer status(String command, CommandLine.Matched matched) {
        String named = matched.said("process").orElse("");
        List<? extends Part> asked = named.isEmpty()
                ? fleet.units()
                : fleet.called(named).<Part>map(u -> u).or(() -> fleet.part(named)).stream()
                        .toList();
        return asked.isEmpty()
                ? StandInAnswer.failed(command + ": there is no '" + named + "' here. There are: " + names())
                : StandInAnswer.ok(StandInReports.status(asked));
    }

    /// A database server can be started, ended and asked for its log; the rest is for processes.
    private StandInAnswer onServer(String command, Part server, CommandLine.Matched matched)
            throws InterruptedException {
        return switch (matched.pattern().act()) {
            case START, RESUME -> came(server.name(), "started", server.start());
            case RESTART -> came(server.name(), "restarted", server.restart());
            case STOP, SUSPEND -> {
                server.suspend();
                yield came(server.name(), "stopped", null);
            }
            case LOGS -> logs(command, server, matched);
            default ->
                StandInAnswer.notPossible(command, "'" + matched.pattern().words() + "' is not for " + server.name());
        };
    }

    private StandInAnswer act(String command, ManagedProcess unit, CommandLine.Matched matched)
            throws InterruptedException {
        CommandSpec.Act act = matched.pattern().act();
        return switch (act) {
            case START, RESUME -> came(unit, "started", unit.start());
            case RESTART -> came(unit, "restarted", unit.restart());
            case STOP, SUSPEND -> {
                unit.suspend();
                yield came(unit, act == CommandSpec.Act.STOP ? "stopped" : "suspended", null);
            }
            case LOGS -> logs(command, unit, matched);
            case DEPLOYS -> StandInAnswer.ok(StandInReports.deploys(unit));
            case DEPLOY -> {
                String title = matched.pattern().text();
                LaunchOutcome outcome = unit.deploy(title == null ? "Deploy" : title);
                yield came(unit, "deployed " + unit.releases().current().commit(), outcome);
            }
            case REDEPLOY -> redeploy(command, unit, matched);
            case ROLLBACK -> {
                LaunchOutcome outcome = unit.rollback();
                yield outcome == null
                        ? StandInAnswer.failed(command + ": " + unit.name() + " has no earlier version to go back to")
                        : came(
                                unit,
                                "rolled back to " + unit.releases().current().commit(),
                                outcome);
            }
            case ENV_LIST, ENV_GET, ENV_SET, ENV_UNSET -> environment(command, unit, matched);
            case RUN -> {
                List<String> words =
                        List.of(matched.said("command").orElse("").strip().split("\\s+"));
                yield answer(
                        command,
                        unit.name(),
                        CommandLine.fitting(matched.pattern().inside(), words, Map.of()));
            }
            default ->
                StandInAnswer.notPossible(command, "'" + matched.pattern().words() + "' acts on no process");
        };
    }

    /// @param outcome of the start it ended with, or null when it ends with no start
    private StandInAnswer came(ManagedProcess unit, String act, @Nullable LaunchOutcome outcome) {
        return came(unit.name(), act, outcome);
    }

    private StandInAnswer came(String part, String act, @Nullable LaunchOutcome outcome) {
        events.accept(new PracticeEvent.Acted(part, act));
        if (outcome == null || outcome instanceof LaunchOutcome.Up || outcome instanceof LaunchOutcome.Held) {
            return StandInAnswer.ok(part + " " + act + (outcome == null ? "" : ": " + StartWording.of(outcome)) + "\n");
        }
        return StandInAnswer.failed(part + " " + act + ", but " + StartWording.of(outcome));
    }

    private StandInAnswer logs(String command, Part part, CommandLine.Matched matched) {
        try {
            return StandInAnswer.ok(
                    LogTail.read(part.log(), matched.said("lines"), matched.said("since"), clock.instant()));
        } catch (IOException e) {
            return StandInAnswer.failed("no log of " + part.name() + ": " + e.getMessage());
        } catch (IllegalArgumentException e) {
            return StandInAnswer.failed(command + ": " + e.getMessage());
        }
    }

    private StandInAnswer redeploy(String command, ManagedProcess unit, CommandLine.Matched matched)
            throws InterruptedException {
        Optional<String> wanted = matched.said("deploy");
        Optional<Release> release = wanted.isEmpty()
                ? Optional.of(unit.releases().current())
                : unit.releases().named(wanted.get());
        return release.isEmpty()
                ? StandInAnswer.failed(command + ": " + unit.name() + " has no deploy '" + wanted.orElse("") + "'")
                : came(unit, "deployed " + release.get().commit(), unit.redeploy(release.get()));
    }

    private StandInAnswer environment(String command, ManagedProcess unit, CommandLine.Matched matched)
            throws InterruptedException {
        String name = matched.said("name").orElse("");
        Map<String, String> all = unit.environment();
        switch (matched.pattern().act()) {
            case ENV_LIST -> {
                var text = new StringBuilder();
                all.forEach((key, value) ->
                        text.append(key).append('=').append(value).append('\n'));
                return StandInAnswer.ok(text.toString());
            }
            case ENV_GET -> {
                String value = all.get(name);
                return value == null
                        ? StandInAnswer.failed(command + ": " + unit.name() + " has no variable " + name)
                        : StandInAnswer.ok(value + "\n");
            }
            case ENV_SET -> {
                String assignment = matched.said("assignment")
                        .orElse(name + "=" + matched.said("value").orElse(""));
                int equals = assignment.indexOf('=');
                if (equals < 1) {
                    return StandInAnswer.failed(command + ": expected NAME=value, found '" + assignment + "'");
                }
                name = assignment.substring(0, equals);
                unit.set(name, assignment.substring(equals + 1));
            }
            default -> unit.set(name, null);
        }
        String done = "changed " + name;
        return matched.pattern().restart()
                ? came(unit, done, unit.restart())
                : came(unit, done + " (from the next start on)", null);
    }

    private StandInAnswer sql(String command, CommandLine.Matched matched) {
        String statement = matched.pattern().sql();
        try {
            return StandInAnswer.ok(BoundSql.run(servers, statement == null ? "" : statement, matched.captures()));
        } catch (SQLException e) {
            return StandInAnswer.failed(command + ": " + e.getMessage());
        }
    }

    private String names() {
        return String.join(
                ", ", fleet.units().stream().map(StandInReports::called).toList());
    }
}
