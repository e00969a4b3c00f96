package plantao;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// A temporary folder that only its owner can read, gone with all that is in it when it is closed.
record Scratch(Path folder) implements AutoCloseable {

    /// @throws UncheckedIOException when the temporary folder cannot be written to
    static Scratch make() {
        try {
            return new Scratch(Files.createTempDirectory("plantao-"));
        } catch (IOException e) {
            throw new UncheckedIOException("The temporary folder cannot be written to: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        try (Stream<Path> all = Files.walk(folder)) {
            List<Path> deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
            for (Path path : deepestFirst) {
                Files.deleteIfExists(path);
            }
        } catch (IOException | UncheckedIOException e) {
            System.getLogger(Scratch.class.getName())
                    .log(System.Logger.Level.DEBUG, "A temporary folder stays behind", e);
        }
    }
}
