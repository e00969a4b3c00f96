package plantao.store;

import java.sql.SQLException;
import java.util.Map;
import java.util.Properties;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.Driver;
import org.postgresql.PGProperty;
import org.postgresql.ds.PGSimpleDataSource;

/// Where a team's log is and how this console gets in.
///
/// @param url `jdbc:postgresql://…`, without any password
/// @param password gives the password each time it is needed, or null to leave it to `~/.pgpass`
public record TeamAddress(String url, Supplier<@Nullable String> password) {
    private static final String SCHEME = "jdbc:postgresql:";

    private static final Map<PGProperty, String> LIMITS = Map.of(
            PGProperty.CONNECT_TIMEOUT, "5",
            PGProperty.LOGIN_TIMEOUT, "10",
            PGProperty.SOCKET_TIMEOUT, "15",
            PGProperty.TCP_KEEP_ALIVE, "true",
            PGProperty.APPLICATION_NAME, "plantao",
            PGProperty.REWRITE_BATCHED_INSERTS, "true");

    /// Why a URL cannot be used, in the operator's words, or null when it can.
    public static @Nullable String problem(String url) {
        if (!url.startsWith(SCHEME)) {
            return "A team's URL begins with jdbc:postgresql:// and goes on with host, port and database.";
        }
        if (url.matches("(?is).*[?&](password|sslpassword)=.*")) {
            return "A password does not belong into the URL: give it as PGPASSWORD, in ~/.pgpass or by a command.";
        }
        if (url.matches("(?s).*//[^/?]*@.*")) {
            return "The user does not stand before the host in a JDBC URL: write ?user=NAME at its end.";
        }
        Properties parsed = Driver.parseURL(url, new Properties());
        if (parsed == null) {
            return "The URL cannot be understood. It looks like jdbc:postgresql://host:5432/database?user=NAME.";
        }
        return null;
    }

    /// The server as the operator knows it: host, port and database.
    public String where() {
        Properties p = Driver.parseURL(url, new Properties());
        return p == null
                ? url.replaceAll("\\?.*", "")
                : PGProperty.PG_HOST.getOrDefault(p) + ":" + PGProperty.PG_PORT.getOrDefault(p) + "/"
                        + PGProperty.PG_DBNAME.getOrDefault(p);
    }

    /// The way there: what the URL does not say has limits for everything that could hang.
    ///
    /// @throws SQLException when the URL cannot be used
    DataSource source() throws SQLException {
        String problem = problem(url);
        if (problem != null) {
            throw new SQLException(problem, "PL003");
        }
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(url);
        for (Map.Entry<PGProperty, String> limit : LIMITS.entrySet()) {
            if (!url.contains(limit.getKey().getName() + "=")) {
                source.setProperty(limit.getKey(), limit.getValue());
            }
        }
        String given = password.get();
        if (given != null && !given.isEmpty()) {
            source.setPassword(given);
        }
        return source;
    }
}
