package plantao.ui.frame;

import java.text.Normalizer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import plantao.alert.Alert;
import plantao.desk.Board;
import plantao.desk.Event;
import plantao.desk.Mute;
import plantao.desk.PracticeBoard;
import plantao.desk.SystemBoard;
import plantao.journal.Incident;
import plantao.journal.Ladder;
import plantao.journal.Silence;
import plantao.playbook.Run;
import plantao.runbook.Playbook;
import plantao.runbook.Procedure;
import plantao.ui.frame.PaletteRow.Choice;
import plantao.ui.fx.Fonts;
import plantao.ui.fx.Screen;
import plantao.ui.fx.Texts;
import plantao.ui.fx.Theme;
import plantao.ui.fx.UiContext;
import plantao.ui.settings.Preferences;
import plantao.values.Target;

/// The palette: everything that can be done from anywhere, found by typing.
final class Palette {
    /// Rows to be seen at once.
    private static final int SHOWN = 11;

    private static final List<Duration> SILENCES = List.of(Duration.ofMinutes(30), Duration.ofHours(2));

    private final UiContext desktop;
    private final Texts texts;
    private final Runnable close;
    private final Runnable search;
    private final Runnable contacts;
    private final Runnable declare;
    private final Preferences preferences;
    private final List<Choice> all = new ArrayList<>();
    private final ListView<Choice> list = new ListView<>();
    private final TextField field = new TextField();
    private final VBox root;

