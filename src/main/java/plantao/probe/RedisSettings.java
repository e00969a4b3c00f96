package plantao.probe;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads the settings of a Redis check: `url` (`redis://user:password@host:port/db`, `rediss://` for TLS) or
/// `host` and `port` and so on. Pure.
final class RedisSettings {
    /// Commands that only read and answer at once with one figure or word.
    private static final Set<String> READING = Set.of(
            "PING",
            "INFO",
            "DBSIZE",
            "LASTSAVE",
            "EXISTS",
            "GET",
            "STRLEN",
            "TTL",
            "PTTL",
            "LLEN",
            "SCARD",
            "HLEN",
            "HGET",
            "HEXISTS",
            "ZCARD",
            "ZCOUNT",
            "ZSCORE",
            "XLEN",
            "SISMEMBER");
    private static final Pattern URL = Pattern.compile("redis(s)?://(?:(.*)@)?([^@/?]+)(?:/(\\d*))?(?:\\?.*)?");

    private RedisSettings() {}

    static Check read(CheckSettings wanted) throws CheckSettings.Wrong {
        List<String> command = CheckKinds.words(wanted.raw("command") == null ? "PING" : wanted.loose("command"));
        String verb = command.getFirst().toUpperCase(Locale.ROOT);
        if (!READING.contains(verb)) {
            throw wanted.wrong("`command` must be one that only reads ("
                    + String.join(", ", READING.stream().sorted().toList()) + "), not `" + verb + "`");
        }
        Check.Limits limits = CheckKinds.limits(wanted);
        if (wanted.raw("url") != null) {
            return ofUrl(wanted, command, limits);
        }
        HostPort place = CheckKinds.place(wanted, "6379");
        return new Check.Redis(
                place.host(),
                place.port(),
                wanted.optional("user"),
                wanted.optional("password"),
                "true".equalsIgnoreCase(wanted.optional("tls")),
                database(wanted, wanted.optional("database")),
                command,
                limits);
    }

    private static Check ofUrl(CheckSettings wanted, List<String> command, Check.Limits limits)
            throws CheckSettings.Wrong {
        Matcher matcher = URL.matcher(wanted.address("url"));
        if (!matcher.matches()) {
            throw wanted.wrong("`url` must be like redis://user:password@host:6379/0");
        }
        String where = matcher.group(3);
        HostPort place = HostPort.parse(where);
        if (place == null) {
            place = HostPort.parse(where + ":6379");
        }
        if (place == null) {
            throw wanted.wrong("`url` must be like redis://user:password@host:6379/0");
        }
        String login = matcher.group(2) == null ? "" : matcher.group(2);
        int colon = login.indexOf(':');
        String user = decoded(colon < 0 ? "" : login.substring(0, colon));
        String password = decoded(login.substring(colon + 1));
        if (password == null) {
            password = wanted.optional("password");
        }
        return new Check.Redis(
                place.host(),
                place.port(),
                user,
                password,
                matcher.group(1) != null,
                database(wanted, matcher.group(4)),
                command,
                limits);
    }

    private static int database(CheckSettings wanted, @Nullable String text) throws CheckSettings.Wrong {
        if (text == null || text.isEmpty()) {
            return 0;
        }
        if (!text.matches("\\d{1,5}")) {
            throw wanted.wrong("`database` must be a number, not `" + wanted.shown("database", text) + "`");
        }
        return Integer.parseInt(text);
    }

    private static @Nullable String decoded(String text) {
        if (text.isEmpty()) {
            return null;
        }
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }
}
