package plantao.runbook.read;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;
import plantao.runbook.Escalation;
import plantao.runbook.text.Expression;
import plantao.runbook.text.Vocabulary;
import plantao.runbook.text.Words;
import plantao.runbook.tree.Fence;
import plantao.runbook.tree.Line;

/// Levels drawn as boxes below each other, and what stands at the arrows between them ("escalate after 30 min").
final class DrawnLadders {
    private static final Expression DRAWING = Expression.of("[│┃║|┌┐└┘├┤┬┴┼─━═╔╗╚╝╠╣╦╩╭╮╰╯▼▲↓↑]+");
    private static final Expression FRAME = Expression.of("^\\s*[┌╔╭+][─━═-]{5,}");
    private static final Expression INSIDE = Expression.of("^\\s*[│┃║|].*[│┃║|]\\s*$");

    /// A box that is not finished yet.
    private record Box(String label, String who, @Nullable Integer after, int line, List<String> told) {
        Escalation escalation(Topic t) {
            String said = told.isEmpty() ? who : who + ": " + String.join("; ", told);
            return new Escalation(label, null, List.of(new Escalation.Rung(said, after, who)), t.at(line));
        }
    }

    private DrawnLadders() {}

    /// The levels; empty when fewer than two are drawn.
    static List<Escalation> in(Fence fence, Topic t, Vocabulary vocabulary) {
        List<Escalation> out = new ArrayList<>();
        if (fence.lines().stream().noneMatch(l -> FRAME.in(l.text()))) {
            return out;
        }
        Box open = null;
        Integer due = null;
        for (Line line : fence.lines()) {
            String text = DRAWING.matcher(line.text()).replaceAll(" ").strip();
            boolean inside = INSIDE.matcher(line.text()).matches();
            Matcher level = Ladders.LEVEL.matcher(text);
            if (inside && level.matches() && !level.group(3).isBlank()) {
                close(open, t, out);
                open = new Box(level.group(1), level.group(3), due, line.number(), new ArrayList<>());
                due = null;
            } else if (!inside && !text.isBlank() && open != null) {
                boolean now = vocabulary.terms("immediate").in(Words.folded(text));
                due = now ? Integer.valueOf(0) : Ladders.after(text);
            } else if (inside && !text.isBlank() && open != null) {
                open.told().add(text.replaceFirst("^[-*•]\\s+", ""));
            } else if (FRAME.in(line.text()) && open != null) {
                close(open, t, out);
                open = null;
            }
        }
        close(open, t, out);
        return out.size() > 1 ? out : List.of();
    }

    private static void close(@Nullable Box box, Topic t, List<Escalation> out) {
        if (box != null) {
            out.add(box.escalation(t));
        }
    }
}
