package plantao.runbook.read;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import plantao.runbook.Escalation;
import plantao.runbook.text.Durations;
import plantao.runbook.text.KeyValue;
import plantao.runbook.text.Phrases;
import plantao.runbook.text.Role;
import plantao.runbook.text.Severity;
import plantao.runbook.text.Vocabulary;
import plantao.runbook.text.Words;
import plantao.runbook.tree.Line;
import plantao.runbook.tree.Listing;
import plantao.runbook.tree.Paragraph;
import plantao.runbook.tree.Table;

/// Whom to call when: matrices, lists under a severity, levels.
final class Escalations {
    private static final Pattern LEVEL = Pattern.compile(
            "^((?:n[ií]vel|level|tier|camada|l|n)[- ]?([0-5]))\\b[\\s:.\\-–—]*(.*)$", Pattern.CASE_INSENSITIVE);
    private static final Pattern CALL = Pattern.compile(
            "(?:^|[,;:>]\\s*|\\bthen\\s+|\\bent[aã]o\\s+)(?:chamar|acionar|ligar para|contatar|avisar|call|page|contact|escalate to|escalar para|escalar a|llamar a|avisar a|escala[cç][aã]o para|escalación a|escalaci[oó]n para)\\s+(?:o |a |the |al |la |el )?(.+?)\\s*(?:[.,;(].*)?$",
            Pattern.CASE_INSENSITIVE);

    private final Vocabulary vocabulary;
    private final List<Escalation> out = new ArrayList<>();

