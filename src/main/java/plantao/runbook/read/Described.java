package plantao.runbook.read;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import plantao.runbook.text.Expression;
import plantao.runbook.text.Role;
import plantao.runbook.text.Vocabulary;
import plantao.runbook.text.Words;
import plantao.runbook.tree.Fence;
import plantao.runbook.tree.Listing;
import plantao.runbook.tree.Paragraph;
import plantao.runbook.tree.Part;

/// What looks like steps and is nothing to do: lists that describe a form ("each runbook has: 1. Symptom …") and
/// what must not be done ("wrong order").
final class Described {
    private static final Expression KEY_END = Expression.of("\\s*[:(,;]|\\s[-–—]\\s");

    private Described() {}

    /// Whether the section tells what not to do.
    static boolean isForbidden(Topic t, Vocabulary vocabulary) {
        return isForbidden(t.title(), vocabulary);
    }

    private static boolean isForbidden(String title, Vocabulary vocabulary) {
        String normal = Words.normal(title);
        return vocabulary.list("forbidden").contains(normal)
                || vocabulary.terms("forbiddenToBegin").begin(normal);
    }

    /// Whether the items are the fields of a form: most are called what the sections of playbooks are called, and
    /// one
    /// is none that a response goes through ("triage, mitigation, review" is a way to work).
    static boolean isForm(Listing l, Vocabulary vocabulary) {
        if (l.items().size() < 2) {
            return false;
        }
        List<Role> fields = l.items().stream()
                .map(i -> field(i, vocabulary))
                .filter(Objects::nonNull)
                .toList();
        return fields.size() > 1
                && fields.size() * 2 > l.items().size()
                && fields.stream()
                        .anyMatch(r -> r == Role.SYMPTOMS || r == Role.CAUSES || r == Role.MEANING || r == Role.IMPACT);
    }

    private static @Nullable Role field(Listing.Item item, Vocabulary vocabulary) {
        if (item.box() != null || item.parts().stream().anyMatch(Fence.class::isInstance)) {
            return null;
        }
        String key = KEY_END.split(Words.normal(item.plain()), 2)[0];
        Role role = key.length() > 40 ? null : vocabulary.exact(key);
        return role == Role.COMMANDS || role == Role.SERVICES ? null : role;
    }

    /// The parts that may hold steps.
    static List<Part> acting(List<Part> parts, Vocabulary vocabulary) {
        boolean lists = parts.stream().anyMatch(Listing.class::isInstance);
        if (!lists) {
            return parts;
        }
        List<Part> out = parts;
        for (int i = 0; i < parts.size(); i++) {
            boolean none = parts.get(i) instanceof Listing l
                    && (isForm(l, vocabulary) || i > 0 && announces(parts.get(i - 1), vocabulary));
            if (none) {
                Part left = parts.get(i);
                out = out.stream().filter(p -> p != left).toList();
            }
        }
        return out;
    }

    // "Wrong order:" or "Each runbook has:" right above the list.
    private static boolean announces(Part above, Vocabulary vocabulary) {
        if (!(above instanceof Paragraph p)
                || !p.lines().getLast().text().strip().endsWith(":")) {
            return false;
        }
        String line = Words.plain(p.lines().getLast().text());
        return isForbidden(line, vocabulary) || vocabulary.terms("formHas").begin(Words.folded(line));
    }
}
