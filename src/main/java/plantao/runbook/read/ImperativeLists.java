package plantao.runbook.read;

import java.util.List;
import plantao.runbook.command.FenceLanguage;
import plantao.runbook.text.Expression;
import plantao.runbook.text.Vocabulary;
import plantao.runbook.text.Words;
import plantao.runbook.tree.Listing;

/// Whether bullets tell what to do: nearly all of them begin with a verb.
final class ImperativeLists {
    private static final Expression REQUEST = Expression.of("(?:GET|POST|PUT|PATCH|DELETE)\\s+/");

    private ImperativeLists() {}

    /// At least two plain items, four of five with a verb first.
    static boolean are(List<Listing> lists, Vocabulary vocabulary) {
        int items = 0;
        int orders = 0;
        for (Listing l : lists) {
            for (Listing.Item i : l.ordered() ? List.<Listing.Item>of() : l.items()) {
                if (i.box() != null) {
                    return false;
                }
                items++;
                orders += isOrder(i, vocabulary) ? 1 : 0;
            }
        }
        return items > 1 && orders * 5 >= items * 4;
    }

    // A verb first, a condition with the verb behind it, or the command itself.
    private static boolean isOrder(Listing.Item item, Vocabulary vocabulary) {
        String folded = item.folded();
        return isOrder(folded, vocabulary)
                || vocabulary.terms("condition").begin(folded) && folded.indexOf(',') > 0
                || Words.code(item.text()).stream()
                        .anyMatch(c -> REQUEST.matcher(c).lookingAt()
                                || c.indexOf(' ') > 0 && FenceLanguage.isCommand(c, vocabulary.programs()));
    }

    // The infinitive of Portuguese and Spanish; English verbs look like nouns and are listed.
    static boolean isOrder(String folded, Vocabulary vocabulary) {
        int end = 0;
        while (end < folded.length() && Character.isLetter(folded.charAt(end))) {
            end++;
        }
        end = end == folded.length() ? -1 : end;
        String first = end < 0 ? "" : folded.substring(0, end);
        boolean infinitive = first.length() > 4
                && (first.endsWith("ar") || first.endsWith("er") || first.endsWith("ir"))
                && !vocabulary.list("noVerbs").contains(first);
        return infinitive || vocabulary.list("orders").contains(first);
    }
}
