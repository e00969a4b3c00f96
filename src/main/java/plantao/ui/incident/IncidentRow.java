package plantao.ui.incident;

import java.time.Instant;
import java.util.function.Consumer;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import plantao.export.DocumentBlanks;
import plantao.journal.Incident;
import plantao.ui.fx.Figures;
import plantao.ui.fx.Fonts;
import plantao.ui.fx.Mark;
import plantao.ui.fx.Texts;

/// An incident on the list; Enter or a click opens it.
final class IncidentRow extends HBox {
    private final Texts texts;
    private final Figures figures;
    private final Label severity = new Label();
    private final Label title = new Label();
    private final Label about = new Label();
    private final Label lasted = new Label();
    private final Label state = new Label();
    private final Mark mark = new Mark(Mark.Kind.UP, 16);

    IncidentRow(Texts texts, Figures figures, Incident incident, Consumer<Incident> open) {
        this.texts = texts;
        this.figures = figures;
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.BUTTON);
        title.getStyleClass().add("t-name");
        title.setWrapText(true);
        about.getStyleClass().add("t-muted");
        about.setWrapText(true);
        state.getStyleClass().add("t-state");
        lasted.getStyleClass().add("t-muted");
        VBox words = new VBox(2, title, about);
        HBox.setHgrow(words, Priority.ALWAYS);
        VBox right = new VBox(2, state, lasted);
        right.setMinWidth(168);
        right.setPrefWidth(168);
        severity.setMinWidth(64);
        getChildren().addAll(severity, words, mark, right);
        setOnMouseClicked(_ -> open.accept(incident));
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER) {
                open.accept(incident);
                event.consume();
            }
        });
    }

    void show(Incident i, Instant now) {
        getStyleClass().setAll("list-row", i.resolved() == null ? "problem" : "past");
        severity.setText("SEV " + i.severity());
        severity.getStyleClass().setAll("label", "sev-" + Math.clamp(i.severity(), 1, 3));
        title.setText(Fonts.drawable(i.title()));
        String day = figures.exact(i.began()).substring(0, 16) + " UTC";
        int blanks = i.postmortem() == null ? -1 : DocumentBlanks.count(i.postmortem());
        String paper = texts.get(blanks < 0 ? "row.unwritten" : blanks == 0 ? "row.complete" : "row.blanks", blanks);
        if (i.open() && i.paper() != Incident.Paper.DRAFT) {
            paper = texts.get("paper." + i.paper().word())
                    .toLowerCase(texts.bundle().getLocale());
        }
        about.setText(texts.get("row.about", String.valueOf(i.number()), day, Fonts.drawable(i.commander()), paper));
        mark.setKind(i.resolved() == null ? Mark.Kind.ALERT : Mark.Kind.UP);
        state.setText(texts.get(i.resolved() == null ? "state.open" : i.open() ? "state.resolved" : "state.closed"));
        lasted.setText(texts.get(i.resolved() == null ? "row.for" : "row.after", figures.length(i.lasted(now))));
        setAccessibleText(severity.getText() + " " + i.title() + ", " + state.getText());
    }
}
