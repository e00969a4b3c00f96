package plantao.ui.frame;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import plantao.desk.Board;
import plantao.desk.Event;
import plantao.desk.SystemBoard;
import plantao.journal.Incident;
import plantao.journal.Ladder;
import plantao.journal.Message;
import plantao.ui.fx.Figures;
import plantao.ui.fx.Fonts;
import plantao.ui.fx.Fxml;
import plantao.ui.fx.Nodes;
import plantao.ui.fx.Screen;
import plantao.ui.fx.Texts;
import plantao.ui.fx.UiContext;
import plantao.ui.incident.IncidentPart;

/// The strip under the top bar while an incident is open: what, for how long, whom to call next, a note.
final class StripView {
    private final Texts texts;
    private final Figures figures;
    private final ZoneId zone;
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
    private Button escalate;

    @FXML
    private Label escalateKey;

    @FXML
    private Button update;

    @FXML
    private HBox commanderBox;

    @FXML
    private Label commander;

    @FXML
    private TextField note;

    @FXML
    private StackPane noteBox;

    @FXML
    private Label noteKey;

    @FXML
    private Button open;

    /// @param leave puts the focus back where it was once a note is written
    StripView(UiContext desktop, Runnable leave) {
        this.texts = desktop.texts(StripView.class);
        this.figures = desktop.figures();
        this.zone = desktop.zone();
        this.loaded = Fxml.load(this, desktop);
        commander.setTooltip(commanderTip);
        escalation.setTooltip(escalationTip);
        escalate.setOnAction(_ -> EscalationMark.next(desktop));
        open.setOnAction(_ -> desktop.now()
                .incident()
                .ifPresent(i -> desktop.navigation()
                        .go(
                                Screen.INCIDENTS,
                                i.resolved() == null
                                        ? i.id()
                                        : new IncidentPart(i.id(), IncidentPart.Part.POSTMORTEM))));
        update.setOnAction(_ -> desktop.now()
                .incident()
                .ifPresent(i -> desktop.navigation()
                        .go(Screen.INCIDENTS, new IncidentPart(i.id(), IncidentPart.Part.MESSAGES))));
        note.setTooltip(new Tooltip(texts.get("note.earlier")));
        noteKey.visibleProperty()
                .bind(note.textProperty().isEmpty().and(note.focusedProperty().not()));
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
        boolean there = strip.isVisible() && noteBox.isVisible();
        if (there) {
            note.requestFocus();
        }
        return there;
    }

    /// In a narrow window the strip keeps what counts: the title whole, the clocks, the way in.
    ///
    /// @param roomy whether there is room for everything
    /// @param writing whether for the field for a note
    void fit(boolean roomy, boolean writing) {
        shown(noteBox, writing);
        shown(commanderBox, roomy);
        shown(escalateKey, roomy);
        shown(countdownBar, roomy);
        noteBox.setPrefWidth(roomy ? 176 : 120);
    }

    void draw(Board board, @Nullable SystemBoard system) {
        Incident incident = board.incident().orElse(null);
        shown(strip, incident != null && system != null);
        if (incident == null || system == null) {
            return;
        }
        boolean over = incident.resolved() != null;
        if (over) {
            Nodes.style(strip, "incident-strip", "over");
        } else {
            Nodes.style(strip, "incident-strip");
        }
        severity.setText("SEV " + incident.severity());
        severity.getStyleClass().setAll("label", "sev-" + (over ? 3 : Math.clamp(incident.severity(), 1, 3)));
        open.setText(texts.get(over ? "strip.finish" : "strip.open"));
        title.setText(Fonts.drawable(incident.title()));
        elapsed.setText(figures.stopwatch(incident.lasted(board.now())));
        String holder = incident.holder(Incident.Role.COMMANDER);
        commander.setText(Initials.of(holder));
        commanderTip.setText(holder);
        update(Message.due(incident).orElse(null), board.now());
        Ladder.Call next = over
                ? null
                : Ladder.of(system.runbook(), incident).next(board.now(), zone).orElse(null);
        shown(escalationBox, next != null);
        if (next != null) {
            drawEscalation(next, next.left(board.now()));
        }
    }

    /// When people are to hear again.
    private void update(@Nullable Instant due, Instant now) {
        shown(update, due != null);
        if (due != null) {
            boolean late = !now.isBefore(due);
            update.setText(texts.get(
                    late ? "strip.update.late" : "strip.update",
                    figures.stopwatch(Duration.between(now, due).abs())));
            update.getStyleClass().setAll("button", "small", late ? "accent" : "flat");
        }
    }

    private void drawEscalation(Ladder.Call next, @Nullable Duration left) {
        boolean overdue = left != null && left.isNegative();
        String who = Fonts.drawable(next.who());
        escalation.setText(texts.get(left == null ? "strip.untimed" : overdue ? "strip.overdue" : "strip.next", who));
        escalationTip.setText(Fonts.drawable(EscalationMark.told(next, texts)));
        countdown.setText(left == null ? "" : figures.stopwatch(left.abs()));
        countdown.getStyleClass().setAll("label", "t-value", overdue ? "c-danger" : "c-strong");
        Duration after = next.step().after();
        double whole = Math.max(1, after == null ? 1 : after.toSeconds());
        countdownBar.setProgress(overdue || left == null ? 1 : 1 - left.toSeconds() / whole);
        countdownBar.setVisible(left != null);
        escalate.setText(texts.get("strip.escalate"));
        escalate.setAccessibleText(texts.get("strip.escalate.to", who));
    }

    private static void shown(Node node, boolean on) {
        node.setVisible(on);
        node.setManaged(on);
    }
}
