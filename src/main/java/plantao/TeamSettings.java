package plantao;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import plantao.store.TeamAddress;
import plantao.values.Asked;

/// `team.properties` in the operator's config folder: `team` is the server's URL, `password-command` a command that
/// prints the password. No password is ever in it.
///
/// @param url empty when the log is shared with nobody
/// @param command empty when there is none
record TeamSettings(String url, String command) {
    static final TeamSettings NONE = new TeamSettings("", "");

    private static final String FILE = "team.properties";
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /// The settings in a folder; none when they are missing or cannot be read.
    static TeamSettings in(Path config) {
        Properties read = new Properties();
        try {
            read.load(new StringReader(Files.readString(config.resolve(FILE))));
        } catch (NoSuchFileException e) {
            return NONE;
        } catch (IOException | IllegalArgumentException e) {
            System.getLogger(TeamSettings.class.getName())
                    .log(System.Logger.Level.WARNING, "The team's settings cannot be read", e);
            return NONE;
        }
        return new TeamSettings(
                read.getProperty("team", "").strip(),
                read.getProperty("password-command", "").strip());
    }

    /// Replaces the file whole.
    void write(Path config) throws IOException {
        Files.createDirectories(config);
        Path fresh = config.resolve(FILE + ".new");
        StringBuilder text = new StringBuilder("# The team's log. A password belongs into PGPASSWORD, ~/.pgpass or what"
                + " password-command prints, never here.\n");
        text.append("team=").append(escaped(url)).append('\n');
        if (!command.isEmpty()) {
            text.append("password-command=").append(escaped(command)).append('\n');
        }
        Files.writeString(fresh, text);
        Files.move(fresh, config.resolve(FILE), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static String escaped(String value) {
        return value.replace("\\", "\\\\").replace("\n", " ").replace("\r", " ");
    }

    TeamSettings withUrl(String other) {
        return new TeamSettings(other, command);
    }

    /// Where that is, and how the password is found: by the command, else in `PGPASSWORD`, else in `~/.pgpass`.
    TeamAddress address(Map<String, String> environment) {
        return new TeamAddress(url, () -> command.isEmpty() ? environment.get("PGPASSWORD") : password(environment));
    }

    /// The first line that the command prints, or null when it fails, prints nothing or takes longer than 20 s.
    private @Nullable String password(Map<String, String> environment) {
        try {
            Asked asked = Asked.of(
                    List.of("/bin/sh", "-c", command), Path.of(System.getProperty("user.home")), environment, PATIENCE);
            return asked.ended() && asked.status() == 0
                    ? asked.printed().lines().findFirst().orElse(null)
                    : null;
        } catch (IOException e) {
            return null;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        }
    }
}
