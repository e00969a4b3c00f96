package plantao.playbook;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

/// The whole outputs of earlier days: kept, but compressed (gzip, RFC 1952).
public final class SpoolArchive {
    private static final Duration OLD = Duration.ofDays(1);

    /// The most megabytes kept of one output, when the environment names no other.
    private static final String MEGABYTES = "100";

    private SpoolArchive() {}

    /// The most bytes kept of one output: `PLANTAO_OUTPUT_MEGABYTES`, else 100 MB.
    public static long limit(Map<String, String> environment) {
        String given = environment.getOrDefault("PLANTAO_OUTPUT_MEGABYTES", MEGABYTES);
        return Long.parseLong(given.matches("[1-9]\\d{0,5}") ? given : MEGABYTES) * 1024 * 1024;
    }

    /// Compresses in the background what is old by now; returns at once.
    public static void begin(Path folder, InstantSource clock) {
        Thread.ofPlatform().name("spool-archive").daemon().start(() -> {
            try {
                compress(folder, clock.instant());
            } catch (IOException e) {
                System.getLogger(SpoolArchive.class.getName())
                        .log(System.Logger.Level.WARNING, "Old outputs could not be compressed", e);
            }
        });
    }

    /// Compresses every output in a folder that nobody has written to for a day. A file that can't be compressed
    /// stays as it is.
    ///
    /// @return how many were compressed
    /// @throws IOException when the folder can't be listed
    public static int compress(Path folder, Instant now) throws IOException {
        if (!Files.isDirectory(folder)) {
            return 0;
        }
        List<Path> all;
        try (Stream<Path> files = Files.list(folder)) {
            all = files.filter(f -> f.getFileName().toString().endsWith(".log")).toList();
        }
        int done = 0;
        for (Path file : all) {
            if (old(file, now) && compressed(file)) {
                done++;
            }
        }
        return done;
    }

    private static boolean old(Path file, Instant now) {
        try {
            return Files.getLastModifiedTime(file).toInstant().plus(OLD).isBefore(now);
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean compressed(Path file) {
        Path fresh = file.resolveSibling(file.getFileName() + ".gz.new");
        try {
            Files.deleteIfExists(fresh);
            Files.createFile(fresh, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            try (InputStream in = Files.newInputStream(file);
                    OutputStream out = new GZIPOutputStream(Files.newOutputStream(fresh), 64 * 1024)) {
                in.transferTo(out);
            }
            Files.setLastModifiedTime(fresh, Files.getLastModifiedTime(file));
            Files.move(
                    fresh,
                    file.resolveSibling(file.getFileName() + ".gz"),
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
            Files.delete(file);
            return true;
        } catch (IOException | UnsupportedOperationException e) {
            return false;
        }
    }
}
