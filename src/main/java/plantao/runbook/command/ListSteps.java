package plantao.runbook.command;

import java.util.ArrayList;
import java.util.List;
import plantao.runbook.Command;
import plantao.runbook.Step;
import plantao.runbook.text.Durations;
import plantao.runbook.text.Expression;
import plantao.runbook.text.KeyValue;
import plantao.runbook.text.Words;
import plantao.runbook.tree.Fence;
import plantao.runbook.tree.Line;
import plantao.runbook.tree.Listing;
import plantao.runbook.tree.Paragraph;
import plantao.runbook.tree.Part;
import plantao.runbook.tree.Section;
import plantao.runbook.tree.Table;

/// Steps out of list items: the item is the title, inline code that looks like a command is its command, what
/// stands below it are its notes and further commands.
public final class ListSteps {
    private static final Expression TAIL = Expression.of("\\s*[:：→]\\s*`[^`]*`\\s*\\.?\\s*$");
    private static final Expression URL_TAIL = Expression.of("\\s*:\\s*<?https?://\\S+>?\\s*$");

    private static final int LONGEST = 140;

    private ListSteps() {}

    /// One step per item.
    public static List<Step> of(Listing list, StepFrame frame) {
        List<Step> out = new ArrayList<>();
        for (Listing.Item item : list.items()) {
            List<Step> cases = CaseSteps.of(item, frame);
            if (!cases.isEmpty()) {
                out.addAll(cases);
            } else if (!item.lines().isEmpty() || !item.parts().isEmpty()) {
                out.add(step(item, frame));
            }
        }
        return out;
    }

    /// The commands written as inline code in this Markdown, or as a script that it says to run.
    public static List<Command> inline(String markdown, StepFrame frame, int line) {
        return InlineCommands.in(markdown, frame, line);
    }

    static Step step(Listing.Item item, StepFrame frame) {
        String text = item.text();
        Step.Window window = frame.window();
        KeyValue lead = KeyValue.of(text);
        int[] range = lead == null ? null : Durations.range(lead.key());
        if (lead != null && range != null && !lead.value().isBlank()) {
            window = new Step.Window(range[0], range[1]);
            text = lead.value();
        }
        StepFrame own =
                new StepFrame(frame.file(), frame.option(), frame.phase(), window, frame.title(), frame.vocabulary());
        String shown = title(text, frame);
        KeyValue named = shown.length() > LONGEST ? KeyValue.bold(text) : null;
        if (named != null && !named.value().isBlank()) {
            shown = Words.sentence(named.key());
        }
        StepDraft draft = new StepDraft(own, own.phase(), shown, item.line());
        if (named != null && !named.value().isBlank()) {
            draft.notes.add(Words.plain(named.value()));
        }
        for (Line line : item.lines()) {
            draft.add(inline(line.text(), own, line.number()));
        }
        if (text.contains("http") && !draft.title.contains("http")) {
            draft.notes.add(Words.plain(text));
        }
        below(item.parts(), draft, own);
        return draft.step();
    }

    private static String title(String text, StepFrame frame) {
        boolean command = Words.code(text).stream()
                .anyMatch(c -> FenceLanguage.isCommand(c, frame.vocabulary().programs()));
        String shown = text;
        if (command) {
            shown = TAIL.matcher(text).replaceFirst("");
        } else if (text.contains("://")) {
            shown = URL_TAIL.matcher(text).replaceFirst("");
        }
        return Words.sentence(shown);
    }

    // "Expected: `UP`" below an item tells what its command answers.
    private static List<String> told(String text, StepDraft draft, StepFrame frame) {
        String folded = Words.folded(text);
        int colon = folded.indexOf(':');
        boolean expected = colon > 0
                && colon < 40
                && colon < folded.length() - 1
                && frame.vocabulary().terms("expected").begin(folded);
        return expected ? draft.expected : draft.notes;
    }

    private static void below(List<Part> parts, StepDraft draft, StepFrame frame) {
        for (Part part : parts) {
            switch (part) {
                case Paragraph p ->
                    p.lines().forEach(l -> {
                        String told = l.plain();
                        told(told, draft, frame).add(told);
                        // A lone word in running text ("the `node` label") is a name.
                        draft.add(inline(l.text(), frame, l.number()).stream()
                                .filter(c -> c.text().indexOf(' ') > 0)
                                .toList());
                    });
                case Listing l ->
                    l.items().forEach(i -> {
                        told(i.plain(), draft, frame).add(i.plain());
                        draft.add(inline(i.text(), frame, i.line()));
                        below(i.parts(), draft, frame);
                    });
                case Fence f -> fence(f, draft, frame);
                case Table t -> t.rows().forEach(r -> draft.notes.add(Words.plain(String.join(" · ", r.cells()))));
                case Section s -> below(s.parts(), draft, frame);
            }
        }
    }

    /// Puts a fence's commands into the step it belongs to.
    static void fence(Fence fence, StepDraft draft, StepFrame frame) {
        List<Step> steps = FenceSteps.of(fence, frame.titled(""));
        if (steps.isEmpty() && !fence.text().isBlank()) {
            draft.expected.add(fence.text().stripTrailing());
        }
        for (Step s : steps) {
            boolean named = s.commands().isEmpty()
                    || !s.title()
                            .startsWith(s.commands()
                                    .getFirst()
                                    .text()
                                    .lines()
                                    .findFirst()
                                    .orElse(""));
            if (named && !s.title().isBlank()) {
                draft.notes.add(s.title());
            }
            draft.notes.addAll(s.notes());
            draft.expected.addAll(s.expected());
            draft.add(s.commands());
        }
    }

    /// The step with one more text that says what to expect.
    static Step expecting(Step s, Paragraph p) {
        List<String> expected = new ArrayList<>(s.expected());
        p.lines().forEach(l -> expected.add(l.plain()));
        return new Step(
                s.option(),
                s.phase(),
                s.title(),
                s.condition(),
                s.manual(),
                s.window(),
                s.notes(),
                List.copyOf(expected),
                s.links(),
                s.commands(),
                s.origin());
    }

    /// The step with a fence's commands added to it.
    static Step with(Step step, Fence fence, StepFrame frame) {
        StepDraft draft =
                new StepDraft(frame, step.phase(), step.title(), step.origin().line());
        draft.notes.addAll(step.notes());
        draft.expected.addAll(step.expected());
        draft.add(step.commands());
        fence(fence, draft, frame);
        Step merged = draft.step();
        return new Step(
                step.option(),
                step.phase(),
                step.title(),
                step.condition(),
                merged.manual(),
                step.window(),
                merged.notes(),
                merged.expected(),
                step.links(),
                merged.commands(),
                step.origin());
    }
}
