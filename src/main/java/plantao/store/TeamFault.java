package plantao.store;

import java.sql.SQLException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Why a team's log cannot be shared just now.
public enum TeamFault {
    /// There is no server there, or the way to it is cut.
    UNREACHABLE,
    /// No password was found for the user.
    NO_PASSWORD,
    /// The server does not let this user in.
    REFUSED,
    /// The connection is not as safe as it was asked to be, or the server's certificate is not believed.
    UNSAFE,
    /// There is no such database.
    NO_DATABASE,
    /// The database was not prepared for a team.
    NOT_PREPARED,
    /// The database was prepared by an older version.
    OLDER,
    /// The user may not read or write there.
    NO_RIGHTS,
    /// The server takes no writes: a standby, or read-only.
    READ_ONLY,
    /// The server's disk is full.
    FULL,
    /// The server has no connection left.
    CROWDED,
    /// Another console writes in this one's name.
    NAMESAKE,
    /// The URL or the settings cannot be used.
    SETTINGS,
    /// The log of this console is not open.
    NO_LOG,
    /// Anything else; the server's own words say what.
    OTHER;

    /// What a server's or driver's error means (PostgreSQL, appendix A: error codes).
    static TeamFault of(SQLException e) {
        String state = state(e);
        String words = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
        return switch (state) {
            case "28P01", "28000" -> words.contains("encryption") ? UNSAFE : REFUSED;
            case "3D000" -> NO_DATABASE;
            case "42P01", "42883", "3F000" -> NOT_PREPARED;
            case "42501" -> NO_RIGHTS;
            case "25006" -> READ_ONLY;
            case "53100" -> FULL;
            case "53300" -> CROWDED;
            case "PL001", "PL002" -> NAMESAKE;
            case "PL003" -> SETTINGS;
            case "PL004" -> OLDER;
            case "08004" -> words.contains("password") ? NO_PASSWORD : words.contains("ssl") ? UNSAFE : REFUSED;
            default -> {
                if (words.contains("ssl") || words.contains("certificate") || words.contains("be verified")) {
                    yield UNSAFE;
                }
                yield state.startsWith("08") || state.startsWith("57P") ? UNREACHABLE : OTHER;
            }
        };
    }

    private static String state(SQLException e) {
        for (@Nullable Throwable t = e; t != null; t = t.getCause()) {
            if (t instanceof SQLException sql && sql.getSQLState() != null) {
                return sql.getSQLState();
            }
        }
        return "";
    }
}
