package plantao.playbook;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import plantao.values.Place;

/// The commands that bring a shell up in another place, with the system's own programs.
///
/// @param to how to get there
/// @param terminal the words before a command with a terminal
/// @param plain the words before a command without one
/// @param joined whether the command goes as one text through a login shell there (ssh), or word by word
record ShellReach(Place.Reach to, List<String> terminal, List<String> plain, boolean joined) {
    private static final String START = "[ -z \"$2\" ] || cd -- \"$2\"; printf '%s\\n' \"$$\" >\"$1/leader\";"
            + " set -- \"$1\" \"$(command -v stty)\"; __plantao_start=$(<\"$1/session.sh\"); eval \"$__plantao_start\";"
            + " eval \"$__plantao_loop\"";

    /// How a place is reached from here; empty for this computer.
    ///
    /// @param searchPath where programs are looked for
    /// @param socket a path for the connection that both share, in a folder of one's own
    static Optional<ShellReach> of(Place place, String searchPath, String socket) throws IOException {
        return switch (place.reach()) {
            case Place.Reach.Here _ -> Optional.empty();
            case Place.Reach.Ssh ssh -> {
                List<String> words = List.of(
                        program(searchPath, "ssh"),
                        "-o",
                        "BatchMode=yes", // asks nothing that nobody would see
                        "-o",
                        "ConnectTimeout=15",
                        "-o",
                        "ServerAliveInterval=15",
                        "-o",
                        "ControlMaster=auto",
                        "-o",
                        "ControlPath=" + socket,
                        "-o",
                        "LogLevel=ERROR");
                yield Optional.of(
                        new ShellReach(ssh, with(words, "-tt", ssh.alias()), with(words, "-T", ssh.alias()), true));
            }
            case Place.Reach.Container container -> {
                List<String> words = List.of(program(searchPath, "docker", "podman"), "exec");
                yield Optional.of(new ShellReach(
                        container, with(words, "-it", container.name()), with(words, "-i", container.name()), false));
            }
        };
    }

    /// The first of these programs that there is.
    private static String program(String searchPath, String... names) throws IOException {
        for (String name : names) {
            Path found = ShellSystem.find(searchPath, name);
            if (found != null) {
                return found.toString();
            }
        }
        throw new IOException(String.join(" or ", names) + " is not installed on this computer");
    }

    private static List<String> with(List<String> words, String... more) {
        List<String> all = new ArrayList<>(words);
        all.addAll(List.of(more));
        return List.copyOf(all);
    }

    /// The second connection.
    ///
    /// @param script what runs at its far end
    List<String> relay(String script) {
        return command(plain, List.of("bash", "--noprofile", "--norc", "-c", script, "plantao", to.folder()));
    }

    /// The shell itself; a login shell where there is a login.
    ///
    /// @param folder the relay's
    List<String> shell(String folder) {
        List<String> words = new ArrayList<>(List.of("bash"));
        words.addAll(joined ? List.of("-l") : List.of("--noprofile", "--norc"));
        words.addAll(List.of("-c", START, "bash", folder, to.folder()));
        return command(terminal, words);
    }

    private List<String> command(List<String> before, List<String> words) {
        List<String> all = new ArrayList<>(before);
        if (joined) {
            StringBuilder line = new StringBuilder("exec");
            words.forEach(w -> line.append(" '").append(w.replace("'", "'\\''")).append('\''));
            all.add(line.toString());
        } else {
            all.addAll(words);
        }
        return all;
    }
}
