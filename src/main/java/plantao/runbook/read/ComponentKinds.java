package plantao.runbook.read;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import plantao.runbook.text.Concepts;
import plantao.runbook.text.Expression;
import plantao.runbook.text.Terms;
import plantao.runbook.text.Vocabulary;
import plantao.runbook.text.Words;

/// What kinds of component a text names: a database, a cache, a queue, …, by their words and by well-known
/// products.
record ComponentKinds(Map<String, Terms> words) {
    private static final Expression JOINED = Expression.of("(?<=[\\p{L}\\p{N}])[-_.](?=[\\p{L}\\p{N}])");

    static ComponentKinds of(Vocabulary vocabulary) {
        Map<String, Terms> words = new HashMap<>();
        vocabulary
                .lists("componentKinds")
                .keySet()
                .forEach(kind -> words.put(kind, vocabulary.terms("componentKinds." + kind)));
        return new ComponentKinds(Map.copyOf(words));
    }

    /// The text with joined names taken apart: "ledger-db" and "ledger_db" are two words.
    static String spaced(String text) {
        boolean joined = text.indexOf('-') >= 0 || text.indexOf('_') >= 0 || text.indexOf('.') >= 0;
        return joined ? JOINED.matcher(text).replaceAll(" ") : text;
    }

    Set<String> in(@Nullable String text) {
        Set<String> out = new HashSet<>();
        if (text != null) {
            String folded = folded(text);
            words.forEach((kind, names) -> {
                if (names.in(folded)) {
                    out.add(kind);
                }
            });
        }
        return out;
    }

    /// The text as [Terms] compares it, as written and with joined names taken apart: "LedgerDown" is about
    /// "ledger", and "PostgreSQL" stays a word.
    static String folded(String text) {
        String plain = Words.plain(text);
        String apart = Concepts.apart(spaced(plain));
        return Words.folded(apart.equals(plain) ? plain : plain + " | " + apart);
    }
}
