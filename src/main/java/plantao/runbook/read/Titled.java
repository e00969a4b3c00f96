package plantao.runbook.read;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
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

    private static final Pattern NAME = Pattern.compile("[A-Z][A-Za-z0-9]*[a-z0-9][A-Z][A-Za-z0-9]*");

    private Titled() {}

    /// Whether a playbook's section is the description of an alert.
    static boolean isAlert(Topic t) {
        for (Topic.Head h : t.above()) {
            if (h.role() == Role.PLAYBOOK_GROUP && ALERT.in(Words.folded(h.title()))) {
                return true;
            }
        }
        boolean meaning = t.children().stream().anyMatch(c -> c.is(Role.MEANING));
        return meaning && NAME.matcher(t.title()).matches();
    }

    /// One alert for each name that the playbook's title gives: "ApiDown / CacheDown" answers two.
    static List<Alerts.Draft> drafts(Playbook p) {
        String bare = Words.unqualified(p.title());
        String[] names = bare.split("\\s*[/,]\\s*|\\s+(?:e|y|and)\\s+");
        boolean several = names.length > 1
                && Stream.of(names).allMatch(n -> NAME.matcher(n).matches());
        return several
                ? Stream.of(names).map(n -> draft(p, n, n)).toList()
                : List.of(draft(p, NAME.matcher(bare).matches() ? bare : p.title(), p.title()));
    }

    private static Alerts.Draft draft(Playbook p, String name, String title) {
        Bound bound = Bounds.compared(title);
        List<String> told =
                new ArrayList<>(p.symptoms().stream().map(Noted::text).toList());
        String condition = bound != null || told.isEmpty() ? title : String.join(", ", told);
        Bound limit = bound == null ? Bounds.compared(condition) : bound;
        PlaybookLink link = new PlaybookLink(p.title(), p.origin(), "is described there");
        AlertRule rule = new AlertRule(
                name,
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
        return new Alerts.Draft(rule, p.title(), List.of());
    }
}
