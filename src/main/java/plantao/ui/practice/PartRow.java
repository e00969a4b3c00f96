package plantao.ui.practice;

import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import plantao.desk.PracticeBoard;
import plantao.ui.fx.Mark;
import plantao.ui.fx.Texts;

/// A running part of the practice stack.
final class PartRow extends HBox {
    private final Texts texts;
    private final Label name = new Label();
    private final Label where = new Label();
    private final Label state = new Label();
    private final Mark mark = new Mark(Mark.Kind.UNKNOWN, 16);

    PartRow(Texts texts) {
        this.texts = texts;
        getStyleClass().add("list-row");
        name.getStyleClass().add("t-name");
        where.getStyleClass().add("t-muted");
        state.getStyleClass().add("t-muted");
        VBox words = new VBox(2, name, where);
        words.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        HBox.setHgrow(words, Priority.ALWAYS);
        getChildren().addAll(mark, words, state);
    }

    void show(PracticeBoard.Part part) {
        name.setText(part.name());
        // ids are written without separators, so that they can be typed again
        String port = part.port() == 0
                ? ""
                : texts.get("part.port", String.valueOf(part.port())) + (part.pid() == 0 ? "" : " · ");
        String pid = part.pid() == 0 ? "" : texts.get("part.pid", String.valueOf(part.pid()));
        where.setText(port + pid);
        String key = "state." + part.state();
        state.setText(texts.bundle().containsKey(key) ? texts.get(key) : part.state());
        mark.setKind(
                switch (part.state()) {
                    case "running" -> Mark.Kind.UP;
                    case "dead" -> Mark.Kind.DOWN;
                    default -> Mark.Kind.DEGRADED;
                });
    }
}
