package plantao.runbook.read;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import plantao.runbook.Checklist;
import plantao.runbook.Command;
import plantao.runbook.Phase;
import plantao.runbook.command.ListSteps;
import plantao.runbook.command.StepFrame;
import plantao.runbook.text.Expression;
import plantao.runbook.text.Phrases;
import plantao.runbook.text.Role;
import plantao.runbook.text.Vocabulary;
import plantao.runbook.text.Words;
import plantao.runbook.tree.Table;

/// Checks in the rows of a table ("Time | Check | Expected | Done by") below "Daily checks" and the like: a list to
/// tick.
final class TabledChecklists {
    private static final Expression CLOCK =
            Expression.of("^(\\d{1,2}[:h]\\d{2}|(?:[01]\\d|2[0-3])[0-5]\\d(?=$)|\\d{1,2} ?(?:h|am|pm))\\b");

    private TabledChecklists() {}

    /// The items of the section's tables that are such lists.
    static List<Checklist.Item> items(Topic t, Vocabulary vocabulary) {
        List<Checklist.Item> out = new ArrayList<>();
        boolean routine = t.is(Role.CHECKLIST, Role.ON_CALL_SHIFT)
                || t.is(Role.MAINTENANCE, Role.HEALTH) && Phrases.cadence(t.title(), vocabulary) != null
                || t.role() == null && Phrases.cadence(t.title(), vocabulary) != null;
        for (ColumnKinds c : routine ? t.tables() : List.<ColumnKinds>of()) {
            int task = task(c.table(), vocabulary);
            if (task < 0 || c.has("frequency") || c.has("warning") || c.has("critical") || c.has("timeout")) {
                continue;
            }
            for (Table.Row row : c.table().rows()) {
                String text = ColumnKinds.text(row, task);
                if (text != null) {
                    out.add(item(t, c.table(), row, task, text, vocabulary));
                }
            }
        }
        return out;
    }

    private static int task(Table table, Vocabulary vocabulary) {
        for (int i = 0; i < table.keys().size(); i++) {
            if (!Collections.disjoint(table.keys().get(i), vocabulary.list("checkedItem"))) {
                return i;
            }
        }
        return -1;
    }

    private static Checklist.Item item(
            Topic t, Table table, Table.Row row, int task, String text, Vocabulary vocabulary) {
        StepFrame frame = new StepFrame(t.file(), null, Phase.OTHER, null, t.title(), vocabulary);
        List<Command> commands = new ArrayList<>();
        List<String> details = new ArrayList<>();
        String clock = "";
        for (int i = 0; i < row.cells().size(); i++) {
            String cell = ColumnKinds.text(row, i);
            commands.addAll(ListSteps.inline(row.cells().get(i), frame, row.line()));
            Matcher m = CLOCK.matcher(cell == null ? "" : cell);
            if (i != task && cell != null && clock.isEmpty() && m.find()) {
                clock = m.group(1).replaceFirst("^(\\d{2})(\\d{2})$", "$1:$2") + " ";
            } else if (i != task && cell != null && !table.headers().get(i).isBlank()) {
                details.add(Words.plain(table.headers().get(i)) + ": " + cell);
            }
        }
        return new Checklist.Item(clock + text, false, List.copyOf(details), List.copyOf(commands), t.at(row.line()));
    }
}
