package plantao.ui.library;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import plantao.runbook.SourceLine;
import plantao.ui.fx.Texts;

/// The search field: every hit is marked while typing; Enter goes to the next, Shift Enter to the one before,
/// Escape ends.
final class FileSearch {
    private final Texts texts;
    private final TextField words;
    private final Label about;
    private final Consumer<List<Integer>> mark;
    private final IntConsumer go;
    private List<SourceLine> lines = List.of();
    private List<Integer> hits = List.of();
    private int at;

    /// @param about says how many hits there are
    /// @param mark is given the lines that hold the words
    /// @param go is given the line to go to
    FileSearch(Texts texts, TextField words, Label about, Consumer<List<Integer>> mark, IntConsumer go) {
        this.texts = texts;
        this.words = words;
        this.about = about;
        this.mark = mark;
        this.go = go;
        words.textProperty().subscribe(_ -> typed());
        words.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER) {
                step(event.isShiftDown() ? -1 : 1);
                event.consume();
            } else if (event.getCode() == KeyCode.ESCAPE && !words.getText().isEmpty()) {
                words.clear();
                event.consume();
            }
        });
    }

    /// Puts the cursor into the field.
    void begin() {
        words.requestFocus();
        words.selectAll();
    }

    /// Searches in another text from now on.
    void in(List<SourceLine> text) {
        lines = text;
        find();
        say();
    }

    private void typed() {
        find();
        if (!hits.isEmpty()) {
            go.accept(hits.getFirst());
        }
        say();
    }

    private void find() {
        hits = Finder.lines(lines, words.getText());
        at = 0;
        mark.accept(hits);
    }

    private void step(int by) {
        if (!hits.isEmpty()) {
            at = Math.floorMod(at + by, hits.size());
            go.accept(hits.get(at));
            say();
        }
    }

    private void say() {
        about.setText(
                words.getText().isBlank()
                        ? ""
                        : hits.isEmpty() ? texts.get("found.none") : texts.get("found", at + 1, hits.size()));
    }
}
