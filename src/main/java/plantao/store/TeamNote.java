package plantao.store;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/// How the sharing stood when a window last said so, in a file for commands that run beside it.
public final class TeamNote {
    private final Path file;
    private @Nullable String last;

    /// @param state the folder of what may be lost
    public TeamNote(Path state) {
        this.file = state.resolve("team.properties");
    }

    /// A state, as it was at a moment.
    public record Noted(TeamState state, Instant at) {}

    /// Notes a state, unless only its moment is another and that by less than five seconds.
    public synchronized void write(TeamState state, Instant now) {
        Properties p = new Properties();
        p.setProperty("where", state.where());
        p.setProperty("fault", state.fault() == null ? "" : state.fault().name());
        p.setProperty("words", state.words());
        p.setProperty("unsent", String.valueOf(state.unsent()));
        p.setProperty("untaken", String.valueOf(state.untaken()));
        p.setProperty("skew", Duration.ofSeconds(state.skew().toSeconds()).toString());
        p.setProperty("refused", String.join(" ", state.refused()));
        p.setProperty("newer", String.valueOf(state.newer()));
        String what = p + " " + now.getEpochSecond() / 5;
        if (what.equals(last)) {
            return;
        }
        last = what;
        p.setProperty("in-step", String.valueOf(state.inStep()));
        p.setProperty("at", now.toString());
        StringWriter text = new StringWriter();
        try {
            p.store(text, null);
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                OwnerOnly.folder(folder);
            }
            OwnerOnly.replace(file, text.toString());
        } catch (IOException e) {
            // It is only a note: the window shows the state itself.
            System.getLogger(TeamNote.class.getName()).log(System.Logger.Level.DEBUG, "noting the team's state", e);
        }
    }

    /// The last state noted.
    public Optional<Noted> read() {
        Properties p = new Properties();
        try {
            p.load(new StringReader(Files.readString(file)));
            String fault = p.getProperty("fault", "");
            String inStep = p.getProperty("in-step", "null");
            String refused = p.getProperty("refused", "");
            return Optional.of(new Noted(
                    new TeamState(
                            "",
                            p.getProperty("where", ""),
                            fault.isEmpty() ? null : TeamFault.valueOf(fault),
                            p.getProperty("words", ""),
                            Long.parseLong(p.getProperty("unsent", "0")),
                            Long.parseLong(p.getProperty("untaken", "0")),
                            inStep.equals("null") ? null : Instant.parse(inStep),
                            Duration.parse(p.getProperty("skew", "PT0S")),
                            refused.isEmpty() ? List.of() : List.of(refused.split(" ")),
                            Boolean.parseBoolean(p.getProperty("newer", "false"))),
                    Instant.parse(p.getProperty("at", ""))));
        } catch (IOException | IllegalArgumentException | DateTimeException e) {
            return Optional.empty();
        }
    }

    /// Nothing is shared any more.
    public synchronized void clear() {
        try {
            last = null;
            Files.deleteIfExists(file);
        } catch (IOException e) {
            System.getLogger(TeamNote.class.getName()).log(System.Logger.Level.DEBUG, "clearing the note", e);
        }
    }
}
