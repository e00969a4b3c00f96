package plantao.playbook;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import plantao.values.CommandReply;

/// Asks commands for values (`pass show …`, `op read …`, `vault kv get …`), right before a step needs them. What
/// they print goes from here into the step's environment and nowhere else.
final class ShellAnswers {
    private static final Duration LONGEST = Duration.ofSeconds(60);

    private final ShellSystem system;
    private final ShellLogin login;

    ShellAnswers(ShellSystem system, ShellLogin login) {
        this.system = system;
        this.login = login;
    }

    /// No value was got. The message says of which variable, why, and what to do.
    static final class Refused extends Exception {
        Refused(String message) {
            super(message, null, false, false);
        }
    }

    /// The values, by the same names; a command that stands for several is asked once. May block.
    Map<String, String> of(Map<String, String> asked, Path folder) throws Refused, InterruptedException {
        Map<String, String> answers = new LinkedHashMap<>();
        Map<String, String> values = new LinkedHashMap<>();
        for (Map.Entry<String, String> ask : asked.entrySet()) {
            String value = answers.get(ask.getValue());
            if (value == null) {
                value = ask(ask.getKey(), ask.getValue(), folder);
                answers.put(ask.getValue(), value);
            }
            values.put(ask.getKey(), value);
        }
        return values;
    }

    private String ask(String name, String command, Path folder) throws Refused, InterruptedException {
        try {
            CommandReply asked =
                    CommandReply.of(List.of(system.bash(), "-c", command), folder, login.environment(), LONGEST);
            if (!asked.ended()) {
                throw new Refused(said(name, command, "did not answer within " + LONGEST.toSeconds() + " s"));
            }
            String value = asked.printed().replaceFirst("\\R+$", "");
            if (asked.status() != 0 || value.isEmpty() || value.indexOf(0) >= 0) {
                String why = asked.complaint().lines().findFirst().orElse("it printed nothing");
                throw new Refused(said(name, command, "ended with " + asked.status() + ": " + why));
            }
            return value;
        } catch (IOException e) {
            throw new Refused(said(name, command, "could not be started: " + e.getMessage()));
        }
    }

    private static String said(String name, String command, String what) {
        return "The value of " + name + " is missing: `" + command + "` " + what
                + ". Nothing was run. Try the command in a terminal (is the store unlocked?), then run the step again.";
    }
}
