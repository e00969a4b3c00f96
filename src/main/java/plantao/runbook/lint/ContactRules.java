package plantao.runbook.lint;

import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import plantao.runbook.Contact;
import plantao.runbook.Escalation;
import plantao.runbook.command.Blanks;
import plantao.runbook.text.Words;

/// People nobody can call.
final class ContactRules {
    private static final Pattern OPEN = Pattern.compile(
            "(?i)\\b(?:tbd|tba|tbc|todo|fixme|a definir|a preencher|por definir|pendiente)\\b|\\bx{3,}[-x]*");
    // Numbers that are nobody's: all nines or noughts, 1234-5678, 555-01xx (reserved for fiction by the NANPA).
    private static final Pattern NOBODY =
            Pattern.compile("9{4,5}[- ]?9{4}\\b|0{4}[- ]?0{4}\\b|\\b1234[- ]?5678\\b|\\b555[- ]01\\d\\d\\b");

    private ContactRules() {}

    static List<Finding> unfilled(Examined e) {
        return e.runbook().contacts().stream()
                .filter(c -> isOpen(all(c)))
                .map(c -> new Finding(
                        c.origin(),
                        "The contact \"" + c.role() + "\" is not filled in (" + all(c) + ")." + needed(c, e)))
                .toList();
    }

    private static boolean isOpen(String text) {
        return OPEN.matcher(text).find()
                || NOBODY.matcher(text).find()
                || !Blanks.placeholders(text).isEmpty();
    }

    private static String needed(Contact c, Examined e) {
        String role = Words.normal(c.role());
        boolean rung = Stream.concat(
                        e.runbook().escalation().stream(),
                        e.runbook().playbooks().stream().flatMap(p -> p.escalation().stream()))
                .map(Escalation::steps)
                .flatMap(List::stream)
                .anyMatch(s -> names(s.contact(), role) || names(s.text(), role));
        return rung ? " The escalation calls it." : "";
    }

    private static boolean names(@Nullable String text, String role) {
        return text != null && !role.isEmpty() && (" " + Words.normal(text) + " ").contains(" " + role + " ");
    }

    private static String all(Contact c) {
        return String.join(
                " ",
                Stream.of(c.name(), c.email(), c.phone(), c.channel())
                        .filter(Objects::nonNull)
                        .toList());
    }
}
