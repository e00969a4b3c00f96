package plantao.runbook.read;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import plantao.runbook.AlertRule;
import plantao.runbook.ProbeSpec;
import plantao.runbook.Settings;
import plantao.runbook.text.Expression;
import plantao.runbook.text.Words;

/// How many failures in a row an alert rule waits for ("`/healthz` fails 3 times in a row"), given to the probe of
/// the
/// service it is about.
final class ToldFailures {
    private static final Expression ROW = Expression.of(
            "\\b(?:in a row|consecutive(?:ly)?|in succession|straight|running|seguid[ao]s?|consecutiv[ao]s?|sucessiv[ao]s?|sucesiv[ao]s?)\\b");

    private ToldFailures() {}

    /// The settings with those numbers; what `console.yaml` says of a probe and what a row of health endpoints says
    /// stays.
    static Settings in(Settings settings, List<AlertRule> alerts, List<ProbeSpec> written) {
        Map<String, Integer> told = new HashMap<>();
        for (AlertRule a : alerts) {
            Integer failures = a.service() == null || a.metric() != null || !ROW.in(Words.folded(a.condition()))
                    ? null
                    : Places.failures(a.condition());
            if (failures != null && a.service() != null) {
                told.putIfAbsent(a.service(), failures);
            }
        }
        return told.isEmpty()
                ? settings
                : settings.withProbes(settings.probes().stream()
                        .map(p -> written.contains(p) ? p : with(p, told))
                        .toList());
    }

    private static ProbeSpec with(ProbeSpec p, Map<String, Integer> told) {
        Integer failures = p.of() == ProbeSpec.Subject.SERVICE ? told.get(p.subject()) : null;
        return failures == null || p.failures() != DefaultProbes.FAILURES
                ? p
                : new ProbeSpec(
                        p.subject(),
                        p.of(),
                        p.kind(),
                        p.settings(),
                        p.interval(),
                        p.timeout(),
                        failures,
                        p.recoveries(),
                        p.origin());
    }
}
