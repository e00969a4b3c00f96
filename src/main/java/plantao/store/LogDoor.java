package plantao.store;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import plantao.journal.Entry;
import plantao.journal.SearchResult;

/// The way to a log for whoever does not hold it: what is asked is handed to the window that has it open, or done
/// here on the file itself when nobody has.
///
/// @param folder the log's
/// @param fallback where entries may wait beside it, as for [Log#in]
/// @param device this console's name
public record LogDoor(Path folder, Path fallback, String device, InstantSource clock) {

    /// Asks; waits for the answer.
    ///
    /// @throws StoreException when the log is held by somebody who does not answer, or cannot be opened
    public LogReply ask(LogRequest ask) {
        try {
            return LogSocket.ask(folder, ask);
        } catch (IOException e) {
            return here(ask);
        }
    }

    /// Whether a window has it open.
    public boolean held() {
        try {
            return LogSocket.ask(folder, new LogRequest.Present()).done();
        } catch (IOException e) {
            return false;
        }
    }

    private LogReply here(LogRequest ask) {
        try (JournalStore store = JournalStore.open(folder)) {
            takeIn(store);
            return new LogRequestHandler(store, clock, _ -> {}, _ -> {}).answer(ask);
        }
    }

    /// What waited to be saved belongs to the log too.
    private void takeIn(JournalStore store) {
        SpillFile spill = new SpillFile(device, List.of(folder, fallback.resolve(folder.getFileName())));
        List<Entry> left = spill.left();
        if (!left.isEmpty()) {
            store.append(left);
            try {
                spill.clear();
            } catch (IOException e) {
                // They are saved; what is left of the spill is found to be known the next time.
            }
        }
    }

    /// What a search's answer says.
    public static SearchResult found(LogReply answer) {
        List<String> lines = answer.lines();
        return new SearchResult(
                entries(LogReply.of(lines.subList(1, lines.size()))),
                lines.getFirst().equals("more"));
    }

    /// The entries in an answer's lines.
    public static List<Entry> entries(LogReply answer) {
        EntryLine lines = new EntryLine();
        List<Entry> entries = new ArrayList<>();
        answer.lines().stream().map(lines::read).flatMap(Optional::stream).forEach(entries::add);
        return List.copyOf(entries);
    }

    /// Entries as a question takes them.
    public static List<String> lines(List<Entry> entries) {
        EntryLine lines = new EntryLine();
        return entries.stream().map(lines::write).toList();
    }
}
