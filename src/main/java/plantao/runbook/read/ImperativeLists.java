package plantao.runbook.read;

import java.util.List;
import plantao.runbook.command.FenceLanguage;
import plantao.runbook.text.Expression;
import plantao.runbook.text.Phrases;
import plantao.runbook.text.Vocabulary;
import plantao.runbook.text.Words;
import plantao.runbook.tree.Listing;

/// Whether bullets tell what to do: nearly all of them begin with a verb.
final class ImperativeLists {
    private static final Expression REQUEST = Expression.of("(?:GET|POST|PUT|PATCH|DELETE)\\s+/");

    // "Step 2: merge the branch"
    private static final Expression STAGE = Expression.of("(?:step|passo|paso|etapa|fase|phase)\\s+\\d{1,2}\\b\\W");

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
        return Phrases.isOrder(folded, vocabulary)
                || STAGE.matcher(folded).lookingAt()
                || vocabulary.terms("condition").begin(folded) && folded.indexOf(',') > 0
                || Words.code(item.text()).stream()
                        .anyMatch(c -> REQUEST.matcher(c).lookingAt()
                                || c.indexOf(' ') > 0 && FenceLanguage.isCommand(c, vocabulary.programs()));
    }
}
