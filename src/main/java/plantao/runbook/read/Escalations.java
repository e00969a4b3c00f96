package plantao.runbook.read;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import plantao.runbook.Escalation;
import plantao.runbook.text.Durations;
import plantao.runbook.text.Expression;
import plantao.runbook.text.KeyValue;
import plantao.runbook.text.Phrases;
import plantao.runbook.text.Role;
import plantao.runbook.text.Severity;
import plantao.runbook.text.Vocabulary;
import plantao.runbook.text.Words;
import plantao.runbook.tree.Fence;
import plantao.runbook.tree.Line;
import plantao.runbook.tree.Listing;
import plantao.runbook.tree.Paragraph;
import plantao.runbook.tree.Part;
import plantao.runbook.tree.Table;

/// Whom to call when: matrices, lists under a severity, levels.
final class Escalations {
    private static final Expression CALL = Expression.of(
            "(?i)(?:^|[,;:>?]\\s*|\\bthen\\s+|\\d+\\s*(?:min\\w*|h|hours?|horas?|m),?\\s+|\\b(?:after|ap[oó]s|despu[eé]s de)\\s+\\d+\\s*\\p{L}+,?\\s+|\\bent[aã]o\\s+)(?:chamar|acionar|ligar para|contatar|avisar|call|page|contact|escalate to|escalar para|escalar a|llamar a|avisar a|escala[cç][aã]o para|escalación a|escalaci[oó]n para)\\s+(?:o |a |the |al |la |el )?(.+?)\\s*(?:[.,;:(].*|\\s(?:if|when|se|si|quando|cuando)\\b.*)?$");

    private static final Expression FIRST =
            Expression.of("\\b(?:primeiros|primeiras?|primeras?|primeros|first|within|em ate|dentro de)\\b");
    private static final Expression FURTHER = Expression.of("^\\s+(?:→|->|=>|[-*•])\\s+(.+)$");

    private final Vocabulary vocabulary;
    private final List<Escalation> out = new ArrayList<>();

