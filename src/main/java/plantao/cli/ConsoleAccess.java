package plantao.cli;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import plantao.desk.Board;
import plantao.desk.Trust;
import plantao.journal.Entry;
import plantao.journal.SearchResult;

/// What the commands are lent by the composition root.
///
/// @param window opens the window
/// @param session starts a console without a window; its practice is that of this folder instead of the bundled
/// @param glance starts one that remembers nothing: what it sees is not written to the log
/// @param trust what of these folders is not yet approved, by folder
/// @param approve approves it
/// @param archive reads what the log keeps
/// @param ledger the log's own verbs
/// @param team the log that a team shares
/// @param pictures draws screens
public record ConsoleAccess(
        Window window,
        Function<Optional<Path>, Session> session,
        Function<Optional<Path>, Session> glance,
        Function<Path, List<Pending>> trust,
        Consumer<List<Pending>> approve,
        Archive archive,
        Ledger ledger,
        Team team,
        Supplier<Painter> pictures) {

    /// Opens the window.
    public interface Window {
        /// @param folders what to open; practice when there are none
        /// @param last what was open last in place of practice
        /// @return the exit status, when the window is closed
        int open(List<Path> folders, boolean last);
    }

    /// Reads a log, also one that a window has open.
    public interface Archive {
        /// @param practice whether the log of what was practised is meant
        /// @param runbooks whose templates and file names are used; without any, those that were open last
        Kept read(boolean practice, List<Path> runbooks);
    }

    /// Works on a log as a whole, also on one that a window has open: then that window does it. What cannot be done
    /// is thrown, with a message for the operator.
    public interface Ledger {
        /// What was found.
        ///
        /// @param problems what is not as it was written
        record Checked(long entries, List<String> problems) {}

        /// @param aside where the log is that was there before, or null
        record Restored(
                long entries, Instant made, @Nullable Path aside, List<String> problems) {}

        Checked verify(boolean practice);

        /// @param file where nothing is yet, or null for a new file beside the log
        /// @return the file and what is in it
        Map.Entry<Path, Checked> backup(boolean practice, @Nullable Path file);

        /// @param replace whether a log that has entries may be put aside
        Restored restore(boolean practice, Path file, boolean replace);

        /// The newest entries that a search asks for.
        ///
        /// @param typed as [plantao.journal.SearchQuery] reads it
        SearchResult find(boolean practice, String typed, ZoneId zone, int most);

        /// The entries of these kinds since then, by their times.
        List<Entry> ofKinds(boolean practice, List<String> kinds, Instant from);

        /// The entries whose id begins so.
        List<Entry> byId(boolean practice, String id);

        /// The entries that hold a text.
        List<Entry> holding(boolean practice, String text);

        /// Blanks entries.
        ///
        /// @param text what leaked, to be taken out of the files beside the log too; or null
        /// @return those files
        List<Path> redact(boolean practice, List<Entry> entries, String reason, @Nullable String text);
    }

    /// The log that a team shares.
    public interface Team {
        /// Prepares a database.
        ///
        /// @param command prints the password; empty for none
        Prepared init(String url, String command);

        /// How the sharing stood last, in sentences; nothing when the log is shared with nobody.
        List<String> standing();
    }

    /// @param done what was done, for the operator
    /// @param problem why it could not all be done and what to do, or null
    public record Prepared(List<String> done, @Nullable String problem) {}

    /// What a log keeps.
    ///
    /// @param board its journal and its systems as it last knew them; says why something could not be read
    /// @param mask hides the systems' secrets in a text
    public record Kept(Board board, UnaryOperator<String> mask) {}

    /// What waits for approval in one system.
    public record Pending(Path path, String system, Trust trust) {}

    /// Draws one screen of a board as a PNG.
    public interface Painter {
        /// @param screen `board shift playbooks incidents handoffs practice settings start`
        /// @return the file's bytes
        byte[] paint(Board board, String screen, boolean dark, Locale locale, int width, int height);
    }
}
