package plantao.playbook;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// The environment that the user's login shell makes. A console that was started from a menu lacks the search path
/// and the variables that the user's profile sets, and steps are written for a terminal that has them.
final class ShellLogin {
    private static final long LONGEST_SECONDS = 5;
    private static final String MARK = "\0plantao\0";
    private static final List<String> NOT_PASSED_ON = List.of(
            "BASH_ENV",
            "ENV",
            "HISTFILE",
            "SHELLOPTS",
            "BASHOPTS",
            "PS4",
            "PROMPT_COMMAND",
            "SHLVL",
            "PWD",
            "OLDPWD",
            "_");

    private final Map<String, String> own;
    private @Nullable Map<String, String> known;

    /// @param own this process's environment
    ShellLogin(Map<String, String> own) {
        this.own = own;
    }

    /// What a shell starts with: this process's environment, what only the login shell sets, and both search paths.
    /// Asks the login shell once.
    synchronized Map<String, String> environment() throws InterruptedException {
        Map<String, String> all = known;
        if (all == null) {
            all = merged(own, ask());
            known = all;
        }
        return all;
    }

    static Map<String, String> merged(Map<String, String> own, Map<String, String> login) {
        Map<String, String> all = new HashMap<>(login);
        all.putAll(own);
        // What is only in ours was put there on purpose (a virtual environment): it goes first, as it does there.
        List<String> profile = folders(login);
        Set<String> path = new LinkedHashSet<>(folders(own));
        path.removeAll(profile);
        path.addAll(profile);
        if (!path.isEmpty()) {
            all.put("PATH", String.join(File.pathSeparator, path));
        }
        NOT_PASSED_ON.forEach(all::remove);
        return Map.copyOf(all);
    }

    private static List<String> folders(Map<String, String> environment) {
        String path = environment.getOrDefault("PATH", "");
        return path.isEmpty() ? List.of() : List.of(path.split(File.pathSeparator));
    }

    private Map<String, String> ask() throws InterruptedException {
        String shell = own.getOrDefault("SHELL", "/bin/sh");
        Path answer = null;
        try {
            answer = Files.createTempFile("plantao-login", null); // only its owner reads it
            Process process = new ProcessBuilder(shell, "-l", "-c", "printf '\\0plantao\\0'; env -0")
                    .redirectInput(new File("/dev/null"))
                    .redirectOutput(answer.toFile())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (!process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                return Map.of();
            }
            return read(Files.readString(answer, StandardCharsets.UTF_8));
        } catch (IOException e) {
            System.getLogger(ShellLogin.class.getName())
                    .log(System.Logger.Level.INFO, "The login shell {0} was not asked for its environment", shell, e);
            return Map.of();
        } finally {
            if (answer != null) {
                answer.toFile().delete();
            }
        }
    }

    /// What a profile prints by itself comes before the mark.
    static Map<String, String> read(String printed) {
        Map<String, String> all = new HashMap<>();
        int mark = printed.lastIndexOf(MARK);
        if (mark >= 0) {
            for (String entry : printed.substring(mark + MARK.length()).split("\0")) {
                int equals = entry.indexOf('=');
                if (equals > 0) {
                    all.put(entry.substring(0, equals), entry.substring(equals + 1));
                }
            }
        }
        return all;
    }
}
