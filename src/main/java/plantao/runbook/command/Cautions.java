package plantao.runbook.command;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.stream.Stream;
import plantao.runbook.Step;
import plantao.runbook.text.Expression;
import plantao.runbook.text.Words;
import plantao.runbook.tree.Line;
import plantao.runbook.tree.Paragraph;

/// What the prose says just before the steps ("Step 2 discards every task…"): it belongs to the step it names, else
/// to the first. Lives only inside one call.
final class Cautions {
    private static final Expression STEP = Expression.of("(?iu)\\b(?:step|passo|paso|etapa)\\s+(\\d{1,2})\\b");

    private final List<String> heard = new ArrayList<>();

    /// A paragraph that leads into something ("Then:") says nothing itself.
    void heard(Paragraph paragraph) {
        String text = Words.emojiless(Words.plain(String.join(
                        " ", paragraph.lines().stream().map(Line::text).toList())))
                .strip();
        if (!text.isEmpty() && !text.endsWith(":")) {
            heard.add(text);
        }
    }

    /// Writes what was heard to the steps from this index on, as their first notes.
    void tell(List<Step> steps, int from) {
        for (String text : heard.reversed()) {
            Matcher named = STEP.matcher(text);
            int at = from + (named.find() ? Integer.parseInt(named.group(1)) - 1 : 0);
            int told = at < steps.size() && at >= from ? at : from;
            steps.set(told, with(steps.get(told), text));
        }
        heard.clear();
    }

    private static Step with(Step step, String note) {
        return new Step(
                step.option(),
                step.phase(),
                step.title(),
                step.condition(),
                step.manual(),
                step.window(),
                Stream.concat(Stream.of(note), step.notes().stream()).toList(),
                step.expected(),
                step.links(),
                step.commands(),
                step.origin());
    }
}
