package plantao.runbook.command;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import plantao.runbook.Phase;
import plantao.runbook.Runner;
import plantao.runbook.Step;
import plantao.runbook.text.Expression;
import plantao.runbook.text.Role;
import plantao.runbook.text.Words;
import plantao.runbook.tree.Fence;

/// Steps out of a code fence: a comment that begins a paragraph opens a step and names it.
public final class FenceSteps {
    private static final Expression FILE_NAME =
            Expression.of("^[\\w./~-]*[\\w-]+\\.(?:sh|bash|sql|py|js|ts|ya?ml|conf|rb)$");

    // Nothing but lines such as "Look at the queue": each of them is to be done.
    private static final Expression ORDER = Expression.of("^\\p{Lu}\\p{L}+ [^:]{3,90}(?<![.:;,])$");

    /// So many commands with a comment each are a list to choose from.
    private static final int FEWEST = 3;

    private static final Expression OPEN = Expression.of("^(?:TODO|FIXME|XXX|TBD)\\b");

    private final StepFrame frame;
    private final String language;
    private final Runner runner;
    private final List<Step> done = new ArrayList<>();
    private Phase phase;
    private boolean script;
    private boolean orders;
    private StepDraft draft;

    private FenceSteps(StepFrame frame, String language, Runner runner, int line) {
        this.frame = frame;
        this.language = language;
        this.runner = runner;
        this.phase = frame.phase();
        this.draft = new StepDraft(frame, phase, "", line);
    }

    /// The steps in the fence; empty when it holds nothing to do (configuration, output, a diagram).
    public static List<Step> of(Fence fence, StepFrame frame) {
        String language = FenceLanguage.of(fence);
        return switch (language) {
            case "bash", "powershell" ->
                new FenceSteps(frame, language, language.equals("bash") ? Runner.SHELL : Runner.NONE, fence.first())
                        .script(fence)
                        .read(ShellScanner.tokens(fence.lines()));
            case "sql" ->
                new FenceSteps(frame, language, Runner.SQL, fence.first()).read(SqlScanner.tokens(fence.lines()));
            case "promql", "logql" ->
                new FenceSteps(frame, language, language.equals("promql") ? Runner.PROMQL : Runner.NONE, fence.first())
                        .read(QueryScanner.tokens(fence.lines()));
            case "numbered" -> NumberedText.steps(fence, frame);
            case "dialogue" -> Dialogue.steps(fence, frame);
            case "" -> List.of();
            default -> CodeFence.steps(fence, language, frame);
        };
    }

    // In a script the comment below "#!" says what the whole is for; it is no step of its own.
    private FenceSteps script(Fence fence) {
        script = fence.text().startsWith("#!");
        return this;
    }

    private List<Step> read(List<FenceToken> tokens) {
        boolean dense = tokens.stream().noneMatch(t -> t.kind() == FenceToken.Kind.BLANK);
        orders = tokens.size() > 1
                && tokens.stream()
                        .filter(t -> t.kind() != FenceToken.Kind.BLANK)
                        .allMatch(t -> t.kind() == FenceToken.Kind.COMMENT
                                && ORDER.matcher(t.text()).matches());
        int from = 0;
        while (from < tokens.size()) {
            int to = from;
            while (to < tokens.size() && tokens.get(to).kind() != FenceToken.Kind.BLANK) {
                to++;
            }
            if (to > from) {
                paragraph(tokens.subList(from, to), dense);
            }
            from = to + 1;
        }
        flush();
        if (done.size() == 1 && !frame.title().isBlank() && isUntitled(done.getFirst())) {
            return List.of(titled(done.getFirst(), frame.title()));
        }
        return done;
    }

    private static boolean isRun(FenceToken t) {
        return t.kind() == FenceToken.Kind.COMMAND || t.kind() == FenceToken.Kind.STATEMENT;
    }

    private static boolean isUntitled(Step s) {
        return !s.commands().isEmpty()
                && s.title()
                        .replaceFirst(" …$", "")
                        .equals(s.commands()
                                .getFirst()
                                .text()
                                .lines()
                                .findFirst()
                                .orElse(""));
    }

    private static Step titled(Step s, String title) {
        return new Step(
                s.option(),
                s.phase(),
                title,
                s.condition(),
                s.manual(),
                s.window(),
                s.notes(),
                s.expected(),
                s.links(),
                s.commands(),
                s.origin());
    }

