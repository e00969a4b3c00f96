package plantao.ui.library;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import plantao.desk.Board;
import plantao.desk.Event;
import plantao.desk.SystemBoard;
import plantao.runbook.Origin;
import plantao.runbook.Runbook;
import plantao.ui.fx.Copy;
import plantao.ui.fx.Fonts;
import plantao.ui.fx.Fxml;
import plantao.ui.fx.Nodes;
import plantao.ui.fx.SegmentedChoice;
import plantao.ui.fx.Texts;
import plantao.ui.fx.UiContext;
import plantao.ui.fx.View;

/// The runbook as a document, and what was read in it. Goes to an [Origin] when one is chosen.
public final class LibraryView implements View {
    private static final double NARROW = 1300;

    private enum Mode {
        DOCUMENT,
        REPORT
    }

    private final Texts texts;
    private final Parent loaded;
    private final ReportPane report;
    private final DocumentPane document;
    private final Consumer<Event> events;
    private final ProblemsPane problems;
    private final CountStrip counts;
    private final FileSearch search;
    private Mode mode = Mode.REPORT;
    private @Nullable RunbookSheet sheet;

    /// From this width on every button has its words.
    private static final double ROOMY = 1080;

    @FXML
    private BorderPane root;

    @FXML
    private Label crumb;

    @FXML
    private Label headline;

    @FXML
    private TextField words;

    @FXML
    private Label found;

    @FXML
    private HBox modes;

    @FXML
    private HBox strip;

    @FXML
    private HBox columns;

    @FXML
    private VBox contents;

    @FXML
    private VBox paper;

    @FXML
    private ComboBox<String> files;

    @FXML
    private Label about;

    @FXML
    private Label became;

    @FXML
    private Button unfold;

    @FXML
    private Button copy;

    @FXML
    private Button edit;

    @FXML
    private VBox none;

    public LibraryView(UiContext desktop) {
        this.texts = desktop.texts(LibraryView.class);
        this.events = desktop.events();
        LineWords told = new LineWords(texts, desktop.figures());
        this.report = new ReportPane(told);
        this.document = new DocumentPane(told);
        this.problems = new ProblemsPane(texts, p -> go(p.origin()));
        this.counts = new CountStrip(texts, desktop.figures());
        this.loaded = Fxml.load(this, desktop);
        loaded.getStylesheets().add(String.valueOf(LibraryView.class.getResource("library.css")));
        this.search = new FileSearch(texts, words, found, this::mark, this::go);
        columns.getChildren().add(problems.root());
        contents.getChildren().add(document.headings());
        VBox.setVgrow(document.headings(), Priority.ALWAYS);
        Nodes.column(root, problems.root(), NARROW, 340, 440);
        Nodes.column(root, contents, NARROW, 220, 280);
        became.setMinWidth(LineCell.BECAME);
        SegmentedChoice.fill(
                modes,
                List.of(Mode.values()),
                m -> texts.get("mode." + key(m)),
                m -> "mode-" + key(m),
                mode,
                this::turn);
        actions();
        turn(mode);
        desktop.board().addListener((_, _, board) -> draw(board));
        draw(desktop.now());
    }

    @Override
    public Parent root() {
        return loaded;
    }

    @Override
    public void shown(@Nullable Object chosen) {
        if (chosen instanceof Origin origin) {
            go(origin);
        }
    }

    private static String key(Mode mode) {
        return mode.name().toLowerCase(Locale.ROOT);
    }

