package plantao.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/// A text that must not be kept, taken out of files beside the log: whole outputs of steps, written documents,
/// entries that wait. It is written over with asterisks in place, so that what holds the file open goes on.
public record LeakRemoval(String text) {
    private static final int MOST_BYTES = 512 * 1024 * 1024;

    /// Takes it out of the files below these folders; the database's own files are left alone.
    ///
    /// @return the files that held it
    /// @throws StoreException when a file that holds it cannot be changed
    public List<Path> out(List<Path> folders) {
        List<Path> held = new ArrayList<>();
        for (Path folder : folders) {
            try (Stream<Path> files = Files.exists(folder) ? Files.walk(folder) : Stream.<Path>empty()) {
                for (Path file : files.filter(LeakRemoval::readable).toList()) {
                    if (out(file)) {
                        held.add(file);
                    }
                }
            } catch (IOException | java.io.UncheckedIOException e) {
                throw new StoreException(
                        "A file beside the log could not be searched: " + e.getMessage(),
                        folder.toString(),
                        "Give your user the right to read and write it, then try again.",
                        e);
            }
        }
        return List.copyOf(held);
    }

    private static boolean readable(Path file) {
        try {
            return Files.isRegularFile(file) && !file.toString().endsWith(".mv.db") && Files.size(file) <= MOST_BYTES;
        } catch (IOException e) {
            return false;
        }
    }

    private boolean out(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        boolean found = false;
        for (String form : List.of(text, new DetailCodec().escaped(text))) {
            byte[] leak = form.getBytes(StandardCharsets.UTF_8);
            for (int at = find(bytes, leak, 0); at >= 0; at = find(bytes, leak, at + leak.length)) {
                Arrays.fill(bytes, at, at + leak.length, (byte) '*');
                try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                    channel.write(java.nio.ByteBuffer.wrap(bytes, at, leak.length), at);
                    channel.force(false);
                }
                found = true;
            }
        }
        return found;
    }

    private static int find(byte[] in, byte[] what, int from) {
        for (int i = from; what.length > 0 && i <= in.length - what.length; i++) {
            if (in[i] == what[0] && Arrays.equals(in, i, i + what.length, what, 0, what.length)) {
                return i;
            }
        }
        return -1;
    }
}
