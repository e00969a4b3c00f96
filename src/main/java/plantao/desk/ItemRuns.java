package plantao.desk;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import plantao.journal.ItemKey;
import plantao.playbook.Run;
import plantao.playbook.StepResult;
import plantao.runbook.Checklist;
import plantao.runbook.Origin;
import plantao.runbook.Phase;
import plantao.runbook.Step;

/// The commands of a checklist's item are walked like a playbook of one step, with the same care; how they ended is
/// the item's evidence, in a note on it. Ticking it stays the operator's word.
final class ItemRuns {
    /// The kind of procedure that such a run is.
    static final String KIND = "other";

    private static final int LAST_LINES = 3;
    private static final int LONGEST = 240;

    private ItemRuns() {}

    /// The items that have something to run.
    static Stream<Checklist.Item> items(SystemBoard system) {
        return system.runbook().checklists().stream()
                .flatMap(list -> list.items().stream())
                .filter(item -> !item.commands().isEmpty());
    }

    static List<Step> steps(Checklist.Item item) {
        return List.of(new Step(
                null,
                Phase.OTHER,
                item.text(),
                null,
                false,
                null,
                item.details(),
                List.of(),
                List.of(),
                item.commands(),
                item.origin()));
    }

    /// A step ended: when it was an item's, the item keeps how.
    ///
    /// @param shown the commands as they were shown, secrets masked
    static Outcome ended(Board board, String system, UUID id, Event.StepEnded e, String shown, EventContext stamp) {
        Run run = board.system(system).flatMap(s -> s.run(id)).orElse(null);
        ItemKey item =
                run == null ? null : board.system(system).map(s -> key(s, run)).orElse(null);
        return item == null
                ? Outcome.of(board)
                : ChecklistHandler.note(board, new Event.NoteItem(system, item, evidence(shown, e)), stamp)
                        .then(b -> over(b, system, id, e, stamp));
    }

    /// What ran well and whole is over: nobody has to come back to end it. One that failed waits to be looked at.
    private static Outcome over(Board board, String system, UUID id, Event.StepEnded e, EventContext stamp) {
        boolean done = e.result().good()
                && board.system(system)
                        .flatMap(s -> s.run(id))
                        .filter(r -> r.settled() == r.steps().size())
                        .isPresent();
        return done ? RunHandler.end(board, new Event.EndRun(id), stamp) : Outcome.of(board);
    }

    private static @Nullable ItemKey key(SystemBoard system, Run run) {
        if (items(system).noneMatch(i -> i.text().equals(run.title()))) {
            return null;
        }
        Map<ItemKey, Origin> all = ItemKey.all(system.runbook());
        Optional<ItemKey> there = all.entrySet().stream()
                .filter(known -> known.getValue().equals(run.origin()))
                .filter(known -> known.getKey().item().startsWith(run.title()))
                .map(Map.Entry::getKey)
                .findFirst();
        return there.orElseGet(() -> all.keySet().stream()
                .filter(known -> known.item().equals(run.title()))
                .findFirst()
                .orElse(null));
    }

    /// The command, its end and its last lines, without words of any language.
    private static String evidence(String shown, Event.StepEnded e) {
        String end = switch (e.result()) {
            case StepResult.Exited x -> "exit " + x.status();
            case StepResult.TimedOut t -> "> " + t.after().toSeconds() + " s";
            case StepResult.Cancelled c -> "Ctrl+C, " + c.after().toSeconds() + " s";
            case StepResult.NotStarted n -> n.reason();
        };
        List<String> lines =
                e.excerpt().lines().map(String::strip).filter(l -> !l.isEmpty()).toList();
        String last = lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()).stream()
                .collect(Collectors.joining(" / "));
        String text = shown.strip().replaceAll("\\s*\\R\\s*", "; ") + " → " + end + (last.isEmpty() ? "" : ": " + last);
        return text.length() <= LONGEST ? text : text.substring(0, text.offsetByCodePoints(0, LONGEST - 1)) + "…";
    }
}
