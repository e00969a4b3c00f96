package plantao.runbook.command;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import plantao.runbook.Command;
import plantao.runbook.Phase;
import plantao.runbook.Step;
import plantao.runbook.text.Expression;
import plantao.runbook.text.Vocabulary;
import plantao.runbook.text.Words;
import plantao.runbook.tree.Fence;
import plantao.runbook.tree.Line;
import plantao.runbook.tree.Listing;
import plantao.runbook.tree.Paragraph;
import plantao.runbook.tree.Part;
import plantao.runbook.tree.Section;
import plantao.runbook.tree.Table;

/// Steps out of the blocks of one section, in order.
public final class PartSteps {
    private static final Expression LINK = Expression.of("\\[[^\\[\\]]+\\]\\([^()\\s]+\\)\\.?|<https?://[^>\\s]+>");
    private static final Expression SENTENCE = Expression.of("(?<=[.!?])\\s+(?=\\p{Lu})");
    private static final int LONGEST = 140;

    // A line break within the cell of a table.
    private static final Expression BREAK = Expression.of("(?i)\\s*<br\\s*/?>\\s*");

    // A full stop outside of code.
    private static final Expression CASE = Expression.of("(?<=[.;])\\s+(?=\\p{Lu})(?=[^`]*(?:`[^`]*`[^`]*)*$)");

    private static final Expression END = Expression.of("[.!?](?:\\*\\*|__)?\\s+(?=[\\p{Lu}*`\\[(])");
    // "docker exec ... md5sum", "http { }": told about, not to be typed.
    private static final Expression ELIDED = Expression.of("\\s(?:\\.{3}|…)(?:\\s|$)|\\{\\s*\\}\\s*$");

    // "Start it: `job start`" on a line of its own ends there.
    private static final Expression KEYED = Expression.of("^[^`:]{2,60}:\\s*`[^`]+`\\.?$");

    private PartSteps() {}

    /// The steps.
    ///
    /// @param bullets whether the items of an unordered list are steps too
    public static List<Step> of(List<Part> parts, StepFrame frame, boolean bullets) {
        List<Step> out = new ArrayList<>();
        Cautions cautions = new Cautions();
        boolean letters = LetteredSteps.are(parts);
        for (int i = 0; i < parts.size(); i++) {
            int known = out.size();
            boolean lettered = letters && LetteredSteps.opens(parts, i);
            Part before = i > 0 ? parts.get(i - 1) : null;
            Part after = i + 1 < parts.size() ? parts.get(i + 1) : null;
            switch (parts.get(i)) {
                case Fence f
                when !out.isEmpty() && (belongsToItem(before, after) || lettered && before instanceof Paragraph) ->
                    out.add(ListSteps.with(out.removeLast(), f, frame));
                case Fence f -> out.addAll(FenceSteps.of(f, led(before, parts, frame)));
                case Listing l
                when isLinks(l) || frame.phase() == Phase.DIAGNOSIS && tellsCauses(before, frame.vocabulary()) -> {}
                case Listing l
                when l.items().stream().noneMatch(it -> it.box() != null) && (l.ordered() || bullets) ->
                    out.addAll(ListSteps.of(l, frame));
                case Table t when TableSteps.fits(t, frame.vocabulary()) -> out.addAll(TableSteps.of(t, frame));
                case Paragraph p when lettered -> out.addAll(LetteredSteps.of(p, frame));
                case Paragraph p
                when !out.isEmpty() && isExpected(p, frame) -> out.add(ListSteps.expecting(out.removeLast(), p));
                case Paragraph p -> {
                    out.addAll(paragraph(p, frame, out));
                    if (out.size() == known) {
                        cautions.heard(p);
                    }
                }
                default -> {}
            }
            if (out.size() > known && !(parts.get(i) instanceof Paragraph)) {
                cautions.tell(out, known);
            }
        }
        return out;
    }

    // Further reading, nothing to do.
    private static boolean isLinks(Listing list) {
        return !list.items().isEmpty()
                && list.items().stream()
                        .allMatch(i -> i.box() == null && LINK.matcher(i.text()).matches());
    }

