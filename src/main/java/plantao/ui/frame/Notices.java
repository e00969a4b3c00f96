package plantao.ui.frame;

import javafx.geometry.Insets;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import plantao.desk.Board;
import plantao.desk.Event;
import plantao.ui.fx.Desktop;
import plantao.ui.fx.Fonts;
import plantao.ui.fx.Rows;
import plantao.ui.fx.Texts;

/// Banners under the top bar: folders that could not be opened, and what the console has to tell.
final class Notices {
    private final Desktop desktop;
    private final Texts texts;
    private final VBox box;
    private final Rows<Board.Failure, HBox> failures;
    private final Rows<Board.Notice, HBox> notices;

    Notices(Desktop desktop, Texts texts, VBox box) {
        this.desktop = desktop;
        this.texts = texts;
        this.box = box;
        VBox failed = new VBox(8);
        VBox told = new VBox(8);
        box.getChildren().setAll(failed, told);
        box.setPadding(new Insets(8, 16, 0, 16));
        this.failures = new Rows<>(failed.getChildren(), f -> f, this::failure, (_, _) -> {});
        this.notices = new Rows<>(told.getChildren(), Board.Notice::id, this::notice, (_, _) -> {});
    }

    void show(Board board) {
        failures.show(board.failures());
        notices.show(board.notices());
        boolean some = !board.failures().isEmpty() || !board.notices().isEmpty();
        box.setManaged(some);
        box.setVisible(some);
    }

    private HBox failure(Board.Failure failure) {
        Button again = new Button(texts.get("failure.again"));
        again.setOnAction(_ -> desktop.send(new Event.OpenFolder(failure.source())));
        return banner("danger", texts.get("failure", failure.source(), failure.message()), again);
    }

    private HBox notice(Board.Notice notice) {
        Button dismiss = new Button(texts.get("dismiss"));
        dismiss.setOnAction(_ -> desktop.send(new Event.DismissNotice(notice.id())));
        String style = switch (notice.level()) {
            case INFO -> "info";
            case WARNING -> "warning";
            case ERROR -> "danger";
        };
        return banner(style, notice.text(), dismiss);
    }

    private static HBox banner(String style, String words, Button action) {
        Label text = new Label(Fonts.drawable(words));
        text.setWrapText(true);
        text.getStyleClass().add("t-body");
        text.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(text, Priority.ALWAYS);
        action.getStyleClass().add("small");
        HBox row = new HBox(new FontIcon(style.equals("info") ? "fth-info" : "fth-alert-triangle"), text, action);
        row.getStyleClass().addAll("notice", style);
        return row;
    }
}
