package plantao.runbook.read;

import org.jspecify.annotations.Nullable;
import plantao.runbook.text.Durations;
import plantao.runbook.text.KeyValue;
import plantao.runbook.text.Phrases;
import plantao.runbook.text.Role;
import plantao.runbook.text.Severity;
import plantao.runbook.text.Vocabulary;
import plantao.runbook.text.Words;
import plantao.runbook.tree.Line;
import plantao.runbook.tree.Paragraph;

/// How soon somebody must answer, and how severe it is, where a sentence says so: "SEV1, respond within 15
/// minutes".
///
/// @param rest the text without them, where they stood in its trailing parenthesis; else the whole text
/// @param respond seconds
record ResponseTimes(
        String rest, @Nullable Severity severity, @Nullable Integer respond) {

    /// What the trailing parenthesis of a title or item says, or null when it says neither.
    static @Nullable ResponseTimes trailing(String text, Vocabulary vocabulary) {
        String qualifier = Words.qualifier(text);
        if (qualifier.isEmpty()) {
            return null;
        }
        Severity named = Severity.among(qualifier);
        boolean timed = isTimer(qualifier, vocabulary)
                || named != null && vocabulary.terms("respond").in(Words.folded(qualifier));
        Integer respond = timed ? Durations.seconds(qualifier) : null;
        return named == null && respond == null ? null : new ResponseTimes(Words.unqualified(text), named, respond);
    }

    /// What the first lines below a heading say, or null. A severity in a sentence counts only beside its timer, or
    /// where the sentence begins with it: others speak of other incidents.
    static @Nullable ResponseTimes below(Topic t, Vocabulary vocabulary) {
        if (t.section().paragraphs().isEmpty()
                || t.section().parts().getFirst() != t.section().paragraphs().getFirst()) {
            return null;
        }
        Paragraph first = t.section().paragraphs().getFirst();
        for (Line line : first.lines()) {
            String text = line.plain();
            boolean timed = text.length() < 200 && isTimer(text, vocabulary);
            Severity keyed = keyed(line.text(), vocabulary);
            Severity leading = keyed == null ? Severity.of(text) : keyed;
            Severity named = leading != null ? leading : timed ? Severity.within(text) : null;
            if (timed || leading != null && leading.rest().length() < 60) {
                return new ResponseTimes(text, named, timed ? Durations.seconds(text) : null);
            }
        }
        return null;
    }

    // "Severity: high. Answer within 5 minutes."
    private static @Nullable Severity keyed(String markdown, Vocabulary vocabulary) {
        KeyValue kv = markdown.length() > 200 ? null : KeyValue.of(markdown);
        if (kv == null || vocabulary.exact(Words.normal(kv.key())) != Role.SEVERITY) {
            return null;
        }
        String said = Words.plain(kv.value()).split("[.;,(|·]", 2)[0].strip();
        Integer level = said.length() > 20 ? null : Phrases.level(said, vocabulary);
        return level == null ? null : new Severity(said, level, "");
    }

    private static boolean isTimer(String text, Vocabulary vocabulary) {
        return vocabulary.terms("respondWithin").in(Words.folded(text)) && Durations.seconds(text) != null;
    }
}
