package plantao.ui.board;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import plantao.ui.fx.Texts;

/// What to look at first when a probe fails in this way: the reasons that the probes tell, and the next step for
/// each.
/// Pure.
final class Advice {
    private static final Map<Pattern, String> BY_REASON = new LinkedHashMap<>();

    static {
        put("advice.refused", "connection refused");
        put("advice.unreached", "no connection in|no route to|network unreachable");
        put("advice.name", "unknown host|name look-up of");
        put("advice.expired", "certificate not trusted: expired|certificate expired");
        put("advice.host", "certificate not trusted: not issued for");
        put("advice.issuer", "certificate not trusted: unknown issuer");
        put("advice.tls", "no TLS on this port|no common TLS|TLS failed|no TLS handshake");
        put("advice.full", "too many clients|no more clients|too many connections|remaining connection slots");
        put("advice.starting", "starting up|LOADING|MASTERDOWN");
        put("advice.login", "^login refused|NOAUTH|WRONGPASS|→ 40[13]\\b");
        put(
                "advice.other",
                "not a PostgreSQL answer|not a Redis answer|not a proper answer|no answer of a Prometheus|not in JSON|not in the"
                        + " Prometheus text format");
        put("advice.query", "refuses the query|^query failed|query gives");
        put("advice.path", "→ 4(04|10)\\b");
        put("advice.often", "→ 429\\b");
        put("advice.redirect", "redirects|→ 3\\d\\d\\b");
        put("advice.server", "→ 5\\d\\d\\b");
        put("advice.big", "more than 1 MiB");
        put("advice.slow", "no answer in|answer not finished|query not finished");
        put("advice.broken", "connection reset|closed without|answer cut off|closed during");
        put("advice.gone", "^database refused");
    }

    private Advice() {}

    private static void put(String key, String reason) {
        BY_REASON.put(Pattern.compile(reason), key);
    }

    /// The key of what to do next for a reason in English, or null when nothing more can be said than it says.
    static @Nullable String key(String reason) {
        for (Map.Entry<Pattern, String> each : BY_REASON.entrySet()) {
            if (each.getKey().matcher(reason).find()) {
                return each.getValue();
            }
        }
        return null;
    }

    /// The same in words; empty when there is nothing to say.
    static String of(String reason, Texts texts) {
        String key = key(reason);
        return key == null ? "" : texts.get(key);
    }
}
