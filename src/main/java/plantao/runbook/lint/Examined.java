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
/// @param today the day that dates are held against; without one the rules about dates find nothing
public record Examined(
        Runbook runbook, List<Page> pages, @Nullable LocalDate today) {

    /// A command with the step it belongs to, if any.
    record Used(Command command, @Nullable Step step) {}

    /// Every command of playbooks, procedures and checklists, each place once.
    List<Used> commands() {
        return commands(runbook);
    }

    static List<Used> commands(Runbook runbook) {
        List<Used> out = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        Stream.concat(
                        runbook.playbooks().stream().flatMap(p -> p.steps().stream()),
                        runbook.procedures().stream().flatMap(p -> p.steps().stream()))
                .forEach(s -> s.commands().forEach(c -> add(c, s, seen, out)));
        runbook.checklists().stream()
                .flatMap(c -> c.items().stream())
                .forEach(i -> i.commands().forEach(c -> add(c, null, seen, out)));
        return out;
    }

    static List<Used> shell(Runbook runbook) {
        return commands(runbook).stream()
                .filter(u -> u.command().runner() == Runner.SHELL)
                .toList();
    }

    private static void add(Command c, @Nullable Step step, Set<String> seen, List<Used> out) {
        if (seen.add(c.origin().file() + ":" + c.origin().line() + ":" + c.text())) {
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
