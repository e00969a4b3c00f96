package plantao.ui.playbook;

import java.util.Locale;
import javafx.geometry.Pos;
import javafx.geometry.Side;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import plantao.desk.Event;
import plantao.playbook.Run;
import plantao.runbook.NotedLine;
import plantao.ui.fx.Fonts;
import plantao.ui.fx.Mark;
import plantao.ui.fx.Texts;
import plantao.ui.fx.UiContext;

/// A possible cause: what is thought of it is chosen from a small menu.
final class CauseRow extends HBox {
    private final UiContext desktop;
    private final Texts texts;
    private final Mark mark = new Mark(Mark.Kind.TODO, 16);
    private final Label text = PlaybookNodes.label("", "t-body");
    private final Label verdict = PlaybookNodes.label("", "t-muted");
    private final ContextMenu menu = new ContextMenu();

    /// What a row shows of its cause.
    record Value(Run run, int index, NotedLine cause, Run.@Nullable Verdict verdict) {
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Value v
                    && v.run.id().equals(run.id())
                    && v.index == index
                    && v.cause.equals(cause)
                    && v.verdict == verdict
                    && v.run.open() == run.open();
        }

        @Override
        public int hashCode() {
            return index;
        }
    }

    CauseRow(UiContext desktop, Texts texts) {
        this.desktop = desktop;
        this.texts = texts;
        getStyleClass().add("list-row");
        setSpacing(8);
        setAlignment(Pos.CENTER_LEFT);
        getChildren().setAll(mark, PlaybookNodes.grow(new VBox(text, verdict)));
    }

    void show(Value value) {
        text.setText(Fonts.drawable(value.cause().text()));
        Tooltip.install(
                this,
                new Tooltip(
                        texts.get("line", String.valueOf(value.cause().origin().line()))));
        mark.setKind(
                switch (value.verdict()) {
                    case null -> Mark.Kind.TODO;
                    case SUSPECTED -> Mark.Kind.DEGRADED_CONSEQUENCE;
                    case RULED_OUT -> Mark.Kind.SKIPPED;
                    case CONFIRMED -> Mark.Kind.DEGRADED;
                });
        verdict.setText(texts.get(key(value.verdict())));
        verdict.getStyleClass()
                .setAll(
                        "label",
                        "t-muted",
                        value.verdict() == Run.Verdict.SUSPECTED || value.verdict() == Run.Verdict.CONFIRMED
                                ? "c-warning"
                                : "c-muted");
        text.getStyleClass()
                .setAll(
                        "label",
                        value.verdict() == Run.Verdict.CONFIRMED ? "t-name" : "t-body",
                        value.verdict() == Run.Verdict.RULED_OUT ? "c-muted" : "c-default");
        setAccessibleText(value.cause().text() + ", " + verdict.getText());
        boolean open = value.run().open();
        setFocusTraversable(open);
        setCursor(open ? javafx.scene.Cursor.HAND : javafx.scene.Cursor.DEFAULT);
        setOnMouseClicked(_ -> ask(value));
        setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER && !event.isControlDown() || event.getCode() == KeyCode.SPACE) {
                ask(value);
                event.consume();
            }
        });
    }

    private void ask(Value value) {
        if (!value.run().open()) {
            return;
        }
        menu.getItems()
                .setAll(
                        item(value, Run.Verdict.SUSPECTED),
                        item(value, Run.Verdict.RULED_OUT),
                        item(value, Run.Verdict.CONFIRMED),
                        item(value, null));
        menu.show(this, Side.BOTTOM, 32, -4);
    }

    private MenuItem item(Value value, Run.@Nullable Verdict chosen) {
        MenuItem item = new MenuItem(texts.get(key(chosen)));
        item.setOnAction(_ -> desktop.send(new Event.MarkCause(value.run().id(), value.index(), chosen)));
        return item;
    }

    private static String key(Run.@Nullable Verdict verdict) {
        return "cause." + (verdict == null ? "open" : verdict.name().toLowerCase(Locale.ROOT));
    }
}
