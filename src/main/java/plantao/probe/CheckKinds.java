package plantao.probe;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;
import plantao.values.Place;
import plantao.values.PostgresUrl;

/// Reads the settings of each kind of check. Pure.
final class CheckKinds {
    private static final Pattern STATUS = Pattern.compile("(\\d{3})(?:\\s*(?:-|\\.\\.|–)\\s*(\\d{3}))?|([1-5])xx");
    private static final Pattern LOOPBACK = Pattern.compile("(localhost|127\\.|\\[::1\\]).*");
    private static final Pattern QUOTED = Pattern.compile("'(?:[^']|'')*'");

    private static final Pattern HEADER_NAME = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");
    private static final Pattern HEADER_VALUE = Pattern.compile("[\\t\\x20-\\x7e]*");

    private CheckKinds() {}

    static Check read(String kind, CheckSettings wanted) throws CheckSettings.Wrong {
        return switch (kind) {
            case "http" -> http(wanted);
            case "tcp" -> tcp(wanted);
            case "tls" -> tls(wanted);
            case "sql" -> sql(wanted);
            case "redis" -> RedisSettings.read(wanted);
            case "statuspage" -> new Check.StatusPage(url(wanted));
            case "exposition" -> new Check.Exposition(url(wanted), headers(wanted), FigureSettings.read(wanted));
            case "json" -> json(wanted);
            case "prometheus" -> prometheus(wanted);
            case "command" -> command(wanted);
            default ->
                throw new CheckSettings.Wrong(
                        "`" + kind
                                + "` is not one of http, tcp, tls, sql, redis, exposition, prometheus, json, statuspage, command");
        };
    }

    /// The address of a page; a bare host gets `https://`, on loopback `http://`.
    private static String url(CheckSettings wanted) throws CheckSettings.Wrong {
        String url = wanted.address("url");
        if (!url.contains("://")) {
            url = (LOOPBACK.matcher(url).matches() ? "http://" : "https://") + url;
        }
        if (!Urls.isHttp(url)) {
            throw wanted.wrong(
                    "`url` must be like https://host/path, not `" + wanted.shown("url", Urls.shown(url)) + "`");
        }
        return url;
    }

    /// Names and values that a request can carry (RFC 9110, 5.5); a line break at a secret's end is common and
    /// dropped.
    private static Map<String, String> headers(CheckSettings wanted) throws CheckSettings.Wrong {
        Map<String, String> headers = new HashMap<>();
        for (Map.Entry<String, String> header : wanted.map("headers").entrySet()) {
            String value = header.getValue().strip();
            if (!HEADER_NAME.matcher(header.getKey()).matches()
                    || !HEADER_VALUE.matcher(value).matches()) {
                throw wanted.wrong("`headers." + header.getKey() + "` holds a character that a header cannot carry");
            }
            headers.put(header.getKey(), value);
        }
        return Map.copyOf(headers);
    }

    private static Check http(CheckSettings wanted) throws CheckSettings.Wrong {
        String method =
                wanted.raw("method") == null ? "GET" : wanted.text("method").toUpperCase(Locale.ROOT);
        if (!List.of("GET", "HEAD", "OPTIONS", "POST").contains(method)) {
            throw wanted.wrong("`method` must be GET, HEAD, OPTIONS or POST, not `" + method + "`");
        }
        int[] status = {200, 299};
        String text = wanted.optional("status");
        if (text != null) {
            Matcher matcher = STATUS.matcher(text);
            if (!matcher.matches()) {
                throw wanted.wrong(
                        "`status` must be like 200, 200-399 or 2xx, not `" + wanted.shown("status", text) + "`");
            }
            status = range(matcher);
        }
        String body = wanted.optional("body");
        if (body != null && !method.equals("POST")) {
            throw wanted.wrong("`body` can only be sent with `method: POST`");
        }
        Double days = wanted.number("certificate");
        return new Check.Http(
                method,
                url(wanted),
                headers(wanted),
                body,
                !"false".equalsIgnoreCase(wanted.optional("redirects")),
                new Check.Expected(
                        status[0],
                        status[1],
                        wanted.optional("contains"),
                        wanted.optional("lacks"),
                        condition(wanted),
                        wanted.duration("within"),
                        days == null ? null : (int) Math.ceil(days)));
    }

    private static @Nullable JsonCondition condition(CheckSettings wanted) throws CheckSettings.Wrong {
        String text = wanted.optional("json");
        JsonCondition condition = text == null ? null : JsonCondition.parse(text);
        if (text != null && condition == null) {
            throw wanted.wrong("`json` must be like `status == ok` or `queue[0].size < 100`, not `"
                    + wanted.shown("json", text) + "`");
        }
        return condition;
    }

    static Check.Limits limits(CheckSettings wanted) throws CheckSettings.Wrong {
        Double factor = wanted.number("factor");
        return new Check.Limits(wanted.number("atLeast"), wanted.number("atMost"), factor == null ? 1 : factor);
    }

