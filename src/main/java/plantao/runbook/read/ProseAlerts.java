package plantao.runbook.read;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;
import plantao.runbook.text.Bounds;
import plantao.runbook.text.Durations;
import plantao.runbook.text.Expression;
import plantao.runbook.text.KeyValue;
import plantao.runbook.text.Role;
import plantao.runbook.text.Vocabulary;
import plantao.runbook.text.Words;
import plantao.runbook.tree.Line;
import plantao.runbook.tree.Listing;
import plantao.runbook.tree.Paragraph;

/// Alerts in running text: "page when p99 stays above 800 ms for 10 minutes", and blocks of lines that begin with a
/// name ("Severity: 1", "Trigger: …", "Response: 15 minutes").
final class ProseAlerts {
    private static final Expression LEAD = Expression.of(
            "(?iu)^\\W*(?:(?:we |you |i |it |the (?:pager|on-?call) )?(?:get(?:s)? |is |are |will be )?(?:page[sd]?|paging|alert(?:s|ed)?|wake(?:s|n)?(?: us| me)?(?: up)?|notif(?:y|ies|ied)|call(?:s|ed)?)(?: (?:us|me|on-?call|the on-?call|somebody|someone))?"
                    + "|(?:se |nos )?(?:avisa(?:r|mos|n)?|alerta(?:r|mos|n)?|llama(?:r|mos|n)?|notifica(?:r|mos|n)?|aciona(?:r|mos|do|da)?|chama(?:r|mos)?|dispara(?:r)?)(?: (?:a|o|al|ao|à|la|el) (?:la )?(?:guardia|plantão|plantao|plantonista|on-?call|sobreaviso|equipo|equipe|time))?)"
                    + "\\s+(?:when(?:ever)?|if|once|as soon as|se|si|quando|cuando|caso|sempre que|siempre que)\\s+(?=\\S)");
    private static final Expression SENTENCE = Expression.of("(?<=[.!?;])\\s+(?=\\p{L})");
    private static final Expression TITLE = Expression.of("^\\W*(?:\\*\\*|__)([^*_]{3,90})(?:\\*\\*|__)\\W*$");
    private static final List<String> FIELDS =
            List.of("alertName", "condition", "severity", "duration", "responseTime");

    private ProseAlerts() {}

    /// An alert as it is told.
    ///
    /// @param hold seconds, or null
    /// @param respond seconds, or null
    record Told(
            String name,
            String condition,
            @Nullable String severity,
            @Nullable Integer hold,
            @Nullable Integer respond,
            String text,
            int line) {}

    /// "page when p99 stays above 800 ms" without what comes before the condition.
    static String unled(String text) {
        return LEAD.matcher(text).replaceFirst("");
    }

    /// @param listed whether the section's bullets are read as alerts anyway
    static List<Told> in(Topic t, Vocabulary vocabulary, boolean listed) {
        List<Told> out = new ArrayList<>();
        Role near = t.nearest();
        boolean here = near == null
                || near == Role.ALERTS
                || near == Role.MONITORING
                || near == Role.METRICS
                || near == Role.SLA
                || near == Role.HEALTH
                || near == Role.OVERVIEW
                || near == Role.RECOVERY_OBJECTIVES;
        Role around = around(t);
        boolean blocks = around == Role.ALERTS || around == Role.MONITORING || around == Role.METRICS;
        if (!here && !blocks || TroubleHeadings.is(t, vocabulary)) {
            return out;
        }
        for (Paragraph p : t.section().paragraphs()) {
            Told block = blocks ? block(t, p, vocabulary) : null;
            if (block != null) {
                out.add(block);
            } else if (here) {
                p.lines().forEach(l -> sentences(l.text(), l.number(), out));
            }
        }
        if (!listed && here) {
            for (Listing l : t.section().lists()) {
                l.items().forEach(i -> sentences(i.text(), i.line(), out));
            }
        }
        return out;
    }

    // "Action: see …" at the end of one block is a lead-in, and the next block stands below it.
    private static @Nullable Role around(Topic t) {
        if (t.role() != null && !t.section().isLead()) {
            return t.role();
        }
        return t.above().reversed().stream()
                .filter(h -> !h.section().isLead() && h.role() != null)
                .map(Topic.Head::role)
                .findFirst()
                .orElse(null);
    }

    private static void sentences(String markdown, int line, List<Told> out) {
        if (markdown.length() > 2000) {
            return;
        }
        for (String sentence : SENTENCE.split(Words.plain(markdown), 0)) {
            Matcher lead = LEAD.matcher(sentence);
            String condition = lead.lookingAt() ? sentence.substring(lead.end()).replaceFirst("[.;]\\s*$", "") : null;
            if (condition != null && Bounds.compared(Holds.without(condition)) != null) {
                out.add(new Told(condition, condition, null, Holds.seconds(condition), null, sentence, line));
            }
        }
    }

    private static @Nullable Told block(Topic t, Paragraph p, Vocabulary vocabulary) {
        Map<String, String> fields = new HashMap<>();
        Matcher title = TITLE.matcher(p.lines().getFirst().text());
        String name = title.matches() ? title.group(1) : t.title();
        for (Line line : p.lines()) {
            KeyValue kv = KeyValue.of(line.text());
            String key = kv == null ? "" : Words.normal(kv.key());
            for (String field : FIELDS) {
                if (kv != null && !kv.value().isBlank() && vocabulary.isColumn(field, key)) {
                    fields.putIfAbsent(field, Words.plain(kv.value()));
                    break;
                }
            }
        }
        String condition = fields.get("condition");
        boolean told = condition != null
                && fields.size() > 1
                && (title.matches()
                        || fields.containsKey("alertName")
                        || !t.is(Role.ALERTS, Role.MONITORING, Role.METRICS));
        if (!told || condition == null) {
            return null;
        }
        String hold = fields.get("duration");
        String respond = fields.get("responseTime");
        return new Told(
                fields.getOrDefault("alertName", Words.plain(name)),
                condition,
                fields.get("severity"),
                hold == null ? Holds.seconds(condition) : Durations.seconds(hold),
                respond == null ? null : Durations.seconds(respond),
                String.join(" ", p.lines().stream().map(Line::text).toList()),
                p.line());
    }
}
