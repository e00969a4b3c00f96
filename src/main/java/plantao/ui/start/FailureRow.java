package plantao.ui.start;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import plantao.desk.Board;
import plantao.desk.Event;
import plantao.ui.fx.Texts;
import plantao.ui.fx.UiContext;

/// A folder that could not be opened: which, why, and a way to try again.
final class FailureRow extends HBox {
    private final UiContext desktop;
    private final Texts texts;
    private final Label title = new Label();
    private final Label why = new Label();
    private final Button again = new Button();
    private final Button dismiss = new Button();

    FailureRow(UiContext desktop, Texts texts) {
        this.desktop = desktop;
        this.texts = texts;
        getStyleClass().addAll("notice", "danger");
        title.getStyleClass().add("t-name");
        title.setWrapText(true);
        why.getStyleClass().add("t-body");
        why.setWrapText(true);
        again.getStyleClass().add("small");
        again.setText(texts.get("failure.again"));
        dismiss.getStyleClass().add("small");
        dismiss.setText(texts.get("failure.dismiss"));
        VBox words = new VBox(2, title, why);
        HBox.setHgrow(words, Priority.ALWAYS);
        getChildren().addAll(new FontIcon("fth-alert-triangle"), words, again, dismiss);
    }

    void show(Board.Failure failure) {
        title.setText(texts.get("failure", failure.source()));
        why.setText(texts.said(failure.message()));
        again.setOnAction(_ -> desktop.send(new Event.OpenFolder(failure.source())));
        dismiss.setOnAction(_ -> desktop.send(new Event.DismissFailure(failure.source())));
    }
}
