package plantao.ui.frame;

import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;
import plantao.desk.Board;
import plantao.desk.Event;
import plantao.desk.SystemBoard;
import plantao.journal.Incident;
import plantao.ui.fx.Desktop;
import plantao.ui.fx.Figures;
import plantao.ui.fx.Fonts;
import plantao.ui.fx.Fxml;
import plantao.ui.fx.Screen;
import plantao.ui.fx.Texts;

/// The strip under the top bar while an incident is open: what, for how long, whom to call next, a note.
final class StripView {
    private final Texts texts;
    private final Figures figures;
    private final Parent loaded;
    private final Tooltip commanderTip = new Tooltip();
    private final Tooltip escalationTip = new Tooltip();

    @FXML
    private HBox strip;

    @FXML
    private Label severity;

    @FXML
    private Label title;

    @FXML
    private Label elapsed;

    @FXML
    private HBox escalationBox;

    @FXML
    private Label escalation;

    @FXML
    private Label countdown;

    @FXML
    private ProgressBar countdownBar;

    @FXML
    private HBox commanderBox;

    @FXML
    private Label commander;

    @FXML
    private TextField note;

    @FXML
    private Label noteKey;

    @FXML
    private Button open;

    /// @param leave puts the focus back where it was once a note is written
    StripView(Desktop desktop, Runnable leave) {
        this.texts = desktop.texts(StripView.class);
        this.figures = desktop.figures();
        this.loaded = Fxml.load(this, desktop);
        commander.setTooltip(commanderTip);
        escalation.setTooltip(escalationTip);
        open.setOnAction(_ ->
                desktop.now().incident().ifPresent(i -> desktop.navigation().go(Screen.INCIDENTS, i.id())));
        note.setOnAction(_ -> {
            if (!note.getText().isBlank()) {
                desktop.send(new Event.AddNote(desktop.now().selected(), note.getText()));
            }
            note.clear();
            leave.run();
        });
    }

    Parent root() {
        return loaded;
    }

    /// @return whether there is a strip to write in
    boolean focusNote() {
        if (strip.isVisible()) {
            note.requestFocus();
        }
        return strip.isVisible();
    }

    /// In a narrow window the strip keeps what counts: the title whole, the clocks, the way in.
    void fit(boolean roomy) {
        shown(commanderBox, roomy);
        shown(noteKey, roomy);
        shown(countdownBar, roomy);
        note.setPrefWidth(roomy ? 200 : 120);
    }

    void draw(Board board, @Nullable SystemBoard system) {
        Incident incident = board.incident().orElse(null);
        shown(strip, incident != null && system != null);
        if (incident == null || system == null) {
            return;
        }
        severity.setText("SEV " + incident.severity());
        severity.getStyleClass().setAll("label", "sev-" + Math.clamp(incident.severity(), 1, 3));
        title.setText(Fonts.drawable(incident.title()));
        elapsed.setText(figures.stopwatch(incident.lasted(board.now())));
        commander.setText(Initials.of(incident.commander()));
        commanderTip.setText(incident.commander());
        Ladder next = incident.resolved() == null ? Ladder.next(system.runbook(), incident, board.now()) : null;
        shown(escalationBox, next != null);
        if (next != null) {
            drawEscalation(next);
        }
    }

    private void drawEscalation(Ladder next) {
        boolean overdue = next.left().isNegative();
        String who = next.contact() == null ? next.text() : next.contact();
        escalation.setText(texts.get(overdue ? "strip.overdue" : "strip.next", Fonts.drawable(who)));
        escalationTip.setText(Fonts.drawable(next.text()));
        countdown.setText(figures.stopwatch(next.left().abs()));
        double whole = Math.max(1, next.whole().toSeconds());
        countdownBar.setProgress(overdue ? 1 : 1 - next.left().toSeconds() / whole);
    }

    private static void shown(Node node, boolean on) {
        node.setVisible(on);
        node.setManaged(on);
    }
}
