package plantao.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import plantao.journal.Entry;

/// Reads a log file that a window may have open, from a copy of it. The file itself is only read: neither locked
/// nor
/// changed.
///
/// H2's storage writes no block anew before 45 s have passed since it was given up (MVStore, retention time), so
/// what is
/// copied in less holds together; a copy that does not is found by its check values when it is read, and taken
/// again.
public final class LogCopy {
    private static final int TRIES = 4;

    private LogCopy() {}

    /// All entries, in the order they were saved, and after them those that wait to be saved; none where there is
    /// no
    /// log.
    ///
    /// Not for the process that has the log open itself: it would lose its lock on the file (POSIX, `fcntl`).
    ///
    /// @param folder the log's
    /// @param fallback where entries may wait beside it, as for [Log#in]
    /// @param scratch an empty folder for the copy, readable by its owner only; left empty
    /// @throws StoreException when it cannot be read
    public static List<Entry> entries(Path folder, Path fallback, Path scratch) {
        List<Entry> entries = new ArrayList<>(saved(Databases.file(folder), scratch));
        Set<UUID> known = new HashSet<>();
        entries.forEach(e -> known.add(e.id()));
        List<Path> spills = List.of(folder, fallback.resolve(folder.getFileName()));
        new Spill("copy", spills).left().stream().filter(e -> known.add(e.id())).forEach(entries::add);
        return List.copyOf(entries);
    }

    private static List<Entry> saved(Path file, Path scratch) {
        StoreException last = null;
        for (int i = 0; i < TRIES; i++) {
            Path copy = Databases.file(scratch);
            try {
                Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
                try (JournalStore store = JournalStore.open(scratch)) {
                    return store.all();
                }
            } catch (NoSuchFileException e) {
                return List.of();
            } catch (StoreException e) {
                last = e;
            } catch (IOException e) {
                last = Trouble.of("read", file.toString(), e);
            } finally {
                discard(copy);
            }
        }
        String why = last == null ? "" : last.text();
        throw new StoreException(
                "The log could not be read",
                file.toString(),
                why.replace(Databases.file(scratch).toString(), file.toString()),
                last);
    }

    private static void discard(Path copy) {
        try {
            Files.deleteIfExists(copy);
        } catch (IOException e) {
            copy.toFile().deleteOnExit();
        }
    }
}
