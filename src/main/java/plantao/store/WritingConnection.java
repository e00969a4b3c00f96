package plantao.store;

import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/// The one connection that writes into a log's database, one transaction at a time: no writer waits for another's
/// locks, and what a killed process leaves behind is at most one transaction that was not over.
final class WritingConnection implements AutoCloseable {
    private static final Logger LOGGER = Logger.getLogger(WritingConnection.class.getName());

    /// Flyway tells at length, on every start, that there is nothing to do, and on every try with a full disk all
    /// that failed; what fails is thrown anyway. Held here, or the level would be forgotten.
    private static final Logger FLYWAY = Logger.getLogger("org.flywaydb");

    private final Handle handle;
    private final String where;
    private final boolean file;
    private volatile boolean failed;

    private WritingConnection(Handle handle, String where, boolean file) {
        this.handle = handle;
        this.where = where;
        this.file = file;
    }

    /// Opens it and brings the tables up to date.
    ///
    /// @param where how the operator knows the database; holds no password
    /// @param file whether it is H2 on a file of this process, and no server
    static WritingConnection open(Jdbi jdbi, DataSource source, String where, boolean file) {
        WritingConnection opened;
        try {
            opened = new WritingConnection(jdbi.open(), where, file);
        } catch (JdbiException e) {
            throw DatabaseTrouble.of("opened", where, e);
        }
        try {
            FLYWAY.setLevel(Level.OFF);
            int made = Flyway.configure(WritingConnection.class.getClassLoader())
                    .dataSource(source)
                    .locations("classpath:plantao/store/migration")
                    .loggers("slf4j")
                    .load()
                    .migrate()
                    .migrationsExecuted;
            if (made > 0 && file) {
                opened.handle.execute(Sql.NUMBER_AHEAD);
                if (opened.handle
                        .createQuery(Sql.NOTHING_YET)
                        .mapTo(Boolean.class)
                        .one()) {
                    Sql.BY_NUMBER.forEach(opened.handle::execute);
                }
            }
            return opened;
        } catch (FlywayException | JdbiException e) {
            opened.failed = file;
            opened.close();
            throw DatabaseTrouble.of("opened", where, e);
        }
    }

    /// Works in one transaction.
    synchronized <T> T transact(HandleCallback<T, JdbiException> work) {
        try {
            return handle.inTransaction(work);
        } catch (JdbiException e) {
            throw DatabaseTrouble.of("written", where, e);
        }
    }

    /// What was committed is on the disk when this returns. A server sees to that by itself.
    synchronized void sync() {
        execute(Sql.SYNC);
    }

    /// Writes the file anew, without what was blanked in it. Nobody can use it afterwards.
    synchronized void rewrite() {
        execute(Sql.REWRITE);
    }

    private void execute(String statement) {
        try {
            if (file) {
                handle.execute(statement);
            }
        } catch (JdbiException e) {
            failed = true;
            throw DatabaseTrouble.of("written", where, e);
        }
    }

    /// It could not write, on a full disk for one. H2 has closed its file then, but would stay in this process, and
    /// answer everybody so, until it is told to end as if it were killed: [#close] does.
    void failed() {
        failed = file;
    }

    boolean hasFailed() {
        return failed;
    }

    /// Closes it, whatever state the database is in.
    @Override
    public synchronized void close() {
        try {
            if (failed) {
                handle.execute(Sql.LEAVE);
            }
        } catch (JdbiException e) {
            LOGGER.log(Level.FINE, "leaving the log", e);
        }
        try {
            handle.close();
        } catch (JdbiException e) {
            LOGGER.log(Level.FINE, "closing the log", e);
        }
    }
}
