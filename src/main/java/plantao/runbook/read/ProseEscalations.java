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
import plantao.runbook.text.Vocabulary;
import plantao.runbook.text.Words;
import plantao.runbook.tree.Line;
import plantao.runbook.tree.Listing;
import plantao.runbook.tree.Paragraph;
import plantao.runbook.tree.Table;

/// Whom to call when, told in sentences ("if it is not back in 30 minutes, call the duty manager") and beside the
/// people to call ("Ana (after 20 min)").
final class ProseEscalations {
    private static final Expression BEFORE =
            Expression.of("(?iu)\\d\\s*\\p{L}+\\s+(?:before|prior to|ahead of|antes d)");
    private static final Expression CALL = Expression.of(
            "(?iu)(?:^|[,;:>?]\\s*|\\bthen\\s+|\\d+\\s*(?:min\\w*|h|hours?|horas?|m),?\\s+|\\b(?:after|ap[oó]s|despu[eé]s de)\\s+\\d+\\s*\\p{L}+,?\\s+|\\bent[aã]o\\s+)"
                    + "(?:chamar|chame|acionar|acione|ligar para|ligue para|ligue ao?|contatar|contate|avisar|avise|comunicar|comunique|notificar|notifique|informar|informe|call|page|ring|phone|tell|notify|inform|alert|wake|contact|escalate to|escalar para|escale para|escalar a|escale a|llamar a|llame a|llama a|avisar a|avise a|escala[cç][aã]o para|escalación a|escalaci[oó]n para)\\s+(?:o |a |os |as |the |al |la |el |los |las )?(.+?)\\s*(?:[.,;:(].*|\\s(?:if|when|and|e|y|se|si|quando|cuando)\\b.*|\\s(?:after|ap[oó]s|depois de|despu[eé]s de|tras|within|em|en|in)\\s+\\d.*)?$");
    // "Escalate:" before "to the lead after 20 min"
    private static final Expression TO = Expression.of(
            "(?iu)^(?:(?:after|ap[oó]s|depois de|despu[eé]s de|tras)\\s+\\d+\\s*\\p{L}+,?\\s+)?(?:to|para|ao?|al?|à)\\s+(?:the |o |a |os |as |el |la )?(\\p{L}[^.,;:()]{1,60}?)(?:\\s+(?:after|if|ap[oó]s|depois de|despu[eé]s de|tras|se|si)\\b.*)?\\.?$");
    private static final Expression FIRST =
            Expression.of("\\b(?:primeiros|primeiras?|primeras?|primeros|first|within|em ate|dentro de)\\b");
    private static final Expression AFTER = Expression.of(
            "(?iu)\\b(?:after|ap[oó]s|depois de|despu[eé]s de|tras|a partir de|passad[oa]s|pasad[oa]s|a los|a las|aos)\\s+(\\d+\\s*(?:min\\w*|h|hours?|horas?|m))\\b");

    private static final Expression CALLED = Expression.of(
            "(?iu)^(?:escalate|escale|escalar|escala|call|page|notify|acione|acionar|chame|chamar|avise|avisar|llame|llamar|notifique|notificar)\\s+(?:to |para |a |al |ao |o |the |el |la )?(.{2,60}?)\\s+(?:if|when|se|quando|si|cuando|caso)\\s*:?$");

    private static final Expression DUE = Expression.of(
            "(?iu)^(?:escalate|escale|escalar|escala|call for help|pedir ajuda|pedir ayuda)\\b.*\\b(?:if|when|se|quando|si|cuando|caso)\\s*:?$");

    private ProseEscalations() {}

    /// A rung with whom its text says to call.
    static Escalation.Rung rung(String text, @Nullable Integer after) {
        Matcher m = CALL.matcher(text);
        // "14 days before expiry" counts backwards from something else.
        Integer timer = BEFORE.in(text) ? null : after;
        Matcher to = TO.matcher(text);
        return new Escalation.Rung(
                text,
                timer,
                m.find() ? m.group(1).strip() : to.matches() ? to.group(1).strip() : null);
    }

    /// Whom a line says to call in the cases below it ("Call the data team when:"), or null.
    static @Nullable String called(String plain) {
        Matcher m = CALLED.matcher(plain);
        return m.matches() ? m.group(1) : null;
    }

    /// Whether a line heads the cases in which to go a level up ("Escalate in 2 h if:").
    static boolean isDue(String plain) {
        return DUE.in(plain);
    }

