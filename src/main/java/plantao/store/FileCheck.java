package plantao.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.h2.engine.Constants;
import org.jdbi.v3.core.Jdbi;

/// A look at a log's file before it is opened. Opening one that is damaged, or that another version of H2 was
/// killed over, changes it before H2 says that it cannot; the version of the format in its head is the same for
/// all of them. So a file that this version did not close itself is opened in a copy first.
final class FileCheck {
    private static final Logger LOGGER = Logger.getLogger(FileCheck.class.getName());

    /// Two blocks of 4,096 bytes: H2 rewrites them whenever it closes the file, with a time and a sum.
    private static final int HEAD = 8192;

    private static final String CLOSED = "log.closed";
    private static final String TRIAL = "trial";

    private FileCheck() {}

    /// Returns when the file may be opened, or when there is none, or somebody else has it.
    ///
    /// @throws StoreException when it cannot be; it is as it was then
    static void at(Path folder) {
        Path file = Databases.file(folder);
        Path trial = folder.resolve(TRIAL);
        try {
            if (!Files.exists(file) || mark(file).equals(kept(folder))) {
                return;
            }
        } catch (IOException e) {
            return; // whoever opens it says why
        }
        try {
            LogRequestHandler.discard(trial);
            OwnerOnly.folder(trial);
            if (copied(file, Databases.file(trial))) {
                open(trial, file.toString());
            }
        } catch (IOException e) {
            // No room for a copy, as a rule. An old log that can be read matters more then.
            LOGGER.log(Level.INFO, "The log is opened without a trial on a copy", e);
        } finally {
            LogRequestHandler.discard(trial);
        }
    }

    /// This version has closed the file, and nobody else has it open.
    static void closed(Path file) {
        try {
            OwnerOnly.replace(file.resolveSibling(CLOSED), mark(file));
        } catch (IOException e) {
            LOGGER.log(Level.FINE, "the next start looks at a copy first", e);
        }
    }

    private static void open(Path trial, String where) {
        var source = Databases.in(trial);
        try {
            WritingConnection.open(Jdbi.create(source), source, where, true).close();
        } catch (StoreException e) {
            if (!DatabaseTrouble.noRoom(e)) {
                throw e;
            }
        }
    }

    /// @return whether it was copied: not while somebody has it open
    private static boolean copied(Path file, Path copy) throws IOException {
        try (FileChannel from = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
                FileLock lock = from.tryLock()) {
            if (lock == null) {
                return false;
            }
            Files.copy(file, copy);
            return true;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    private static String mark(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            MessageDigest sum = MessageDigest.getInstance("SHA-256");
            sum.update(in.readNBytes(HEAD));
            return Constants.VERSION + " " + Files.size(file) + " "
                    + HexFormat.of().formatHex(sum.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String kept(Path folder) {
        try {
            return Files.readString(folder.resolve(CLOSED), StandardCharsets.US_ASCII);
        } catch (IOException e) {
            return "";
        }
    }
}
