package plantao.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.h2.jdbcx.JdbcDataSource;

/// The embedded database's file and how it is opened.
final class Databases {
    /// WRITE_DELAY=0: what is committed has left the process, so `kill -9` loses nothing. Details up to 64 kB lie
    /// in their row. No trace file, which would hold what was written. Large results are read row by row, not
    /// copied to a file. The file is only added to (REUSE_SPACE, MAX_COMPACT_TIME): where H2 writes over blocks
    /// that it no longer needs, a process that is killed meanwhile can lose what was committed before
    /// (src/decisions/0010-written-ahead.md).
    private static final String SETTINGS =
            ";WRITE_DELAY=0;REUSE_SPACE=FALSE;MAX_COMPACT_TIME=0;DB_CLOSE_ON_EXIT=FALSE;TRACE_LEVEL_FILE=0;MAX_LENGTH_INPLACE_LOB=65536"
                    + ";LAZY_QUERY_EXECUTION=1";

    private Databases() {}

    /// The log's file in a folder.
    static Path file(Path folder) {
        return folder.resolve("log.mv.db");
    }

    /// The file in a folder that is made, and closed to others, where it has to be.
    ///
    /// @throws StoreException when there is no such folder to be had
    static JdbcDataSource in(Path folder) {
        String path = folder.toAbsolutePath().resolve("log").toString();
        if (path.contains(";")) {
            throw new StoreException(
                    "The log's folder has a semicolon in its name, which the database cannot open",
                    path,
                    "Choose another folder.",
                    null);
        }
        try {
            OwnerOnly.folder(folder);
            if (!Files.isWritable(folder)) {
                throw new java.nio.file.AccessDeniedException(folder.toString());
            }
            if (Files.exists(file(folder))) {
                OwnerOnly.file(file(folder));
            }
        } catch (IOException e) {
            throw new StoreException(
                    "The log's folder cannot be written to: " + FileReason.of(e),
                    folder.toString(),
                    "Give your user the right to write there.",
                    e);
        }
        JdbcDataSource source = new JdbcDataSource();
        source.setURL("jdbc:h2:file:" + path + SETTINGS);
        source.setUser("plantao");
        source.setPassword("");
        return source;
    }
}
