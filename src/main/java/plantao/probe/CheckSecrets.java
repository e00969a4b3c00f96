package plantao.probe;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/// The secrets that a check itself carries, so that a server that echoes them cannot put them on a screen.
final class CheckSecrets {
    private static final Pattern TELLTALE =
            Pattern.compile("(?i).*(auth|cookie|token|key|secret|pass|pwd|sig|credential).*");
    private static final int SHORTEST = 3;

    private CheckSecrets() {}

    /// The text with every secret of the check as `••••`.
    static String scrubbed(Check check, String text) {
        String out = text;
        for (String secret : of(check)) {
            out = out.replace(secret, "••••");
        }
        return out;
    }

    private static List<String> of(Check check) {
        List<String> all = new ArrayList<>();
        switch (check) {
            case Check.Http http -> page(http.url(), http.headers(), all);
            case Check.Exposition page -> page(page.url(), page.headers(), all);
            case Check.Sql sql -> sql.properties().forEach((name, value) -> named(name, value, all));
            case Check.Redis redis -> add(redis.password(), all);
            case Check.StatusPage page -> page(page.url(), Map.of(), all);
            case Check.Json page -> page(page.url(), page.headers(), all);
            case Check.Prometheus server -> page(server.url(), server.headers(), all);
            case Check.Command command -> command.environment().forEach((name, value) -> named(name, value, all));
            case Check.Own own -> {}
            case Check.Tcp tcp -> {}
            case Check.Tls tls -> {}
        }
        // Longest first: a secret that is part of another must not spoil the longer one.
        all.sort(Comparator.comparingInt(String::length).reversed());
        return all;
    }

    private static void page(String address, Map<String, String> headers, List<String> all) {
        headers.forEach((name, value) -> named(name, value, all));
        HttpUrl url = HttpUrl.parse(address);
        if (url == null) {
            return;
        }
        add(url.password(), all);
        add(url.encodedPassword(), all);
        if (!url.password().isEmpty()) {
            String pair = url.username() + ":" + url.password();
            add(Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)), all);
        }
        for (String name : url.queryParameterNames()) {
            url.queryParameterValues(name).forEach(value -> named(name, value, all));
        }
    }

    private static void named(String name, @Nullable String value, List<String> all) {
        if (value != null && TELLTALE.matcher(name).matches()) {
            add(value, all);
            add(value.substring(value.indexOf(' ') + 1), all);
        }
    }

    private static void add(@Nullable String secret, List<String> all) {
        if (secret != null && secret.length() >= SHORTEST) {
            all.add(secret);
        }
    }
}