    private void paragraph(List<FenceToken> tokens, boolean dense) {
        int n = 0;
        while (n < tokens.size() && tokens.get(n).kind() == FenceToken.Kind.COMMENT) {
            n++;
        }
        List<FenceToken> comments =
                tokens.subList(0, n).stream().filter(t -> !t.text().isBlank()).toList();
        List<FenceToken> body = tokens.subList(n, tokens.size());
        boolean runs = body.stream().anyMatch(t -> isRun(t));
        boolean typed = body.stream().anyMatch(t -> t.kind() == FenceToken.Kind.INPUT);
        if (!comments.isEmpty() && !runs && typed && draft.hasCommands()) {
            comments.forEach(c -> draft.notes.add(c.text()));
        } else if (!comments.isEmpty() && !runs && !typed) {
            commentsOnly(comments, body);
            return;
        } else if (!comments.isEmpty()) {
            open(comments);
        }
        body(body, dense);
    }

    private void open(List<FenceToken> comments) {
        int first = 0;
        while (first < comments.size() - 1
                && (FILE_NAME.matcher(comments.get(first).text()).matches() || isOpen(comments.get(first)))) {
            first++;
        }
        if (isOpen(comments.get(first))) {
            flush();
            comments.forEach(c -> draft.notes.add(c.text()));
            return;
        }
        // "1. Tell the team", "2. Wait for the drain" and only then "3. Restart" with its command.
        List<Integer> counted = new ArrayList<>();
        for (int i = first; i < comments.size(); i++) {
            if (Words.numbered(comments.get(i).text())) {
                counted.add(i);
            }
        }
        if (counted.size() > 1 && counted.getFirst() == first) {
            flush();
            for (int i = 0; i < counted.size() - 1; i++) {
                done.add(counted(comments.subList(counted.get(i), counted.get(i + 1))));
            }
            first = counted.getLast();
        }
        FenceToken title = comments.get(first);
        Phase named = phaseOf(title.text());
        // "Verify" is one step; "Diagnosis" and "Actions" head the steps that follow.
        phase = named == null || named == Phase.VERIFICATION ? phase : named;
        flush();
        draft = new StepDraft(frame, named == null ? phase : named, title(title.text()), title.line());
        comments.subList(first + 1, comments.size()).forEach(c -> draft.notes.add(c.text()));
    }

    // "# TODO: add the real host" is a note of whoever wrote it; the step is called by what it runs.
    private static boolean isOpen(FenceToken comment) {
        return OPEN.in(comment.text());
    }

    private void commentsOnly(List<FenceToken> comments, List<FenceToken> output) {
        if (comments.stream().allMatch(c -> FILE_NAME.matcher(c.text()).matches())) {
            return;
        }
        if (comments.stream().allMatch(FenceSteps::isOpen)) {
            comments.forEach(c -> draft.notes.add(c.text()));
            output.forEach(o -> expect(o.text()));
            return;
        }
        FenceToken first = comments.getFirst();
        if (script && done.isEmpty() && draft.isEmpty() && output.isEmpty() && !Words.numbered(first.text())) {
            open(comments);
            return;
        }
        if (isExpected(first.text()) && (draft.hasCommands() || !done.isEmpty())) {
            comments.subList(output.isEmpty() && comments.size() > 1 ? 1 : 0, comments.size())
                    .forEach(c -> expect(c.text()));
            output.forEach(o -> expect(o.text()));
            return;
        }
        List<FenceToken> numbered =
                comments.stream().filter(c -> Words.numbered(c.text())).toList();
        boolean header = !Words.numbered(first.text()) && phaseOf(first.text()) != null;
        Phase named = header ? phaseOf(first.text()) : null;
        phase = named == null ? phase : named;
        flush();
        if (numbered.size() >= 2 || header && comments.size() > 1 || orders) {
            boolean headed = !orders && !Words.numbered(first.text());
            // "If the cache is down:" above the steps is when they apply.
            String when = headed && Conditions.begins(first.text(), frame.vocabulary())
                    ? title(first.text()).replaceFirst("[\\s:]+$", "")
                    : null;
            List<FenceToken> left = comments.subList(headed ? 1 : 0, comments.size());
            for (int i = 0; i < left.size(); i++) {
                StepDraft one = new StepDraft(
                        frame, phase, title(left.get(i).text()), left.get(i).line());
                // What stands below a number is about it: a command that is written as a comment, or a note.
                while (numbered.size() >= 2
                        && Words.numbered(left.getFirst().text())
                        && i + 1 < left.size()
                        && !Words.numbered(left.get(i + 1).text())) {
                    below(left.get(++i), one);
                }
                Step s = one.step();
                done.add(when == null ? s : s.when(when));
            }
            return;
        }
        draft = new StepDraft(frame, phase, title(first.text()), first.line());
        comments.subList(1, comments.size()).forEach(c -> draft.notes.add(c.text()));
        output.forEach(o -> draft.notes.add(o.text().strip()));
        flush();
    }

