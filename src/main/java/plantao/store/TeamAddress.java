package plantao.store;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.postgresql.Driver;
import org.postgresql.PGProperty;
import org.postgresql.ds.PGSimpleDataSource;

/// Where a team's log is and how this console gets in.
///
/// @param url `jdbc:postgresql://…`, without any password
/// @param password gives the password each time it is needed, for the first of these logins that has one
public record TeamAddress(String url, Function<List<PasswordFile.Login>, TeamPassword> password) {
    /// Keeps silent: what it would write beside its exceptions says no more than they do.
    private static final Logger DRIVER = Logger.getLogger("org.postgresql");

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

    /// The way there: what the URL does not say has limits for everything that could hang, and is encrypted when
    /// the server is another machine; with an authority's certificate, the server's is checked against it and its
    /// name.
    ///
    /// @throws SQLException when the URL cannot be used, or there is no password where there should be one
    TeamLogin login() throws SQLException {
        String problem = problem(url);
        if (problem != null) {
            throw new SQLException(problem, "PL003");
        }
        DRIVER.setLevel(Level.OFF);
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(url);
        for (Map.Entry<PGProperty, String> limit : LIMITS.entrySet()) {
            if (!url.contains(limit.getKey().getName() + "=")) {
                source.setProperty(limit.getKey(), limit.getValue());
            }
        }
        if (!says("sslmode") && !says("ssl")) {
            if (says("sslrootcert")) {
                source.setSslMode("verify-full");
            } else if (!logins().stream().allMatch(l -> here(l.host()))) {
                source.setSslMode("require");
            }
        }
        TeamPassword found = password.apply(logins());
        if (found.fault() == TeamFault.PASSWORD_COMMAND) {
            throw new SQLException(found.words(), TeamFault.COMMAND_FAILED);
        }
        // Never null: the driver would look for a password by rules of its own.
        source.setPassword(found.password() == null ? "" : found.password());
        return new TeamLogin(source, found);
    }

    /// Whether the server's certificate is checked against its authority and name.
    boolean checksName() {
        return url.matches("(?s).*[?&](sslmode=verify-full|ssl=true|ssl)(&.*|$)")
                || !says("sslmode") && !says("ssl") && says("sslrootcert");
    }

    private boolean says(String option) {
        return url.matches("(?s).*[?&]" + option + "=.*");
    }

    private static boolean here(String host) {
        return host.equals("localhost") || host.equals("[::1]") || host.equals("::1") || host.startsWith("127.");
    }

    /// Whom a password is looked for: one for each server that the URL names.
    List<PasswordFile.Login> logins() {
        Properties p = Driver.parseURL(url, new Properties());
        if (p == null) {
            return List.of();
        }
        String user = PGProperty.USER.getOrDefault(p);
        String[] hosts = String.valueOf(PGProperty.PG_HOST.getOrDefault(p)).split(",");
        String[] ports = String.valueOf(PGProperty.PG_PORT.getOrDefault(p)).split(",");
        List<PasswordFile.Login> logins = new ArrayList<>();
        for (int i = 0; i < hosts.length; i++) {
            logins.add(new PasswordFile.Login(
                    hosts[i],
                    ports[Math.min(i, ports.length - 1)],
                    String.valueOf(PGProperty.PG_DBNAME.getOrDefault(p)),
                    user == null ? System.getProperty("user.name") : user));
        }
        return List.copyOf(logins);
    }

    /// This URL for another user, with all that it says of the way there but what is only for its own user.
    public String forUser(String user) {
        String options = url.contains("?") ? url.substring(url.indexOf('?') + 1) : "";
        List<String> kept = new ArrayList<>(List.of("user=" + user));
        for (String option : options.split("&")) {
            if (!option.isEmpty() && !option.matches("(?i)(user|sslcert|sslkey)=.*")) {
                kept.add(option);
            }
        }
        return url.replaceAll("(?s)\\?.*", "") + "?" + String.join("&", kept);
    }
}
