package plantao.ui.handoff;

import java.util.function.Consumer;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import plantao.journal.Handoff;
import plantao.ui.fx.Figures;
import plantao.ui.fx.Fonts;
import plantao.ui.fx.Mark;
import plantao.ui.fx.Texts;

/// A handoff on the list; Enter or a click shows it.
final class HandoffRow extends HBox {
    private final Texts texts;
    private final Figures figures;
    private final Mark mark = new Mark(Mark.Kind.TODO, 16);
    private final Label name = new Label();
    private final Label about = new Label();

    HandoffRow(Texts texts, Figures figures, HandoffPage paper, Consumer<HandoffPage> open) {
        this.texts = texts;
        this.figures = figures;
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.BUTTON);
        name.getStyleClass().add("t-name");
        name.setWrapText(true);
        about.getStyleClass().add("t-muted");
        about.setWrapText(true);
        VBox words = new VBox(2, name, about);
        HBox.setHgrow(words, Priority.ALWAYS);
        getChildren().addAll(mark, words);
        setOnMouseClicked(_ -> open.accept(paper));
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER) {
                open.accept(paper);
                event.consume();
            }
        });
    }

    void show(HandoffPage paper, boolean current) {
        getStyleClass().setAll("list-row", current ? "current" : "other");
        switch (paper) {
            case HandoffPage.Draft d -> {
                mark.setKind(Mark.Kind.CURRENT);
                name.setText(texts.get("row.draft"));
                about.setText(
                        Fonts.drawable(d.from()) + " · " + texts.get("row.draft.about", figures.utcShort(d.started())));
            }
            case HandoffPage.Written w -> {
                Handoff h = w.handoff();
                mark.setKind(w.waits() ? Mark.Kind.TODO : Mark.Kind.DONE);
                name.setText(Fonts.drawable(
                        h.to() == null
                                ? texts.get("headline.open", h.from())
                                : texts.get("headline.named", h.from(), h.to())));
                String state = h.acceptedBy() == null
                        ? texts.get("row.waiting")
                        : texts.get("row.accepted", Fonts.drawable(h.acceptedBy()));
                about.setText(figures.exact(h.written()).substring(0, 16) + " UTC · " + state);
                about.setTooltip(new Tooltip(figures.exact(h.written())));
            }
        }
        setAccessibleText(name.getText() + ", " + about.getText());
    }
}