    // What stands below a number is about it: a command that is written as a comment, or a note.
    private Step counted(List<FenceToken> comments) {
        FenceToken first = comments.getFirst();
        StepDraft step = new StepDraft(frame, phase, title(first.text()), first.line());
        comments.stream().skip(1).forEach(c -> below(c, step));
        return step.step();
    }

    private void below(FenceToken comment, StepDraft step) {
        if (FenceLanguage.isCommand(comment.text(), frame.vocabulary().programs())) {
            step.command(comment.text(), language, runner, comment.line());
        } else if (isExpected(comment.text().replaceFirst("^\\(", ""))) {
            step.expected.add(comment.text());
        } else {
            step.notes.add(comment.text());
        }
    }

    // "stop it # what for", line after line: a list of commands to choose from, not one thing to do.
    private boolean areNamed(List<FenceToken> body) {
        int commands = 0;
        for (int i = 0; i < body.size(); i += 2) {
            boolean named = isRun(body.get(i))
                    && i + 1 < body.size()
                    && body.get(i + 1).kind() == FenceToken.Kind.COMMENT
                    && body.get(i + 1).line() == body.get(i).line()
                    && !isExpected(body.get(i + 1).text());
            if (!named) {
                return false;
            }
            commands++;
        }
        return commands >= FEWEST;
    }

    private void body(List<FenceToken> body, boolean dense) {
        if (draft.isEmpty() && areNamed(body)) {
            for (int i = 0; i < body.size(); i += 2) {
                flush();
                draft = new StepDraft(
                        frame, phase, title(body.get(i + 1).text()), body.get(i).line());
                body(body.subList(i, i + 1), dense);
            }
            flush();
            return;
        }
        for (int i = 0; i < body.size(); i++) {
            FenceToken t = body.get(i);
            switch (t.kind()) {
                case COMMAND -> draft.command(t.text(), language, runner, t.line());
                case STATEMENT -> draft.command(t.text(), "sql", Runner.SQL, t.line());
                case INPUT -> draft.input(t.text(), t.line());
                case OUTPUT -> expect(t.text());
                case COMMENT -> {
                    boolean ahead = i + 1 < body.size() && isRun(body.get(i + 1));
                    boolean own = body.get(i - 1).line() < t.line();
                    if (own && draft.hasCommands() && (ahead && dense || Words.numbered(t.text()))) {
                        open(List.of(t));
                    } else if (isExpected(t.text())) {
                        draft.expected.add(t.text());
                    } else {
                        draft.notes.add(t.text());
                    }
                }
                case BLANK -> {}
            }
        }
    }

    private void expect(String text) {
        if (draft.isEmpty() && !done.isEmpty()) {
            Step last = done.removeLast();
            List<String> expected = new ArrayList<>(last.expected());
            expected.add(text);
            done.add(new Step(
                    last.option(),
                    last.phase(),
                    last.title(),
                    last.condition(),
                    last.manual(),
                    last.window(),
                    last.notes(),
                    List.copyOf(expected),
                    last.links(),
                    last.commands(),
                    last.origin()));
        } else {
            draft.expected.add(text);
        }
    }

    private void flush() {
        if (!draft.isEmpty()) {
            done.add(draft.step());
        }
        draft = new StepDraft(frame, phase, "", 0);
    }

    private static String title(String comment) {
        return Words.sentence(comment);
    }

    private boolean isExpected(String text) {
        return frame.vocabulary().terms("expected").begin(Words.folded(text));
    }

    private @Nullable Phase phaseOf(String comment) {
        Role role = frame.vocabulary().exact(Words.normal(comment));
        boolean heading = role == Role.DIAGNOSIS
                || role == Role.MITIGATION
                || role == Role.RESOLUTION
                || role == Role.ROLLBACK
                || role == Role.VERIFICATION;
        return role != null && heading ? Phases.of(role) : null;
    }
}