    private static Check json(CheckSettings wanted) throws CheckSettings.Wrong {
        String text = wanted.text("path");
        JsonPath path = JsonPath.parse(text);
        if (path == null) {
            throw wanted.wrong("`path` must be like `queue.jobs[0].size`, not `" + wanted.shown("path", text) + "`");
        }
        return new Check.Json(url(wanted), headers(wanted), path, limits(wanted));
    }

    private static Check prometheus(CheckSettings wanted) throws CheckSettings.Wrong {
        return new Check.Prometheus(url(wanted), headers(wanted), wanted.loose("query"), limits(wanted));
    }

    /// Variables are the shell's business: it gets them as its environment, so that no secret stands in a process's
    /// arguments.
    private static Check command(CheckSettings wanted) throws CheckSettings.Wrong {
        String command = wanted.raw("command");
        Place place = wanted.target().place();
        if (command == null) {
            throw wanted.wrong("needs `command`");
        }
        if (place.fence() != null) {
            throw wanted.wrong("is not run in practice: it could reach the real system");
        }
        Map<String, String> environment = new HashMap<>(place.here() ? place.environment() : Map.of());
        wanted.target().variables().values().forEach(v -> environment.put(v.name(), v.value()));
        String pattern = wanted.raw("pattern");
        try {
            Pattern.compile(pattern == null ? "" : pattern);
        } catch (PatternSyntaxException e) {
            throw wanted.wrong("`pattern` is broken: " + e.getDescription());
        }
        return new Check.Command(
                command,
                place.folder(),
                place.inherits(),
                Map.copyOf(environment),
                pattern,
                wanted.optional("label"),
                limits(wanted),
                place.reach());
    }

    private static int[] range(Matcher matcher) {
        if (matcher.group(3) != null) {
            int hundreds = Integer.parseInt(matcher.group(3)) * 100;
            return new int[] {hundreds, hundreds + 99};
        }
        int from = Integer.parseInt(matcher.group(1));
        return new int[] {from, matcher.group(2) == null ? from : Integer.parseInt(matcher.group(2))};
    }

    private static Check tcp(CheckSettings wanted) throws CheckSettings.Wrong {
        HostPort place = place(wanted, null);
        return new Check.Tcp(place.host(), place.port());
    }

    // An address (`https://host:port`) or a bare host; HTTPS's own port where none is given.
    private static Check tls(CheckSettings wanted) throws CheckSettings.Wrong {
        String address = wanted.address("url");
        String host = address.replaceFirst("^https://", "").replaceFirst("[/?#].*$", "");
        HostPort place = HostPort.parse(host);
        HostPort joined = place == null ? HostPort.parse(HostPort.join(host, "443")) : place;
        if (joined == null || address.startsWith("http://")) {
            throw wanted.wrong(
                    "`url` must be like https://host, not `" + wanted.shown("url", Urls.shown(address)) + "`");
        }
        return new Check.Tls(joined.host(), joined.port());
    }

    /// `host` and `port`, or both in `host`; a substitution may bring its own port.
    static HostPort place(CheckSettings wanted, @Nullable String defaultPort) throws CheckSettings.Wrong {
        String host = wanted.address("host");
        HostPort whole = wanted.raw("port") == null ? HostPort.parse(host) : null;
        if (whole != null) {
            return whole;
        }
        String port = defaultPort != null && wanted.raw("port") == null ? defaultPort : wanted.text("port");
        HostPort joined = HostPort.parse(HostPort.join(host, port));
        if (joined == null) {
            throw wanted.wrong("`host` and `port` must be a host's name and 1–65535, not `" + wanted.shown("host", host)
                    + "` and `" + wanted.shown("port", port) + "`");
        }
        return joined;
    }

    private static Check sql(CheckSettings wanted) throws CheckSettings.Wrong {
        PostgresUrl url = PostgresUrl.parse(wanted.address("url"));
        if (url == null) {
            throw wanted.wrong(
                    "`url` must be like postgresql://user:password@host:5432/database (only PostgreSQL so far)");
        }
        Map<String, String> properties = new HashMap<>(url.properties());
        for (String login : List.of("user", "password")) {
            String value = wanted.optional(login);
            if (value != null) {
                properties.put(login, value);
            }
        }
        String query = wanted.raw("query") == null ? "select 1" : wanted.loose("query");
        query = query.replaceFirst("[;\\s]+$", "");
        if (QUOTED.matcher(query).replaceAll("''").contains(";")) {
            throw wanted.wrong("`query` must be one statement only");
        }
        return new Check.Sql(url.jdbc(), Map.copyOf(properties), query, wanted.optional("column"), limits(wanted));
    }

    static List<String> words(String text) {
        return Arrays.asList(text.strip().split("\\s+"));
    }
}
