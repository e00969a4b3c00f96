package plantao.runbook.lint;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import plantao.runbook.Origin;
import plantao.runbook.Runbook;
import plantao.runbook.text.Expression;
import plantao.runbook.text.Words;
import plantao.runbook.tree.Fence;
import plantao.runbook.tree.Section;

/// What the text itself lacks: a closing fence, the content of a section, anything the reader knows.
final class TextRules {
    private static final Expression TO_DO = Expression.of(
            "(?iu)^[\\s>*_+`\\[(-]*(?:\\[ \\]\\s*)?[*_`]*"
                    + "(?:(?:to-?do|tbd|tba|tbc|fixme|wip|n/?a yet)(?![\\p{L}\\d]).*|(?:a definir|a preencher|por definir|por completar|em constru[cç][aã]o"
                    + "|en construcci[oó]n|pendente|pendiente|coming soon|work in progress|to be (?:written|added|defined|determined|completed|done)"
                    + "|not (?:yet )?(?:written|documented)(?: yet)?|under construction|placeholder|lorem ipsum\\b.*|\\.{3}|…))[\\s.!*_`)\\]]*$");

    private static final Expression NOTHING = Expression.of("={2,}|-{2,}|\\*{3,}|_{3,}|<!--.*-->");
    // "RTO: 4 hours" says all there is to say.
    private static final Expression COMPLETE = Expression.of("[:=]\\s*\\S");

    private TextRules() {}

    static List<Finding> fences(LintSubject e) {
        return e.pages().stream()
                .flatMap(p -> p.fences().stream().filter(f -> !f.closed()).map(f -> fence(p, f)))
                .toList();
    }

    private static Finding fence(Page page, Fence f) {
        return new Finding(
                page.at(f.line()),
                "The code block that begins here is never closed, so everything below it counts as code.");
    }

    static List<Finding> nothing(LintSubject e) {
        Runbook r = e.runbook();
        boolean nothing = Stream.of(
                        r.services(),
                        r.metrics(),
                        r.alerts(),
                        r.playbooks(),
                        r.procedures(),
                        r.checklists(),
                        r.contacts(),
                        r.templates())
                .allMatch(List::isEmpty);
        String file = e.pages().isEmpty() ? r.source() : e.pages().getFirst().file();
        return nothing
                ? List.of(
                        new Finding(
                                new Origin(file, 1),
                                "No service, metric, alert, playbook, procedure, checklist or contact was recognised. The text is shown as it is."))
                : List.of();
    }

    /// Headings with nothing below them, or nothing but "TODO".
    static List<Finding> stubs(LintSubject e) {
        List<Finding> out = new ArrayList<>();
        for (Page page : e.pages()) {
            List<Section> headed = page.sections().stream()
                    .filter(s -> s.level() > 0 && !s.isLead())
                    .toList();
            for (int i = 0; i < headed.size(); i++) {
                int next = i + 1 < headed.size()
                        ? headed.get(i + 1).line()
                        : page.lines().size() + 1;
                // the line below a title, set off by a rule
                boolean subtitle = i == 1
                        && headed.getFirst().level() == 1
                        && page.lines().subList(headed.get(i).line(), next - 1).contains("---");
                boolean parent = subtitle
                        || i + 1 < headed.size()
                                && headed.get(i + 1).level() > headed.get(i).level();
                stub(page, headed.get(i), next, parent, out);
            }
        }
        return out;
    }

    private static void stub(Page page, Section s, int next, boolean parent, List<Finding> out) {
        List<String> said = new ArrayList<>();
        for (int n = s.line() + 1; n < next && said.size() < 3; n++) {
            String line = page.line(n).strip();
            // the second line of an underlined heading, a rule, a comment
            if (!line.isEmpty()
                    && !("=-*_<".indexOf(line.charAt(0)) >= 0
                            && NOTHING.matcher(line).matches())) {
                said.add(line);
            }
        }
        if (said.isEmpty() && !parent && s.level() > 1) {
            String title = Words.title(s.heading());
            if (!COMPLETE.in(title)) {
                out.add(new Finding(page.at(s.line()), "Nothing stands under the heading \"" + title + "\"."));
            }
        } else if (said.size() == 1 && TO_DO.matcher(said.getFirst()).matches()) {
            out.add(new Finding(
                    page.at(s.line()),
                    "The section \"" + Words.title(s.heading()) + "\" is not written yet (" + said.getFirst() + ")."));
        }
    }
}
