package plantao.runbook.command;

import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;
import plantao.runbook.text.Expression;
import plantao.runbook.text.Vocabulary;
import plantao.runbook.text.Words;

/// When a step applies: "Se OOM, aumentar memória", "Restart (if it persists)", "Limpar cache se necessário".
public final class Conditions {
    private static final Expression LEADING =
            Expression.of("^(.{3,90}?)\\s*(?:[,:]\\s|→|=>|\\bthen\\b|\\bentão\\b|\\bentonces\\b)");
    private static final Expression BRACKETED =
            Expression.of("(?i)\\(((?:se|if|si|caso|when|quando|cuando|only if|somente se|solo si)\\s[^()]{2,90})\\)");
    private static final Expression TRAILING =
            Expression.of("(?i)\\s((?:se|if|si|caso|unless|a menos que)\\s[^,.;:()]{3,80})(?:[.;:,(].*)?$");

    private static final Expression ASKS = Expression.of(
            "\\b(?:ver|veja|verificar|verifique|verifica|checar|conferir|confirmar|confirme|garantir|saber|testar|avaliar|revisar|comprobar|identificar|determinar|perguntar|check|see|verify|determine|confirm|ask|test|know|decide|validar|validate|identify)$");

    // "o que se perdeu", "lo que se pierde", "não se conecta": the word belongs to the verb.
    private static final Expression PRONOUN = Expression.of("(?iu)\\b(?:que|não|nao|no|já|ya|como|onde|donde|nunca)$");

    // In Spanish "se" makes a verb reflexive: "los certificados se renuevan".
    private static final Expression SPANISH = Expression.of("\\b(?:los|las|el|del|una|y|al)\\b");

    private static final Expression SI_OR_IF = Expression.of("(?i)\\s(?:si|if)\\s");

    private Conditions() {}

    /// Whether the text begins as a condition does ("If …", "Caso …").
    public static boolean begins(String text, Vocabulary vocabulary) {
        return vocabulary.terms("condition").begin(Words.folded(text));
    }

    /// The condition in a step's title, as written, or null.
    public static @Nullable String in(String title, Vocabulary vocabulary) {
        if (begins(title, vocabulary)) {
            Matcher m = LEADING.matcher(title);
            return m.find() ? m.group(1).strip() : title.length() <= 90 ? title : null;
        }
        Matcher m = title.indexOf('(') < 0 ? null : BRACKETED.matcher(title);
        if (m != null && m.find()) {
            return m.group(1).strip();
        }
        m = title.indexOf(' ') < 0 ? null : TRAILING.matcher(title);
        if (m == null || !m.find()) {
            return null;
        }
        boolean reflexive = SPANISH.in(Words.folded(title)) && !SI_OR_IF.in(title);
        // "Verificar se há …", "check if …" asks; it sets no condition.
        boolean asks = ASKS.in(Words.folded(title.substring(0, m.start())));
        return reflexive || asks || PRONOUN.in(title.substring(0, m.start()))
                ? null
                : m.group(1).strip();
    }
}
