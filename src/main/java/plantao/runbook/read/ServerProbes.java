package plantao.runbook.read;

import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;
import plantao.runbook.ProbeSpec;
import plantao.runbook.Service;
import plantao.runbook.text.Expression;

/// Services whose address is no web page: asked whether they take a connection, until `console.yaml` says more.
record ServerProbes(ComponentKinds kinds) {
    private static final Expression ADDRESS = Expression.of(
            "(?:([a-z][a-z0-9+.-]*)://)?(?:[^\\s/@]*@)?(\\[[0-9a-fA-F:]+\\]|[^\\s/:?@]+)(?::(\\d{1,5}))?(?:[/?].*)?");
    // The ports of the IANA registry, for the schemes that say them.
    private static final Map<String, String> PORTS = Map.ofEntries(
            Map.entry("postgres", "5432"),
            Map.entry("postgresql", "5432"),
            Map.entry("mysql", "3306"),
            Map.entry("mariadb", "3306"),
            Map.entry("redis", "6379"),
            Map.entry("rediss", "6379"),
            Map.entry("mongodb", "27017"),
            Map.entry("amqp", "5672"),
            Map.entry("amqps", "5671"),
            Map.entry("nats", "4222"),
            Map.entry("mqtt", "1883"),
            Map.entry("smtp", "25"),
            Map.entry("ldap", "389"),
            Map.entry("ldaps", "636"),
            Map.entry("ssh", "22"),
            Map.entry("ftp", "21"));
    private static final Set<String> NO_PAGES = Set.of("database", "cache", "queue", "mail", "dns");
    private static final Expression NUMBERS = Expression.of("\\d{1,3}(?:\\.\\d{1,3}){3}");

    /// The probe, or null when the service has no such address.
    @Nullable
    ProbeSpec probe(Service s) {
        String url = s.url();
        Matcher m = url == null || url.startsWith("http") ? null : ADDRESS.matcher(url);
        if (m == null || !m.matches()) {
            return null;
        }
        String scheme = m.group(1);
        String port = m.group(3) != null ? m.group(3) : scheme == null ? null : PORTS.get(scheme);
        String host = m.group(2).replaceAll("^\\[|\\]$", "");
        if (port == null || scheme == null && !isServer(s, host)) {
            return null;
        }
        return new ProbeSpec(
                s.name(),
                ProbeSpec.Subject.SERVICE,
                "tcp",
                Map.of("host", host, "port", port),
                DefaultProbes.INTERVAL,
                null,
                DefaultProbes.FAILURES,
                DefaultProbes.RECOVERIES,
                s.origin());
    }

    // Host and port alone are a web server's on this computer and where the name is one of the Web's; a database,
    // a cache or a queue never is.
    private boolean isServer(Service s, String host) {
        boolean remote = NUMBERS.matcher(host).matches() && !host.startsWith("127.") || host.indexOf('.') < 0;
        String told = s.name() + ", " + (s.provider() == null ? "" : s.provider()) + ", "
                + (s.responsibility() == null ? "" : s.responsibility());
        return remote && !host.equals("localhost")
                || kinds.in(s.name()).stream().anyMatch(NO_PAGES::contains)
                || kinds.in(told).stream().anyMatch(NO_PAGES::contains)
                        && kinds.in(s.name()).isEmpty();
    }
}