    /// @param search opens the search over the log
    /// @param contacts shows whom to call
    /// @param declare asks what an incident is to be called
    Palette(
            UiContext desktop,
            Preferences preferences,
            Texts texts,
            Runnable close,
            Runnable search,
            Runnable contacts,
            Runnable declare) {
        this.preferences = preferences;
        this.desktop = desktop;
        this.texts = texts;
        this.close = close;
        this.search = search;
        this.contacts = contacts;
        this.declare = declare;
        collect();
        field.setId("palette-field");
        field.setPromptText(texts.get("palette.prompt"));
        field.textProperty().addListener((_, _, words) -> filter(words));
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        list.setCellFactory(_ -> new PaletteRow());
        list.setFixedCellSize(PaletteRow.HEIGHT);
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

    /// What answers an alert first, then where to go, then the rest. What comes first is what Enter does in an
    /// empty palette, so nothing that hides or changes anything stands there.
    private void collect() {
        Board board = desktop.now();
        SystemBoard current = board.current().orElse(null);
        if (current != null) {
            answers(board, current);
        }
        screens();
        if (current != null) {
            if (!current.trust().full()) {
                add(
                        "fth-lock",
                        texts.get("palette.review"),
                        "",
                        () -> desktop.navigation().go(Screen.BOARD, "review"));
            }
            add("fth-phone", texts.get("palette.contacts"), "C", contacts);
            if (board.incident().isEmpty()) {
                add("fth-flag", texts.get("palette.declare"), "D", declare);
            }
            board.incident().ifPresent(this::severities);
            work(board, current);
        }
        add("fth-search", texts.get("palette.search"), "Ctrl Shift F", search);
        add(
                "fth-folder",
                texts.get("open.folder"),
                "Ctrl O",
                () -> preferences.choose().accept(folder -> desktop.send(new Event.OpenFolder(folder.getPath()))));
        if (current != null) {
            books(current);
        }
        for (SystemBoard other : board.systems()) {
            if (!other.name().equals(board.selected())) {
                add("fth-layers", "palette.system", other.name(), new Event.SelectSystem(other.name()));
            }
        }
        for (PracticeBoard.Scenario s : board.practice().scenarios()) {
            String title = s.title().getOrDefault(desktop.locale().getLanguage(), s.id());
            add("fth-target", "palette.scenario", title, new Event.BeginScenario(s.id()));
        }
        window(board);
        if (current != null) {
            silences(board, current);
        }
    }

    private void answers(Board board, SystemBoard current) {
        for (Alert alert : current.activeAlerts()) {
            if (alert.unacknowledged()) {
                Event.Acknowledge acknowledge =
                        new Event.Acknowledge(current.name(), alert.rule().id());
                add("fth-check", "palette.acknowledge", alert.rule().name(), acknowledge);
            }
        }
        board.incident()
                .filter(i -> i.resolved() == null)
                .flatMap(i -> Ladder.of(current.runbook(), i).next(board.now(), desktop.zone()))
                .ifPresent(call -> add(
                        "fth-phone-call",
                        texts.get("palette.escalate", Fonts.drawable(call.who())),
                        "X",
                        () -> EscalationMark.next(desktop)));
    }

    private void severities(Incident incident) {
        for (int severity = 1; severity <= 4; severity++) {
            if (severity != incident.severity()) {
                Event.GradeIncident grade = new Event.GradeIncident(incident.id(), severity);
                add("fth-flag", "palette.severity", String.valueOf(severity), grade);
            }
        }
    }

    private void screens() {
        for (Screen screen : Screen.values()) {
            add(
                    RailEntry.icon(screen),
                    texts.get("palette.go", texts.get("rail." + screen.key())),
                    "Ctrl " + (screen.ordinal() + 1),
                    () -> desktop.navigation().go(screen));
        }
        add(
                "fth-bar-chart-2",
                texts.get("palette.figures"),
                "",
                () -> desktop.navigation().go(Screen.HANDOFFS, "figures"));
    }

    /// What goes on: the incident, the open runs and the shift.
    private void work(Board board, SystemBoard current) {
        board.incident().ifPresent(incident -> {
            String title = Fonts.drawable(incident.title());
            add(
                    "fth-alert-triangle",
                    texts.get("palette.incident", title),
                    "",
                    () -> desktop.navigation().go(Screen.INCIDENTS, incident.id()));
            if (incident.resolved() == null) {
                add("fth-check-circle", "palette.resolve", title, new Event.ResolveIncident(incident.id()));
            }
        });
        for (Run run : current.runs().reversed()) {
            if (run.open()) {
                add(
                        "fth-play",
                        texts.get("palette.run.go", Fonts.drawable(run.title())),
                        "",
                        () -> desktop.navigation().go(Screen.PLAYBOOKS, run.id()));
            }
        }
        board.shift()
                .ifPresentOrElse(
                        shift -> add(
                                "fth-repeat",
                                texts.get("palette.shift.end"),
                                "",
                                () -> desktop.navigation().go(Screen.HANDOFFS, shift.id())),
                        () -> add(
                                "fth-check-square",
                                texts.get("palette.shift.start"),
                                "",
                                () -> desktop.navigation().go(Screen.SHIFT)));
    }

    private void books(SystemBoard current) {
        for (Playbook p : current.runbook().playbooks()) {
            book("palette.playbook", current, p.title(), p.origin().line());
        }
        for (Procedure p : current.runbook().procedures()) {
            book("palette.procedure", current, p.title(), p.origin().line());
        }
        if (current.targets().size() > 1) {
            for (Target t : current.targets()) {
                if (!t.id().equals(current.target().id())) {
                    add("fth-server", "palette.environment", t.label(), new Event.ChooseTarget(current.name(), t.id()));
                }
            }
        }
    }

    private void book(String key, SystemBoard current, String title, int line) {
        add(
                key.equals("palette.playbook") ? "fth-book-open" : "fth-tool",
                texts.get(key, Fonts.drawable(title)),
                "",
                () -> desktop.walk(current.name(), title, line, null));
    }

    /// Colours, language, read-only.
    private void window(Board board) {
        for (Theme theme : Theme.values()) {
            add(
                    theme == Theme.DARK ? "fth-moon" : "fth-sun",
                    texts.get("palette.colours." + theme.name()),
                    "",
                    () -> preferences.setTheme().accept(theme));
        }
        for (Locale language : List.of(Locale.ENGLISH, Locale.of("pt", "BR"))) {
            if (!language.getLanguage().equals(desktop.locale().getLanguage())) {
                add(
                        "fth-globe",
                        texts.get("palette.language", language.getDisplayLanguage(language)),
                        "",
                        () -> preferences.setLanguage().accept(language));
            }
        }
        add(
                "fth-eye",
                texts.get(board.readOnly() ? "palette.readonly.off" : "palette.readonly.on"),
                "",
                () -> desktop.send(new Event.ReadOnly(!board.readOnly())));
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
                add("fth-bell", "palette.lift", mute.title(), new Event.LiftSilence(current.name(), id));
            }
        }
    }

    private void silence(Board board, Silence.Scope scope, String subject, String name, Duration length) {
        add(
                "fth-bell-off",
                texts.get(
                        "palette.silence",
                        Fonts.drawable(name),
                        desktop.figures().age(length)),
                "",
                () -> desktop.send(new Event.SilenceAlerts(
                        board.selected(), scope, subject, desktop.now().now().plus(length), "", false)));
    }

    private void add(String icon, String key, String argument, Event event) {
        add(icon, texts.get(key, Fonts.drawable(argument)), "", () -> desktop.send(event));
    }

    private void add(String icon, String text, String key, Runnable action) {
        all.add(new Choice(icon, text, key, action));
    }

    private void filter(String typed) {
        String[] words = plain(typed).split("\\s+");
        List<Choice> fitting = new ArrayList<>(
                all.stream().filter(c -> has(plain(c.text()), words)).toList());
        fitting.sort(Comparator.comparing(c -> !begins(plain(c.text()), words)));
        if (!typed.isBlank() && !desktop.now().selected().isEmpty()) {
            fitting.add(new Choice(
                    "fth-edit-3",
                    texts.get("palette.note", typed.strip()),
                    "",
                    () -> desktop.send(new Event.AddNote(desktop.now().selected(), typed))));
        }
        list.getItems().setAll(fitting);
        list.setPrefHeight(PaletteRow.HEIGHT * Math.clamp(fitting.size(), 1, SHOWN));
        list.getSelectionModel().selectFirst();
    }

    private static boolean has(String text, String[] words) {
        return Arrays.stream(words).allMatch(text::contains);
    }

    /// Whether these are all beginnings of the text's words: what is meant, before what only holds the letters.
    private static boolean begins(String text, String[] words) {
        List<String> own = Arrays.asList(text.split("[^\\p{L}\\p{N}]+"));
        return Arrays.stream(words).allMatch(w -> own.stream().anyMatch(o -> o.startsWith(w)));
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
}
