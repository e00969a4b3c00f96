package plantao.runbook.lint;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import plantao.runbook.Command;
import plantao.runbook.Origin;
import plantao.runbook.Runbook;
import plantao.runbook.Runner;
import plantao.runbook.Step;

/// What the rules look at.
///
/// @param pages its Markdown files
/// @param commands every command of playbooks, procedures and checklists, each place once
/// @param today the day that dates are held against; without one the rules about dates find nothing
public record LintSubject(
        Runbook runbook,
        List<Page> pages,
        List<Used> commands,
        @Nullable LocalDate today) {

    /// @param pages its Markdown files
    public static LintSubject of(Runbook runbook, List<Page> pages, @Nullable LocalDate today) {
        return new LintSubject(runbook, pages, commands(runbook), today);
    }

    /// A command with the step it belongs to, if any. Cut into words once, when the first rule asks.
    static final class Used {
        private final Command command;
        private final @Nullable Step step;
        private @Nullable ShellText words;

        Used(Command command, @Nullable Step step) {
            this.command = command;
            this.step = step;
        }

        Command command() {
            return command;
        }

        @Nullable
        Step step() {
            return step;
        }

        boolean isShell() {
            return command.runner() == Runner.SHELL;
        }

        /// The words as the shell would see them, with its placeholders filled in.
        ShellText words() {
            ShellText known = words;
            if (known == null) {
                known = ShellText.of(filled(command));
                words = known;
            }
            return known;
        }

        // A placeholder is replaced before the command runs.
        private static String filled(Command c) {
            String text = c.text();
            for (String p : c.placeholders()) {
                text = text.replace(p, "X");
            }
            return text;
        }
    }

    private record Place(Origin origin, String text) {}

    private static List<Used> commands(Runbook runbook) {
        List<Used> out = new ArrayList<>();
        Set<Place> seen = new HashSet<>();
        Stream.concat(
                        runbook.playbooks().stream().flatMap(p -> p.steps().stream()),
                        runbook.procedures().stream().flatMap(p -> p.steps().stream()))
                .forEach(s -> s.commands().forEach(c -> add(c, s, seen, out)));
        runbook.checklists().stream()
                .flatMap(c -> c.items().stream())
                .forEach(i -> i.commands().forEach(c -> add(c, null, seen, out)));
        return List.copyOf(out);
    }

    static List<Used> shell(Runbook runbook) {
        return commands(runbook).stream().filter(Used::isShell).toList();
    }

    /// The commands that a shell runs.
    List<Used> shell() {
        return commands.stream().filter(Used::isShell).toList();
    }

    private static void add(Command c, @Nullable Step step, Set<Place> seen, List<Used> out) {
        if (seen.add(new Place(c.origin(), c.text()))) {
            out.add(new Used(c, step));
        }
    }

    /// The page a place stands in, or null (a place in `console.yaml`).
    @Nullable
    Page page(Origin origin) {
        for (Page p : pages) {
            if (p.file().equals(origin.file())) {
                return p;
            }
        }
        return null;
    }
}
