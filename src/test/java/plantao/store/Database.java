package plantao.store;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/// A fresh database of one of the two kinds, for one test.
///
/// @param name of the kind
/// @param source for SQL behind the store's back; on H2 only while the store is open, or with it closed
record Database(String name, DataSource source, java.util.function.Supplier<JournalStore> opening) {

    static Database h2(Path folder) {
        try {
            Path own = Files.createTempDirectory(folder, "h2");
            return new Database("H2", Databases.in(own), () -> JournalStore.open(own));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Database postgres(EmbeddedPostgres server) {
        String name = "log" + System.nanoTime();
        run(server.getPostgresDatabase(), "create database " + name);
        DataSource source = server.getDatabase("postgres", name);
        return new Database("PostgreSQL", source, () -> JournalStore.open(source, "database " + name));
    }

    JournalStore open() {
        return opening.get();
    }

    /// What somebody does to the tables with a tool of his own.
    void tamper(String sql) {
        run(source, sql);
    }

    private static void run(DataSource source, String sql) {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