    private Escalations(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    static List<Escalation> in(Topic root, Vocabulary vocabulary) {
        Escalations e = new Escalations(vocabulary);
        root.all()
                .filter(t -> (t.within(Role.ESCALATION)
                                || isLevelled(t)
                                || (t.within(Role.CONTACTS) || t.nearest() == null)
                                        && t.tables().stream().anyMatch(Escalations::isTimed))
                        && !t.within(Role.TEMPLATE, Role.POSTMORTEM, Role.VENDORS, Role.DEPENDENCIES))
                .forEach(e::topic);
        return List.copyOf(e.out);
    }

    // Two lines such as "Level 2 (after 15 minutes): Ana" are a ladder under any heading.
    private static boolean isLevelled(Topic t) {
        return !t.within(Role.PLAYBOOK_GROUP)
                && levels(t).filter(Ladders::isTimed).limit(2).count() > 1;
    }

    private static Stream<String> levels(Topic t) {
        return Stream.concat(
                t.section().paragraphs().stream()
                        .flatMap(p -> p.lines().stream())
                        .map(l -> Words.plain(l.text())),
                t.section().lists().stream().flatMap(l -> l.items().stream()).map(Listing.Item::plain));
    }

    // "Level | After | Who" below "Who to call" is a ladder; a table of contacts without a time is none.
    private static boolean isTimed(Columns c) {
        int level = c.of("severity");
        int time = c.of("escalationTime", level);
        return level == 0 && time > 0 && c.of("responseTime", level) != time && c.of("escalateTo", level, time) > 0;
    }

    private void topic(Topic t) {
        for (Columns table : t.tables()) {
            if (!t.within(Role.ESCALATION) && !isTimed(table)) {
                continue;
            }
            List<Escalation> transposed = Ladders.transposed(t, table.table(), vocabulary);
            out.addAll(transposed);
            if (transposed.isEmpty()) {
                matrix(t, table);
            }
        }
        Matcher level = Ladders.LEVEL.matcher(t.title());
        if (level.matches()) {
            level(t, level.group(1), level.group(3));
            return;
        }
        Integer severity = Phrases.level(t.title(), vocabulary);
        boolean severe = severity != null && Severity.of(t.section().heading()) != null
                || severity != null && t.section().isLead();
        List<Listing> lists = t.section().lists();
        if (!t.within(Role.ESCALATION) && isLevelled(t)) {
            t.section()
                    .paragraphs()
                    .forEach(p -> p.lines().forEach(l -> levelled(t, Words.plain(l.text()), l.number())));
            lists.forEach(l -> l.items().forEach(i -> levelled(t, i.plain(), i.line())));
        } else if (severe) {
            lists.forEach(l -> out.add(new Escalation(null, t.title(), rungs(l), t.origin())));
        } else if (t.is(Role.ESCALATION)) {
            lists.forEach(l -> loose(t, l));
            inline(t);
        } else if (vocabulary.terms("condition").begin(Words.folded(t.title()))) {
            lists.forEach(l -> conditional(t, l));
        }
    }

    private void levelled(Topic t, String plain, int line) {
        Escalation one = Ladders.line(plain, t, line);
        if (one != null) {
            out.add(one);
        }
    }

    // "If it lasts more than 15 minutes:" above whom to call.
    private void conditional(Topic t, Listing l) {
        String when = t.title().replaceFirst("\\s*:$", "");
        Integer after = Durations.seconds(when);
        List<Escalation.Rung> rungs = new ArrayList<>();
        for (Listing.Item item : l.items()) {
            Escalation.Rung rung = rung(item.plain(), after);
            rungs.add(
                    rungs.isEmpty()
                            ? new Escalation.Rung(when + ": " + rung.text(), rung.afterSeconds(), rung.contact())
                            : rung);
        }
        out.add(new Escalation(null, null, List.copyOf(rungs), t.origin()));
    }

    private void inline(Topic t) {
        String value = t.section().value();
        if (!value.isBlank()) {
            List<Escalation.Rung> arrows = Ladders.arrows(Words.plain(value));
            out.add(new Escalation(
                    null, null, arrows.isEmpty() ? sentences(Words.plain(value)) : List.copyOf(arrows), t.origin()));
        }
        for (Paragraph p :
                t.section().isLead() ? List.<Paragraph>of() : t.section().paragraphs()) {
            for (Line line : p.lines()) {
                line(Words.plain(line.text()), t, line.number());
            }
        }
        for (Fence f : t.section().fences()) {
            fence(f, t);
        }
        if (t.section().isLead()) {
            for (Paragraph p : t.section().paragraphs()) {
                String text = Words.plain(
                        String.join(" ", p.lines().stream().map(Line::text).toList()));
                out.add(new Escalation(null, null, List.of(rung(text, Durations.seconds(text))), t.at(p.line())));
            }
        }
    }

    // "In the first 10 minutes try alone. After 10 minutes call the lead. After one hour tell the operator."
    private static List<Escalation.Rung> sentences(String text) {
        List<Escalation.Rung> out = new ArrayList<>();
        String[] parts = text.split("(?<=[.;])\\s+(?=\\p{L})");
        long timed = Stream.of(parts).filter(p -> Durations.seconds(p) != null).count();
        for (String part : timed > 1 ? parts : new String[] {text}) {
            Integer after = Durations.seconds(part);
            boolean first = after != null && timed > 1 && FIRST.in(Words.folded(part));
            out.add(rung(part.strip(), first ? Integer.valueOf(0) : after));
        }
        return List.copyOf(out);
    }

    // "Level 2: total outage" with "→ the lead" and "→ time limit: 5 minutes" on the lines below it.
    private void fence(Fence f, Topic t) {
        int open = -1;
        for (Line l : f.lines()) {
            String text = l.text().strip();
            Matcher rung = FURTHER.matcher(l.text());
            if (open >= 0 && rung.matches()) {
                Escalation e = out.get(open);
                List<Escalation.Rung> rungs = new ArrayList<>(e.steps());
                String said = rung.group(1).strip();
                Integer after = Durations.seconds(said);
                rungs.add(new Escalation.Rung(said, after, after == null ? Ladders.contact(said) : null));
                out.set(open, new Escalation(e.level(), e.severity(), List.copyOf(rungs), e.origin()));
            } else {
                int known = out.size();
                line(text, t, l.number());
                open = out.size() > known ? known : -1;
            }
        }
    }

    private void line(String plain, Topic t, int number) {
        List<Escalation.Rung> rungs = Ladders.arrows(plain);
        Escalation one =
                rungs.isEmpty() ? Ladders.line(plain, t, number) : new Escalation(null, null, rungs, t.at(number));
        if (one != null) {
            out.add(one);
            return;
        }
        // "After 15 minutes page the lead; after 30 minutes the head of operations."
        List<Escalation.Rung> told = sentences(plain);
        boolean called = told.stream().anyMatch(r -> r.afterSeconds() != null && r.contact() != null);
        if (called || told.stream().filter(r -> r.afterSeconds() != null).count() > 1) {
            out.add(new Escalation(null, null, told, t.at(number)));
        }
    }

    // "1. **Nível 1** - …" is one rung per item; other lists are the rungs of one ladder.
    private void loose(Topic t, Listing l) {
        List<Escalation.Rung> ladder = new ArrayList<>();
        Integer within = timer(t, l);
        for (Listing.Item item : l.items()) {
            KeyValue kv = item.keyValue();
            Matcher level = Ladders.LEVEL.matcher(kv == null ? "" : kv.key());
            if (kv != null && level.matches()) {
                String text = Words.plain(kv.value());
                boolean timed = Ladders.after(level.group(3)) != null;
                String who = timed ? Words.unqualified(level.group(3)).replaceFirst("^\\(.*\\)$", "") : level.group(3);
                String rest = who.isBlank() ? text : who + (text.isBlank() ? "" : ": " + text);
                Integer after = Ladders.after(timed ? level.group(3) : item.plain());
                Escalation.Rung rung = rung(rest, after);
                String contact = rung.contact() != null ? rung.contact() : Ladders.contact(who.isBlank() ? text : who);
                out.add(new Escalation(
                        level.group(1), null, List.of(new Escalation.Rung(rest, after, contact)), t.at(item.line())));
            } else {
                int[] range = kv == null ? null : Durations.range(kv.key());
                String text = whole(item);
                Integer own = range == null ? Durations.seconds(text) : Integer.valueOf(range[0]);
                Escalation.Rung rung = rung(text, own == null ? within : own);
                String named = kv != null && Durations.seconds(kv.key()) != null
                        ? Ladders.contact(Words.plain(kv.value()))
                        : null;
                String who = rung.contact() == null ? named : rung.contact();
                ladder.add(new Escalation.Rung(text, rung.afterSeconds(), who));
            }
        }
        if (!ladder.isEmpty()) {
            out.add(new Escalation(null, null, List.copyOf(ladder), t.at(l.line())));
        }
    }

    // "Call support if:" with the cases below it.
    private static String whole(Listing.Item item) {
        String text = item.plain();
        List<String> below = item.children().stream().map(Listing.Item::plain).toList();
        return text.endsWith(":") && !below.isEmpty() ? text + " " + String.join("; ", below) : text;
    }

    // "If it is not back within 15 minutes:" right above the list.
    private static @Nullable Integer timer(Topic t, Listing l) {
        List<Part> parts = t.section().parts();
        int at = parts.indexOf(l);
        return at > 0
                        && parts.get(at - 1) instanceof Paragraph p
                        && p.lines().getLast().text().strip().endsWith(":")
                ? Durations.seconds(Words.plain(p.lines().getLast().text()))
                : null;
    }

    private void level(Topic t, String label, String who) {
        List<Escalation.Rung> rungs = new ArrayList<>();
        String bare = Words.unqualified(who).replaceFirst("^\\(.*\\)$", "");
        String contact = bare.isBlank() ? null : bare;
        Integer due = Ladders.after(Words.qualifier(t.title()));
        for (Listing l : t.section().lists()) {
            for (Listing.Item item : l.items()) {
                KeyValue kv = item.keyValue();
                String text = item.plain();
                if (kv != null && isReach(Words.normal(kv.key()))) {
                    continue;
                }
                boolean timer = kv == null
                        || vocabulary.isColumn("escalationTime", Words.normal(kv.key()))
                        || vocabulary.exact(Words.normal(kv.key())) == Role.ESCALATION;
                Integer said = timer && kv != null ? Durations.seconds(kv.value()) : null;
                rungs.add(new Escalation.Rung(text, said == null ? due : said, contact));
            }
        }
        String value = Words.plain(t.section().value());
        if (!value.isBlank()) {
            Escalation.Rung rung = rung(value, due == null ? Durations.seconds(value) : due);
            String called =
                    contact != null ? contact : rung.contact() != null ? rung.contact() : Ladders.contact(value);
            rungs.add(new Escalation.Rung(value, rung.afterSeconds(), called));
        }
        if (rungs.isEmpty() && contact != null) {
            rungs.add(new Escalation.Rung(contact, due, contact));
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
            String text = item.plain();
            String folded = Words.folded(text);
            Integer seconds = Durations.seconds(text);
            boolean first = seconds != null && FIRST.in(folded);
            // "Try for the first 15 min. If it goes on, call the lead": the call is due when the trying ends.
            boolean unless = seconds == null
                    && (folded.matches("^(?:se nao|if not|if unresolved|otherwise|si no|senao|caso nao)\\b.*")
                            || folded.matches("^(?:se|if|si|caso|when|quando|cuando)\\b.*") && CALL.in(text));
            if (first) {
                within = seconds;
                rungs.add(rung(text, 0));
            } else {
                rungs.add(rung(text, unless ? within : seconds));
            }
        }
        return List.copyOf(rungs);
    }

    /// Whom to call in a playbook's own sentences: "if it is not back in 30 minutes, call the duty manager".
    static List<Escalation> told(Topic t) {
        List<Escalation> out = new ArrayList<>();
        for (Paragraph p : t.section().paragraphs()) {
            for (Line line : p.lines()) {
                for (Escalation.Rung rung : sentences(Words.plain(line.text()))) {
                    if (rung.afterSeconds() != null && rung.contact() != null) {
                        out.add(new Escalation(null, null, List.of(rung), t.at(line.number())));
                    }
                }
            }
        }
        return out;
    }

    private static Escalation.Rung rung(String text, @Nullable Integer after) {
        Matcher m = CALL.matcher(text);
        return new Escalation.Rung(text, after, m.find() ? m.group(1).strip() : null);
    }

    private static boolean isLadder(Table table, int column) {
        long levels = table.rows().stream()
                .filter(r -> Ladders.LEVEL
                        .matcher(Words.plain(r.cells().get(column)))
                        .matches())
                .count();
        return levels > 1 && levels * 2 > table.rows().size();
    }

    private void matrix(Topic t, Columns c) {
        Table table = c.table();
        int severity = c.of("severity");
        if (severity < 0) {
            return;
        }
        int first = c.of("responseTime", severity);
        int time = c.of("escalationTime", severity, first);
        if (time < 0 && first >= 0 && c.kinds().get(first).contains("escalationTime") && isLadder(table, severity)) {
            time = first; // "Level | … | Time": when the level is called, not how soon it answers.
        }
        int to = c.of("escalateTo", severity, first, time);
        to = to < 0 ? c.of("role", severity, first, time) : to;
        to = to < 0 ? c.of("personName", severity, first, time) : to;
        for (Table.Row row : table.rows()) {
            String name = Columns.text(row, severity);
            String who = Columns.text(row, to);
            String when = Columns.text(row, time);
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
    }
}
