package plantao.ui.incident;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import javafx.animation.PauseTransition;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import plantao.desk.Board;
import plantao.desk.Event;
import plantao.journal.Incident;
import plantao.ui.fx.Copy;
import plantao.ui.fx.DocumentEditor;
import plantao.ui.fx.Nodes;
import plantao.ui.fx.Texts;
import plantao.ui.fx.UiContext;

/// An incident's post-mortem: written beside how it reads, saved by itself.
final class PostmortemPane extends VBox {
    private static final javafx.util.Duration PAUSE = javafx.util.Duration.seconds(2);

    private final UiContext desktop;
    private final Texts texts;
    private final DocumentEditor editor;
    private final Postmortem postmortem = new Postmortem();
    private final PauseTransition pause = new PauseTransition(PAUSE);
    private final HBox tools = new HBox(8);
    private final HBox papers = new HBox();
    private final Label saved = new Label();
    private final Button again;
    private final Button save;
    private @Nullable UUID shown;

    /// @param changed is told when the text has changed
    PostmortemPane(UiContext desktop, Texts texts, Runnable changed) {
        this.desktop = desktop;
        this.texts = texts;
        editor = new DocumentEditor(texts.get("write"), texts.get("preview"));
        again = new Button(texts.get("again"));
        again.setId("again");
        again.getStyleClass().addAll("link", "small");
        Label key = new Label("Ctrl S");
        key.getStyleClass().add("keycap");
        save = new Button(texts.get("save"), key);
        save.setId("save");
        save.setContentDisplay(ContentDisplay.RIGHT);
        save.getStyleClass().add("small");
        saved.getStyleClass().add("t-muted");
        saved.setId("saved");
        saved.setWrapText(true);
        saved.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(saved, Priority.ALWAYS);
        tools.getStyleClass().add("paper-tools");
        for (Incident.Paper paper : List.of(Incident.Paper.DRAFT, Incident.Paper.IN_REVIEW, Incident.Paper.REVIEWED)) {
            ToggleButton button = new ToggleButton(texts.get("paper." + paper.word()));
            button.setId("paper-" + paper.word());
            button.setUserData(paper);
            button.setOnAction(_ -> {
                button.setSelected(true);
                save();
                current().ifPresent(i -> desktop.send(new Event.SetPostmortemState(i.id(), paper)));
            });
            papers.getChildren().add(button);
        }
        papers.getStyleClass().add("segmented");
        papers.setMinWidth(USE_PREF_SIZE);
        tools.getChildren().addAll(papers, saved, again, save);
        VBox.setVgrow(editor, Priority.ALWAYS);
        getChildren().addAll(tools, editor);
        again.setOnAction(_ -> current().ifPresent(i -> editor.replace(draft(i))));
        save.setOnAction(_ -> save());
        pause.setOnFinished(_ -> save());
        editor.textProperty().addListener((_, _, text) -> {
            if (postmortem.dirty(text)) {
                pause.playFromStart();
            }
            current().ifPresent(i -> words(i, desktop.now()));
            changed.run();
        });
        editor.area().focusedProperty().addListener((_, _, focused) -> {
            if (!focused) {
                save();
            }
        });
    }

    private Optional<Incident> current() {
        return shown == null ? Optional.empty() : desktop.now().journal().incident(shown);
    }

    private String draft(Incident i) {
        return desktop.drafts().postmortem(desktop.now(), i.id(), desktop.locale(), desktop.zone());
    }

    /// Draws an incident's paper; what is being written is kept.
    void show(Incident i, Board board) {
        boolean other = !i.id().equals(shown);
        shown = i.id();
        postmortem.next(i, editor.text(), () -> draft(i), board.now()).ifPresent(text -> {
            if (other) {
                editor.open(text);
            } else {
                editor.replace(text);
            }
        });
        words(i, board);
    }

    /// Saves what was written and not saved yet.
    void save() {
        pause.stop();
        if (postmortem.dirty(editor.text())) {
            current().ifPresent(i -> desktop.send(new Event.SavePostmortem(i.id(), editor.text())));
        }
    }

    /// Closes the record with the text as it stands.
    void close(Incident i) {
        pause.stop();
        desktop.send(new Event.CloseIncident(i.id(), editor.text()));
    }

    void copy() {
        Copy.text(editor.text());
        saved.setText(texts.get("copied"));
    }

    /// @param name makes the file's name of the usual one
    void export(Incident i, UnaryOperator<String> name) {
        save();
        String file = name.apply(desktop.drafts().fileName(desktop.now(), "postmortem", i.id()));
        desktop.send(new Event.ExportFile(i.system(), "postmortem", file, editor.text()));
    }

    String text() {
        return editor.text();
    }

    int blanks() {
        return editor.blanksProperty().get();
    }

    void nextBlank() {
        editor.nextBlank();
    }

    void focus() {
        editor.area().requestFocus();
    }

    private void words(Incident i, Board board) {
        editor.area().setEditable(i.open());
        editor.setWriting(i.open());
        Nodes.show(again, i.open() && !editor.text().isEmpty() && i.postmortem() != null);
        Nodes.show(save, i.open());
        boolean dirty = postmortem.dirty(editor.text());
        save.setDisable(!dirty);
        Nodes.show(papers, i.open());
        Incident.Paper state = i.paper();
        papers.getChildren().forEach(n -> {
            ((ToggleButton) n).setSelected(n.getUserData() == state);
            // Nobody reviews what is not over; a paper that is that far can still go back.
            n.setDisable(i.resolved() == null && state == Incident.Paper.DRAFT && n.getUserData() != state);
        });
        saved.setText(told(i, dirty, board.now()));
    }

    private String told(Incident i, boolean dirty, Instant now) {
        Instant at = postmortem.savedAt();
        if (!i.open()) {
            return texts.get("saved.closed");
        }
        if (dirty) {
            return texts.get("saved.not");
        }
        return at != null
                ? texts.get("saved.ago", desktop.figures().age(Duration.between(at, now)))
                : texts.get(i.postmortem() == null ? "saved.draft" : "saved.yes");
    }
}
