package plantao.playbook;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import plantao.values.PostgresUrl;
import plantao.values.SqlStatements;

/// Runs SQL over JDBC: in one read-only transaction that is rolled back, unless the step is there to change
/// something; then statement by statement, so that what needs no transaction around it (`vacuum`) works too. Stops
/// at the first failure and says which.
final class SqlQuery implements DirectStep.Work {
    /// So many rows are shown of a result.
    static final int MOST_ROWS = 200;

    private static final int CONNECT_SECONDS = 10;
    private static final int WIDEST = 80;

    @Override
    public void run(DirectStep step) throws DirectStep.Stopped {
        StepOrder order = step.order();
        String source = String.valueOf(order.handling().source());
        boolean changing = order.handling().changing();
        try (Connection connection = open(source)) {
            step.waitsFor(() -> abort(connection));
            connection.setReadOnly(!changing);
            connection.setAutoCommit(changing);
            List<String> statements = SqlStatements.split(order.script());
            int parameter = 1;
            for (int i = 0; i < statements.size() && step.wanted(); i++) {
                String which = statements.size() == 1 ? "" : "Statement " + (i + 1) + " of " + statements.size() + ": ";
                try {
                    parameter = run(step, connection, statements.get(i), order.environment(), parameter);
                } catch (SQLException e) {
                    throw new DirectStep.Stopped(
                            which + said(e, changing) + (statements.size() > i + 1 ? " What follows was not run." : ""),
                            true);
                }
            }
            if (!changing) {
                connection.rollback();
            }
        } catch (SQLException e) {
            throw new DirectStep.Stopped(
                    "The database " + place(source) + " could not be asked: " + oneLine(e.getMessage())
                            + ". Check `database` in console.yaml, the login, and whether the server is up.",
                    false);
        }
    }

    private static void abort(Connection connection) throws IOException {
        try {
            connection.abort(Runnable::run);
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }

    private static Connection open(String source) throws SQLException {
        PostgresUrl postgres = PostgresUrl.parse(source);
        Properties properties = new Properties();
        if (postgres == null) {
            if (!source.startsWith("jdbc:h2:")) {
                throw new SQLException("only PostgreSQL and H2 addresses are known");
            }
            return DriverManager.getConnection(source, properties);
        }
        properties.setProperty("ApplicationName", "plantao");
        properties.setProperty("gssEncMode", "disable");
        postgres.properties().forEach(properties::setProperty);
        properties.setProperty("connectTimeout", String.valueOf(CONNECT_SECONDS));
        properties.setProperty("loginTimeout", "0");
        properties.setProperty("tcpKeepAlive", "true");
        properties.setProperty("maxResultBuffer", "16M");
        return DriverManager.getConnection(postgres.jdbc(), properties);
    }

    /// The address without its login.
    private static String place(String source) {
        PostgresUrl postgres = PostgresUrl.parse(source);
        return postgres == null
                ? source.replaceFirst("[;?].*", "")
                : postgres.jdbc().replaceFirst("^jdbc:postgresql://", "");
    }

    /// @param parameter the number of the statement's first value
    /// @return the number of the next statement's
    private static int run(
            DirectStep step, Connection connection, String sql, Map<String, String> values, int parameter)
            throws SQLException {
        int next = parameter;
        int count = SqlStatements.parameters(sql);
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 1; i <= count; i++) {
                String value = values.getOrDefault(String.valueOf(next++), "");
                statement.setObject(i, value, Types.OTHER); // the server finds the type, as of a literal
            }
            statement.setMaxRows(MOST_ROWS + 1);
            boolean rows = statement.execute();
            for (SQLWarning warning = statement.getWarnings(); warning != null; warning = warning.getNextWarning()) {
                step.print("-- " + oneLine(warning.getMessage()));
            }
            if (rows) {
                try (ResultSet result = statement.getResultSet()) {
                    print(step, result);
                }
            } else {
                int changed = statement.getUpdateCount();
                step.print("-- " + (changed < 0 ? "done" : changed == 1 ? "1 row" : changed + " rows"));
            }
        }
        return next;
    }

    private static void print(DirectStep step, ResultSet result) throws SQLException {
        ResultSetMetaData about = result.getMetaData();
        List<List<String>> grid = new ArrayList<>();
        List<String> head = new ArrayList<>();
        boolean[] numeric = new boolean[about.getColumnCount()];
        for (int c = 1; c <= about.getColumnCount(); c++) {
            head.add(cell(about.getColumnLabel(c)));
            int type = about.getColumnType(c);
            numeric[c - 1] = type == Types.INTEGER
                    || type == Types.BIGINT
                    || type == Types.NUMERIC
                    || type == Types.DOUBLE
                    || type == Types.REAL
                    || type == Types.SMALLINT
                    || type == Types.DECIMAL
                    || type == Types.FLOAT;
        }
        grid.add(head);
        boolean more = false;
        while (result.next()) {
            if (grid.size() > MOST_ROWS) {
                more = true;
                break;
            }
            List<String> row = new ArrayList<>();
            for (int c = 1; c <= about.getColumnCount(); c++) {
                row.add(cell(result.getString(c)));
            }
            grid.add(row);
        }
        TextGrid.lines(grid, numeric).forEach(step::print);
        int rows = grid.size() - 1;
        step.print(
                more
                        ? "-- the first " + rows + " rows; there are more rows"
                        : "-- " + rows + (rows == 1 ? " row" : " rows"));
    }

    private static String cell(@Nullable String value) {
        if (value == null) {
            return "∅";
        }
        String line = value.replaceAll("\\R", "⏎");
        return line.codePointCount(0, line.length()) <= WIDEST
                ? line
                : line.substring(0, line.offsetByCodePoints(0, WIDEST - 1)) + "…";
    }

    private static String said(SQLException e, boolean changing) {
        String state = e.getSQLState() == null ? "" : " (SQLSTATE " + e.getSQLState() + ")";
        String hint = !changing && "25006".equals(e.getSQLState())
                ? " This step reads, so it runs in a read-only transaction; a step that changes data must be recognised as"
                        + " such in the runbook."
                : "";
        return "ERROR: " + oneLine(e.getMessage()) + state + "." + hint;
    }

    private static String oneLine(@Nullable String text) {
        return text == null
                ? "no reason given"
                : text.replaceFirst("^ERROR: ", "").strip().replaceAll("\\s*\\R\\s*", " ");
    }
}
