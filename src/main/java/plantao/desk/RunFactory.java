package plantao.desk;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import plantao.playbook.Run;
import plantao.runbook.Checklist;
import plantao.runbook.NotedLine;
import plantao.runbook.Origin;
import plantao.runbook.Playbook;
import plantao.runbook.Procedure;
import plantao.runbook.Step;

/// Makes a run of a playbook, a procedure or what a checklist's item has to run.
final class RunFactory {
    private RunFactory() {}

    /// A run and, for a procedure, its kind.
    record Begun(Run run, @Nullable String procedure) {}

    /// The run that was asked for; empty when the runbook has no such playbook or procedure.
    static Optional<Begun> of(SystemBoard system, Event.OpenRun e, EventContext stamp) {
        for (Playbook p : system.runbook().playbooks()) {
            if (asked(e, p.title(), p.origin())) {
                return Optional.of(new Begun(
                        run(system, e, stamp, p.origin(), p.banner(), p.symptoms(), p.causes(), p.steps()), null));
            }
        }
        for (Procedure p : system.runbook().procedures()) {
            if (asked(e, p.title(), p.origin())) {
                return Optional.of(new Begun(
                        run(system, e, stamp, p.origin(), null, List.of(), List.of(), steps(system, p)), p.kind()));
            }
        }
        return ItemRuns.items(system)
                .filter(i -> asked(e, i.text(), i.origin()))
                .findFirst()
                .map(i -> new Begun(
                        run(system, e, stamp, i.origin(), null, List.of(), List.of(), ItemRuns.steps(i)),
                        ItemRuns.KIND));
    }

    /// The run of a title that is walked already, as the runbook has it now; empty when it has it no more. A title
    /// that occurs twice is told apart by its line.
    ///
    /// @param line where it stood when the run was begun
    static Optional<Begun> again(SystemBoard system, String title, int line, EventContext stamp) {
        return nearest(system, title, line)
                .flatMap(o -> of(system, new Event.OpenRun(system.name(), title, o.line(), null), stamp));
    }

    private static Optional<Origin> nearest(SystemBoard system, String title, int line) {
        Stream<Origin> written = Stream.concat(
                system.runbook().playbooks().stream()
                        .filter(p -> p.title().equals(title))
                        .map(Playbook::origin),
                system.runbook().procedures().stream()
                        .filter(p -> p.title().equals(title))
                        .map(Procedure::origin));
        return Stream.concat(
                        written,
                        ItemRuns.items(system)
                                .filter(i -> i.text().equals(title))
                                .map(Checklist.Item::origin))
                .min(Comparator.comparingInt(o -> Math.abs(o.line() - line)));
    }

    /// The steps that a title has now; none when the runbook has it no more.
    static List<Step> steps(SystemBoard system, String title, int line) {
        return nearest(system, title, line)
                .flatMap(o -> steps(system, title, o))
                .orElse(List.of());
    }

    private static Optional<List<Step>> steps(SystemBoard system, String title, Origin origin) {
        Event.OpenRun wanted = new Event.OpenRun(system.name(), title, origin.line(), null);
        Stream<List<Step>> written = Stream.concat(
                system.runbook().playbooks().stream()
                        .filter(p -> asked(wanted, p.title(), p.origin()))
                        .map(Playbook::steps),
                system.runbook().procedures().stream()
                        .filter(p -> asked(wanted, p.title(), p.origin()))
                        .map(p -> steps(system, p)));
        return Stream.concat(
                        written,
                        ItemRuns.items(system)
                                .filter(i -> asked(wanted, i.text(), i.origin()))
                                .map(ItemRuns::steps))
                .findFirst();
    }

    private static List<Step> steps(SystemBoard system, Procedure procedure) {
        List<Step> steps = new ArrayList<>(ChangeChecklists.before(system.runbook(), procedure));
        steps.addAll(procedure.steps());
        steps.addAll(ChangeChecklists.after(system.runbook(), procedure));
        return steps;
    }

    private static boolean asked(Event.OpenRun e, String title, Origin origin) {
        return title.equals(e.title()) && origin.line() == e.line();
    }

    private static Run run(
            SystemBoard system,
            Event.OpenRun e,
            EventContext stamp,
            Origin origin,
            @Nullable String banner,
            List<NotedLine> symptoms,
            List<NotedLine> causes,
            List<Step> steps) {
        return Run.begin(
                stamp.ids().get(),
                e.title(),
                origin,
                system.runbook().hash(),
                AlertValues.in(system, e.alert()),
                e.alert(),
                banner,
                symptoms,
                causes,
                steps,
                stamp.now());
    }
}
