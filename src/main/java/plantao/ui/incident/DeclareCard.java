package plantao.ui.incident;

import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import plantao.desk.Event;
import plantao.desk.IncidentProposal;
import plantao.desk.SystemBoard;
import plantao.ui.fx.Focus;
import plantao.ui.fx.Scrim;
import plantao.ui.fx.SegmentedChoice;
import plantao.ui.fx.Texts;
import plantao.ui.fx.UiContext;

/// Declares an incident: title and severity stand there already, and Enter takes them.
public final class DeclareCard {
    static final List<Integer> SEVERITIES = List.of(1, 2, 3, 4);

    private final VBox root;
    private final TextField title;
    private final HBox severities = new HBox();
    private int severity;

    /// @param alert the alert it is about, by its id, or null
    /// @param close takes the card away
    public DeclareCard(UiContext desktop, SystemBoard system, @Nullable String alert, Runnable close) {
        Texts texts = desktop.texts(DeclareCard.class);
        IncidentProposal proposal = IncidentProposal.of(system, alert);
        severity = proposal.severity();
        Label heading = new Label(texts.get("declare"));
        heading.getStyleClass().add("t-title");
        title = new TextField(proposal.title());
        title.setId("declare-title");
        title.getStyleClass().add("large");
        title.setAccessibleText(texts.get("declare.what"));
        severities.getStyleClass().add("segmented");
        severities.setMaxWidth(Region.USE_PREF_SIZE);
        SegmentedChoice.fill(
                severities, SEVERITIES, s -> "SEV " + s, s -> "declare-severity-" + s, severity, s -> severity = s);
        Label hint = new Label(texts.get("declare.hint"));
        hint.getStyleClass().add("t-muted");
        HBox graded = new HBox(12, severities, hint);
        graded.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        Button declare = new Button(texts.get("declare.now"));
        declare.setId("declare-now");
        declare.getStyleClass().addAll("accent", "large");
        declare.setDefaultButton(true);
        Label cap = new Label("Enter");
        cap.getStyleClass().add("keycap");
        declare.setGraphic(cap);
        declare.setContentDisplay(ContentDisplay.RIGHT);
        declare.setOnAction(_ -> {
            String said = title.getText().strip();
            desktop.send(new Event.DeclareIncident(
                    system.name(), alert, said.isEmpty() ? proposal.title() : said, severity));
            close.run();
        });
        root = new VBox(12, heading, title, graded, Scrim.answers(texts.get("declare.cancel"), close, declare));
        root.getStyleClass().add("dialog-card");
        root.setMaxSize(560, Region.USE_PREF_SIZE);
        root.focusedProperty().addListener(_ -> focus());
        root.addEventFilter(KeyEvent.KEY_PRESSED, this::graded);
    }

    public VBox root() {
        return root;
    }

    /// Puts the cursor into the title, which a typed one replaces.
    public void focus() {
        Focus.on(title);
        title.selectAll();
    }

    /// The digit that means a severity with Alt.
    static KeyCode key(int severity) {
        return KeyCode.values()[KeyCode.DIGIT0.ordinal() + severity];
    }

    /// The severity that a key means; 0 for any other key.
    static int severity(KeyEvent event) {
        int wanted = event.getCode().ordinal() - KeyCode.DIGIT0.ordinal();
        return event.isAltDown() && SEVERITIES.contains(wanted) ? wanted : 0;
    }

    private void graded(KeyEvent event) {
        int wanted = severity(event);
        if (wanted > 0) {
            ((ToggleButton) severities.getChildren().get(wanted - 1)).fire();
            event.consume();
        }
    }
}
