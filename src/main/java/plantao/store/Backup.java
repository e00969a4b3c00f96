package plantao.store;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// A log in one file that any tool can read: gzip over lines of JSON. The first says when it was made and where
/// each device's chain ended then, the others are the rows, in the order they were saved.
final class Backup {
    /// @param format 1
    record First(int format, Instant made, List<ChainHead> heads) {}

    /// What is in a backup.
    ///
    /// @param problems what was not as it was written when the backup was made
    record Contents(First first, long entries, List<ChainProblem> problems) {}

    private final JsonMapper json = JsonMapper.builder().build();

    /// Writes a backup of a log that goes on being written to, and reads it back in to see whether it holds.
    ///
    /// @param file where nothing is yet; readable by its owner only
    /// @param scratch an empty folder to restore it into; the caller's to remove
    /// @throws IOException when it cannot be written
    /// @throws StoreException when what was read back is not what is in the log
    Contents write(JournalStore store, Path file, Path scratch, Instant now) throws IOException {
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        if (Files.exists(file)) {
            throw new FileSystemException(file.toString(), null, "it exists already");
        }
        Files.deleteIfExists(fresh);
        try (FileChannel channel = OwnerOnly.fresh(fresh)) {
            try (BufferedWriter out = new BufferedWriter(new OutputStreamWriter(
                    new GZIPOutputStream(Channels.newOutputStream(new Unclosed(channel))), StandardCharsets.UTF_8))) {
                store.snapshot((heads, rows) -> {
                    line(out, new First(1, now, heads));
                    rows.forEach(row -> line(out, row));
                    return heads;
                });
            }
            channel.force(true);
            Contents contents;
            try (JournalStore back = JournalStore.open(scratch)) {
                contents = read(fresh, back);
            }
            if (!contents.problems().isEmpty() && store.verify().isEmpty()) {
                throw broken(file, contents.problems().getFirst().text(), null);
            }
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
            OwnerOnly.settle(file);
            return contents;
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    private void line(BufferedWriter out, Object value) {
        try {
            out.write(json.writeValueAsString(value));
            out.newLine();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Reads a backup into an empty log and goes along its chains.
    ///
    /// @throws IOException when it cannot be read
    /// @throws StoreException when it is none, or was cut off
    Contents read(Path file, JournalStore into) throws IOException {
        try (BufferedReader in = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            First first = json.readValue(String.valueOf(in.readLine()), First.class);
            if (first == null || first.format() != 1) {
                throw broken(file, "it was written by another version", null);
            }
            try (Stream<String> lines = in.lines()) {
                Iterator<Row> rows =
                        lines.map(l -> json.readValue(l, Row.class)).iterator();
                into.restore(rows, first.heads());
            }
            return new Contents(first, into.size(), into.verify());
        } catch (JacksonException | EOFException | ZipException | NullPointerException | UncheckedIOException e) {
            throw broken(file, "it was cut off, or is something else", e);
        }
    }

    private static StoreException broken(Path file, String why, @Nullable Exception e) {
        return new StoreException(
                "This is no whole backup of a log: " + why,
                file.toString(),
                "Nothing was changed. Try another one.",
                e);
    }

    /// A channel that outlives the stream written to it, so that it can be synced when all is in it.
    private record Unclosed(FileChannel channel) implements java.nio.channels.WritableByteChannel {
        @Override
        public int write(java.nio.ByteBuffer bytes) throws IOException {
            return channel.write(bytes);
        }

        @Override
        public boolean isOpen() {
            return channel.isOpen();
        }

        @Override
        public void close() {
            // the owner closes it
        }
    }
}