    private Escalations(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    static List<Escalation> in(Topic root, Vocabulary vocabulary) {
        Escalations e = new Escalations(vocabulary);
        root.all()
                .filter(t -> t.within(Role.ESCALATION)
                        && !t.within(Role.TEMPLATE, Role.POSTMORTEM, Role.VENDORS, Role.DEPENDENCIES))
                .forEach(e::topic);
        return List.copyOf(e.out);
    }

    private void topic(Topic t) {
        t.section().body(Table.class).forEach(table -> matrix(t, table));
        Matcher level = LEVEL.matcher(t.title());
        if (level.matches()) {
            level(t, level.group(1), level.group(3));
            return;
        }
        Integer severity = Phrases.level(t.title(), vocabulary);
        boolean severe = severity != null && Severity.of(t.section().heading()) != null
                || severity != null && t.section().isLead();
        List<Listing> lists = t.section().body(Listing.class);
        if (severe) {
            lists.forEach(l -> out.add(new Escalation(null, t.title(), rungs(l), t.origin())));
        } else if (t.is(Role.ESCALATION)) {
            lists.forEach(l -> loose(t, l));
            inline(t);
        }
    }

    private void inline(Topic t) {
        String value = t.section().value();
        if (!value.isBlank()) {
            String text = Words.plain(value);
            out.add(new Escalation(null, null, List.of(rung(text, Durations.seconds(text))), t.origin()));
        }
        if (t.section().isLead()) {
            for (Paragraph p : t.section().body(Paragraph.class)) {
                String text = Words.plain(
                        String.join(" ", p.lines().stream().map(Line::text).toList()));
                out.add(new Escalation(null, null, List.of(rung(text, Durations.seconds(text))), t.at(p.line())));
            }
        }
    }

    // "1. **Nível 1** - …" is one rung per item; other lists are the rungs of one ladder.
    private void loose(Topic t, Listing l) {
        List<Escalation.Rung> ladder = new ArrayList<>();
        for (Listing.Item item : l.items()) {
            KeyValue kv = KeyValue.of(item.text());
            Matcher level = LEVEL.matcher(kv == null ? "" : kv.key());
            if (kv != null && level.matches()) {
                String text = Words.plain(kv.value());
                String rest = level.group(3).isBlank() ? text : level.group(3) + (text.isBlank() ? "" : ": " + text);
                out.add(new Escalation(
                        level.group(1),
                        null,
                        List.of(rung(rest, Durations.seconds(Words.plain(item.text())))),
                        t.at(item.line())));
            } else {
                ladder.add(rung(Words.plain(item.text()), Durations.seconds(Words.plain(item.text()))));
            }
        }
        if (!ladder.isEmpty()) {
            out.add(new Escalation(null, null, List.copyOf(ladder), t.at(l.line())));
        }
    }

    private void level(Topic t, String label, String who) {
        List<Escalation.Rung> rungs = new ArrayList<>();
        String contact = Words.unqualified(who).isBlank() ? null : Words.unqualified(who);
        for (Listing l : t.section().body(Listing.class)) {
            for (Listing.Item item : l.items()) {
                KeyValue kv = KeyValue.of(item.text());
                String text = Words.plain(item.text());
                if (kv != null && isReach(Words.normal(kv.key()))) {
                    continue;
                }
                boolean timer = kv == null
                        || vocabulary.isColumn("escalationTime", Words.normal(kv.key()))
                        || vocabulary.exact(Words.normal(kv.key())) == Role.ESCALATION;
                rungs.add(
                        new Escalation.Rung(text, timer && kv != null ? Durations.seconds(kv.value()) : null, contact));
            }
        }
        String value = Words.plain(t.section().value());
        if (!value.isBlank()) {
            rungs.add(rung(value, Durations.seconds(value)));
        }
        if (rungs.isEmpty() && contact != null) {
            rungs.add(new Escalation.Rung(contact, null, contact));
        }
        if (!rungs.isEmpty()) {
            out.add(new Escalation(label, null, List.copyOf(rungs), t.origin()));
        }
    }

    // How to reach a level is a contact's, not a rung.
    private boolean isReach(String key) {
        return vocabulary.isColumn("hours", key)
                || vocabulary.isColumn("email", key)
                || vocabulary.isColumn("phone", key)
                || vocabulary.isColumn("channel", key);
    }

    private List<Escalation.Rung> rungs(Listing l) {
        List<Escalation.Rung> rungs = new ArrayList<>();
        Integer within = null;
        for (Listing.Item item : l.items()) {
            String text = Words.plain(item.text());
            String folded = Words.folded(text);
            Integer seconds = Durations.seconds(text);
            boolean first = seconds != null
                    && folded.matches(".*\\b(?:primeiros|primeras?|primeros|first|within|em ate|dentro de)\\b.*");
            // "Try for the first 15 min. If it goes on, call the lead": the call is due when the trying ends.
            boolean unless = seconds == null
                    && (folded.matches("^(?:se nao|if not|if unresolved|otherwise|si no|senao|caso nao)\\b.*")
                            || folded.matches("^(?:se|if|si|caso|when|quando|cuando)\\b.*")
                                    && CALL.matcher(text).find());
            if (first) {
                within = seconds;
                rungs.add(rung(text, 0));
            } else {
                rungs.add(rung(text, unless ? within : seconds));
            }
        }
        return List.copyOf(rungs);
    }

    private static Escalation.Rung rung(String text, @Nullable Integer after) {
        Matcher m = CALL.matcher(text);
        return new Escalation.Rung(text, after, m.find() ? m.group(1).strip() : null);
    }

    private void matrix(Topic t, Table table) {
        Columns c = new Columns(table, vocabulary);
        int severity = c.of("severity");
        if (severity < 0) {
            return;
        }
        int first = c.of("responseTime", severity);
        int time = c.of("escalationTime", severity, first);
        int to = c.of("escalateTo", severity, first, time);
        for (Table.Row row : table.rows()) {
            String name = Columns.text(row, severity);
            String who = Columns.text(row, to);
            String when = Columns.text(row, time);
            if (name == null || who == null && when == null) {
                continue;
            }
            Integer after = when == null ? null : Durations.seconds(when);
            String text = (who == null ? "" : who) + (when == null ? "" : who == null ? when : " (" + when + ")");
            out.add(new Escalation(null, name, List.of(new Escalation.Rung(text, after, who)), t.at(row.line())));
        }
    }
}
