package plantao.cli;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The programs of this computer.
final class Programs {
    private Programs() {}

    /// The names in the folders of the search path; folders that are not there or closed count as empty.
    static Set<String> here(@Nullable String searchPath) {
        Set<String> names = new HashSet<>();
        String separator = System.getProperty("path.separator", ":");
        for (String folder : searchPath == null ? new String[0] : searchPath.split(separator)) {
            if (folder.isEmpty() || !Files.isDirectory(Path.of(folder))) {
                continue;
            }
            try (DirectoryStream<Path> files = Files.newDirectoryStream(Path.of(folder))) {
                files.forEach(f -> names.add(f.getFileName().toString()));
            } catch (IOException _) {
                // a folder nobody may look into holds no program for us either
            }
        }
        return Set.copyOf(names);
    }
}
