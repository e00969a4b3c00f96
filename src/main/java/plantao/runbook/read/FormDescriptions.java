package plantao.runbook.read;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import plantao.runbook.text.Bounds;
import plantao.runbook.text.Durations;
import plantao.runbook.text.KeyValue;
import plantao.runbook.text.Phrases;
import plantao.runbook.text.Role;
import plantao.runbook.text.Vocabulary;
import plantao.runbook.text.Words;
import plantao.runbook.tree.Fence;
import plantao.runbook.tree.Line;
import plantao.runbook.tree.Listing;
import plantao.runbook.tree.Paragraph;
import plantao.runbook.tree.Part;

/// What looks like steps and is nothing to do: lists that describe a form ("each runbook has: 1. Symptom …") and
/// what must not be done ("wrong order").
final class FormDescriptions {
    private static final int LONGEST_TIME = 40;

    private FormDescriptions() {}

    /// Whether the section tells what not to do.
    static boolean isForbidden(Topic t, Vocabulary vocabulary) {
        return isForbidden(t.normal(), vocabulary);
    }

    private static boolean isForbidden(String normal, Vocabulary vocabulary) {
        return vocabulary.list("forbidden").contains(normal)
                || vocabulary.terms("forbiddenToBegin").begin(normal);
    }

    /// Whether the items are the fields of a form: most are called what the sections of playbooks are called, and
    /// one is none that a response goes through ("triage, mitigation, review" is a way to work).
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
        String text = Words.normal(item.plain());
        int end = keyEnd(text);
        Role role = end > 40 ? null : vocabulary.exact(text.substring(0, end));
        return role == Role.COMMANDS || role == Role.SERVICES ? null : role;
    }

    // At a mark that ends a clause, or at a dash on its own.
    private static int keyEnd(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean dash = (c == '-' || c == '–' || c == '—') && i > 0 && text.charAt(i - 1) == ' ';
            if (":(,;".indexOf(c) >= 0 || dash && text.startsWith(" ", i + 1)) {
                return i > 0 && text.charAt(i - 1) == ' ' ? i - 1 : i;
            }
        }
        return text.length();
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
        return out.stream()
                .map(p -> p instanceof Listing l ? unfactual(l, vocabulary) : p)
                .toList();
    }

    // "Threshold: < 100 lux", "Severity: critical" beside "Action: light the spare lamp": only the last is to be
    // done.
    private static Listing unfactual(Listing l, Vocabulary vocabulary) {
        boolean keyed = !l.ordered()
                && l.items().stream().allMatch(i -> i.box() == null && i.keyValue() != null)
                && l.items().stream().anyMatch(i -> isFact(i, vocabulary));
        return keyed
                ? new Listing(
                        false,
                        l.start(),
                        l.items().stream().filter(i -> !isFact(i, vocabulary)).toList(),
                        l.line())
                : l;
    }

    private static boolean isFact(Listing.Item item, Vocabulary vocabulary) {
        KeyValue kv = item.keyValue();
        return kv != null && isFact(Words.key(kv.key()), Words.plain(kv.value()), vocabulary);
    }

    /// Whether a key and its value tell how severe something is, how soon it is answered or when it fires.
    static boolean isFact(String key, String value, Vocabulary vocabulary) {
        return vocabulary.isColumn("severity", key) && Phrases.level(value, vocabulary) != null
                || vocabulary.isColumn("responseTime", key) && isTime(value, vocabulary)
                || (vocabulary.isColumn("threshold", key) || vocabulary.isColumn("condition", key))
                        && Bounds.compared(Holds.without(value)) != null;
    }

    private static boolean isTime(String value, Vocabulary vocabulary) {
        return value.length() < LONGEST_TIME
                && (Durations.seconds(value) != null
                        || vocabulary.terms("immediate").begin(Words.folded(value)));
    }

    // "Wrong order:" or "Each runbook has:" right above the list.
    private static boolean announces(Part above, Vocabulary vocabulary) {
        if (!(above instanceof Paragraph p)
                || !p.lines().getLast().text().strip().endsWith(":")) {
            return false;
        }
        Line line = p.lines().getLast();
        return isForbidden(Words.normal(line.plain()), vocabulary)
                || vocabulary.terms("formHas").begin(line.folded());
    }
}
