package plantao.runbook.read;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import plantao.runbook.text.Concepts;
import plantao.runbook.text.Expression;
import plantao.runbook.text.Role;
import plantao.runbook.text.Vocabulary;
import plantao.runbook.text.Words;
import plantao.runbook.tree.Section;
import plantao.runbook.tree.Table;

/// Sections that alerts send their reader to, by a link, a number or the title in quotes, or that bear an alert's
/// own
/// name: whatever they look like, they are what answers the alert.
///
/// @param names titles and anchors, letters and digits only
/// @param alerts what the alerts are called, in the same form
record ReferredSections(Set<String> numbers, Set<String> names, Set<String> alerts) {
    private static final Expression ANCHOR = Expression.of("\\]\\([^()\\s]*#([^()\\s]+)\\)");
    private static final Expression NUMBER = Expression.of(
            "(?i)(?:(?:section|se[cç][aã]o|secci[oó]n|§)\\s*|\\b(?:see|ver|veja|vide|v[eé]ase)\\s+)#?(\\d+(?:\\.\\d+)+)");
    private static final Expression QUOTED = Expression.of("[«“\"]([^«»“”\"]{4,80})[»”\"]");

    private static final Expression SEE = Expression.of(
            "(?iu)^(?:→\\s*)?(?:(?:see|go to|follow|open|ver|veja|vide|v[eé]ase|seguir|ir (?:a|para|al))\\s+)?(?:the |o |a |el |la )?(?:runbook\\b|playbook\\b|section\\b|se[cç][aã]o\\b|secci[oó]n\\b)?\\s*:?\\s*");
    private static final Expression NUMBERED = Expression.of("\\d{1,2}(?:\\.\\d{1,2}){0,3}");

    static ReferredSections of(List<RuleDraft> drafts) {
        Set<String> numbers = new HashSet<>();
        Set<String> names = new HashSet<>();
        Set<String> alerts = new HashSet<>();
        for (RuleDraft d : drafts) {
            // A lone word ("Backup") may head anything.
            if (Concepts.apart(d.rule().name()).strip().indexOf(' ') > 0) {
                alerts.add(bare(Words.unqualified(d.rule().name())));
            }
            found(NUMBER, d.text()).forEach(numbers::add);
            found(ANCHOR, d.text()).forEach(a -> names.add(bare(a)));
            found(QUOTED, d.text()).forEach(q -> names.add(bare(q)));
        }
        return new ReferredSections(Set.copyOf(numbers), Set.copyOf(names), Set.copyOf(alerts));
    }

    private static List<String> found(Expression pattern, String text) {
        List<String> out = new ArrayList<>();
        Matcher m = pattern.matcher(text);
        while (m.find()) {
            out.add(m.group(1));
        }
        return out;
    }

    // An anchor may keep the number of its heading: "41-gateway-down".
    private static String bare(String text) {
        return Words.folded(text).replaceAll("[^\\p{L}\\p{N}]", "").replaceFirst("^\\d+(?=\\p{L})", "");
    }

    /// A row's text, for cross references: "4.1" alone in the column of procedures is a section's number, "Empty
    /// the
    /// bin" may be its title.
    static String referring(ColumnKinds c, Table.Row row) {
        StringBuilder out = new StringBuilder(String.join(" ", row.cells()));
        for (int i = 0; i < row.cells().size(); i++) {
            Set<String> kinds = c.kinds().get(i);
            String cell = Words.plain(row.cells().get(i));
            boolean answers = kinds.contains("action") || kinds.contains("runbookLink");
            if (answers && NUMBERED.matcher(cell).matches()) {
                out.append(" § ").append(cell);
            } else if (answers) {
                out.append(" «")
                        .append(SEE.matcher(Words.title(cell)).replaceFirst(""))
                        .append('»');
            }
        }
        return out.toString();
    }

    /// Those of the sections that hold something to do and are no playbook yet.
    ///
    /// @param claimed what is one
    List<Topic> in(List<Topic> roots, Set<Section> claimed, Vocabulary vocabulary) {
        return numbers.isEmpty() && names.isEmpty() && alerts.isEmpty()
                ? List.of()
                : roots.stream()
                        .flatMap(Topic::all)
                        .filter(this::isMeant)
                        .filter(t -> t.above().stream().noneMatch(h -> claimed.contains(h.section())))
                        .filter(t -> t.all().noneMatch(x -> claimed.contains(x.section())))
                        .filter(t -> TroubleHeadings.does(t, vocabulary))
                        .toList();
    }

    private boolean isMeant(Topic t) {
        String number = Assembly.number(t);
        return t.section().level() > 1
                && !t.section().isLead()
                && !t.within(
                        Role.ALERTS,
                        Role.CONTACTS,
                        Role.ESCALATION,
                        Role.METRICS,
                        Role.TEMPLATE,
                        Role.POSTMORTEM,
                        Role.CHECKLIST,
                        Role.PLAYBOOK_GROUP)
                && (number != null && numbers.contains(number)
                        || names.contains(bare(t.title()))
                        || t.role() == null && alerts.contains(bare(Words.unqualified(t.title()))));
    }
}
