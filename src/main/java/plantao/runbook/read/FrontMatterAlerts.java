package plantao.runbook.read;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;
import plantao.runbook.AlertRule;
import plantao.runbook.Bound;
import plantao.runbook.text.Bounds;
import plantao.runbook.text.Durations;
import plantao.runbook.text.Expression;
import plantao.runbook.text.Phrases;
import plantao.runbook.text.Role;
import plantao.runbook.text.Vocabulary;

/// What the front matter of a page about one alert says of it (`severity: page`, `for: 5m`, `expr: … > 90`).
final class FrontMatterAlerts {
    private static final List<String> SEVERITY =
            List.of("severity", "severidade", "severidad", "priority", "prioridade", "prioridad");
    private static final List<String> HOLD = List.of("for", "duration", "duracao", "duracion");
    private static final List<String> EXPRESSION = List.of("expr", "expression", "condition", "query", "condicao");

    private static final Expression KEYED = Expression.of(
            "(?iu)(?:^|[.;]\\s+)(?:severity|severidade|severidad)\\s*[:=]\\s*([\\p{L}\\d-]{2,12})[.;]?(?=\\s|$)");

    private FrontMatterAlerts() {}

    /// The drafts with it, if they are one: of several it says nothing.
    static List<RuleDraft> in(List<RuleDraft> drafts, Map<String, String> front, Vocabulary vocabulary) {
        return drafts.size() == 1
                ? List.of(drafts.getFirst().with(with(drafts.getFirst().rule(), front, vocabulary)))
                : drafts;
    }

    /// The playbook that a whole page is, with the severity that the page's front matter gives where the text has
    /// none.
    static Playbooks.Found in(Playbooks.Found f, Map<String, String> front, Vocabulary vocabulary) {
        String severity = f.severity() != null || f.topic().section().level() != 1 ? null : said(front, SEVERITY);
        Integer level = severity == null ? null : Phrases.level(severity, vocabulary);
        return level == null ? f : new Playbooks.Found(f.topic(), severity, level, f.respond());
    }

    private static AlertRule with(AlertRule r, Map<String, String> front, Vocabulary vocabulary) {
        String severity = said(front, SEVERITY);
        Integer level = severity == null || r.severity() != null ? null : Phrases.level(severity, vocabulary);
        String hold = said(front, HOLD);
        String expression = said(front, EXPRESSION);
        Bound limit = expression == null || r.op() != null && Bounds.compared(expression) == null
                ? null
                : Bounds.compared(expression);
        return new AlertRule(
                r.name(),
                level == null ? r.severity() : severity,
                level == null ? r.level() : level,
                expression == null ? r.condition() : expression,
                r.metric(),
                r.service(),
                r.why(),
                limit == null ? r.op() : limit.op(),
                limit == null ? r.value() : Double.valueOf(limit.value()),
                limit == null ? r.unit() : limit.unit(),
                hold == null || r.forSeconds() != null && expression == null ? r.forSeconds() : Durations.seconds(hold),
                r.respondWithinSeconds(),
                r.playbook(),
                r.candidates(),
                r.origin());
    }

    /// What the page's front matter says, and what a rule in a YAML fence of it or a line such as "Severity: page"
    /// adds.
    static Map<String, String> of(Map<String, String> front, Topic page) {
        Map<String, String> out = new HashMap<>(front);
        List<YamlRules.Rule> rules = page.all()
                .flatMap(t -> t.section().fences().stream())
                .flatMap(f -> YamlRules.in(f).stream())
                .toList();
        if (rules.size() == 1) {
            YamlRules.Rule r = rules.getFirst();
            if (!r.expression().equals(r.name())) {
                out.putIfAbsent("expr", r.expression());
            }
            if (r.severity() != null) {
                out.putIfAbsent("severity", r.severity());
            }
            if (r.hold() != null) {
                out.put("for", r.hold() + "s");
            }
        }
        page.all()
                .filter(t ->
                        !t.within(Role.ESCALATION, Role.DIAGNOSIS, Role.MITIGATION, Role.RESOLUTION, Role.TEMPLATE))
                .flatMap(t -> t.section().paragraphs().stream())
                .flatMap(p -> p.lines().stream())
                .map(l -> KEYED.matcher(l.plain()))
                .filter(Matcher::find)
                .findFirst()
                .ifPresent(m -> out.putIfAbsent("severity", m.group(1)));
        return out;
    }

    private static @Nullable String said(Map<String, String> front, List<String> keys) {
        return keys.stream()
                .map(front::get)
                .filter(v -> v != null && !v.isBlank())
                .findFirst()
                .orElse(null);
    }
}
