package plantao.practice.command;

import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/// What the clients know of their stack; they speak to its servers and to no others.
///
/// @param postgres the address with credentials, `postgresql://user:password@host:port/database`
record Clients(URI postgres, int redisPort, String redisPassword) {
    /// Reads what the stack left for its clients.
    static Clients read(String file) throws IOException {
        var known = new Properties();
        try (Reader in = Files.newBufferedReader(Path.of(file))) {
            known.load(in);
        }
        return new Clients(
                URI.create(known.getProperty("postgres.url")),
                Integer.parseInt(known.getProperty("redis.port")),
                known.getProperty("redis.password"));
    }

    /// Another server than the stack's own was asked for.
    static final class ForeignServer extends SQLException {
        ForeignServer(@Nullable String host) {
            super("not possible in practice: " + host + " is not a server of the practice stack");
        }
    }

    /// The exit status for this failure.
    ///
    /// @param usual what the real client exits with
    static int exit(Exception failure, int usual) {
        return failure instanceof ForeignServer ? StandInAnswer.NOT_POSSIBLE : usual;
    }

    /// Connects to the stack's PostgreSQL.
    ///
    /// @param address as typed, or null for the stack's own
    /// @throws SQLException when it is another server, or this one refuses
    Connection connect(@Nullable String address) throws SQLException {
        URI asked = postgres;
        if (address != null && address.contains("://")) {
            try {
                asked = URI.create(address);
            } catch (IllegalArgumentException e) {
                throw new SQLException("invalid connection address: " + e.getMessage(), e);
            }
        } else if (address != null && !address.isEmpty() && !("/" + address).equals(postgres.getPath())) {
            throw new SQLException("database \"" + address + "\" does not exist");
        }
        if (!local(asked.getHost()) || asked.getPort() != postgres.getPort()) {
            throw new ForeignServer(asked.getHost());
        }
        String user = asked.getUserInfo() == null ? postgres.getRawUserInfo() : asked.getRawUserInfo();
        int colon = user.indexOf(':');
        var properties = new Properties();
        properties.setProperty("user", plain(colon < 0 ? user : user.substring(0, colon)));
        properties.setProperty("password", colon < 0 ? "" : plain(user.substring(colon + 1)));
        properties.setProperty("ApplicationName", "psql");
        properties.setProperty("preferQueryMode", "simple");
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + asked.getPort() + asked.getPath(), properties);
    }

    /// What `-h`, `-p` and `-U` ask for, beside an address.
    ///
    /// @return why that is none of the stack's, or null
    @Nullable
    SQLException foreign(@Nullable String host, @Nullable String port, @Nullable String user) {
        if ((host != null && !local(host)) || (port != null && !port.equals(Integer.toString(postgres.getPort())))) {
            return new ForeignServer(host == null ? "port " + port : host + (port == null ? "" : ":" + port));
        }
        String mine = postgres.getUserInfo().replaceFirst(":.*", "");
        return user == null || user.equals(mine) ? null : new SQLException("role \"" + user + "\" does not exist");
    }

    private static String plain(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    static boolean local(@Nullable String host) {
        return host != null && (host.equals("127.0.0.1") || host.equals("localhost") || host.equals("::1"));
    }
}
