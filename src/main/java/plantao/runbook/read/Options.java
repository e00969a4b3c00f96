package plantao.runbook.read;

import java.util.List;
import org.jspecify.annotations.Nullable;
import plantao.runbook.text.Expression;
import plantao.runbook.text.Vocabulary;

/// Whether a section is one way among several of doing the same ("Via Dashboard", "Option B", "Frontend").
final class Options {
    private static final Expression WAY = Expression.of(
            "(?:via|option|opcao|opcion|alternativa|alternative|metodo|method|using|usando|com|with|pelo|pela|por)\\b");

    private Options() {}

    /// The way's name, or null: numbered sections are steps that follow each other.
    static @Nullable String of(Topic t, Vocabulary vocabulary) {
        if (t.role() != null && t.section().level() != plantao.runbook.tree.Section.LEAD || t.numbered()) {
            return null;
        }
        String folded = t.folded();
        if (vocabulary.terms("callout").begin(folded)) {
            return null;
        }
        return isNamed(t)
                        || t.section().isLead()
                                && t.role() == null
                                && !List.of("nota", "note", "obs", "importante", "exemplo", "example")
                                        .contains(folded)
                ? t.title()
                : null;
    }

    /// Whether the title says that it is one of several ways ("Option A: …", "Via CLI").
    static boolean isNamed(Topic t) {
        return WAY.matcher(t.folded()).lookingAt();
    }
}
