package plantao.runbook.read;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
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
import plantao.runbook.tree.Branches;
import plantao.runbook.tree.Fence;
import plantao.runbook.tree.Line;
import plantao.runbook.tree.Listing;
import plantao.runbook.tree.Paragraph;
import plantao.runbook.tree.Part;

/// Whom to call when: matrices, lists under a severity, levels.
final class Escalations {
    private static final Expression FURTHER = Expression.of("^\\s+(?:→|->|=>|[-*•])\\s+(.+)$");

    private static final Expression BARE = Expression.of("\\d+(?:[.,]\\d+)?\\s*\\p{L}+\\.?");

    private final Vocabulary vocabulary;
    private final List<Escalation> out = new ArrayList<>();

    private Escalations(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    static List<Escalation> in(Topic root, Vocabulary vocabulary) {
        Escalations e = new Escalations(vocabulary);
        // What a case says of itself ("**Escalate after:** 20 min") is no ladder for the others.
        boolean whole = root.section().level() == 0;
        root.all()
                .filter(t -> !(whole && t.section().isLead() && t.is(Role.ESCALATION) && t.within(Role.PLAYBOOK_GROUP)))
                .filter(t -> (t.within(Role.ESCALATION)
                                || isLevelled(t)
                                || (t.within(Role.CONTACTS, Role.ON_CALL_SHIFT) || t.nearest() == null)
                                        && t.tables().stream().anyMatch(CallTimes::areIn))
                        && !t.within(
                                Role.TEMPLATE,
                                Role.POSTMORTEM,
                                Role.VENDORS,
                                Role.DEPENDENCIES,
                                Role.RECOVERY_OBJECTIVES))
                .forEach(e::topic);
        if (e.out.isEmpty() && whole) {
            root.all()
                    .filter(t -> t.nearest() == null || t.nearest() == Role.CONTACTS)
                    .forEach(t -> e.out.addAll(Ladders.arrowed(t)));
        }
        if (e.out.isEmpty()) {
            root.all().filter(t -> t.nearest() == Role.CONTACTS).forEach(t -> e.out.addAll(Ladders.drawn(t)));
        }
        if (e.out.isEmpty()) {
            root.all()
                    .filter(t -> t.nearest() == Role.CONTACTS)
                    .forEach(t -> e.out.addAll(ProseEscalations.besidePeople(t)));
        }
        return List.copyOf(e.out);
    }

    // Two lines such as "Level 2 (after 15 minutes): Ana" are a ladder under any heading.
    private static boolean isLevelled(Topic t) {
        return !t.within(Role.PLAYBOOK_GROUP) && Ladders.timed(t) > 1;
    }

    private void topic(Topic t) {
        for (ColumnKinds table : t.tables()) {
            if (!t.within(Role.ESCALATION) && !CallTimes.areIn(table)) {
                continue;
            }
            List<Escalation> transposed = Ladders.transposed(t, table.table(), vocabulary);
            out.addAll(transposed);
            if (transposed.isEmpty() && table.of("severity") < 0) {
                List<Escalation> timed = Ladders.timed(t, table, vocabulary);
                out.addAll(timed.isEmpty() ? Ladders.situations(t, table) : timed);
            } else if (transposed.isEmpty()) {
                out.addAll(EscalationMatrix.in(t, table, vocabulary));
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
            t.section().paragraphs().forEach(p -> p.lines().forEach(l -> levelled(t, l.plain(), l.number())));
            lists.forEach(l -> l.items().forEach(i -> levelled(t, i.plain(), i.line())));
        } else if (severe) {
            t.section().fences().forEach(f -> clocked(t, f));
            lists.forEach(l -> out.add(new Escalation(null, t.title(), rungs(l), t.origin())));
        } else if (t.is(Role.ESCALATION)) {
            (ContactLines.isBoth(t) ? List.<Listing>of() : lists).forEach(l -> loose(t, l));
            inline(t);
        } else if (vocabulary.terms("condition").begin(t.folded())) {
            lists.forEach(l -> conditional(t, l));
        } else if (ProseEscalations.isDue(t.title())) {
            lists.forEach(l -> due(t, l));
        }
    }

    // "SEV-1" over "15 minutes: call the second".
    private void clocked(Topic t, Fence f) {
        List<Escalation.Rung> clock = ClockLadders.in(f);
        if (!clock.isEmpty()) {
            Severity named = Severity.of(t.section().heading());
            boolean path = named != null && vocabulary.loose(Words.normal(named.rest())) == Role.ESCALATION;
            String severity = named != null && path ? named.label() : t.title();
            out.add(new Escalation(null, severity, clock, t.at(f.first())));
        }
    }

    private void levelled(Topic t, String plain, int line) {
        Escalation one = Ladders.line(plain, t, line);
        if (one != null) {
            out.add(one);
        }
    }

    // "Escalate in 2 h if:" above the cases.
    private void due(Topic t, Listing l) {
        boolean now = vocabulary.terms("immediate").in(t.folded());
        Integer after = now ? Integer.valueOf(0) : Durations.seconds(t.title());
        out.add(new Escalation(
                null,
                null,
                l.items().stream()
                        .map(i -> new Escalation.Rung(i.plain(), after, null))
                        .toList(),
                t.origin()));
    }

    // "If it lasts more than 15 minutes:" above whom to call.
    private void conditional(Topic t, Listing l) {
        String when = t.title().replaceFirst("\\s*:$", "");
        Integer after = Durations.seconds(when);
        List<Escalation.Rung> rungs = new ArrayList<>();
        for (Listing.Item item : l.items()) {
            Escalation.Rung rung = ProseEscalations.rung(item.plain(), after);
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
            String told = Words.plain(value);
            // "Escalate after: 20 min"
            boolean above = Durations.seconds(told) == null && Durations.seconds(t.title()) != null;
            String text = above || BARE.matcher(Words.folded(told)).matches() ? t.title() + ": " + told : told;
            List<Escalation.Rung> arrows = Ladders.arrows(text);
            out.add(new Escalation(
                    null, null, arrows.isEmpty() ? ProseEscalations.sentences(text) : List.copyOf(arrows), t.origin()));
        }
        for (Paragraph p :
                t.section().isLead() ? List.<Paragraph>of() : t.section().paragraphs()) {
            for (Line line : p.lines()) {
                line(line.plain(), t, line.number());
            }
        }
        for (Fence f : t.section().fences()) {
            fence(f, t);
        }
        if (t.section().isLead()) {
            for (Paragraph p : t.section().paragraphs()) {
                String text = Words.plain(
                        String.join(" ", p.lines().stream().map(Line::text).toList()));
                out.add(new Escalation(
                        null, null, List.of(ProseEscalations.rung(text, Durations.seconds(text))), t.at(p.line())));
            }
        }
    }

    // "Level 2: total outage" with "→ the lead" and "→ time limit: 5 minutes" on the lines below it.
    private void fence(Fence f, Topic t) {
        List<Escalation> drawn = DrawnLadders.in(f, t, vocabulary);
        if (!drawn.isEmpty()) {
            out.addAll(drawn);
            return;
        }
        List<Line> branches = Branches.of(f);
        if (!branches.isEmpty()) {
            out.addAll(Ladders.branches(branches, t));
            return;
        }
        List<Escalation.Rung> clock = ClockLadders.in(f);
        if (!clock.isEmpty()) {
            out.add(new Escalation(null, null, clock, t.at(f.first())));
            return;
        }
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
        List<Escalation.Rung> told = ProseEscalations.sentences(plain);
        boolean called = told.stream().anyMatch(r -> r.afterSeconds() != null && r.contact() != null);
        if (called || told.stream().filter(r -> r.afterSeconds() != null).count() > 1) {
            out.add(new Escalation(null, null, told, t.at(number)));
        }
    }

    // "1. **Nível 1** - …" is one rung per item; other lists are the rungs of one ladder.
    private void loose(Topic t, Listing l) {
        List<Escalation.Rung> ladder = new ArrayList<>();
        // "If it is not back within 15 minutes:" and "Call the data team when:" right above the list
        Paragraph above = above(t, l);
        String lead = above == null ? "" : above.lines().getLast().plain().strip();
        Integer within = lead.endsWith(":") ? Durations.seconds(lead) : null;
        String called = ProseEscalations.called(lead);
        for (Listing.Item item : l.items()) {
            KeyValue kv = item.keyValue();
            Matcher level = Ladders.LEVEL.matcher(kv == null ? "" : kv.key());
            if (kv != null && level.matches()) {
                String text = Words.plain(kv.value());
                boolean timed = Ladders.after(level.group(3)) != null;
                String who = timed ? Words.unqualified(level.group(3)).replaceFirst("^\\(.*\\)$", "") : level.group(3);
                String rest = who.isBlank() ? text : who + (text.isBlank() ? "" : ": " + text);
                Integer after = Ladders.after(timed ? level.group(3) : item.plain());
                Escalation.Rung rung = ProseEscalations.rung(rest, after);
                String contact = rung.contact() != null ? rung.contact() : Ladders.contact(who.isBlank() ? text : who);
                out.add(new Escalation(
                        level.group(1), null, List.of(new Escalation.Rung(rest, after, contact)), t.at(item.line())));
            } else {
                int[] range = kv == null ? null : Durations.range(kv.key());
                String text = whole(item);
                Integer own = range == null ? Durations.seconds(text) : Integer.valueOf(range[0]);
                // "DBA: after 5 minutes"
                boolean due = kv != null
                        && kv.key().length() < 50
                        && Durations.seconds(kv.key()) == null
                        && (own != null || vocabulary.terms("immediate").begin(Words.folded(Words.plain(kv.value()))));
                own = due && own == null ? Integer.valueOf(0) : own;
                Escalation.Rung rung = ProseEscalations.rung(text, own == null ? within : own);
                String named = kv != null && Durations.seconds(kv.key()) != null
                        ? Ladders.contact(Words.plain(kv.value()))
                        : null;
                String who = rung.contact() == null ? named : rung.contact();
                who = who == null && due && kv != null ? Ladders.contact(kv.key()) : who;
                who = who == null ? called : who;
                who = who == null && kv != null && Contacts.phone(Words.plain(kv.value())) != null
                        ? Ladders.contact(kv.key())
                        : who;
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

    private static @Nullable Paragraph above(Topic t, Listing l) {
        List<Part> parts = t.section().parts();
        int at = parts.indexOf(l);
        return at > 0 && parts.get(at - 1) instanceof Paragraph p ? p : null;
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
            Escalation.Rung rung = ProseEscalations.rung(value, due == null ? Durations.seconds(value) : due);
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
            boolean first = seconds != null && ProseEscalations.isFirst(folded);
            // "Try for the first 15 min. If it goes on, call the lead": the call is due when the trying ends.
            boolean unless = seconds == null
                    && (folded.matches("^(?:se nao|if not|if unresolved|otherwise|si no|senao|caso nao)\\b.*")
                            || folded.matches("^(?:se|if|si|caso|when|quando|cuando)\\b.*")
                                    && ProseEscalations.calls(text));
            if (first) {
                within = seconds;
                rungs.add(ProseEscalations.rung(text, 0));
            } else {
                rungs.add(ProseEscalations.rung(text, unless ? within : seconds));
            }
        }
        return List.copyOf(rungs);
    }
}
