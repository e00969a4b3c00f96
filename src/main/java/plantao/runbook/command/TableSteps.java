package plantao.runbook.command;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import plantao.runbook.Runner;
import plantao.runbook.Step;
import plantao.runbook.text.Vocabulary;
import plantao.runbook.text.Words;
import plantao.runbook.tree.Table;

/// Steps out of a table: `step | action | command`.
public final class TableSteps {
    private final Table table;
    private final Vocabulary vocabulary;

    private TableSteps(Table table, Vocabulary vocabulary) {
        this.table = table;
        this.vocabulary = vocabulary;
    }

    /// Whether its rows are things to do, one after the other.
    public static boolean fits(Table table, Vocabulary vocabulary) {
        TableSteps t = new TableSteps(table, vocabulary);
        boolean other = t.column("frequency") >= 0
                || t.column("severity") >= 0
                || t.column("metricName") == 0
                || t.column("symptom") == 0
                || t.column("cause") >= 0;
        int command = t.column("command");
        boolean counted = t.column("index") == 0;
        boolean runs = command > 0
                && table.rows().stream()
                        .anyMatch(r -> t.commands(r.cells().get(command)).size() > 0);
        int action = t.column("action");
        boolean told = action > 0 || t.column("responsibility") >= 0;
        // "Script | Purpose": a reference of what can be run.
        boolean reference = command == 0
                && t.column("responsibility") == 1
                && table.rows().stream()
                                .filter(r -> !t.commands(r.cells().getFirst()).isEmpty())
                                .count()
                        > 1;
        return !other
                && table.headers().size() > 1
                && (runs && (counted || told) || reference || counted && action > 0);
    }

    static List<Step> of(Table table, StepFrame frame) {
        TableSteps t = new TableSteps(table, frame.vocabulary());
        List<Step> out = new ArrayList<>();
        for (Table.Row row : table.rows()) {
            Step step = t.step(row, frame);
            if (step != null) {
                out.add(step);
            }
        }
        return out;
    }

    private @Nullable Step step(Table.Row row, StepFrame frame) {
        int command = column("command");
        int name = column("action");
        name = name < 0 ? column("responsibility") : name;
        name = name < 0 ? table.headers().size() > 1 && column("index") == 0 ? 1 : 0 : name;
        String title = Words.sentence(row.cells().get(name));
        if (title.isBlank()) {
            return null;
        }
        StepDraft draft = new StepDraft(frame, frame.phase(), title, row.line());
        for (int i = 0; i < row.cells().size(); i++) {
            String cell = row.cells().get(i);
            if (i == command || i == name) {
                commands(cell)
                        .forEach(c -> draft.command(
                                c,
                                FenceLanguage.isCmdlet(c) ? "powershell" : "bash",
                                FenceLanguage.isCmdlet(c) ? Runner.NONE : Runner.SHELL,
                                row.line()));
            } else if (i != column("index") && !Words.plain(cell).matches("[-–—]?")) {
                boolean expected = vocabulary
                        .list("expected")
                        .contains(Words.normal(table.headers().get(i)));
                (expected ? draft.expected : draft.notes).add(Words.plain(cell));
            }
        }
        if (command >= 0 && commands(row.cells().get(command)).isEmpty()) {
            String text = Words.plain(row.cells().get(command));
            if (!text.matches("[-–—]?")) {
                draft.notes.add(text);
            }
        }
        return draft.step();
    }

    private List<String> commands(String cell) {
        List<String> code =
                Words.code(cell).stream().filter(FenceLanguage::isCommand).toList();
        String plain = Words.plain(cell);
        return !code.isEmpty()
                ? code
                : FenceLanguage.isCommand(plain) && plain.contains(" ") ? List.of(plain) : List.of();
    }

    private int column(String kind) {
        for (int i = 0; i < table.headers().size(); i++) {
            for (String header : table.keys().get(i)) {
                if (vocabulary.isColumn(kind, header) || kind.equals("index") && header.equals("#")) {
                    return i;
                }
            }
        }
        return -1;
    }
}
