package plantao.ui.playbook;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import plantao.desk.Board;
import plantao.desk.Event;
import plantao.playbook.Run;
import plantao.ui.fx.Texts;
import plantao.ui.fx.UiContext;

/// A command of the operator's own, in the run's place: it becomes a step of the run, is asked about like any
/// other, and is logged. Up and Down bring back what was typed before in this run.
final class PromptLine extends HBox {
    private final UiContext desktop;
    private final Texts texts;
    private final TextField field = new CommandField();
    private final List<String> typed = new ArrayList<>();
    private int at;
    private @Nullable Run run;

    PromptLine(UiContext desktop, Texts texts) {
        this.desktop = desktop;
        this.texts = texts;
        getStyleClass().add("input-line");
        field.setId("type-command");
        field.getStyleClass().add("t-mono");
        field.setOnAction(_ -> send());
        field.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            int by = event.getCode() == KeyCode.UP ? -1 : event.getCode() == KeyCode.DOWN ? 1 : 0;
            if (by != 0) {
                at = Math.clamp(at + by, 0, typed.size());
                field.setText(at < typed.size() ? typed.get(at) : "");
                field.end();
                event.consume();
            }
        });
        HBox.setHgrow(field, Priority.ALWAYS);
        getChildren().setAll(new FontIcon("fth-terminal"), field);
    }

    void show(Run next, Board board) {
        Run before = run;
        if (before == null || !before.id().equals(next.id())) {
            field.clear();
            typed.clear();
            at = 0;
        }
        run = next;
        String words = texts.get("prompt", PlaybookNodes.environment(next.target(), texts, desktop.locale()));
        field.setPromptText(words);
        field.setAccessibleText(words);
        boolean settled = board.systems().stream()
                .filter(s -> s.run(next.id()).isPresent())
                .allMatch(s -> s.trust().settled());
        PlaybookNodes.show(this, next.open() && next.running() < 0 && !board.readOnly() && settled);
    }

    private void send() {
        String text = field.getText().strip();
        Run shown = run;
        if (!text.isEmpty() && shown != null) {
            typed.remove(text);
            typed.add(text);
            at = typed.size();
            field.clear();
            desktop.send(new Event.TypeStep(shown.id(), text));
        }
    }
}
