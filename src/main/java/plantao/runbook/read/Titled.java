package plantao.runbook.read;

import java.util.ArrayList;
import java.util.List;
import plantao.runbook.AlertRule;
import plantao.runbook.Bound;
import plantao.runbook.Noted;
import plantao.runbook.Playbook;
import plantao.runbook.PlaybookLink;
import plantao.runbook.text.Bounds;
import plantao.runbook.text.Role;
import plantao.runbook.text.Terms;
import plantao.runbook.text.Words;

/// Alerts that are their own playbook: sections of "Alerts and responses", and files that describe one alert each.
final class Titled {
    private static final Terms ALERT =
            Terms.of(List.of("alert", "alerts", "alerta", "alertas", "alarm", "alarms", "alarme", "alarmes"));

    private Titled() {}

    /// Whether a playbook's section is the description of an alert.
    static boolean isAlert(Topic t) {
        for (Topic.Head h : t.above()) {
            if (h.role() == Role.PLAYBOOK_GROUP && ALERT.in(Words.folded(h.title()))) {
                return true;
            }
        }
        boolean meaning = t.children().stream().anyMatch(c -> c.is(Role.MEANING));
        return meaning && t.title().matches("[A-Z][A-Za-z0-9]+(?:[A-Z][A-Za-z0-9]*)+");
    }

    static Alerts.Draft draft(Playbook p) {
        Bound bound = Bounds.compared(p.title());
        List<String> told =
                new ArrayList<>(p.symptoms().stream().map(Noted::text).toList());
        String condition = bound != null || told.isEmpty() ? p.title() : String.join(", ", told);
        Bound limit = bound == null ? Bounds.compared(condition) : bound;
        PlaybookLink link = new PlaybookLink(p.title(), p.origin(), "is described there");
        AlertRule rule = new AlertRule(
                p.title(),
                p.severity(),
                p.severity() == null && p.level() == PlaybookReader.DEFAULT_LEVEL ? 0 : p.level(),
                condition,
                null,
                null,
                null,
                limit == null ? null : limit.op(),
                limit == null ? null : Double.valueOf(limit.value()),
                limit == null ? null : limit.unit(),
                Holds.seconds(condition),
                p.respondWithinSeconds(),
                link,
                List.of(),
                p.origin());
        return new Alerts.Draft(rule, p.title());
    }
}
