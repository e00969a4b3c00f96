package plantao.store;

import java.util.List;
import java.util.UUID;

/// What can be asked of a log, whoever holds it. A kind's name and its fields' names go over the wire.
public sealed interface LogRequest {

    /// Is anybody there?
    record Present() implements LogRequest {}

    /// Are all entries as they were written? Answered with what is not, a line each.
    record Verify() implements LogRequest {}

    /// Write a backup.
    ///
    /// @param file an absolute path where nothing is yet
    record Backup(String file) implements LogRequest {}

    /// Blank entries.
    ///
    /// @param redactions entries as lines ([EntryLine]), each with a blanked one's id as its subject
    record Redact(List<String> redactions) implements LogRequest {}

    /// The entries whose id begins so, as lines.
    ///
    /// @param id at least eight characters of it
    record ById(String id) implements LogRequest {}

    /// The entries that hold this text anywhere, as lines. Goes over the socket only, never into an argument.
    record Holding(String text) implements LogRequest {}

    /// Save these: answered with the ids that are on the disk.
    ///
    /// @param entries as lines
    record Append(List<String> entries) implements LogRequest {}

    /// All entries, as lines, in the order they were saved.
    record All() implements LogRequest {}

    /// A search: answered with `more` or nothing, then entries as lines, the newest first.
    ///
    /// @param typed as [plantao.journal.SearchQuery] reads it, in this zone
    record Find(String typed, String zone, int most) implements LogRequest {}

    /// A system's entries between two moments, as lines.
    record Between(String system, String from, String to, int most) implements LogRequest {}

    /// The entries of these kinds since a moment, as lines.
    record OfKinds(List<String> kinds, String from) implements LogRequest {}

    /// What the board begins with: entries as lines.
    record Remembered() implements LogRequest {}

    /// The ids in a list of lines that are ids.
    static List<UUID> ids(List<String> lines) {
        return lines.stream().map(UUID::fromString).toList();
    }
}
