package plantao.runbook.lint;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import plantao.runbook.AlertRule;
import plantao.runbook.Metric;
import plantao.runbook.Origin;
import plantao.runbook.Playbook;
import plantao.runbook.ProbeSpec.Subject;
import plantao.runbook.Runbook;
import plantao.runbook.Service;
import plantao.runbook.Vendor;
import plantao.runbook.text.Words;

/// Names in `console.yaml` that the runbook does not have.
final class ConfigRules {
    private ConfigRules() {}

    static List<Finding> services(LintSubject e) {
        return probes(
                e,
                Subject.SERVICE,
                keys(e.runbook().services().stream()
                        .filter(s -> written(s.origin()))
                        .map(Service::name)));
    }

    static List<Finding> metrics(LintSubject e) {
        return probes(e, Subject.METRIC, keys(e.runbook().metrics().stream().map(Metric::name)));
    }

    static List<Finding> vendors(LintSubject e) {
        return probes(
                e,
                Subject.VENDOR,
                keys(e.runbook().vendors().stream()
                        .filter(v -> written(v.origin()))
                        .map(Vendor::name)));
    }

    static List<Finding> playbooks(LintSubject e) {
        Runbook r = e.runbook();
        Set<String> playbooks = keys(r.playbooks().stream().map(Playbook::title));
        Set<String> alerts =
                keys(Stream.concat(r.alerts().stream(), r.implied().stream()).map(AlertRule::name));
        List<Finding> out = new ArrayList<>();
        r.settings().playbooks().forEach((alert, playbook) -> {
            if (!playbooks.contains(Words.key(playbook)) || !alerts.contains(Words.key(alert))) {
                out.add(new Finding(
                        new Origin("console.yaml", 1),
                        "console.yaml answers the alert \"" + alert + "\" with \"" + playbook
                                + "\"; the runbook does not have both."));
            }
        });
        return out;
    }

    private static List<Finding> probes(LintSubject e, Subject of, Set<String> known) {
        String what = of.name().toLowerCase(Locale.ROOT);
        return e.runbook().settings().probes().stream()
                .filter(p -> p.of() == of && !known.contains(Words.key(p.subject())))
                .map(p -> new Finding(
                        p.origin(),
                        "console.yaml measures the " + what + " \"" + p.subject()
                                + "\", which the runbook does not name."))
                .toList();
    }

    private static boolean written(Origin origin) {
        return !origin.file().equals("console.yaml");
    }

    private static Set<String> keys(Stream<String> names) {
        Set<String> out = new HashSet<>();
        names.forEach(n -> out.add(Words.key(n)));
        return out;
    }
}
