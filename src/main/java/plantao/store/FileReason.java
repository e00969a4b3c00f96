package plantao.store;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NotDirectoryException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Says in words why a file could not be used.
final class FileReason {
    private FileReason() {}

    static String of(IOException e) {
        return switch (e) {
            case AccessDeniedException _ -> "permission denied";
            case NotDirectoryException _, FileAlreadyExistsException _ -> "a file is where a folder should be";
            case FileSystemException f when f.getReason() != null -> f.getReason();
            default -> e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        };
    }

    /// Whether the disk, or the operator's share of it, is full: the system's own words, down the chain of causes.
    static boolean diskFull(@Nullable Throwable thrown) {
        for (Throwable t = thrown; t != null; t = t.getCause()) {
            String text = String.valueOf(t.getMessage()).toLowerCase(Locale.ROOT);
            if (text.contains("no space left")
                    || text.contains("not enough space")
                    || text.contains("quota exceeded")) {
                return true;
            }
        }
        return false;
    }
}
