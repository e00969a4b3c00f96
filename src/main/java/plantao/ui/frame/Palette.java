package plantao.ui.frame;

import java.text.Normalizer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import plantao.alert.Alert;
import plantao.desk.Board;
import plantao.desk.Event;
import plantao.desk.Mute;
import plantao.desk.PracticeBoard;
import plantao.desk.SystemBoard;
import plantao.journal.Ladder;
import plantao.journal.Silence;
import plantao.runbook.Playbook;
import plantao.runbook.Procedure;
import plantao.ui.fx.Desktop;
import plantao.ui.fx.Fonts;
import plantao.ui.fx.Screen;
import plantao.ui.fx.Texts;
import plantao.values.Target;

/// The palette: everything that can be done from anywhere, found by typing.
final class Palette {
    private static final List<Duration> SILENCES = List.of(Duration.ofMinutes(30), Duration.ofHours(2));

    private record Choice(String text, Runnable action) {}

    private final Desktop desktop;
    private final Texts texts;
    private final Runnable close;
    private final Runnable search;
    private final Runnable contacts;
    private final List<Choice> all = new ArrayList<>();
    private final ListView<Choice> list = new ListView<>();
    private final TextField field = new TextField();
    private final VBox root;

    /// @param search opens the search over the log
    /// @param contacts shows whom to call
    Palette(Desktop desktop, Texts texts, Runnable close, Runnable search, Runnable contacts) {
        this.desktop = desktop;
        this.texts = texts;
        this.close = close;
        this.search = search;
        this.contacts = contacts;
        collect();
        field.setId("palette-field");
        field.setPromptText(texts.get("palette.prompt"));
        field.textProperty().addListener((_, _, words) -> filter(words));
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        list.setCellFactory(_ -> new Cell());
        list.setPrefHeight(360);
        list.setFocusTraversable(false);
        list.setOnMouseClicked(_ -> choose());
        Label none = new Label(texts.get("palette.none"));
        none.getStyleClass().add("t-muted14");
        list.setPlaceholder(none);
        root = new VBox(12, field, list);
        root.getStyleClass().add("dialog-card");
        root.setMaxSize(640, Region.USE_PREF_SIZE);
        root.focusedProperty().addListener(_ -> field.requestFocus());
        filter("");
    }

    Parent root() {
        return root;
    }

    private void collect() {
        Board board = desktop.now();
        String system = board.selected();
        SystemBoard current = board.current().orElse(null);
        if (current != null) {
            for (Alert alert : current.activeAlerts()) {
                if (alert.unacknowledged()) {
                    add(
                            "palette.acknowledge",
                            alert.rule().name(),
                            () -> desktop.send(
                                    new Event.Acknowledge(system, alert.rule().id())));
                }
            }
            silences(board, current);
            escalation(board, current);
            all.add(new Choice(texts.get("palette.contacts"), contacts));
            if (board.incident().isEmpty()) {
                all.add(new Choice(
                        texts.get("palette.declare"),
                        () -> desktop.send(new Event.DeclareIncident(system, null, null))));
            }
        }
        all.add(new Choice(
                texts.get(board.readOnly() ? "palette.readonly.off" : "palette.readonly.on"),
                () -> desktop.send(new Event.ReadOnly(!board.readOnly()))));
        all.add(new Choice(texts.get("palette.search"), search));
        for (Screen screen : Screen.values()) {
            add(
                    "palette.go",
                    texts.get("rail." + screen.key()),
                    () -> desktop.navigation().go(screen));
        }
        all.add(new Choice(
                texts.get("palette.figures"), () -> desktop.navigation().go(Screen.HANDOFFS, "figures")));
        if (current != null) {
            for (Playbook p : current.runbook().playbooks()) {
                add(
                        "palette.playbook",
                        p.title(),
                        () -> open(system, p.title(), p.origin().line()));
            }
            for (Procedure p : current.runbook().procedures()) {
                add(
                        "palette.procedure",
                        p.title(),
                        () -> open(system, p.title(), p.origin().line()));
            }
        }
        if (current != null && current.targets().size() > 1) {
            for (Target t : current.targets()) {
                if (!t.id().equals(current.target().id())) {
                    add("palette.environment", t.label(), () -> desktop.send(new Event.ChooseTarget(system, t.id())));
                }
            }
        }
        for (SystemBoard other : board.systems()) {
            if (!other.name().equals(system)) {
                add("palette.system", other.name(), () -> desktop.send(new Event.SelectSystem(other.name())));
            }
        }
        for (PracticeBoard.Scenario s : board.practice().scenarios()) {
            add(
                    "palette.scenario",
                    s.title().getOrDefault(desktop.locale().getLanguage(), s.id()),
                    () -> desktop.send(new Event.BeginScenario(s.id())));
        }
    }