    /// A lead-in's body, with what its own line says above it where that introduces a fence ("**Fix:** restart
    /// it:").
    ///
    /// @param body what stands below it
    public static List<Part> withValue(Section lead, List<Part> body) {
        String value = lead.value().strip();
        boolean introduces = value.endsWith(":") && value.indexOf('`') < 0 && !body.isEmpty();
        if (!introduces || !(body.getFirst() instanceof Fence)) {
            return body;
        }
        List<Part> out = new ArrayList<>(body.size() + 1);
        out.add(new Paragraph(List.of(new Line(value, lead.line()))));
        out.addAll(body);
        return out;
    }

    // "Look at the operator's logs:" right above a command says what it does better than "Diagnosis" does.
    private static StepFrame led(@Nullable Part before, List<Part> parts, StepFrame frame) {
        if (!(before instanceof Paragraph p) || frame.title().isEmpty()) {
            return frame;
        }
        String last = p.lines().getLast().text().strip();
        boolean general = parts.stream().filter(Fence.class::isInstance).count() > 1
                || frame.vocabulary().exact(Words.normal(frame.title())) != null
                || Conditions.begins(frame.title(), frame.vocabulary());
        if (!last.endsWith(":") || !general) {
            return frame;
        }
        String text =
                Words.plain(String.join(" ", p.lines().stream().map(Line::text).toList()));
        String[] sentences = SENTENCE.split(text, 0);
        String lead = Words.sentence(sentences[sentences.length - 1]);
        return lead.length() > LONGEST || lead.indexOf(' ') < 0 ? frame : frame.titled(lead);
    }

    /// Whether lines among the parts are counted by letters ("a) …", "b) …").
    public static boolean areLettered(List<Part> parts) {
        return LetteredSteps.are(parts);
    }

    /// Whether a paragraph introduces a list of causes ("This can be caused by several things:").
    public static boolean tellsCauses(@Nullable Part before, Vocabulary vocabulary) {
        if (!(before instanceof Paragraph p)) {
            return false;
        }
        String last = p.lines().getLast().text().strip();
        return last.endsWith(":")
                && vocabulary
                        .terms("causedBy")
                        .in(Words.folded(Words.plain(String.join(
                                " ", p.lines().stream().map(Line::text).toList()))));
    }

    /// What to do, told in prose alone: one step, its first sentence the title and the rest its notes.
    public static Step prose(List<Part> parts, StepFrame frame) {
        String title = frame.title();
        List<String> notes = new ArrayList<>();
        int line = 0;
        for (Part part : parts) {
            if (part instanceof Paragraph p) {
                String text = Words.plain(
                        String.join(" ", p.lines().stream().map(Line::text).toList()));
                String[] sentences = SENTENCE.split(text, line == 0 ? 2 : 1);
                boolean leads = line == 0 && sentences[0].length() <= LONGEST;
                title = leads ? Words.sentence(sentences[0]) : title;
                String rest = !leads ? text : sentences.length > 1 ? sentences[1] : "";
                if (!rest.isBlank()) {
                    notes.add(rest);
                }
                line = line == 0 ? p.line() : line;
            }
        }
        StepDraft draft = new StepDraft(frame, frame.phase(), title, line);
        draft.notes.addAll(notes);
        return draft.step();
    }

    /// A step that its heading names and prose explains: nothing to run, the text as notes.
    public static Step told(List<Part> parts, int line, StepFrame frame) {
        StepDraft draft = new StepDraft(frame, frame.phase(), Words.sentence(frame.title()), line);
        for (Part part : parts) {
            if (part instanceof Paragraph p) {
                p.lines().forEach(l -> draft.notes.add(l.plain()));
            } else if (part instanceof Listing l) {
                l.items().forEach(i -> draft.notes.add(i.plain()));
            }
        }
        return draft.step();
    }

