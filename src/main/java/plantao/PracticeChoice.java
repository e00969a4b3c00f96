package plantao;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import plantao.desk.PracticeBoard;
import plantao.runbook.Runbook;
import plantao.runbook.read.LoadedRunbook;

/// What can be practised on, and what of it is.
///
/// @param runbook the chosen one
/// @param stack where its practice stack is described
/// @param all every runbook with a practice stack, in the order read
record PracticeChoice(Runbook runbook, Path stack, List<PracticeBoard.Choice> all) {

    /// The wanted runbook, else the one with most scenarios, the first of equals; null when none has a practice
    /// stack.
    static @Nullable PracticeChoice of(List<LoadedRunbook> bundled, @Nullable String wanted) {
        List<PracticeBoard.Choice> all = new ArrayList<>();
        Runbook chosen = null;
        Path chosenStack = null;
        int most = -1;
        for (LoadedRunbook loaded : bundled) {
            if (!(loaded instanceof LoadedRunbook.Read(Path path, Runbook runbook))
                    || runbook.settings().practice() == null) {
                continue;
            }
            Path stack = path.resolve(runbook.settings().practice());
            PracticeBoard.Choice choice =
                    new PracticeBoard.Choice(path.toString(), runbook.system(), PracticeRoom.scenarios(stack));
            all.add(choice);
            int weight = choice.folder().equals(wanted)
                    ? Integer.MAX_VALUE
                    : choice.scenarios().size();
            if (weight > most) {
                chosen = runbook;
                chosenStack = stack;
                most = weight;
            }
        }
        return chosen == null || chosenStack == null ? null : new PracticeChoice(chosen, chosenStack, all);
    }
}
