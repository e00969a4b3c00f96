package plantao.runbook.command;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import plantao.runbook.Command;
import plantao.runbook.Origin;
import plantao.runbook.Phase;
import plantao.runbook.Risk;
import plantao.runbook.Runner;
import plantao.runbook.Step;
import plantao.runbook.risk.Risks;
import plantao.runbook.risk.Waiting;
import plantao.runbook.risk.Waits;
import plantao.runbook.text.Expression;
import plantao.runbook.text.Words;

/// A step while it is being read. Lives only inside one call.
final class StepDraft {
    private static final Expression URL = Expression.of("https?://[^\\s)>\"'`\\]]+[^\\s)>\"'`\\].,;:]");
    private static final Expression KEYED = Expression.of("^(?:#|//|--)\\s*");

    private static final Expression UNPACKS = Expression.of(
            "\\btar\\s+(?:-?\\w*x\\w*|--extract)\\b.*\\s(?:-C|--directory)[ =]?\\s*[\"']?/(?!tmp\\b|var/tmp\\b)|\\bunzip\\b.*\\s-\\w*o\\b.*\\s-d\\s*[\"']?/(?!tmp\\b|var/tmp\\b)");
    private static final Expression RESTORE = Expression.of("\\b(?:restor|restaur|recover|recuper)");

    final String title;
    private final StepFrame frame;
    private final Phase phase;
    private final Origin origin;
    final List<String> notes = new ArrayList<>();
    final List<String> expected = new ArrayList<>();
    private final List<Raw> commands = new ArrayList<>();
    private final List<Command> ready = new ArrayList<>();

    private record Raw(String text, String language, Runner runner, List<String> inputs, int line) {}

    StepDraft(StepFrame frame, Phase phase, String title, int line) {
        this.frame = frame;
        this.phase = phase;
        this.title = isKeyed(title) ? KEYED.matcher(title).replaceFirst("") : title;
        this.origin = frame.at(line);
    }

    private static boolean isKeyed(String title) {
        return !title.isEmpty() && "#/-".indexOf(title.charAt(0)) >= 0;
    }

    boolean hasCommands() {
        return !commands.isEmpty() || !ready.isEmpty();
    }

    boolean isEmpty() {
        return !hasCommands() && title.isEmpty() && notes.isEmpty() && expected.isEmpty();
    }

    void command(String text, String language, Runner runner, int line) {
        if (!text.isBlank()) {
            commands.add(new Raw(text, language, runner, new ArrayList<>(), line));
        }
    }

    /// Takes over commands that were read elsewhere.
    void add(List<Command> more) {
        ready.addAll(more);
    }

    void input(String text, int line) {
        if (commands.isEmpty()) {
            commands.add(new Raw(text, "python", Runner.NONE, new ArrayList<>(), line));
        } else {
            commands.getLast().inputs().add(text);
        }
    }

    Step step() {
        String shown = title.isBlank() ? untitled() : title;
        List<Command> done = finished();
        return new Step(
                frame.option(),
                phase,
                shown,
                Conditions.in(shown, frame.vocabulary()),
                done.isEmpty(),
                frame.window(),
                List.copyOf(notes),
                List.copyOf(expected),
                links(),
                done,
                origin.line() > 0 || done.isEmpty() ? origin : done.getFirst().origin());
    }

    /// The commands it has so far.
    List<Command> finished() {
        List<Command> out = new ArrayList<>(commands.size() + ready.size());
        commands.forEach(raw -> out.add(command(raw)));
        out.addAll(ready);
        return List.copyOf(out);
    }

    private Command command(Raw raw) {
        String whole = raw.inputs().isEmpty() ? raw.text() : raw.text() + "\n" + String.join("\n", raw.inputs());
        boolean session =
                !raw.inputs().isEmpty() || raw.runner() == Runner.SHELL && ShellScanner.opensSession(raw.text());
        boolean waits = session || raw.runner() == Runner.SHELL && Waits.of(raw.text()) != Waiting.ENDS;
        Risk risk = risk(raw, session);
        return new Command(
                raw.text(),
                raw.language(),
                raw.runner(),
                risk,
                waits,
                List.copyOf(raw.inputs()),
                raw.runner() == Runner.SHELL ? blanks(whole) : Blanks.placeholders(whole),
                frame.at(raw.line()));
    }

    private Risk risk(Raw raw, boolean session) {
        if (raw.language().equals("powershell")) {
            return Risks.ofPowerShell(raw.text());
        }
        if (raw.language().equals("console")) {
            return Risks.ofDevice(raw.text());
        }
        return switch (raw.runner()) {
            case HTTP -> Risks.ofRequests(raw.text());
            case SQL -> Risks.ofStatement(raw.text());
            default ->
                restoring(
                        raw.text(),
                        raw.runner() == Runner.SHELL
                                ? Risks.ofShell(raw.text(), raw.inputs(), session ? notes : List.of())
                                : Risks.ofLanguage(
                                        raw.language(), raw.text(), raw.inputs(), session ? notes : List.of()));
        };
    }

    // Below "Restore", unpacking over a folder of the system overwrites what is there.
    private Risk restoring(String text, Risk risk) {
        return risk == Risk.MUTATING
                        && UNPACKS.in(text)
                        && (RESTORE.in(Words.folded(title)) || RESTORE.in(Words.folded(frame.title())))
                ? Risk.DESTRUCTIVE
                : risk;
    }

    private static List<String> blanks(String command) {
        List<String> capitals = Blanks.capitals(command);
        return capitals.isEmpty()
                ? Blanks.placeholders(command)
                : Stream.concat(Blanks.placeholders(command).stream(), capitals.stream())
                        .distinct()
                        .toList();
    }

    private List<String> links() {
        Set<String> out = new LinkedHashSet<>();
        notes.forEach(text -> links(text, out));
        links(title, out);
        return List.copyOf(out);
    }

    private static void links(String text, Set<String> out) {
        if (text.contains("://")) {
            URL.matcher(text).results().forEach(r -> out.add(r.group()));
        }
    }

    private String untitled() {
        boolean several = (commands.size() != 1 || frame.title().isBlank())
                && (commands.isEmpty()
                        || !commands.getFirst().text().startsWith("echo ")
                        || frame.title().isBlank());
        return !several || commands.isEmpty()
                ? frame.title()
                : firstLine(commands.getFirst().text());
    }

    private static String firstLine(String text) {
        int end = text.indexOf('\n');
        return end < 0 ? text : text.substring(0, end) + " …";
    }
}
