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
import plantao.store.PasswordFile;
import plantao.store.TeamAddress;
import plantao.store.TeamFault;
import plantao.store.TeamPassword;
import plantao.values.CommandReply;

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

    /// Where that is, and how the password is found: by the command, else in `PGPASSWORD`, else in the file of
    /// passwords.
    TeamAddress address(Map<String, String> environment) {
        return new TeamAddress(url, logins -> {
            if (!command.isEmpty()) {
                return printed(environment);
            }
            String given = environment.getOrDefault("PGPASSWORD", "");
            return given.isEmpty()
                    ? PasswordFile.password(PasswordFile.file(environment, home()), logins)
                    : TeamPassword.of(given);
        });
    }

    private static Path home() {
        return Path.of(System.getProperty("user.home"));
    }

    /// The first line that the command prints within 20 s. What it printed otherwise is told to nobody.
    private TeamPassword printed(Map<String, String> environment) {
        try {
            CommandReply asked = CommandReply.of(List.of("/bin/sh", "-c", command), home(), environment, PATIENCE);
            if (!asked.ended()) {
                return missing("It took longer than " + PATIENCE.toSeconds() + " s.");
            }
            if (asked.status() != 0) {
                return missing("It ended with status " + asked.status() + ".");
            }
            return asked.printed()
                    .lines()
                    .findFirst()
                    .filter(line -> !line.isEmpty())
                    .map(TeamPassword::of)
                    .orElseGet(() -> missing("It printed nothing."));
        } catch (IOException e) {
            return missing("It could not be started.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return missing("It was interrupted.");
        }
    }

    private static TeamPassword missing(String words) {
        return TeamPassword.missing(TeamFault.PASSWORD_COMMAND, words);
    }
}
