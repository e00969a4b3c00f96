package plantao.ui.frame;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import plantao.desk.Board;
import plantao.desk.Event;
import plantao.desk.SystemBoard;
import plantao.playbook.Run;
import plantao.runbook.Risk;
import plantao.ui.fx.Figures;
import plantao.ui.fx.Fonts;
import plantao.ui.fx.Scrim;
import plantao.ui.fx.Texts;
import plantao.ui.fx.UiContext;

/// Asks before the window is closed on a step that changes something and still runs: what runs, since when; stay,
/// or stop it and close.
public final class ClosePrompt {
    private final UiContext desktop;
    private final Texts texts;
    private final Runnable close;
    private final VBox rows = new VBox(4);
    private final Button stay = new Button();
    private final Button stop = new Button();
    private final StackPane root;
    private boolean stopping;

    /// @param away takes the card off the screen
    /// @param close closes the window
    public ClosePrompt(UiContext desktop, Runnable away, Runnable close) {
        this.desktop = desktop;
        this.texts = desktop.texts(ClosePrompt.class);
        this.close = close;
        Label title = new Label(texts.get("leaving"));
        title.getStyleClass().add("t-title");
        Label about = new Label(texts.get("leaving.about"));
        about.getStyleClass().add("t-muted14");
        about.setWrapText(true);
        stay.setId("leaving-stay");
        stay.setText(texts.get("leaving.stay"));
        stay.getStyleClass().addAll("large", "accent");
        stay.setOnAction(_ -> away.run());
        stop.setId("leaving-stop");
        stop.setText(texts.get("leaving.stop"));
        stop.getStyleClass().addAll("large", "danger");
        stop.setOnAction(_ -> stop());
        HBox buttons = new HBox(12, stay, stop);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        VBox card = new VBox(16, title, rows, about, buttons);
        card.getStyleClass().addAll("dialog-card", "disruptive");
        card.setMaxSize(640, Region.USE_PREF_SIZE);
        root = Scrim.over(card);
        root.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                away.run();
                event.consume();
            }
        });
        draw(desktop.now());
    }

    public Node root() {
        return root;
    }

    public void focus() {
        stay.requestFocus();
    }

    /// Whether the steps are being stopped: asked again, the window closes at once.
    public boolean stopping() {
        return stopping;
    }

    /// Whether a step that changes something runs now.
    public static boolean asks(Board board) {
        return running(board).anyMatch(r -> r.steps().get(r.running()).risk() != Risk.SAFE);
    }

    private static Stream<Run> running(Board board) {
        return board.systems().stream().flatMap(s -> s.runs().stream()).filter(r -> r.running() >= 0);
    }

    /// Brings the card up to the board; closes the window once nothing runs any more and that was asked for.
    public void draw(Board board) {
        if (stopping && !asks(board)) {
            close.run();
            return;
        }
        Figures figures = desktop.figures();
        List<Node> all = new ArrayList<>();
        for (SystemBoard system : board.systems()) {
            for (Run run : system.runs()) {
                int step = run.running();
                if (step < 0) {
                    continue;
                }
                var since = run.states().get(step).at();
                Label label = new Label(texts.get(
                        "leaving.step",
                        Fonts.drawable(run.steps().get(step).title()),
                        Fonts.drawable(run.title()),
                        Fonts.drawable(system.name()),
                        figures.length(Duration.between(since == null ? board.now() : since, board.now()))));
                label.getStyleClass().add("t-body");
                label.setWrapText(true);
                all.add(label);
            }
        }
        rows.getChildren().setAll(all);
    }

    private void stop() {
        stopping = true;
        stop.setDisable(true);
        stop.setText(texts.get("leaving.stopping"));
        running(desktop.now()).toList().forEach(r -> desktop.send(new Event.CancelStep(r.id())));
        draw(desktop.now());
    }
}
