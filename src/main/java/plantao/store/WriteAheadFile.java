package plantao.store;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import plantao.journal.Detail;
import plantao.journal.Entry;

/// A file that entries are written to before the database has them, an entry a line. Written and synced in one go,
/// it costs a small part of a database commit, in time and in room; the database then takes many at once. After a
/// crash what is in it is taken in again. For one thread at a time.
final class WriteAheadFile implements Closeable {
    private final Path file;
    private final EntryLine lines = new EntryLine();
    private final DetailCodec codec = new DetailCodec();
    private final Map<UUID, Entry> waiting = new LinkedHashMap<>();
    private final Map<UUID, String> texts = new HashMap<>();
    private @Nullable FileChannel channel;
    private boolean torn;

    /// @param file read in at once, if it is there
    WriteAheadFile(Path file) throws IOException {
        this.file = file;
        read(file).forEach(e -> waiting.put(e.id(), e));
    }

    /// The entries in such a file. A last line that was torn was never acknowledged, and is passed over.
    static List<Entry> read(Path file) throws IOException {
        List<Entry> entries = new ArrayList<>();
        if (Files.exists(file)) {
            EntryLine lines = new EntryLine();
            new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
                    .lines()
                    .map(lines::read)
                    .flatMap(Optional::stream)
                    .forEach(entries::add);
        }
        return entries;
    }

    /// Keeps entries; on the disk when it returns.
    ///
    /// @throws IOException when the disk does not take them: then none counts, and it may be tried again
    void add(Map<UUID, Entry> entries) throws IOException {
        StringBuilder text = new StringBuilder(torn ? "\n" : "");
        entries.forEach((id, entry) -> {
            if (!waiting.containsKey(id)) {
                text.append(lines.write(entry, texts.computeIfAbsent(id, _ -> codec.write(entry.detail()))))
                        .append('\n');
            }
        });
        ByteBuffer bytes = StandardCharsets.UTF_8.encode(text.toString());
        FileChannel to = open();
        torn = true;
        while (bytes.hasRemaining()) {
            to.write(bytes);
        }
        to.force(false);
        torn = false;
        entries.forEach(waiting::putIfAbsent);
    }

    private FileChannel open() throws IOException {
        FileChannel open = channel;
        if (open == null) {
            boolean fresh = Files.notExists(file);
            open = OwnerOnly.appending(file);
            channel = open;
            torn = open.size() > 0;
            if (fresh) {
                OwnerOnly.settle(file);
            }
        }
        return open;
    }

    Map<UUID, Entry> waiting() {
        return waiting;
    }

    /// Whether a row of somebody else's can be about what waits here.
    boolean concerns(Row row) {
        return row.kind().equals(Detail.Redacted.class.getSimpleName()) || waiting.containsKey(row.id());
    }

    /// The detail of an entry that waits, as the codec writes it.
    String text(Entry entry) {
        String known = texts.get(entry.id());
        return known == null ? codec.write(entry.detail()) : known;
    }

    /// The database has on the disk all that was here.
    void clear() throws IOException {
        waiting.clear();
        texts.clear();
        FileChannel open = open();
        open.truncate(0);
        torn = false;
    }

    @Override
    public void close() throws IOException {
        if (channel != null) {
            channel.close();
        }
        if (waiting.isEmpty()) {
            Files.deleteIfExists(file);
        }
    }
}