    /// The step that a lead-in holds on its own line (`**Solution:** restart it with …`).
    public static List<Step> inlineValue(String markdown, int line, StepFrame frame) {
        String[] broken = BREAK.split(markdown, 0);
        if (broken.length > 1) {
            return Stream.of(broken)
                    .filter(one -> !one.isBlank())
                    .flatMap(one -> inlineValue(one.strip(), line, frame).stream())
                    .toList();
        }
        List<Step> cases = cases(markdown, line, frame);
        if (!cases.isEmpty()) {
            return cases;
        }
        StepDraft draft = new StepDraft(frame, frame.phase(), Words.sentence(markdown), line);
        draft.add(ListSteps.inline(markdown, frame, line));
        return List.of(draft.step());
    }

    // "If it crashed: …. If it hangs: `kill …`": each case is a step of its own.
    private static List<Step> cases(String markdown, int line, StepFrame frame) {
        List<String> told = new ArrayList<>();
        int conditions = 0;
        for (String sentence : CASE.split(markdown, 0)) {
            boolean begins = Conditions.begins(Words.plain(sentence), frame.vocabulary());
            conditions += begins ? 1 : 0;
            if (begins || told.isEmpty()) {
                told.add(sentence.strip());
            } else {
                told.add(told.removeLast() + " " + sentence.strip());
            }
        }
        return conditions < 2
                ? List.of()
                : told.stream()
                        .map(sentence -> {
                            StepDraft draft = new StepDraft(frame, frame.phase(), Words.sentence(sentence), line);
                            draft.add(ListSteps.inline(sentence, frame, line));
                            return draft.step();
                        })
                        .toList();
    }

    // "Expected result: less than 200."
    private static boolean isExpected(Paragraph p, StepFrame frame) {
        String first = p.lines().getFirst().folded();
        return first.contains(":")
                && first.indexOf(':') < 40
                && frame.vocabulary().terms("expected").begin(first);
    }

    // CommonMark ends a list at an unindented fence; the numbering that goes on after it, or the item's colon,
    // shows where it
    // belongs.
    private static boolean belongsToItem(@Nullable Part before, @Nullable Part after) {
        if (!(before instanceof Listing l) || l.items().isEmpty()) {
            return false;
        }
        if (!l.ordered()) {
            return l.items().getLast().text().strip().endsWith(":");
        }
        boolean goesOn = after instanceof Listing next && next.ordered() && next.start() > 1;
        return goesOn || l.items().getLast().text().strip().endsWith(":") || l.start() > 1;
    }

    // A sentence with a command in it is a step, however its lines are broken.
    private static List<Step> paragraph(Paragraph p, StepFrame frame, List<Step> before) {
        List<Step> out = new ArrayList<>();
        String all = null;
        int at = 0;
        for (Line line : p.lines()) {
            List<Command> commands = ListSteps.inline(line.text(), frame, line.number()).stream()
                    .filter(c -> c.text().contains(" ") && !ELIDED.in(c.text()) && !isTalkedAbout(c, before))
                    .toList();
            if (!commands.isEmpty()) {
                all = all == null
                        ? String.join(" ", p.lines().stream().map(Line::text).toList())
                        : all;
                int code = line.text().indexOf('`');
                String said = KEYED.matcher(line.text()).matches() ? line.text() : sentence(all, at + code);
                StepDraft draft = new StepDraft(frame, frame.phase(), Words.sentence(said), line.number());
                draft.add(commands);
                Step step = draft.step();
                if (!out.isEmpty() && out.getLast().title().equals(step.title())) {
                    out.add(out.removeLast().with(commands));
                } else {
                    out.add(step);
                }
            }
            at += line.text().length() + 1;
        }
        return out;
    }

    // "I use `git revert` because …" below `git revert <hash>`: why, not what else to do.
    private static boolean isTalkedAbout(Command c, List<Step> before) {
        return before.stream()
                .flatMap(s -> s.commands().stream())
                .anyMatch(done -> done.text().startsWith(c.text() + " "));
    }

    private static String sentence(String text, int at) {
        int from = 0;
        int to = text.length();
        Matcher m = END.matcher(text);
        while (m.find()) {
            if (m.end() <= at) {
                from = m.end();
            } else if (m.start() > at) {
                to = m.start() + 1;
                break;
            }
        }
        return text.substring(from, to).strip();
    }
}