    private void actions() {
        files.setOnAction(_ -> {
            String file = files.getValue();
            if (sheet != null && file != null && !file.equals(sheet.file())) {
                open(sheet.runbook(), file);
            }
        });
        unfold.setOnAction(_ -> {
            report.unfold(!report.unfolded());
            draw();
        });
        edit.setOnAction(_ -> edit());
        String copyWords = copy.getText();
        root.widthProperty().subscribe(width -> {
            boolean room = width.doubleValue() == 0 || width.doubleValue() >= ROOMY;
            copy.setText(room ? copyWords : "");
            copy.setAccessibleText(copyWords);
            words.setPrefWidth(room ? 208 : 168);
        });
        copy.setOnAction(_ -> {
            if (sheet != null) {
                Copy.text(place(sheet));
            }
        });
        root.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.E
                    && !event.isShortcutDown()
                    && !(event.getTarget() instanceof javafx.scene.control.TextInputControl)) {
                edit();
                event.consume();
            }
            if (event.isShortcutDown() && event.getCode() == KeyCode.F) {
                search.begin();
                event.consume();
            }
        });
        walk(report.list());
        walk(document.blocks());
        walk(problems.list());
    }

    private void edit() {
        if (sheet != null) {
            events.accept(new Event.EditLine(sheet.runbook().system(), sheet.file(), line()));
        }
    }

    // J and K move as the arrows do.
    private static void walk(ListView<?> list) {
        list.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            int step = event.getCode() == KeyCode.J ? 1 : event.getCode() == KeyCode.K ? -1 : 0;
            if (step != 0 && !event.isShortcutDown() && !list.getItems().isEmpty()) {
                int now = list.getSelectionModel().getSelectedIndex();
                int next = Math.clamp(now + step, 0, list.getItems().size() - 1);
                list.getSelectionModel().clearAndSelect(next);
                list.scrollTo(Math.max(0, next - 3));
                event.consume();
            }
        });
    }

    // "path/to/file.md:120", as editors take it.
    private String place(RunbookSheet shown) {
        String source = shown.runbook().source();
        boolean single = source.endsWith("/" + shown.file()) || source.equals(shown.file());
        int line = line();
        return (single ? source : source + "/" + shown.file()) + (line > 0 ? ":" + line : "");
    }

    private int line() {
        return mode == Mode.REPORT ? report.line() : document.line();
    }

    private void turn(Mode next) {
        int line = line();
        mode = next;
        Node body = mode == Mode.REPORT ? report.list() : document.blocks();
        if (paper.getChildren().size() > 1) {
            paper.getChildren().remove(1);
        }
        paper.getChildren().add(body);
        VBox.setVgrow(body, Priority.ALWAYS);
        Nodes.show(contents, mode == Mode.DOCUMENT);
        Nodes.show(strip, mode == Mode.REPORT);
        draw();
        if (line > 0) {
            go(line);
        }
    }

    private void draw(Board board) {
        SystemBoard system = board.current().orElse(null);
        Nodes.show(none, system == null);
        Nodes.show(columns, system != null);
        if (system == null) {
            sheet = null;
            draw();
        } else if (sheet == null || sheet.runbook() != system.runbook()) {
            Runbook read = system.runbook();
            boolean same = sheet != null
                    && sheet.runbook().system().equals(read.system())
                    && read.texts().containsKey(sheet.file());
            open(read, same && sheet != null ? sheet.file() : first(read));
        }
    }

    private static String first(Runbook read) {
        return read.files().stream()
                .filter(f -> f.equalsIgnoreCase("runbook.md"))
                .findFirst()
                .orElse(read.files().isEmpty() ? "" : read.files().getFirst());
    }

    private void open(Runbook read, String file) {
        boolean other = sheet == null || sheet.runbook() != read;
        sheet = RunbookSheet.of(read, file);
        report.show(sheet);
        search.in(sheet.lines());
        if (other) {
            List<String> all = List.copyOf(read.texts().keySet());
            if (!all.equals(files.getItems())) {
                files.setItems(FXCollections.observableArrayList(all));
            }
            problems.show(
                    read.problems(), read.files().size() == 1 ? read.files().getFirst() : "");
            strip.getChildren().setAll(counts.of(read));
        }
        if (!Objects.equals(files.getValue(), file)) {
            files.setValue(file);
        }
        draw();
    }

    private void draw() {
        RunbookSheet shown = sheet;
        Nodes.show(strip, mode == Mode.REPORT && shown != null);
        Nodes.show(became, mode == Mode.REPORT);
        Nodes.show(unfold, mode == Mode.REPORT && shown != null);
        words.setDisable(shown == null);
        Nodes.show(copy, shown != null);
        Nodes.show(edit, shown != null);
        if (shown == null) {
            crumb.setText(texts.get("title"));
            headline.setText(texts.get("none.title"));
            return;
        }
        if (mode == Mode.DOCUMENT) {
            document.show(shown);
        }
        Runbook read = shown.runbook();
        crumb.setText(texts.get("title") + "  ›  " + Fonts.drawable(read.system()));
        headline.setText(Fonts.drawable(mode == Mode.REPORT ? texts.get("headline", shown.file()) : read.title()));
        unfold.setText(texts.get(report.unfolded() ? "fold.all" : "unfold.all"));
        about.setText(texts.get("lines", shown.lines().size()));
    }

    private void mark(List<Integer> lines) {
        report.found(lines);
        document.found(lines);
    }

    /// Goes to a place, in another file when it is there.
    private void go(Origin origin) {
        if (sheet != null
                && !sheet.file().equals(origin.file())
                && sheet.runbook().texts().containsKey(origin.file())) {
            open(sheet.runbook(), origin.file());
        }
        if (sheet != null && sheet.file().equals(origin.file()) && origin.line() > 0) {
            go(origin.line());
        }
    }

    private void go(int line) {
        if (mode == Mode.REPORT) {
            report.go(line);
        } else {
            document.go(line);
        }
    }
}
