package plantao.ui.board;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import plantao.ui.fx.Texts;

/// What to look at first when a probe fails in this way: the reasons that the probes tell, and the next step for
/// each. Pure.
final class ProbeAdvice {
    private record Case(Pattern reason, String key) {}

    private static final List<Case> CASES = List.of(
            on("advice.refused", "connection refused"),
            on("advice.unreached", "no connection in|no route to|network unreachable"),
            on("advice.name", "unknown host|name look-up of"),
            on("advice.expired", "certificate not trusted: expired|certificate expired"),
            on("advice.host", "certificate not trusted: not issued for"),
            on("advice.issuer", "certificate not trusted: unknown issuer"),
            on("advice.tls", "no TLS on this port|no common TLS|TLS failed|no TLS handshake"),
            on("advice.full", "too many clients|no more clients|too many connections|remaining connection slots"),
            on("advice.starting", "starting up|LOADING|MASTERDOWN"),
            on("advice.login", "^login refused|NOAUTH|WRONGPASS|→ 40[13]\\b"),
            on(
                    "advice.other",
                    "not a PostgreSQL answer|not a Redis answer|not a proper answer|no answer of a Prometheus|not in JSON|not in the"
                            + " Prometheus text format"),
            on("advice.query", "refuses the query|^query failed|query gives"),
            on("advice.path", "→ 4(04|10)\\b"),
            on("advice.often", "→ 429\\b"),
            on("advice.redirect", "redirects|→ 3\\d\\d\\b"),
            on("advice.server", "→ 5\\d\\d\\b"),
            on("advice.big", "more than 1 MiB"),
            on("advice.slow", "no answer in|answer not finished|query not finished"),
            on("advice.broken", "connection reset|closed without|answer cut off|closed during"),
            on("advice.gone", "^database refused"));

    private ProbeAdvice() {}

    private static Case on(String key, String reason) {
        return new Case(Pattern.compile(reason), key);
    }

    /// The key of what to do next for a reason in English, or null when nothing more can be said than it says.
    static @Nullable String key(String reason) {
        for (Case each : CASES) {
            if (each.reason().matcher(reason).find()) {
                return each.key();
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
