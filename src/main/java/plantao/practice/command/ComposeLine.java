package plantao.practice.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What was typed behind `docker compose` or `docker-compose`. Pure.
///
/// @param verb `ps`, `logs`, `up`, …, empty when there is none
/// @param options by their long name without hyphens; those without a value hold an empty text
/// @param words the services, and behind the one of `exec` and `run` the command
/// @param flaw why it cannot be followed, or null
/// @see <a href="https://docs.docker.com/reference/cli/docker/compose/">docker compose</a>
public record ComposeLine(
        String verb,
        Map<String, String> options,
        List<String> words,
        @Nullable String flaw) {
    private static final Set<String> GLOBAL = Set.of(
            "-f",
            "--file",
            "-p",
            "--project-name",
            "--profile",
            "--env-file",
            "--project-directory",
            "--ansi",
            "--parallel",
            "--progress");
    private static final Set<String> VALUED = Set.of(
            "-n",
            "--tail",
            "--since",
            "--until",
            "--scale",
            "--timeout",
            "--format",
            "--filter",
            "--status",
            "-e",
            "--env",
            "-u",
            "--user",
            "-w",
            "--workdir",
            "--index",
            "-s",
            "--signal",
            "--name",
            "--entrypoint",
            "--build-arg",
            "--volume",
            "--publish");
    private static final Set<String> FLAGS = Set.of(
            "-a",
            "--all",
            "-q",
            "--quiet",
            "--services",
            "-f",
            "--follow",
            "--no-color",
            "--no-log-prefix",
            "-t",
            "--timestamps",
            "-d",
            "--detach",
            "-T",
            "--no-tty",
            "-i",
            "--interactive",
            "--tty",
            "-it",
            "-ti",
            "--rm",
            "--no-deps",
            "--build",
            "--force-recreate",
            "--no-build",
            "--no-recreate",
            "--remove-orphans",
            "--wait",
            "-v",
            "--volumes",
            "--no-cache",
            "--pull",
            "--no-start",
            "--privileged");
    private static final Map<String, String> LONG =
            Map.of("-n", "tail", "-f", "follow", "-d", "detach", "-a", "all", "-q", "quiet", "-v", "volumes");

    /// Reads the words behind the command's name.
    public static ComposeLine read(List<String> arguments) {
        int at = 0;
        while (at < arguments.size() && arguments.get(at).startsWith("-")) {
            String option = arguments.get(at++);
            if (GLOBAL.contains(option)) {
                at++;
            } else if (!option.contains("=") && !option.equals("--compatibility")) {
                return flawed("the option " + option + " is not known here");
            }
        }
        if (at >= arguments.size()) {
            return flawed(
                    at == 0 ? "a verb is missing, such as ps, logs or restart" : "its value or a verb is missing");
        }
        return behind(arguments.get(at), arguments.subList(at + 1, arguments.size()));
    }

    private static ComposeLine behind(String verb, List<String> arguments) {
        boolean command = verb.equals("exec") || verb.equals("run");
        Map<String, String> options = new LinkedHashMap<>();
        List<String> words = new ArrayList<>();
        for (int i = 0; i < arguments.size(); i++) {
            String word = arguments.get(i);
            if (!word.startsWith("-") || (command && !words.isEmpty())) {
                words.add(word);
                continue;
            }
            int equals = word.startsWith("--") ? word.indexOf('=') : -1;
            String name = equals < 0 ? word : word.substring(0, equals);
            boolean timeout =
                    name.equals("-t") && Set.of("restart", "stop", "down", "up").contains(verb);
            if (VALUED.contains(name) || timeout) {
                if (equals < 0 && ++i >= arguments.size()) {
                    return flawed("the option " + name + " lacks its value");
                }
                options.put(longName(name), equals < 0 ? arguments.get(i) : word.substring(equals + 1));
            } else if (FLAGS.contains(name)) {
                options.put(longName(name), "");
            } else {
                return flawed("the option " + name + " is not known here");
            }
        }
        return new ComposeLine(verb, Map.copyOf(options), List.copyOf(words), null);
    }

    private static String longName(String option) {
        return LONG.getOrDefault(option, option.replaceFirst("^-+", ""));
    }

    private static ComposeLine flawed(String flaw) {
        return new ComposeLine("", Map.of(), List.of(), flaw);
    }

    /// Whether this option was given.
    public boolean has(String option) {
        return options.containsKey(option);
    }
}
