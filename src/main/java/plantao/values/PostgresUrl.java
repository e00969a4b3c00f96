package plantao.values;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A PostgreSQL address in two parts: what may be shown and what holds the login.
///
/// @param jdbc `jdbc:postgresql://host:port/db`, no login, no parameters
/// @param properties user, password and the driver's parameters
public record PostgresUrl(String jdbc, Map<String, String> properties) {
    /// `postgresql://` and `postgres://` (libpq), `jdbc:postgresql:`, and `postgresql+driver://` (SQLAlchemy).
    private static final Pattern SHAPE =
            Pattern.compile("(?:jdbc:)?postgres(?:ql)?(?:\\+\\w+)?:(//)?(.*)", Pattern.DOTALL);
    /// libpq's parameters under the driver's names.
    private static final Map<String, String> NAMES = Map.of(
            "application_name", "ApplicationName",
            "channel_binding", "channelBinding");
    /// What would undo the bounds, or name classes to load.
    private static final Pattern IGNORED = Pattern.compile(
            "(?i).*(timeout|factory|factoryarg|className|loggerLevel|loggerFile|plugin|readOnly.*|autosave)$");

    /// Reads such an address; null when it is not one.
    ///
    /// @see <a href="https://www.postgresql.org/docs/current/libpq-connect.html#LIBPQ-CONNSTRING-URIS">libpq</a>
    public static @Nullable PostgresUrl parse(String text) {
        Matcher matcher = SHAPE.matcher(text.strip());
        if (!matcher.matches()) {
            return null;
        }
        Map<String, String> properties = new LinkedHashMap<>();
        String rest = matcher.group(2);
        int at = matcher.group(1) == null ? -1 : loginEnd(rest);
        if (at >= 0) {
            login(rest.substring(0, at), properties);
        }
        String place = rest.substring(at + 1);
        int question = place.indexOf('?');
        if (question >= 0) {
            parameters(place.substring(question + 1), properties);
            place = place.substring(0, question);
        }
        if (matcher.group(1) == null) {
            place = "localhost/" + place;
        }
        int slash = place.indexOf('/');
        String hosts = slash < 0 ? place : place.substring(0, slash);
        String database = slash < 0 ? "" : place.substring(slash + 1);
        return new PostgresUrl(
                "jdbc:postgresql://" + (hosts.isEmpty() ? "localhost" : hosts) + "/" + database, properties);
    }

    /// A password may hold an unescaped `@` or `/`, so the login ends at the last `@` before the parameters.
    private static int loginEnd(String rest) {
        int question = rest.indexOf('?');
        int last = rest.lastIndexOf('@', question < 0 ? rest.length() : question);
        // A `?` may also be part of an unescaped password.
        return last < 0 && question >= 0 && !rest.substring(0, question).contains("/") ? rest.lastIndexOf('@') : last;
    }

    private static void login(String login, Map<String, String> properties) {
        int colon = login.indexOf(':');
        properties.put("user", decoded(colon < 0 ? login : login.substring(0, colon)));
        if (colon >= 0) {
            properties.put("password", decoded(login.substring(colon + 1)));
        }
    }

    private static void parameters(String query, Map<String, String> properties) {
        for (String pair : query.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals <= 0) {
                continue;
            }
            String name = pair.substring(0, equals);
            String value = decoded(pair.substring(equals + 1));
            if (name.equals("sslmode") && value.equals("no-verify")) {
                value = "require"; // node-postgres' word for TLS without a look at the certificate
            }
            if (!name.equals("target_session_attrs") && !IGNORED.matcher(name).matches()) {
                properties.put(NAMES.getOrDefault(name, name), value);
            }
        }
    }

    /// Percent-decoded, a plain `+` and a stray `%` left as they are.
    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }

    @Override
    public String toString() {
        return jdbc;
    }
}
