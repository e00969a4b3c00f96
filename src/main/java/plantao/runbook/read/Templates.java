package plantao.runbook.read;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import plantao.runbook.Template;
import plantao.runbook.command.Blanks;
import plantao.runbook.command.FenceLanguage;
import plantao.runbook.text.Expression;
import plantao.runbook.text.Role;
import plantao.runbook.text.Vocabulary;
import plantao.runbook.text.Words;
import plantao.runbook.tree.Fence;
import plantao.runbook.tree.Line;
import plantao.runbook.tree.Paragraph;
import plantao.runbook.tree.Part;
import plantao.runbook.tree.Section;

/// Forms to fill in: fences of Markdown or of message text under a template's heading.
final class Templates {
    private static final Expression FILE = Expression.of("^\\S*(?:[YA]{4}|\\{|<)\\S*\\.(?:md|txt)$|^\\S+/\\S+\\.md$");
    private static final Expression HEADING = Expression.of("^#{2,3}\\s+(.+?)\\s*#*$");

    private Templates() {}

    /// @param text the whole file's
    static List<Template> in(Topic root, String text, Vocabulary vocabulary) {
        List<Template> out = new ArrayList<>();
        root.all().forEach(t -> {
            out.addAll(WrittenForms.in(t, vocabulary));
            String inLead = null;
            String inParagraph = null;
            String own = file(t.section().value());
            for (Part part : t.section().parts()) {
                if (part instanceof Section s && s.isLead()) {
                    String file = file(s.heading() + " " + s.value());
                    inLead = file == null ? inLead : file;
                } else if (part instanceof Paragraph p) {
                    for (Line line : p.lines()) {
                        String file = file(line.text());
                        inParagraph = file == null ? inParagraph : file;
                    }
                } else if (part instanceof Fence f && isForm(t, f, vocabulary)) {
                    out.add(template(t, f, own != null ? own : inParagraph != null ? inParagraph : inLead));
                }
            }
        });
        boolean one =
                root.children().stream().filter(t -> !t.section().isLead()).count() == 1;
        if (one && out.stream().allMatch(f -> f.sections().isEmpty())) {
            root.children().stream()
                    .filter(t -> t.section().level() == 1 && t.is(Role.POSTMORTEM, Role.TEMPLATE))
                    .findFirst()
                    .map(t -> whole(t, text, vocabulary))
                    .ifPresent(out::add);
        }
        return List.copyOf(out);
    }

    // "# Post-mortem template": the file itself is the form, and its headings are the form's.
    private static @Nullable Template whole(Topic t, String text, Vocabulary vocabulary) {
        List<String> sections = t.children().stream()
                .filter(c -> !c.section().isLead())
                .map(Topic::title)
                .toList();
        List<String> blanks = Blanks.placeholders(text);
        boolean open = vocabulary
                        .terms("formWords")
                        .in(Words.folded(t.title() + " " + t.file().replaceAll("[-_.]", " ")))
                || blanks.size() > 1;
        boolean post = t.is(Role.POSTMORTEM) || WrittenForms.isPostmortem(Words.folded(text));
        return open && post && sections.size() > 1
                ? new Template(t.title(), "postmortem", null, blanks, sections, text, t.origin())
                : null;
    }

    private static boolean isForm(Topic t, Fence f, Vocabulary vocabulary) {
        // "Message to shops": text for others, whoever they are.
        boolean form = t.within(Role.TEMPLATE, Role.POSTMORTEM, Role.COMMUNICATION)
                || vocabulary.terms("messageTo").begin(t.folded());
        boolean markdown = f.info().equals("markdown") || f.info().equals("md");
        boolean text = f.info().isEmpty()
                || f.info().equals("text")
                || f.info().equals("txt")
                || f.info().equals("plaintext");
        return !f.text().isBlank()
                && !(markdown && FenceLanguage.isBoxes(f) && Checklists.isTicked(f, t, vocabulary))
                && (markdown || form && text && FenceLanguage.of(f).isEmpty());
    }

    private static Template template(Topic t, Fence f, @Nullable String file) {
        List<String> sections = f.lines().stream()
                .map(Line::text)
                .map(HEADING::matcher)
                .filter(java.util.regex.Matcher::matches)
                .filter(m -> !m.group().startsWith("###"))
                .map(m -> Words.title(m.group(1)))
                .toList();
        String folded = Words.folded(f.text());
        boolean post = sections.size() >= 3 && (t.within(Role.POSTMORTEM) || WrittenForms.isPostmortem(folded));
        String kind = post ? "postmortem" : FenceLanguage.isBoxes(f) ? "checklist" : "message";
        return new Template(t.title(), kind, file, Blanks.placeholders(f.text()), sections, f.text(), t.at(f.line()));
    }

    // "Template: `docs/incidents/YYYY-MM-DD-{title}.md`" stands in the lead-in or paragraph nearest above the
    // fence.
    private static @Nullable String file(String markdown) {
        String found = null;
        for (String code : Words.code(markdown)) {
            found = FILE.matcher(code).matches() ? code : found;
        }
        return found;
    }
}
