package plantao.runbook.command;

import java.util.List;
import plantao.runbook.Runner;
import plantao.runbook.Step;
import plantao.runbook.text.Expression;
import plantao.runbook.text.Words;
import plantao.runbook.tree.Fence;

/// One step out of a fence of program code or a query: the comment that leads it is its title.
final class CodeFence {
    private static final Expression COMMENT = Expression.of("^\\s*(?://|#|--|/\\*)\\s*(.*?)(?:\\*/)?\\s*$");

    private CodeFence() {}

    static List<Step> steps(Fence fence, String language, StepFrame frame) {
        String code = fence.text().strip();
        if (code.isEmpty()) {
            return List.of();
        }
        var first = COMMENT.matcher(code.lines().findFirst().orElse(""));
        boolean titled = first.matches() && code.contains("\n");
        String body = titled ? code.substring(code.indexOf('\n') + 1).strip() : code;
        Runner runner = switch (language) {
            case "http" -> Runner.HTTP;
            default -> Runner.NONE;
        };
        StepDraft draft = new StepDraft(
                frame, frame.phase(), titled ? Words.sentence(first.group(1)) : frame.title(), fence.first());
        draft.command(body, language, runner, fence.first() + (titled ? 1 : 0));
        return List.of(draft.step());
    }
}
