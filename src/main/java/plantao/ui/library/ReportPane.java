package plantao.ui.library;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;
import plantao.runbook.Problem;

/// The lines of a file and what each became.
final class ReportPane {
    private static final double ROW = 24;
    /// So many rows stay above the line gone to.
    private static final int ABOVE = 6;

    private final ListView<ReportRow> list = new ListView<>();
    private final Set<Integer> opened = new HashSet<>();
    private Set<Integer> found = Set.of();
    private @Nullable RunbookSheet sheet;

    ReportPane(LineWords words) {
        list.setId("lines");
        list.setFixedCellSize(ROW);
        list.getStyleClass().add("lines");
        LineCell.Facts facts = new LineCell.Facts() {
            @Override
            public @Nullable Problem problem(int line) {
                return sheet == null ? null : sheet.worst().get(line);
            }

            @Override
            public Set<Integer> found() {
                return found;
            }
        };
        list.setCellFactory(_ -> new LineCell(words, facts, this::open));
        list.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER
                    && list.getSelectionModel().getSelectedItem() instanceof ReportRow.Fold f) {
                open(f);
                event.consume();
            }
        });
    }

    ListView<ReportRow> list() {
        return list;
    }

    /// Shows a file; the line that was chosen stays so when it is the same file, read anew.
    void show(RunbookSheet next) {
        boolean same = sheet != null && sheet.file().equals(next.file());
        int line = same ? line() : 0;
        if (!same) {
            opened.clear();
        }
        sheet = next;
        draw();
        if (line > 0) {
            choose(line, false);
        }
    }

    /// The chosen line's number, 0 when none is.
    int line() {
        return list.getSelectionModel().getSelectedItem() instanceof ReportRow.Source s
                ? s.line().number()
                : 0;
    }

    /// Marks what was searched for.
    void found(List<Integer> lines) {
        found = Set.copyOf(lines);
        list.refresh();
    }

    /// Goes to a line and marks it; a fold it is in opens.
    void go(int line) {
        choose(line, true);
    }

    /// Whether everything is open.
    boolean unfolded() {
        return sheet != null && opened.containsAll(Folding.all(sheet));
    }

    void unfold(boolean all) {
        if (sheet != null) {
            opened.clear();
            if (all) {
                opened.addAll(Folding.all(sheet));
            }
            int line = line();
            draw();
            if (line > 0) {
                choose(line, true);
            }
        }
    }

    private void open(ReportRow.Fold fold) {
        opened.add(fold.first());
        draw();
        choose(fold.first(), false);
    }

    private void draw() {
        if (sheet != null) {
            list.getItems().setAll(Folding.rows(sheet, opened));
        }
    }

    private void choose(int line, boolean scroll) {
        int at = row(line);
        if (at >= 0 && list.getItems().get(at) instanceof ReportRow.Fold f) {
            opened.add(f.first());
            draw();
            at = row(line);
        }
        if (at >= 0) {
            list.getSelectionModel().clearAndSelect(at);
            list.getFocusModel().focus(at);
            if (scroll) {
                list.scrollTo(Math.max(0, at - ABOVE));
            }
        }
    }

    // The row that holds the line; else the last one before it (the line is blank).
    private int row(int line) {
        int last = -1;
        for (int i = 0; i < list.getItems().size(); i++) {
            ReportRow row = list.getItems().get(i);
            if (row.holds(line)) {
                return i;
            }
            int first = row instanceof ReportRow.Source s ? s.line().number() : ((ReportRow.Fold) row).first();
            last = first <= line ? i : last;
        }
        return last;
    }
}
