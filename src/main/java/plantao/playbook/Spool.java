package plantao.playbook;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Optional;

/// The whole output of a step in a file that only its owner reads. A full disk ends the file, never the step.
final class Spool implements AutoCloseable {
    private final Path file;
    private final long limit;
    private final OutputStream out;
    private long written;
    private boolean closed;

    private Spool(Path file, long limit, OutputStream out) {
        this.file = file;
        this.limit = limit;
        this.out = out;
    }

    /// A new file `name` in `folder` (made when missing), of at most `limit` bytes.
    static Spool open(Path folder, String name, long limit) throws IOException {
        Files.createDirectories(
                folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Path file = folder.resolve(name);
        var channel = Files.newByteChannel(
                file,
                EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        return new Spool(file, limit, new BufferedOutputStream(Channels.newOutputStream(channel), 64 * 1024));
    }

    Path file() {
        return file;
    }

    /// Writes text that is already masked. The answer says why the file ends here, once; empty when it goes on.
    synchronized Optional<String> write(String text, boolean lineEnds) {
        if (closed) {
            return Optional.empty();
        }
        byte[] bytes = (lineEnds ? text + "\n" : text).getBytes(StandardCharsets.UTF_8);
        try {
            if (written + bytes.length > limit) {
                String why = "Only the first " + limit / (1024 * 1024) + " MB of this output are kept in " + file + ".";
                out.write(("\n" + why + "\n").getBytes(StandardCharsets.UTF_8));
                close();
                return Optional.of(why);
            }
            out.write(bytes);
            written += bytes.length;
            return Optional.empty();
        } catch (IOException e) {
            closed = true;
            return Optional.of("The rest of this output is not kept in " + file + ": " + e.getMessage()
                    + ". Make room on the disk.");
        }
    }

    /// What was written is in the file.
    synchronized void flush() throws IOException {
        if (!closed) {
            out.flush();
        }
    }

    @Override
    public synchronized void close() throws IOException {
        if (!closed) {
            closed = true;
            out.close();
        }
    }
}
