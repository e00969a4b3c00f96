package plantao.runbook.read;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;
import plantao.runbook.AlertRule;
import plantao.runbook.Bound;
import plantao.runbook.Comparison;
import plantao.runbook.Metric;
import plantao.runbook.ProbeSpec;
import plantao.runbook.text.Concepts;
import plantao.runbook.text.Durations;
import plantao.runbook.text.Expression;

/// "The certificate expires in 30 days": the metric, in days, and the probe that such a rule needs.
///
/// @param added the metric, where the runbook has none of its own
/// @param measuring what measures it: the first server that is asked over TLS
/// @param known whether there is a metric for certificates at all
record Certificates(List<Metric> added, List<ProbeSpec> measuring, boolean known, Concepts concepts) {
    private static final int DEFAULT_DAYS = 30;
    private static final Duration INTERVAL = Duration.ofHours(1);
    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final Expression EXPIRY = Expression.of("(?iu)expir|\\bvenc|\\bvalid(?:ity|ade|ez)\\b|renew|renova");
    private static final Expression TIME =
            Expression.of("(?iu)(\\d+\\s*(?:d|days?|dias?|días?|weeks?|semanas?|h|hours?|horas?))\\b");

    static Certificates of(List<RuleDraft> drafts, List<Metric> written, List<ProbeSpec> probes, Concepts concepts) {
        boolean own = written.stream().anyMatch(m -> concepts.of(m.name()).contains("=certificate"));
        String address = address(probes);
        RuleDraft rule = drafts.stream()
                .filter(d -> isExpiry(d.rule(), concepts))
                .findFirst()
                .orElse(null);
        if (own || address == null || rule == null) {
            return new Certificates(List.of(), List.of(), own, concepts);
        }
        Metric metric = metric(rule.rule());
        return new Certificates(List.of(metric), List.of(probe(metric, address)), true, concepts);
    }

    private static ProbeSpec probe(Metric m, String address) {
        Map<String, String> settings = Map.of("url", address);
        return new ProbeSpec(m.name(), ProbeSpec.Subject.METRIC, "tls", settings, INTERVAL, TIMEOUT, 1, 1, m.origin());
    }

    /// The rule with its days as a comparison, where it is one about expiry and something tells the days left.
    RuleDraft compared(RuleDraft draft) {
        AlertRule r = draft.rule();
        if (!known || r.op() != null || !isExpiry(r, concepts)) {
            return draft;
        }
        AlertRule compared = new AlertRule(
                r.name(),
                r.severity(),
                r.level(),
                r.condition(),
                null,
                null,
                null,
                Comparison.BELOW,
                days(r),
                "d",
                null,
                r.respondWithinSeconds(),
                r.playbook(),
                r.candidates(),
                r.origin());
        return draft.with(compared);
    }

    private static boolean isExpiry(AlertRule r, Concepts concepts) {
        String text = r.name() + " " + r.condition();
        Set<String> words = concepts.of(text);
        return words.contains("=certificate") && EXPIRY.in(text);
    }

    private static Metric metric(AlertRule r) {
        double days = days(r);
        Bound limit = new Bound(Comparison.BELOW, days, "d", null, "< " + Math.round(days) + " d");
        return new Metric(r.name(), null, null, null, null, limit, null, r.origin(), false);
    }

    private static double days(AlertRule r) {
        Matcher time = TIME.matcher(r.name() + " " + r.condition());
        Integer seconds = time.find() ? Durations.seconds(time.group(1)) : null;
        return seconds == null ? DEFAULT_DAYS : seconds / 86_400.0;
    }

    private static @Nullable String address(List<ProbeSpec> probes) {
        return probes.stream()
                .filter(p -> p.of() == ProbeSpec.Subject.SERVICE)
                .map(p -> p.settings().get("url"))
                .filter(u -> u != null && u.startsWith("https://"))
                .findFirst()
                .map(Certificates::origin)
                .orElse(null);
    }

    // Scheme, host and port only; one with a blank or a variable in it is no URI yet (RFC 3986).
    private static String origin(String url) {
        try {
            URI uri = URI.create(url);
            return uri.getAuthority() == null ? url : "https://" + uri.getAuthority();
        } catch (IllegalArgumentException e) {
            return url;
        }
    }
}
