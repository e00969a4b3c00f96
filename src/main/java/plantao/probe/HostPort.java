package plantao.probe;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A host and a port.
///
/// @param host a name or a literal without brackets
record HostPort(String host, int port) {
    private static final Pattern SHAPE = Pattern.compile("(?:\\[([^]]+)\\]|([^:\\s/@]+)):(\\d{1,5})(?::\\d{1,5})?");

    /// Reads `host:port` or `[v6]:port`. Of `host:port:port` the first port counts: a substitution of a host may
    /// bring its own.
    static @Nullable HostPort parse(String text) {
        Matcher matcher = SHAPE.matcher(text);
        if (!matcher.matches()) {
            return null;
        }
        int port = Integer.parseInt(matcher.group(3));
        String host = matcher.group(1) != null ? matcher.group(1) : matcher.group(2);
        return port < 1 || port > 65_535 ? null : new HostPort(host, port);
    }

    /// The text that [#parse] reads; brackets around a literal of IPv6.
    static String join(String host, String port) {
        boolean bare = host.indexOf(':') != host.lastIndexOf(':') && !host.startsWith("[");
        return (bare ? "[" + host + "]" : host) + ":" + port;
    }
}
