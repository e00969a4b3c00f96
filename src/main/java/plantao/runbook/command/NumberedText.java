package plantao.runbook.command;

import java.util.ArrayList;
import java.util.List;
import plantao.runbook.Step;
import plantao.runbook.text.Words;
import plantao.runbook.tree.Fence;
import plantao.runbook.tree.Line;

/// Steps out of a numbered list that was written in a fence; what is indented below a number is its note.
final class NumberedText {
    private NumberedText() {}

    static List<Step> steps(Fence fence, StepFrame frame) {
        List<Step> out = new ArrayList<>();
        StepDraft open = null;
        for (Line line : fence.lines()) {
            String text = line.text().strip();
            if (text.isEmpty()) {
                continue;
            }
            if (Words.numbered(text)) {
                if (open != null) {
                    out.add(open.step());
                }
                open = new StepDraft(frame, frame.phase(), Words.sentence(text), line.number());
            } else if (open != null) {
                open.notes.add(text.replaceFirst("^[-*•]\\s+", ""));
            }
        }
        if (open != null) {
            out.add(open.step());
        }
        return out;
    }
}