    private void silences(Board board, SystemBoard current) {
        for (Alert alert : current.activeAlerts()) {
            for (Duration length : SILENCES) {
                silence(
                        board,
                        Silence.Scope.ALERT,
                        alert.rule().id(),
                        alert.rule().name(),
                        length);
            }
        }
        for (Duration length : SILENCES) {
            silence(board, Silence.Scope.ALL, "", current.name(), length);
        }
        for (Mute mute : current.circumstances().mutes()) {
            UUID id = mute.silence();
            if (id != null) {
                add("palette.lift", mute.title(), () -> desktop.send(new Event.LiftSilence(current.name(), id)));
            }
        }
    }

    private void silence(Board board, Silence.Scope scope, String subject, String name, Duration length) {
        all.add(new Choice(
                texts.get(
                        "palette.silence",
                        Fonts.drawable(name),
                        desktop.figures().age(length)),
                () -> desktop.send(new Event.SilenceAlerts(
                        board.selected(), scope, subject, desktop.now().now().plus(length), "", false))));
    }

    private void escalation(Board board, SystemBoard current) {
        board.incident()
                .filter(i -> i.resolved() == null)
                .flatMap(i -> Ladder.of(current.runbook(), i).next(board.now(), desktop.zone()))
                .ifPresent(call -> add("palette.escalate", call.who(), () -> Escalating.next(desktop)));
    }

    private void open(String system, String title, int line) {
        desktop.walk(system, title, line, null);
    }

    private void add(String key, String argument, Runnable action) {
        all.add(new Choice(texts.get(key, Fonts.drawable(argument)), action));
    }

    private void filter(String typed) {
        String[] words = plain(typed).split("\\s+");
        List<Choice> fitting = new ArrayList<>(all.stream()
                .filter(c -> {
                    String text = plain(c.text());
                    for (String word : words) {
                        if (!text.contains(word)) {
                            return false;
                        }
                    }
                    return true;
                })
                .toList());
        if (!typed.isBlank() && !desktop.now().selected().isEmpty()) {
            fitting.add(new Choice(
                    texts.get("palette.note", typed.strip()),
                    () -> desktop.send(new Event.AddNote(desktop.now().selected(), typed))));
        }
        list.getItems().setAll(fitting);
        list.getSelectionModel().selectFirst();
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .strip();
    }

    private void key(KeyEvent event) {
        if (event.getCode() == KeyCode.DOWN) {
            list.getSelectionModel().selectNext();
        } else if (event.getCode() == KeyCode.UP) {
            list.getSelectionModel().selectPrevious();
        } else if (event.getCode() == KeyCode.ENTER) {
            choose();
        } else {
            return;
        }
        list.scrollTo(list.getSelectionModel().getSelectedIndex());
        event.consume();
    }

    private void choose() {
        Choice choice = list.getSelectionModel().getSelectedItem();
        if (choice != null) {
            close.run();
            choice.action().run();
        }
    }

    private static final class Cell extends ListCell<Choice> {
        private final Label text = new Label();
        private final HBox row = new HBox(text);

        Cell() {
            text.getStyleClass().add("t-body");
            row.getStyleClass().addAll("list-row", "dense");
        }

        @Override
        protected void updateItem(Choice choice, boolean empty) {
            super.updateItem(choice, empty);
            text.setText(empty || choice == null ? "" : choice.text());
            setGraphic(empty || choice == null ? null : row);
        }
    }
}
