package plantao.store;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/// A way to a team's server with what opens it.
///
/// @param source connects
/// @param password what was found
record TeamLogin(DataSource source, TeamPassword password) {
    private static final String REJECTED = "08004";

    /// Connects.
    ///
    /// @throws SQLException when that cannot be; its state tells a password that was not found apart, in whatever
    /// language the driver speaks
    Connection connect() throws SQLException {
        try {
            return source.getConnection();
        } catch (SQLException e) {
            if (password.password() == null
                    && REJECTED.equals(e.getSQLState())
                    && !TeamFault.of(e).equals(TeamFault.UNSAFE)) {
                TeamFault fault = password.fault();
                throw new SQLException(
                        password.words(), fault == null ? TeamFault.ASKS_PASSWORD : TeamFault.HIDES_PASSWORD, e);
            }
            throw e;
        }
    }
}
