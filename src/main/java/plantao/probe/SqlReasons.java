package plantao.probe;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/// Failures of PostgreSQL in an operator's words, by SQLSTATE.
///
/// @see <a href="https://www.postgresql.org/docs/current/errcodes-appendix.html">the codes</a>
final class SqlReasons {
    private SqlReasons() {}

    static String of(SQLException failure, Check.Sql check, Phases phases, Attempt attempt) {
        String state = state(failure);
        String said = said(failure);
        if (state.equals("57014")) {
            return "query not finished in " + Phases.limit(attempt.probe().timeout());
        }
        if (state.startsWith("28")) {
            return "login refused: " + said;
        }
        if (state.startsWith("53") || state.startsWith("57P") || state.equals("3D000")) {
            return "database refused: " + said;
        }
        if (state.equals("08P01")) {
            return "not a PostgreSQL answer";
        }
        if (state.startsWith("08") || failure.getCause() != null) {
            return SocketReasons.of(failure, SqlProber.host(check), phases, attempt);
        }
        return "query failed: " + said;
    }

    /// Whether the connection itself is of no more use.
    static boolean broken(SQLException failure) {
        String state = state(failure);
        return state.isEmpty() || state.startsWith("08") || state.startsWith("57P");
    }

    private static String state(SQLException failure) {
        String state = failure.getSQLState();
        return state == null ? "" : state;
    }

    private static String said(SQLException failure) {
        ServerErrorMessage told = failure instanceof PSQLException server ? server.getServerErrorMessage() : null;
        @Nullable String message = told == null ? null : told.getMessage();
        return message == null ? SocketReasons.words(failure) : Evidence.oneLine(message, 160);
    }
}
