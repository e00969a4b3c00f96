package plantao.runbook.read;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import plantao.runbook.Environment;
import plantao.runbook.HealthEndpoint;
import plantao.runbook.Service;
import plantao.runbook.text.Expression;

/// The whole address of a health endpoint of which the runbook's table has the path only: where a command asks the
/// same path, or under the address of an environment or of the only service that has one. A public address goes
/// before a local one.
record HealthUrls(Collection<String> texts, List<Environment> environments, List<Service> services) {
    private static final Expression LOCAL =
            Expression.of("(?i)https?://(?:localhost|127\\.|0\\.0\\.0\\.0|\\[::1\\]).*");
    private static final Expression PRODUCTION = Expression.of("(?i)\\b(?:prod\\w*|produ[cç]\\w*|live)\\b.*");

    /// The address, or null when nothing tells the host.
    @Nullable
    String of(HealthEndpoint e) {
        String path = e.path().strip();
        if (path.startsWith("http://") || path.startsWith("https://")) {
            return DefaultProbes.address(path);
        }
        if (!path.startsWith("/")) {
            return null;
        }
        List<String> asked = asked(path);
        String open = asked.stream()
                .filter(u -> !LOCAL.matcher(u).matches())
                .findFirst()
                .orElse(null);
        if (open != null) {
            return open;
        }
        String base = base();
        return base != null ? base + path : asked.isEmpty() ? null : asked.getFirst();
    }

    private List<String> asked(String path) {
        Pattern url = Pattern.compile("https?://[\\w.-]+(?::\\d+)?" + Pattern.quote(path) + "(?![\\w/.-]*[\\w/-])");
        List<String> out = new ArrayList<>();
        for (String text : texts) {
            Matcher m = url.matcher(text);
            while (m.find()) {
                out.add(m.group());
            }
        }
        return out;
    }

    private @Nullable String base() {
        List<Environment> ordered = new ArrayList<>(environments);
        ordered.sort(java.util.Comparator.comparing((Environment e) ->
                !PRODUCTION.matcher(e.name().toLowerCase(Locale.ROOT)).lookingAt()));
        return ordered.stream()
                .filter(e -> !e.urls().isEmpty())
                .map(e -> DefaultProbes.address(e.urls().getFirst()))
                .filter(u -> u != null && DefaultProbes.isBare(u))
                .map(u -> String.valueOf(u).replaceAll("/+$", ""))
                .findFirst()
                .orElseGet(this::only);
    }

    // The one service that has an address of its own.
    private @Nullable String only() {
        List<String> hosts = services.stream()
                .map(Service::url)
                .filter(Objects::nonNull)
                .map(DefaultProbes::address)
                .filter(u -> u != null && u.startsWith("http") && DefaultProbes.isBare(u))
                .map(u -> String.valueOf(u).replaceAll("/+$", ""))
                .distinct()
                .toList();
        return hosts.size() == 1 ? hosts.getFirst() : null;
    }
}
