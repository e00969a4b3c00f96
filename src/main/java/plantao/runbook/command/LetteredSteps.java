package plantao.runbook.command;

import java.util.ArrayList;
import java.util.List;
import plantao.runbook.Step;
import plantao.runbook.text.Expression;
import plantao.runbook.text.Words;
import plantao.runbook.tree.Line;
import plantao.runbook.tree.Paragraph;
import plantao.runbook.tree.Part;

/// Steps that are counted by letters ("a) check the queue", "b) restart it"): no list to CommonMark, one to the
/// reader.
final class LetteredSteps {
    private static final Expression LETTER = Expression.of("^\\(?[a-h]\\)\\s+(?=\\S)");

    private LetteredSteps() {}

    /// Whether at least two lines among the paragraphs are counted so, beginning with "a)".
    static boolean are(List<Part> parts) {
        List<String> lines = parts.stream()
                .filter(Paragraph.class::isInstance)
                .flatMap(p -> ((Paragraph) p).lines().stream())
                .map(Line::text)
                .filter(LETTER::in)
                .toList();
        return lines.size() > 1 && lines.getFirst().replace("(", "").startsWith("a");
    }

    /// Whether the part is such a paragraph, or stands right behind one.
    static boolean opens(List<Part> parts, int at) {
        Part here = parts.get(at);
        Part paragraph = here instanceof Paragraph || at == 0 ? here : parts.get(at - 1);
        return paragraph instanceof Paragraph p
                && LETTER.in(p.lines().getFirst().text());
    }

    static List<Step> of(Paragraph p, Frame frame) {
        List<Step> out = new ArrayList<>();
        Draft open = null;
        for (Line line : p.lines()) {
            if (open == null || LETTER.in(line.text())) {
                if (open != null) {
                    out.add(open.step());
                }
                open = new Draft(
                        frame,
                        frame.phase(),
                        Words.title(LETTER.matcher(line.text().strip()).replaceFirst("")),
                        line.number());
            } else {
                open.notes.add(Words.plain(line.text()));
            }
            open.add(InlineCommands.in(line.text(), frame, line.number()));
        }
        if (open != null) {
            out.add(open.step());
        }
        return out;
    }
}
