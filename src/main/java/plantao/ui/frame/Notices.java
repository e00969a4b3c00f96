package plantao.ui.frame;

import java.util.List;
import javafx.animation.PauseTransition;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.kordamp.ikonli.javafx.FontIcon;
import plantao.desk.Board;
import plantao.desk.Event;
import plantao.ui.fx.Copy;
import plantao.ui.fx.Fonts;
import plantao.ui.fx.OptionalChildren;
import plantao.ui.fx.RowSync;
import plantao.ui.fx.Texts;
import plantao.ui.fx.UiContext;

/// Banners under the top bar: folders that could not be opened, and what the console has to tell.
final class Notices {
    private static final Duration STAYS = Duration.seconds(15);

    private final UiContext desktop;
    private final Texts texts;
    private final VBox box;
    private final HBox logTrouble;
    private final OptionalChildren present;
    private final RowSync<Board.Failure, HBox> failures;
    private final RowSync<Board.Notice, HBox> notices;
    private final RowSync<Board.Notice, HBox> files;

    /// @param box the banners, above the screen
    /// @param saved what was written, floating over it
    Notices(UiContext desktop, Texts texts, VBox box, VBox saved) {
        this.desktop = desktop;
        this.texts = texts;
        this.box = box;
        VBox failed = new VBox(8);
        VBox told = new VBox(8);
        logTrouble = banner("danger", "");
        logTrouble.setId("log-trouble");
        box.getChildren().setAll(logTrouble, failed, told);
        this.present = new OptionalChildren(box);
        box.setSpacing(8);
        box.setPadding(new Insets(8, 16, 0, 16));
        this.failures = new RowSync<>(failed.getChildren(), f -> f, this::failure, (_, _) -> {});
        this.files = new RowSync<>(saved.getChildren(), Board.Notice::id, this::file, (_, _) -> {});
        this.notices = new RowSync<>(told.getChildren(), Board.Notice::id, this::notice, (_, _) -> {});
    }

    void show(Board board) {
        boolean trouble = board.logProblem() != null;
        present.show(logTrouble, trouble);
        if (trouble) {
            ((Label) logTrouble.getChildren().get(1))
                    .setText(texts.get("log.trouble", board.unsaved().size()) + " "
                            + Fonts.drawable(texts.said(String.valueOf(board.logProblem()))));
        }
        failures.show(board.failures());
        List<Board.Notice> told =
                board.notices().stream().filter(n -> n.file() == null).toList();
        notices.show(told);
        files.show(board.notices().stream().filter(n -> n.file() != null).toList());
        for (Node group : box.getChildren()) {
            if (group instanceof VBox rows) {
                rows.setManaged(!rows.getChildren().isEmpty());
            }
        }
        boolean some = trouble || !board.failures().isEmpty() || !told.isEmpty();
        box.setManaged(some);
        box.setVisible(some);
    }

    private HBox failure(Board.Failure failure) {
        Button again = new Button(texts.get("failure.again"));
        again.setOnAction(_ -> desktop.send(new Event.OpenFolder(failure.source())));
        Button dismiss = new Button(texts.get("dismiss"));
        dismiss.setOnAction(_ -> desktop.send(new Event.DismissFailure(failure.source())));
        return banner("danger", texts.get("failure", failure.source(), texts.said(failure.message())), again, dismiss);
    }

    private HBox notice(Board.Notice notice) {
        Button dismiss = new Button(texts.get("dismiss"));
        dismiss.setOnAction(_ -> desktop.send(new Event.DismissNotice(notice.id())));
        String style = switch (notice.level()) {
            case INFO -> "info";
            case WARNING -> "warning";
            case ERROR -> "danger";
        };
        return banner(style, texts.said(notice.text()), dismiss);
    }

    /// A file that was written: told over the screen, so that nothing moves under the hand, and gone after a while.
    private HBox file(Board.Notice notice) {
        Event.DismissNotice gone = new Event.DismissNotice(notice.id());
        Button open = new Button(texts.get("notice.open"));
        open.setOnAction(_ -> desktop.send(new Event.OpenWritten(notice.id(), false)));
        Button folder = new Button(texts.get("notice.folder"));
        folder.setOnAction(_ -> desktop.send(new Event.OpenWritten(notice.id(), true)));
        Button copy = new Button(texts.get("notice.copy"));
        copy.setOnAction(_ -> Copy.text(String.valueOf(notice.file())));
        Button dismiss = new Button(texts.get("dismiss"));
        dismiss.setOnAction(_ -> desktop.send(gone));
        HBox row = banner("info", texts.said(notice.text()), open, folder, copy, dismiss);
        row.getStyleClass().add("floating");
        PauseTransition stays = new PauseTransition(STAYS);
        stays.setOnFinished(_ -> desktop.send(gone));
        row.hoverProperty().subscribe(over -> {
            if (over) {
                stays.stop();
            } else {
                stays.playFromStart();
            }
        });
        return row;
    }

    private static HBox banner(String style, String words, Button... actions) {
        Label text = new Label(Fonts.drawable(words));
        text.setWrapText(true);
        text.getStyleClass().add("t-body");
        text.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(text, Priority.ALWAYS);
        HBox row = new HBox(new FontIcon(style.equals("info") ? "fth-info" : "fth-alert-triangle"), text);
        for (Button action : actions) {
            action.getStyleClass().add("small");
            row.getChildren().add(action);
        }
        row.getStyleClass().addAll("notice", style);
        return row;
    }
}
