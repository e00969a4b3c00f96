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
    private static final Expression LETTER = Expression.of("^\\(?[a-h][.)]\\s+(?=\\S)");

    private LetteredSteps() {}

    /// Whether at least two lines among the paragraphs are counted so, beginning with "a)".
    static boolean are(List<Part> parts) {
        int lines = 0;
        boolean first = false;
        for (Part part : parts) {
            if (part instanceof Paragraph p) {
                for (Line line : p.lines()) {
                    if (isLettered(line.text())) {
                        first |= lines++ == 0 && letter(line.text()) == 'a';
                    }
                }
            }
        }
        return lines > 1 && first;
    }

    private static boolean isLettered(String line) {
        char letter = letter(line);
        return letter >= 'a' && letter <= 'h' && LETTER.in(line);
    }

    private static char letter(String line) {
        int at = line.startsWith("(") ? 1 : 0;
        return at < line.length() ? line.charAt(at) : ' ';
    }

    /// Whether the part is such a paragraph, or stands right behind one.
    static boolean opens(List<Part> parts, int at) {
        Part here = parts.get(at);
        Part paragraph = here instanceof Paragraph || at == 0 ? here : parts.get(at - 1);
        return paragraph instanceof Paragraph p
                && isLettered(p.lines().getFirst().text());
    }

    static List<Step> of(Paragraph p, StepFrame frame) {
        List<Step> out = new ArrayList<>();
        StepDraft open = null;
        for (Line line : p.lines()) {
            if (open == null || isLettered(line.text())) {
                if (open != null) {
                    out.add(open.step());
                }
                open = new StepDraft(
                        frame,
                        frame.phase(),
                        Words.sentence(LETTER.matcher(line.text().strip()).replaceFirst("")),
                        line.number());
            } else {
                open.notes.add(line.plain());
            }
            open.add(InlineCommands.in(line.text(), frame, line.number()));
        }
        if (open != null) {
            out.add(open.step());
        }
        return out;
    }
}