    /// Whether the text says to call somebody.
    static boolean calls(String text) {
        return CALL.in(text);
    }

    /// Whether the folded text speaks of a first stretch of time, in which nobody else is called.
    static boolean isFirst(String folded) {
        return FIRST.in(folded);
    }

    /// "In the first 10 minutes try alone. After 10 minutes call the lead. After one hour tell the operator."
    static List<Escalation.Rung> sentences(String text) {
        List<Escalation.Rung> out = new ArrayList<>();
        String[] parts = text.split("(?<=[.;])\\s+(?=\\p{L})");
        long timed = Stream.of(parts).filter(p -> Durations.seconds(p) != null).count();
        for (String part : timed > 1 ? parts : new String[] {text}) {
            Integer after = Durations.seconds(part);
            boolean first = after != null && timed > 1 && isFirst(Words.folded(part));
            out.add(rung(part.strip(), first ? Integer.valueOf(0) : after));
        }
        return List.copyOf(out);
    }

    /// Whom to call in a playbook's own sentences and steps.
    static List<Escalation> in(Topic t, Vocabulary vocabulary) {
        List<Escalation> out = new ArrayList<>();
        if (t.section().isLead() && !t.section().value().isBlank()) {
            called(
                    t.title() + ": " + Words.plain(t.section().value()),
                    t,
                    t.section().line(),
                    out);
        }
        for (Paragraph p : t.section().paragraphs()) {
            p.lines().forEach(l -> called(l.plain(), t, l.number(), out));
        }
        for (Listing l : t.section().lists()) {
            for (Listing.Item item : l.items()) {
                String text = item.plain();
                boolean unless = vocabulary.terms("condition").begin(item.folded()) || AFTER.in(text);
                if (item.box() == null && unless) {
                    called(text, t, item.line(), out);
                }
            }
        }
        return out;
    }

    private static void called(String text, Topic t, int line, List<Escalation> out) {
        for (Escalation.Rung rung : text.length() > 600 ? List.<Escalation.Rung>of() : sentences(text)) {
            if (rung.afterSeconds() != null && rung.contact() != null) {
                out.add(new Escalation(null, null, List.of(rung), t.at(line)));
            }
        }
    }

    /// The timers that stand beside the people to call: in sentences, bullets, lines and cells.
    static List<Escalation> besidePeople(Topic t) {
        List<Escalation.Rung> rungs = new ArrayList<>();
        int line = 0;
        for (Paragraph p : t.section().paragraphs()) {
            for (Line l : p.lines()) {
                line = beside(l.text(), l.number(), rungs, line);
            }
        }
        for (Listing l : t.section().lists()) {
            for (Listing.Item i : l.items()) {
                line = i.box() == null ? beside(i.text(), i.line(), rungs, line) : line;
            }
        }
        for (ColumnKinds c : t.tables()) {
            for (Table.Row row : c.table().rows()) {
                String who = ColumnKinds.text(row, 0);
                for (int i = 1; who != null && i < row.cells().size(); i++) {
                    String cell = ColumnKinds.text(row, i);
                    Matcher m = AFTER.matcher(cell == null ? "" : cell);
                    if (cell != null && m.lookingAt()) {
                        rungs.add(new Escalation.Rung(who + ": " + cell, Durations.seconds(m.group(1)), who));
                        line = line == 0 ? row.line() : line;
                        break;
                    }
                }
            }
        }
        return rungs.isEmpty() ? List.of() : List.of(new Escalation(null, null, List.copyOf(rungs), t.at(line)));
    }

    private static int beside(String markdown, int number, List<Escalation.Rung> out, int line) {
        String plain = Words.plain(markdown);
        if (plain.length() > 400 || plain.chars().noneMatch(Character::isDigit)) {
            return line;
        }
        int before = out.size();
        sentences(plain).stream()
                .filter(r -> r.afterSeconds() != null && r.contact() != null)
                .forEach(out::add);
        Matcher m = AFTER.matcher(plain);
        KeyValue kv = out.size() > before ? null : KeyValue.of(markdown);
        if (kv != null && kv.key().length() < 60 && !kv.value().isBlank() && m.find()) {
            out.add(new Escalation.Rung(plain, Durations.seconds(m.group(1)), Words.unqualified(kv.key())));
        }
        return line == 0 && out.size() > before ? number : line;
    }
}
