package plantao.store;

import java.io.EOFException;
import java.io.FileNotFoundException;
import java.net.SocketException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.sql.SQLException;
import java.util.Locale;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/// Why a team's log cannot be shared just now.
public enum TeamFault {
    /// There is no server there, or the way to it is cut.
    UNREACHABLE,
    /// No password was found for the user.
    NO_PASSWORD,
    /// The command that should print the password failed or printed nothing.
    PASSWORD_COMMAND,
    /// The file of passwords may be read by others and is therefore not used.
    OPEN_PGPASS,
    /// The server does not let this user in.
    REFUSED,
    /// The connection is not as safe as it was asked to be: one side wants TLS and the other has none.
    UNSAFE,
    /// The server's certificate was not issued by the authority that is believed, or is out of date.
    UNTRUSTED,
    /// The server's certificate is for another name.
    OTHER_NAME,
    /// The file with the authority's certificate cannot be read.
    NO_AUTHORITY,
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

    static final String ASKS_PASSWORD = "PL005";
    static final String HIDES_PASSWORD = "PL006";
    static final String COMMAND_FAILED = "PL007";

    /// What a server's or driver's error means (PostgreSQL, appendix A: error codes). The driver translates its
    /// sentences, so that only words are looked for that stand in all of them.
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
            case ASKS_PASSWORD -> NO_PASSWORD;
            case HIDES_PASSWORD -> OPEN_PGPASS;
            case COMMAND_FAILED -> PASSWORD_COMMAND;
            default -> {
                if (caused(e, CertPathBuilderException.class)
                        || caused(e, CertPathValidatorException.class)
                        || caused(e, CertificateExpiredException.class)
                        || caused(e, CertificateNotYetValidException.class)) {
                    yield UNTRUSTED;
                }
                if (words.contains("hostnameverifier")) {
                    yield OTHER_NAME;
                }
                if (caused(e, FileNotFoundException.class) || caused(e, CertificateException.class)) {
                    yield NO_AUTHORITY;
                }
                if (caused(e, SocketException.class) || caused(e, EOFException.class)) {
                    yield UNREACHABLE;
                }
                if (words.contains("ssl") || caused(e, SSLException.class)) {
                    yield UNSAFE;
                }
                yield state.equals("08004")
                        ? REFUSED
                        : state.startsWith("08") || state.startsWith("57P") ? UNREACHABLE : OTHER;
            }
        };
    }

    /// Whether what others wrote can still be read.
    boolean onlyWriting() {
        return this == READ_ONLY || this == FULL || this == NO_RIGHTS;
    }

    private static boolean caused(Throwable e, Class<? extends Throwable> by) {
        for (@Nullable Throwable t = e; t != null; t = t.getCause()) {
            if (by.isInstance(t)) {
                return true;
            }
        }
        return false;
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
