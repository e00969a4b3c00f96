package plantao.store;

import java.sql.SQLException;
import org.flywaydb.core.api.FlywayException;
import org.h2.api.ErrorCode;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStoreException;
import org.jspecify.annotations.Nullable;

/// Says in words why a database could not be used, and what to do.
final class DatabaseTrouble {
    private static final String SAFE =
            "Nothing is lost: what happens now is kept aside and goes into the log as soon as it can be written.";

    private DatabaseTrouble() {}

    /// @param doing what was being done: `opened`, `read`, `written`
    static StoreException of(String doing, String where, Throwable thrown) {
        if (FileReason.diskFull(thrown)) {
            return new StoreException(
                    "The log could not be " + doing + ": the disk is full", where, "Make room on it. " + SAFE, thrown);
        }
        if (storage(thrown) == DataUtils.ERROR_WRITING_FAILED) {
            return new StoreException(
                    "The log could not be " + doing + ": the disk does not take it",
                    where,
                    "Look whether it is full or failing. " + SAFE,
                    thrown);
        }
        SQLException sql = sql(thrown);
        int code = damaged(thrown) || sql == null && thrown instanceof FlywayException
                ? ErrorCode.FILE_CORRUPTED_1
                : sql == null ? 0 : sql.getErrorCode();
        return switch (code) {
            case ErrorCode.DATABASE_ALREADY_OPEN_1 ->
                new StoreException(
                        "The log is in use by another window or command",
                        where,
                        "Close the other one. " + SAFE,
                        thrown);
            case ErrorCode.FILE_CORRUPTED_1, ErrorCode.FILE_VERSION_ERROR_1, ErrorCode.ROW_NOT_FOUND_IN_PRIMARY_INDEX ->
                new StoreException(
                        "The log file is damaged, or was written by another version",
                        where,
                        "Nothing in it was deleted. The version that wrote it last may still open it: back it up with that one. Move"
                                + " it to another folder and keep it, put a backup in its place or start with a new log,"
                                + " then try again. " + SAFE,
                        thrown);
            case ErrorCode.DATABASE_IS_READ_ONLY, ErrorCode.ACCESS_DENIED_TO_CLASS_1 ->
                new StoreException(
                        "The log may only be read",
                        where,
                        "Give your user the right to write to the file and its folder. " + SAFE,
                        thrown);
            default ->
                new StoreException(
                        "The log could not be " + doing + ": " + words(sql == null ? thrown : sql),
                        where,
                        "Look at the disk and at the rights of the folder. " + SAFE,
                        thrown);
        };
    }

    /// Whether the disk took no more.
    static boolean noRoom(StoreException e) {
        return FileReason.diskFull(e) || storage(e) == DataUtils.ERROR_WRITING_FAILED;
    }

    /// Whether somebody else has the file open.
    static boolean inUse(StoreException e) {
        SQLException sql = sql(e);
        return sql != null && sql.getErrorCode() == ErrorCode.DATABASE_ALREADY_OPEN_1;
    }

    /// Whether a row was not taken because another one has its id or its place (SQLSTATE 23505, on both databases).
    static boolean taken(StoreException e) {
        SQLException sql = sql(e);
        return sql != null && "23505".equals(sql.getSQLState());
    }

    /// H2 tells of a destroyed block, found while reading, as a general error with the storage's own one as its
    /// cause.
    private static boolean damaged(Throwable thrown) {
        return switch (storage(thrown)) {
            case DataUtils.ERROR_FILE_CORRUPT,
                    DataUtils.ERROR_CHUNK_NOT_FOUND,
                    DataUtils.ERROR_BLOCK_NOT_FOUND,
                    DataUtils.ERROR_INTERNAL,
                    DataUtils.ERROR_SERIALIZATION -> true;
            default -> false;
        };
    }

    /// What H2's storage itself said, or -1.
    private static int storage(Throwable thrown) {
        for (Throwable t = thrown; t != null; t = t.getCause()) {
            if (t instanceof MVStoreException e) {
                return e.getErrorCode();
            }
        }
        return -1;
    }

    private static @Nullable SQLException sql(@Nullable Throwable thrown) {
        for (Throwable t = thrown; t != null; t = t.getCause()) {
            if (t instanceof SQLException sql && sql.getErrorCode() != 0) {
                return sql;
            }
        }
        return null;
    }

    /// The first line, without the statement that H2 adds.
    private static String words(Throwable thrown) {
        String text = String.valueOf(thrown.getMessage()).strip();
        int end = text.indexOf("; SQL statement");
        String first =
                (end < 0 ? text : text.substring(0, end)).lines().findFirst().orElse("");
        return first.replaceAll(" ?\\[\\d+-\\d+]", "");
    }
}
