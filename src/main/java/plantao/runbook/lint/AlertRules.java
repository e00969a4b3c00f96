package plantao.runbook.lint;

import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import plantao.runbook.AlertRule;
import plantao.runbook.Origin;
import plantao.runbook.PlaybookLink;
import plantao.runbook.ProbeSpec;
import plantao.runbook.Runbook;
import plantao.runbook.text.Concepts;
import plantao.runbook.text.Expression;
import plantao.runbook.text.Vocabulary;
import plantao.runbook.text.Words;

/// Alerts and playbooks that do not find each other.
final class AlertRules {
    private static final Set<String> OWN = Set.of("=slow", "=errors");

    // "max(queue_lag_seconds) > 300", "up{job=\"api\"} == 0"
    private static final Expression QUERY = Expression.of("\\w[({].*[)}]\\s*[-+*/<>=!]|^\\s*[a-z]+_\\w+\\s*[<>=!]");

    private AlertRules() {}

    static List<Finding> unanswered(LintSubject e) {
        return e.runbook().alerts().stream()
                .filter(a -> a.playbook() == null)
                .map(a -> new Finding(a.origin(), unanswered(a)))
                .toList();
    }

    private static String unanswered(AlertRule a) {
        String maybe = a.candidates().isEmpty()
                ? ""
                : " Perhaps \"" + a.candidates().getFirst().title() + "\".";
        return "No playbook answers the alert \"" + a.name() + "\"." + maybe;
    }

    /// Alerts that nothing can make fire; a playbook that is an alert's own (one file per alert) belongs to rules
    /// that stand elsewhere. Told once where the runbook has nothing at all that could be measured.
    static List<Finding> unwatched(LintSubject e) {
        Runbook r = e.runbook();
        List<AlertRule> never = r.alerts().stream()
                .filter(a -> !a.hasCondition())
                .filter(a -> a.playbook() == null || !a.playbook().origin().equals(a.origin()))
                .toList();
        boolean nothing = r.services().isEmpty() && r.metrics().isEmpty();
        return nothing && !never.isEmpty()
                ? List.of(new Finding(never.getFirst().origin(), unmeasured(never)))
                : never.stream().map(a -> new Finding(a.origin(), unwatched(a))).toList();
    }

    private static String unmeasured(List<AlertRule> never) {
        String first = "\"" + never.getFirst().name() + "\"";
        return (never.size() == 1
                        ? "The alert " + first
                        : "The alert " + first + " and " + (never.size() - 1) + " more")
                + " can never fire: the runbook names no service and no metric that could be measured.";
    }

    /// Alerts that know what to watch while nothing reads it; told once where the system has no probe at all. What
    /// the services' own probes tell (latency, errors, availability) needs no source.
    static List<Finding> unmeasured(LintSubject e) {
        Runbook r = e.runbook();
        Set<String> measured = new HashSet<>();
        r.settings().probes().forEach(p -> measured.add(p.of() + Words.key(p.subject())));
        Concepts concepts = Vocabulary.standard().concepts();
        List<AlertRule> blind = r.alerts().stream()
                .filter(a -> a.metric() != null
                        ? !measured.contains(ProbeSpec.Subject.METRIC + Words.key(a.metric()))
                                && Collections.disjoint(concepts.of(a.metric()), OWN)
                        : a.service() != null && !measured.contains(ProbeSpec.Subject.SERVICE + Words.key(a.service())))
                .toList();
        List<AlertRule> told =
                r.settings().probes().isEmpty() ? blind.stream().limit(1).toList() : blind;
        return told.stream()
                .map(a -> new Finding(
                        a.origin(),
                        "The alert \"" + a.name() + "\" watches \"" + (a.metric() != null ? a.metric() : a.service())
                                + "\", which nothing measures"
                                + (told.size() < blind.size()
                                        ? "; so it is with " + (blind.size() - 1) + " more."
                                        : ".")))
                .toList();
    }

    private static String unwatched(AlertRule a) {
        return "The alert \"" + a.name() + "\" can never fire: "
                + (a.op() == null
                        ? "nothing says which service is down or which metric is beyond which limit."
                        : QUERY.in(a.condition())
                                ? "its rule is a query for Prometheus, and no metric of the runbook asks it."
                                : "the runbook has no metric that it could compare.");
    }

    /// Playbooks that are neither an alert's answer nor a candidate nor named like one; nothing where there are no
    /// alerts.
    static List<Finding> unreached(LintSubject e) {
        Runbook r = e.runbook();
        Set<Origin> reached = new HashSet<>();
        Set<String> names = new HashSet<>();
        for (AlertRule a : r.alerts()) {
            Stream.concat(Stream.ofNullable(a.playbook()), a.candidates().stream())
                    .map(PlaybookLink::origin)
                    .forEach(reached::add);
            names.add(Words.key(a.name()));
            reached.add(a.origin());
        }
        if (names.isEmpty()) {
            return List.of();
        }
        return r.playbooks().stream()
                .filter(p -> !reached.contains(p.origin()) && !names.contains(Words.key(p.title())))
                .map(p -> new Finding(p.origin(), "No alert leads to the playbook \"" + p.title() + "\"."))
                .toList();
    }
}
