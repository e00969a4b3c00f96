package plantao.ui.playbook;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import plantao.desk.Event;
import plantao.desk.SessionSteps;
import plantao.playbook.Output;
import plantao.playbook.Run;
import plantao.playbook.screen.Terminal;
import plantao.ui.fx.Fonts;
import plantao.ui.fx.Texts;
import plantao.ui.fx.UiContext;

/// The terminal of the running step over the whole run: it opens for a step that opens a session, and when a
/// program draws on the whole screen; the lines that the runbook gives for the session stand beside it.
final class TerminalPane extends VBox {
    private final UiContext desktop;
    private final Texts texts;
    private final Runnable changed;
    private final TerminalView view;
    private final Label title = PlaybookNodes.label("", "t-name");
    private final HBox about = new HBox(8);
    private final VBox lines = new VBox(4);
    private final VBox beside;
    private final StackPane frame;
    private @Nullable Run run;
    private @Nullable Output output;
    private List<String> offered = List.of();
    private int next;
    private boolean left;
    private boolean whole;
    private boolean open;

    /// @param changed is run when the terminal opens or is left
    TerminalPane(UiContext desktop, Runnable changed) {
        this.desktop = desktop;
        this.texts = desktop.texts(TerminalPane.class);
        this.changed = changed;
        getStyleClass().addAll("panel", "terminal-panel");
        view = new TerminalView(texts.get("terminal"), this::leave, this::offerNext, this::askToPaste);
        view.setId("terminal");
        Button stop = PlaybookNodes.button(texts.get("act.cancel"), "fth-square", null, "small");
        stop.setId("terminal-stop");
        stop.setOnAction(_ -> {
            Run shown = run;
            if (shown != null) {
                desktop.send(new Event.CancelStep(shown.id()));
            }
        });
        Button copy = small("terminal-copy", "fth-copy", "terminal.copy", view::copy);
        Button paste = small("terminal-paste", "fth-clipboard", "terminal.paste", view::paste);
        Button back =
                PlaybookNodes.button(texts.get("terminal.leave"), "fth-minimize-2", texts.get("key.leave"), "small");
        back.setId("terminal-leave");
        back.setOnAction(_ -> leave());
        about.setAlignment(Pos.CENTER_LEFT);
        HBox header = new HBox(
                new FontIcon("fth-terminal"), title, about, PlaybookNodes.space(), back(), copy, paste, stop, back);
        header.getStyleClass().add("panel-header");
        ScrollPane scroll = new ScrollPane(lines);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        beside = new VBox(
                8,
                PlaybookNodes.label(texts.get("terminal.lines"), "t-state"),
                scroll,
                PlaybookNodes.label(texts.get("terminal.lines.about"), "t-muted"));
        beside.getStyleClass().add("terminal-lines");
        frame = new StackPane(view);
        frame.getStyleClass().add("terminal-frame");
        HBox.setHgrow(frame, Priority.ALWAYS);
        HBox body = new HBox(frame, beside);
        VBox.setVgrow(body, Priority.ALWAYS);
        getChildren().setAll(header, body);
        PlaybookNodes.show(this, false);
    }

    private Button small(String id, String icon, String key, Runnable act) {
        Button button = PlaybookNodes.button(null, icon, null, "small");
        button.setId(id);
        button.setFocusTraversable(false);
        button.setAccessibleText(texts.get(key));
        button.setTooltip(new Tooltip(texts.get(key)));
        button.setOnAction(_ -> {
            act.run();
            view.requestFocus();
        });
        return button;
    }

    /// Looks what the running step's terminal is doing; null when no step runs.
    void look(Run shown, @Nullable Output running) {
        Terminal terminal = running != null && running.listens() ? running.terminal() : null;
        if (terminal == null || running == null) {
            output = null;
            whole = false;
            show(false);
            return;
        }
        int step = shown.running();
        if (running != output) {
            output = running;
            left = false;
            whole = false;
            offered =
                    running.session() ? SessionSteps.lines(shown, shown.steps().get(step)) : List.of();
            next = 0;
            drawLines();
        }
        run = shown;
        boolean now = terminal.alternate();
        left &= !now || whole;
        whole = now;
        boolean session = running.session();
        if ((session || now) && !left != open) {
            head(shown, step);
            show(!left);
        } else if (!session && !now && open) {
            show(false);
        }
    }

    private void head(Run shown, int step) {
        title.setText(texts.get(
                "terminal.step",
                step + 1,
                Fonts.drawable(shown.steps().get(step).title())));
        about.getChildren()
                .setAll(
                        PlaybookNodes.environmentChip(shown.target(), texts, desktop.locale()),
                        PlaybookNodes.word(PlaybookNodes.place(shown.target(), texts), "t-muted"));
    }

    private void show(boolean on) {
        if (on != open) {
            open = on;
            PlaybookNodes.show(this, on);
            takeCards();
            view.to(on ? output : null);
            changed.run();
            if (on) {
                focus();
            }
        }
    }

    private Label back() {
        Label above = PlaybookNodes.word("", "t-muted");
        above.setId("terminal-back");
        view.rowsBack().subscribe(rows -> {
            above.setText(texts.get("terminal.back", rows));
            PlaybookNodes.show(above, rows.intValue() > 0);
        });
        return above;
    }

    private void askToPaste(String pasted) {
        PasteCard card = new PasteCard(texts, pasted, view::put, this::closeCard);
        frame.getChildren().add(card.root());
        card.focus();
    }

    /// The terminal itself stays: it ends what it shows when it leaves the scene.
    private void takeCards() {
        frame.getChildren().removeIf(n -> n != view);
    }

    private void closeCard() {
        takeCards();
        focus();
    }

    void focus() {
        view.requestFocus();
    }

    boolean open() {
        return open;
    }

    /// Whether there is a terminal that could be shown.
    boolean there() {
        Output now = output;
        return now != null && now.terminal() != null;
    }

    /// Shows the terminal again that was left.
    void enter() {
        Run shown = run;
        if (there() && shown != null && shown.running() >= 0) {
            left = false;
            head(shown, shown.running());
            show(true);
        }
    }

    private void leave() {
        left = true;
        show(false);
    }

    private void offerNext() {
        if (next < offered.size() && !secret(offered.get(next))) {
            take(next);
        }
    }

    /// A line with a secret in it is typed by hand: what stands here in its place are dots.
    private static boolean secret(String line) {
        return line.contains(SessionSteps.SECRET);
    }

    /// Types an offered line; it is sent by Enter.
    private void take(int line) {
        view.type(offered.get(line));
        next = line + 1;
        drawLines();
        view.requestFocus();
    }

    private void drawLines() {
        List<Button> rows = new ArrayList<>();
        for (int i = 0; i < offered.size(); i++) {
            int line = i;
            Button row = new Button(Fonts.drawable(offered.get(i)));
            row.setId("offered-" + (i + 1));
            row.setMnemonicParsing(false);
            row.setWrapText(true);
            row.setMaxWidth(Double.MAX_VALUE);
            row.setFocusTraversable(false);
            row.getStyleClass().addAll("flat", "offered-line");
            row.getStyleClass().add(i == next ? "next" : i < next ? "past" : "coming");
            row.setOnAction(_ -> take(line));
            row.setDisable(secret(offered.get(i)));
            rows.add(row);
        }
        lines.getChildren().setAll(rows);
        PlaybookNodes.show(beside, !offered.isEmpty());
    }
}
