package plantao.store;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import plantao.journal.Entry;

/// The window that has a log open, as seen by another one: it saves for that one too.
///
/// @param folder the log's
record LogClient(Path folder) {
    /// Has entries saved; on the disk when this returns.
    ///
    /// @return the ids of all of them
    /// @throws IOException when nobody has the log open
    /// @throws StoreException when the one who has it could not save them
    Set<UUID> save(List<Entry> entries) throws IOException {
        return Set.copyOf(LogRequest.ids(asked(new LogRequest.Append(LogDoor.lines(entries)), "could not save this")
                .lines()));
    }

    /// What a board begins with.
    ///
    /// @throws IOException when nobody has the log open any more
    /// @throws StoreException when the one who has it could not read it
    List<Entry> remembered() throws IOException {
        return LogDoor.entries(asked(new LogRequest.Remembered(), "could not say what is in it"));
    }

    private LogReply asked(LogRequest ask, String otherwise) throws IOException {
        LogReply answer = LogSocket.ask(folder, ask);
        if (!answer.done()) {
            throw new StoreException(
                    "Another window keeps the log and " + otherwise,
                    folder.toString(),
                    String.join(" ", answer.lines()),
                    null);
        }
        return answer;
    }
}
