package plantao.desk;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import plantao.runbook.ProbeSpec;
import plantao.runbook.Runbook;

/// Whether a system stands on this computer: every server that its board asks does.
final class LocalSystem {
    // RFC 3986, 3.2: what stands before the host is a scheme, and a user's name.
    private static final Pattern HOST =
            Pattern.compile("(?:[a-z][a-z0-9+.:-]*://)?(?:[^/@\\s]*@)?(\\[[0-9a-fA-F:]+\\]|[^\\s/:?@\\[\\]]+).*");
    private static final Pattern LOOPBACK = Pattern.compile("localhost|127(?:\\.\\d{1,3}){3}|\\[?::1\\]?");

    private LocalSystem() {}

    static boolean is(Runbook runbook) {
        List<String> hosts = runbook.settings().probes().stream()
                .filter(p -> p.of() == ProbeSpec.Subject.SERVICE)
                .flatMap(p -> host(p.settings()))
                .toList();
        return !hosts.isEmpty()
                && hosts.stream().allMatch(h -> LOOPBACK.matcher(h).matches());
    }

    private static Stream<String> host(Map<String, String> settings) {
        String host = settings.get("host");
        String url = settings.get("url");
        if (host != null) {
            return Stream.of(host);
        }
        if (url == null) {
            return Stream.empty();
        }
        Matcher m = HOST.matcher(url);
        return Stream.of(m.matches() ? m.group(1) : url);
    }
}
