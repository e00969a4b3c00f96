package plantao.runbook.lint;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import plantao.runbook.Contact;
import plantao.runbook.Runbook;
import plantao.runbook.command.Blanks;
import plantao.runbook.text.Expression;
import plantao.runbook.text.Words;

/// People nobody can call.
final class ContactRules {
    private static final Expression OPEN = Expression.of(
            "(?i)\\b(?:tbd|tba|tbc|todo|fixme|a definir|a preencher|por definir|pendiente)\\b|\\bx{3,}[-x]*");
    // Numbers that are nobody's: all nines or noughts, 1234-5678, 555-01xx (reserved for fiction by the
    // NANPA) and what Ofcom keeps for drama.
    private static final Expression NOBODY = Expression.of(
            "9{4,5}[- ]?9{4}\\b|0{4}[- ]?0{4}\\b|\\b1234[- ]?5678\\b|\\b555[- ]01\\d\\d\\b|\\b0?20 ?7946 ?0\\d{3}\\b|\\b0?7700 ?900 ?\\d{3}\\b");

    private ContactRules() {}

    static List<Finding> unfilled(LintSubject e) {
        List<Contact> open =
                e.runbook().contacts().stream().filter(c -> isOpen(all(c))).toList();
        List<String> rungs = open.isEmpty() ? List.of() : rungs(e.runbook());
        return open.stream()
                .map(c -> new Finding(
                        c.origin(),
                        "The contact \"" + c.role() + "\" is not filled in (" + all(c) + ")." + needed(c, rungs)))
                .toList();
    }

    private static boolean isOpen(String text) {
        return OPEN.in(text) || NOBODY.in(text) || !Blanks.placeholders(text).isEmpty();
    }

    private static String needed(Contact c, List<String> rungs) {
        String role = " " + Words.normal(c.role()) + " ";
        return role.isBlank() || rungs.stream().noneMatch(r -> r.contains(role)) ? "" : " The escalation calls it.";
    }

    /// What the escalations say, in normal form between spaces.
    private static List<String> rungs(Runbook r) {
        return Stream.concat(r.escalation().stream(), r.playbooks().stream().flatMap(p -> p.escalation().stream()))
                .flatMap(x -> x.steps().stream())
                .flatMap(s -> Stream.of(s.contact(), s.text()))
                .filter(Objects::nonNull)
                .map(text -> " " + Words.normal(text) + " ")
                .toList();
    }

    private static String all(Contact c) {
        return String.join(
                " ",
                Stream.of(c.name(), c.email(), c.phone(), c.channel())
                        .filter(Objects::nonNull)
                        .toList());
    }
}
