package plantao.store;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.ZoneOffset;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;

/// Puts many rows into a table with one statement. Straight through JDBC: finding each value's place by its
/// name was a tenth of what an entry costs.
final class RowBatch {
    private static final int AT_ONCE = 500;

    private RowBatch() {}

    private interface Binding<T> {
        void bind(PreparedStatement statement, T row) throws SQLException;
    }

    /// Entries, inside a transaction of the caller's.
    ///
    /// @param sql [Sql#INSERT] or [TeamSql#ADD]
    /// @throws JdbiException when the database does not take them
    static void insert(Handle h, String sql, List<Row> rows) {
        each(h, sql, rows, RowBatch::bind);
    }

    /// The same of any table.
    ///
    /// @param rows the statement's values, in their order
    static void run(Handle h, String sql, List<List<Object>> rows) {
        each(h, sql, rows, (statement, row) -> {
            for (int i = 0; i < row.size(); i++) {
                statement.setObject(i + 1, row.get(i));
            }
        });
    }

    private static <T> void each(Handle h, String sql, List<T> rows, Binding<T> binding) {
        if (rows.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = h.getConnection().prepareStatement(sql)) {
            for (int from = 0; from < rows.size(); from += AT_ONCE) {
                for (T row : rows.subList(from, Math.min(rows.size(), from + AT_ONCE))) {
                    binding.bind(statement, row);
                    statement.addBatch();
                }
                statement.executeBatch();
            }
        } catch (SQLException e) {
            throw new UnableToExecuteStatementException(e, null);
        }
    }

    private static void bind(PreparedStatement statement, Row row) throws SQLException {
        statement.setObject(1, row.id());
        statement.setObject(2, row.at().atOffset(ZoneOffset.UTC));
        statement.setString(3, row.operator());
        statement.setString(4, row.device());
        statement.setString(5, row.system());
        statement.setString(6, row.subject());
        statement.setString(7, row.kind());
        statement.setString(8, row.detail());
        statement.setString(9, row.detailHash());
        statement.setLong(10, row.number());
        statement.setString(11, row.chainPrev());
        statement.setString(12, row.chainHash());
        if (row.redactedBy() == null) {
            statement.setNull(13, Types.OTHER);
        } else {
            statement.setObject(13, row.redactedBy());
        }
    }
}
