package plantao.ui.incident;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import plantao.desk.Board;
import plantao.desk.Event;
import plantao.journal.FollowUp;
import plantao.journal.Incident;
import plantao.ui.fx.Fonts;
import plantao.ui.fx.ListKeys;
import plantao.ui.fx.Mark;
import plantao.ui.fx.Nodes;
import plantao.ui.fx.RowSync;
import plantao.ui.fx.Texts;
import plantao.ui.fx.UiContext;

/// What is to be done after incidents, with owner and date; it stays until it is done. A click or Space ticks it,
/// O gives it to somebody, the field below adds one.
public final class FollowUpsPanel extends VBox {
    private static final Duration RECENT = Duration.ofHours(12);

    private final UiContext desktop;
    private final Texts texts;
    private final VBox list = new VBox();
    private final TextField add = new TextField();
    private final RowSync<FollowUp, Row> rows;
    private final Label none;
    private @Nullable UUID incident;
    private LocalDate today = LocalDate.EPOCH;

    public FollowUpsPanel(UiContext desktop) {
        this.desktop = desktop;
        this.texts = desktop.texts(FollowUpsPanel.class);
        none = new Label(texts.get("followup.none"));
        rows = new RowSync<>(list.getChildren(), FollowUp::key, _ -> new Row(), Row::show);
        getStylesheets().add(String.valueOf(FollowUpsPanel.class.getResource("incident.css")));
        setId("follow-ups");
        add.setId("follow-up-add");
        add.setPromptText(texts.get("followup.prompt"));
        add.setOnAction(_ -> {
            if (!add.getText().isBlank()) {
                desktop.send(new Event.AddFollowUp(desktop.now().selected(), incident, add.getText()));
            }
            add.clear();
        });
        HBox foot = new HBox(add);
        HBox.setHgrow(add, Priority.ALWAYS);
        foot.getStyleClass().add("follow-up-add");
        list.addEventHandler(KeyEvent.KEY_PRESSED, event -> ListKeys.move(event, list.getChildren()));
        none.getStyleClass().addAll("t-muted14", "follow-up-none");
        none.setWrapText(true);
        getChildren().addAll(none, list, foot);
    }

    /// Shows what is open, and what was done lately.
    ///
    /// @param of only this incident's, all of them; null for the whole system's
    /// @return how many are open, and of these overdue
    public int[] show(Board board, @Nullable UUID of) {
        incident = of;
        today = LocalDate.ofInstant(board.now(), desktop.zone());
        List<FollowUp> all = new ArrayList<>(board.journal().followUps(board.selected()).stream()
                .filter(f -> of == null
                        ? f.done() == null || f.done().isAfter(board.now().minus(RECENT))
                        : of.equals(f.incident()))
                .toList());
        all.sort(Comparator.comparing((FollowUp f) -> !f.open())
                .thenComparing(f -> f.due() == null ? LocalDate.MAX : f.due()));
        Nodes.show(none, of != null && all.isEmpty());
        rows.show(all);
        rows.refresh();
        return new int[] {
            (int) all.stream().filter(FollowUp::open).count(),
            (int) all.stream().filter(f -> f.late(today)).count()
        };
    }

    private final class Row extends HBox {
        private final Mark mark = new Mark(Mark.Kind.TODO, 16);
        private final Label text = new Label();
        private final Label about = new Label();
        private final Button give = new Button(texts.get("followup.give"));
        private final TextField to = new TextField();
        private final VBox words = new VBox(2, text, about, to);
        private @Nullable FollowUp shown;

        Row() {
            super(12);
            setFocusTraversable(true);
            setAccessibleRole(AccessibleRole.CHECK_BOX);
            text.setWrapText(true);
            about.setWrapText(true);
            HBox.setHgrow(words, Priority.ALWAYS);
            words.setMinWidth(0);
            give.getStyleClass().addAll("link", "small");
            give.setMinWidth(USE_PREF_SIZE);
            give.setFocusTraversable(false);
            to.setPromptText(texts.get("followup.to"));
            Nodes.show(to, false);
            give.setOnAction(_ -> asking(!to.isVisible()));
            to.setOnAction(_ -> {
                if (shown != null) {
                    desktop.send(new Event.GiveFollowUp(desktop.now().selected(), shown.key(), to.getText()));
                }
                asking(false);
            });
            getChildren().addAll(mark, words, give);
            setOnMouseClicked(_ -> tick());
            to.setOnMouseClicked(javafx.scene.input.MouseEvent::consume);
            setOnKeyPressed(this::pressed);
        }

        private void pressed(KeyEvent event) {
            if (event.getTarget() != this) {
                if (event.getCode() == KeyCode.ESCAPE && to.isVisible()) {
                    asking(false);
                    event.consume();
                }
                return;
            }
            switch (event.getCode()) {
                case SPACE, ENTER -> tick();
                case O -> asking(true);
                default -> {
                    return;
                }
            }
            event.consume();
        }

        private void asking(boolean on) {
            Nodes.show(to, on);
            to.clear();
            if (on) {
                to.requestFocus();
            } else {
                requestFocus();
            }
        }

        private void tick() {
            if (shown != null && !to.isVisible()) {
                desktop.send(new Event.TickFollowUp(desktop.now().selected(), shown.key(), shown.open()));
            }
        }

        void show(FollowUp f) {
            shown = f;
            boolean late = f.late(today);
            Nodes.style(this, "list-row", "follow-up-row", late ? "late" : "calm");
            mark.setKind(f.open() ? Mark.Kind.TODO : Mark.Kind.DONE);
            text.setText(Fonts.drawable(f.text()));
            Nodes.style(text, "label", f.open() ? "t-body" : "t-muted14");
            about.setText(about(f, late));
            Nodes.style(about, "label", late ? "t-state" : "t-muted", late ? "c-warning" : "c-muted");
            Nodes.show(about, !about.getText().isEmpty());
            Nodes.show(give, f.open());
            setAccessibleText(f.text() + ", " + about.getText());
        }

        private String about(FollowUp f, boolean late) {
            List<String> parts = new ArrayList<>();
            if (!f.open()) {
                parts.add(texts.get("followup.doneby", Fonts.drawable(String.valueOf(f.doneBy()))));
            } else if (f.due() != null) {
                parts.add(texts.get(
                        late ? "followup.late" : "followup.due", f.due().toString()));
            }
            parts.add(f.owner().isBlank() ? texts.get("followup.nobody") : Fonts.drawable(f.owner()));
            if (incident == null && f.incident() != null) {
                desktop.now()
                        .journal()
                        .incident(f.incident())
                        .map(Incident::number)
                        .ifPresent(n -> parts.add(texts.get("followup.of", String.valueOf(n))));
            }
            return String.join(" · ", parts);
        }
    }
}
