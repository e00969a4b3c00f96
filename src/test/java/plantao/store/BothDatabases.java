package plantao.store;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/// What holds for the log holds on H2 and on a real PostgreSQL.
abstract class BothDatabases {
    @TempDir
    static Path folder;

    static EmbeddedPostgres server;

    @BeforeAll
    static void start() throws IOException {
        server = EmbeddedPostgres.start();
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
    }

    /// A fresh one of each kind.
    static Stream<Database> databases() {
        return Stream.of(Database.h2(folder), Database.postgres(server));
    }
}
