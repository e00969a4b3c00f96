package plantao.ui.board;

import javafx.geometry.Pos;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import plantao.desk.Event;
import plantao.desk.SystemBoard;
import plantao.desk.Trust;
import plantao.ui.fx.Fonts;
import plantao.ui.fx.Scrim;
import plantao.ui.fx.Texts;
import plantao.ui.fx.UiContext;

/// What an untrusted runbook would probe and run, for its owner to approve.
final class TrustReview {
    private final StackPane root;
    private final ListView<Trust.Item> list = new ListView<>();

    TrustReview(UiContext desktop, Texts texts, SystemBoard system, Runnable close) {
        boolean partial = system.trust().partial();
        Label title = new Label(
                texts.get(partial ? "untrusted.title.changed" : "untrusted.title", Fonts.drawable(system.name())));
        title.getStyleClass().add("t-title");
        Label about = new Label(texts.get(partial ? "untrusted.about.changed" : "untrusted.about"));
        about.setWrapText(true);
        about.getStyleClass().add("t-muted");
        list.getItems().setAll(system.trust().waiting());
        list.setCellFactory(_ -> new Cell(texts));
        list.setPrefHeight(Math.clamp(system.trust().waiting().size() * 49.0 + 2, 100, 420));
        Button approve = new Button(
                texts.get("untrusted.approve", system.trust().waiting().size()));
        approve.setId("approve-trust");
        approve.getStyleClass().addAll("accent", "large");
        approve.setOnAction(_ -> {
            desktop.send(new Event.ApproveTrust(system.name()));
            close.run();
        });
        Label cap = new Label("Ctrl ⏎");
        cap.getStyleClass().add("keycap");
        approve.setGraphic(cap);
        approve.setContentDisplay(ContentDisplay.RIGHT);
        HBox buttons = Scrim.answers(texts.get("untrusted.cancel"), close, approve);
        VBox card = new VBox(12, title, about, list, buttons);
        root = Scrim.over(card, 880, close);
        root.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER && event.isControlDown()) {
                approve.fire();
                event.consume();
            }
        });
    }

    Parent root() {
        return root;
    }

    /// The list has the keys, so that it is read before it is approved.
    void focus() {
        list.requestFocus();
    }

    private static final class Cell extends ListCell<Trust.Item> {
        private final Texts texts;
        private final Label kind = new Label();
        private final Label line = new Label();
        private final Label text = new Label();
        private final Label before = new Label();
        private final VBox words = new VBox(2, before, text);
        private final HBox row = new HBox(kind, line, words);

        Cell(Texts texts) {
            this.texts = texts;
            kind.getStyleClass().add("chip");
            line.getStyleClass().add("line-number");
            text.getStyleClass().add("t-mono");
            text.setWrapText(true);
            before.getStyleClass().addAll("t-mono", "c-muted", "struck");
            before.setWrapText(true);
            text.setMinHeight(Region.USE_PREF_SIZE); // all of it is to be read before it is approved
            before.setMinHeight(Region.USE_PREF_SIZE);
            HBox.setHgrow(words, javafx.scene.layout.Priority.ALWAYS);
            HBox kinds = new HBox(kind);
            kinds.setAlignment(Pos.CENTER_LEFT);
            kinds.setMinWidth(92);
            row.getChildren().addFirst(kinds);
            line.setMinWidth(40);
            line.setAlignment(Pos.CENTER_RIGHT);
            words.setAlignment(Pos.CENTER_LEFT);
            row.setMaxWidth(820);
            row.getStyleClass().add("list-row");
        }

        @Override
        protected void updateItem(Trust.Item item, boolean empty) {
            super.updateItem(item, empty);
            if (empty || item == null) {
                setGraphic(null);
                return;
            }
            kind.setText(texts.get("untrusted." + item.kind()));
            line.setText(item.line() == 0 ? "" : String.valueOf(item.line()));
            String earlier = item.saidBefore();
            boolean changed = earlier != null;
            before.setText(earlier != null ? "−  " + Fonts.drawable(earlier) : "");
            before.setVisible(changed);
            before.setManaged(changed);
            text.setText((changed ? "+  " : "") + Fonts.drawable(item.said()));
            setGraphic(row);
        }
    }
}
