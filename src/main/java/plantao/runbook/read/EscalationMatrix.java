package plantao.runbook.read;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import plantao.runbook.Escalation;
import plantao.runbook.text.Phrases;
import plantao.runbook.text.Vocabulary;
import plantao.runbook.text.Words;
import plantao.runbook.tree.Table;

/// A table of whom to call at which severity or level, and when: a rung for each row.
final class EscalationMatrix {
    private EscalationMatrix() {}

    static List<Escalation> in(Topic t, ColumnKinds c, Vocabulary vocabulary) {
        List<Escalation> out = new ArrayList<>();
        Table table = c.table();
        int severity = c.of("severity");
        int first = c.of("responseTime", severity);
        int time = c.of("escalationTime", severity, first);
        boolean timed = first >= 0 && (c.kinds().get(first).contains("escalationTime") || CallTimes.grow(table, first));
        if (time < 0 && timed && Ladders.areLevels(table, severity)) {
            time = first; // "Level | … | Time": when the level is called, not how soon it answers.
        }
        time = time < 0 ? CallTimes.column(c) : time;
        int to = c.of("escalateTo", severity, first, time);
        to = to < 0 ? c.of("role", severity, first, time) : to;
        to = to < 0 ? c.of("personName", severity, first, time) : to;
        for (Table.Row row : table.rows()) {
            String name = ColumnKinds.text(row, severity);
            String who = ColumnKinds.text(row, to);
            String when = ColumnKinds.text(row, time);
            if (name == null || who == null && when == null) {
                continue;
            }
            boolean now = when != null && vocabulary.terms("immediate").in(Words.folded(when));
            Integer after = when == null ? null : now ? Integer.valueOf(0) : Ladders.after(when);
            String text = (who == null ? "" : who) + (when == null ? "" : who == null ? when : " (" + when + ")");
            String header = Words.normal(table.headers().get(severity));
            Matcher level = Ladders.LEVEL.matcher(name);
            boolean led = level.matches();
            if (led && !level.group(3).isBlank() && Ladders.after(level.group(3)) == null) {
                String of = level.group(3);
                out.add(new Escalation(
                        level.group(1),
                        null,
                        List.of(new Escalation.Rung(text.isBlank() ? of : of + ": " + text, after, of)),
                        t.at(row.line())));
                continue;
            }
            boolean counted = led || name.matches("[1-5]") && header.matches("nivel|level|tier");
            if (!counted && header.matches("nivel|level|tier") && Phrases.level(name, vocabulary) == null) {
                // Whom to call beside the levels: "Data protection officer".
                out.add(new Escalation(
                        null, null, List.of(new Escalation.Rung(name + ": " + text, after, name)), t.at(row.line())));
                continue;
            }
            out.add(new Escalation(
                    counted ? name : null,
                    counted ? null : name,
                    List.of(new Escalation.Rung(text, after, who)),
                    t.at(row.line())));
        }
        return List.copyOf(out);
    }
}
