package plantao.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import plantao.journal.Detail;
import plantao.journal.Entry;

/// Puts a backup in a log's place. What was there is put aside, never deleted.
///
/// @param folder the log's
/// @param file the backup
/// @param replace whether a log that has entries may be put aside
public record Restore(Path folder, Path file, boolean replace) {
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss").withZone(ZoneOffset.UTC);

    /// What came of it.
    ///
    /// @param entries how many were restored
    /// @param aside where the log is that was there before, or null
    /// @param problems what was not as it was written when the backup was made
    public record Done(long entries, Instant made, @Nullable Path aside, List<ChainProblem> problems) {}

    /// Restores it, and lets a first entry of a new chain name where the old ones ended: what this device wrote
    /// after the backup may be elsewhere, and must not be continued as if it had never been.
    ///
    /// @param first makes that entry, by a device name that was never used
    /// @throws StoreException when it cannot be done; then all is as it was
    public Done run(Instant now, Function<Detail, Entry> first) {
        Path fresh = folder.resolveSibling(folder.getFileName() + "-restoring");
        LogRequestHandler.discard(fresh);
        try {
            Backup.Contents contents;
            try (JournalStore store = JournalStore.open(fresh)) {
                contents = new Backup().read(file, store);
                List<String> known = contents.first().heads().stream()
                        .map(h -> h.device() + " " + h.number() + " " + h.hash())
                        .toList();
                store.append(List.of(first.apply(new Detail.LogRestored(
                        String.valueOf(file.getFileName()), contents.first().made(), contents.entries(), known))));
            }
            Path aside = putAside(now);
            OwnerOnly.folder(folder);
            Files.move(Databases.file(fresh), Databases.file(folder), StandardCopyOption.ATOMIC_MOVE);
            OwnerOnly.settle(Databases.file(folder));
            return new Done(contents.entries(), contents.first().made(), aside, contents.problems());
        } catch (IOException e) {
            throw new StoreException(
                    "The backup could not be restored: " + FileReason.of(e),
                    file.toString(),
                    "Nothing was changed.",
                    e);
        } finally {
            LogRequestHandler.discard(fresh);
        }
    }

    private @Nullable Path putAside(Instant now) throws IOException {
        Path present = Databases.file(folder);
        if (!Files.exists(present)) {
            return null;
        }
        long entries = count();
        if (entries != 0 && !replace) {
            throw new StoreException(
                    entries < 0
                            ? "There is a log already, which cannot be read"
                            : "There is a log already, with " + entries + " entries",
                    present.toString(),
                    "With --replace it is put aside under another name, and nothing of it is deleted.",
                    null);
        }
        Path aside = present.resolveSibling("log-until-" + STAMP.format(now) + ".mv.db");
        Files.move(present, aside);
        return aside;
    }

    /// @return how many entries the present log has; -1 when it is damaged
    /// @throws StoreException when somebody has it open
    private long count() {
        try (JournalStore store = JournalStore.open(folder)) {
            return store.size();
        } catch (StoreException e) {
            if (DatabaseTrouble.inUse(e)) {
                throw e;
            }
            return -1;
        }
    }
}
