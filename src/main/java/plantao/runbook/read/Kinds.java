package plantao.runbook.read;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import plantao.runbook.text.Concepts;
import plantao.runbook.text.Phrases;
import plantao.runbook.text.Vocabulary;
import plantao.runbook.text.Words;

/// What kinds of component a text names: a database, a cache, a queue, …, by their words and by well-known
/// products.
record Kinds(Map<String, List<String>> words) {
    static Kinds of(Vocabulary vocabulary) {
        return new Kinds(vocabulary.lists("componentKinds"));
    }

    Set<String> in(@Nullable String text) {
        Set<String> out = new HashSet<>();
        if (text != null) {
            String folded = folded(text);
            words.forEach((kind, names) -> {
                if (Phrases.anyIn(folded, names)) {
                    out.add(kind);
                }
            });
        }
        return out;
    }

    /// The text as [Phrases] compares it, as written and with joined names taken apart: "LedgerDown" is about
    /// "ledger", and "PostgreSQL" stays a word.
    static String folded(String text) {
        String plain = Words.plain(text);
        String apart = Concepts.apart(plain);
        return Words.folded(apart.equals(plain) ? plain : plain + " | " + apart);
    }
}
