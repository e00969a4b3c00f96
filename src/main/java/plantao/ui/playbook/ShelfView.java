package plantao.ui.playbook;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import javafx.fxml.FXML;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import plantao.desk.SystemBoard;
import plantao.playbook.Run;
import plantao.ui.fx.Figures;
import plantao.ui.fx.Focus;
import plantao.ui.fx.Fonts;
import plantao.ui.fx.Fxml;
import plantao.ui.fx.Mark;
import plantao.ui.fx.RowSync;
import plantao.ui.fx.Texts;
import plantao.ui.fx.UiContext;

/// The list of playbooks and procedures, with the runs that are open above it.
public final class ShelfView {
    /// A severity with more letters stands in the line below the title.
    private static final int CHIP = 24;

    private sealed interface Row {
        record Head(String section, int count) implements Row {}

        record Entry(Shelf.Title title) implements Row {}
    }

    private final UiContext desktop;
    private final Texts texts;
    private final Figures figures;
    private final Consumer<UUID> open;
    private final Parent loaded;
    private final RowSync<Row, Node> rows;
    private final RowSync<Run, HBox> openRows;
    private final RowSync<Run, HBox> endedRows;

    @FXML
    private TextField search;

    @FXML
    private Label count;

    @FXML
    private VBox openPanel;

    @FXML
    private VBox openRuns;

    @FXML
    private ScrollPane scroll;

    @FXML
    private VBox titles;

    @FXML
    private VBox nothing;

    @FXML
    private Label nothingTitle;

    @FXML
    private Label nothingText;

    @FXML
    private VBox endedPanel;

    @FXML
    private VBox endedRuns;

    /// @param open shows a run
    ShelfView(UiContext desktop, Consumer<UUID> open) {
        this.desktop = desktop;
        this.texts = desktop.texts(ShelfView.class);
        this.figures = desktop.figures();
        this.open = open;
        this.loaded = Fxml.load(this, desktop);
        rows = new RowSync<>(titles.getChildren(), ShelfView::id, this::make, (node, row) -> {});
        openRows = new RowSync<>(openRuns.getChildren(), Run::id, _ -> new HBox(), this::drawRun);
        endedRows = new RowSync<>(endedRuns.getChildren(), Run::id, _ -> new HBox(), this::drawRun);
        search.textProperty().addListener(_ -> desktop.now().current().ifPresent(this::drawTitles));
        loaded.addEventFilter(KeyEvent.KEY_PRESSED, this::move);
    }

    Parent root() {
        return loaded;
    }

    void show(SystemBoard system) {
        List<Run> runs = system.runs().reversed();
        openRows.show(runs.stream().filter(Run::open).toList());
        endedRows.show(runs.stream().filter(r -> !r.open()).toList());
        PlaybookNodes.show(openPanel, !openRuns.getChildren().isEmpty());
        PlaybookNodes.show(endedPanel, !endedRuns.getChildren().isEmpty());
        drawTitles(system);
    }

    private void drawTitles(SystemBoard system) {
        List<Shelf.Title> found = Shelf.of(system.runbook(), search.getText() == null ? "" : search.getText());
        List<Row> all = new ArrayList<>();
        for (int i = 0; i < found.size(); i++) {
            String section = found.get(i).section();
            if (i == 0 || !found.get(i - 1).section().equals(section)) {
                all.add(new Row.Head(section, (int)
                        found.stream().filter(t -> t.section().equals(section)).count()));
            }
            all.add(new Row.Entry(found.get(i)));
        }
        rows.show(all);
        int known = system.runbook().playbooks().size()
                + system.runbook().procedures().size();
        count.setText(texts.get(
                "shelf.count",
                system.runbook().playbooks().size(),
                system.runbook().procedures().size()));
        PlaybookNodes.show(nothing, found.isEmpty());
        PlaybookNodes.show(scroll, !found.isEmpty());
        nothingTitle.setText(known == 0 ? texts.get("shelf.none") : texts.get("shelf.nofit"));
        nothingText.setText(known == 0 ? texts.get("shelf.none.about") : texts.get("shelf.nofit.about"));
    }

    private static Object id(Row row) {
        return switch (row) {
            case Row.Head h -> h;
            case Row.Entry e -> e.title();
        };
    }

    private Node make(Row row) {
        return switch (row) {
            case Row.Head(String section, int size) -> {
                HBox head = new HBox(
                        PlaybookNodes.word(heading(section), "t-name"),
                        PlaybookNodes.space(),
                        PlaybookNodes.word(figures.number(size), "t-muted"));
                head.getStyleClass().add("section-header");
                yield head;
            }
            case Row.Entry(Shelf.Title title) -> entry(title);
        };
    }

    private String heading(String section) {
        String name = section.substring(section.indexOf('.') + 1);
        return section.startsWith("kind.") ? texts.get("shelf.kind." + name) : texts.get("shelf.level." + name);
    }

    private HBox entry(Shelf.Title title) {
        Label name = PlaybookNodes.label(Fonts.drawable(title.text()), "t-name");
        Label about = PlaybookNodes.label(about(title), "t-muted");
        HBox row = new HBox(
                new FontIcon(title.level() == 0 ? "fth-tool" : "fth-book-open"),
                PlaybookNodes.grow(new VBox(2, name, about)));
        if (title.severity() != null && title.severity().length() <= CHIP) {
            String colour = title.level() == 1 ? "danger" : title.level() == 2 ? "warning" : "muted";
            row.getChildren().add(PlaybookNodes.word(Fonts.drawable(title.severity()), "chip", colour));
        }
        if (!title.steps().isEmpty()) {
            row.getChildren().add(PlaybookNodes.riskChip(title.risk(), texts));
        }
        row.getStyleClass().add("list-row");
        pressable(row, () -> desktop.walk(desktop.now().selected(), title.text(), title.line(), null));
        row.setAccessibleText(title.text());
        return row;
    }

    private String about(Shelf.Title title) {
        String steps = texts.get("shelf.steps", title.steps().size());
        String manual = title.manual() == 0 || title.manual() == title.steps().size()
                ? ""
                : " · " + texts.get("shelf.manual", title.manual());
        String symptoms = title.symptoms() == 0 ? "" : " · " + texts.get("shelf.symptoms", title.symptoms());
        String severity = title.severity() == null || title.severity().length() <= CHIP
                ? ""
                : Fonts.drawable(title.severity()) + " · ";
        return severity + steps + manual + symptoms + " · " + texts.get("line", String.valueOf(title.line()));
    }

    private void drawRun(HBox row, Run run) {
        boolean failed = run.states().stream().anyMatch(s -> s.status() == plantao.playbook.StepState.Status.FAILED);
        Mark.Kind kind = run.open()
                ? Mark.Kind.CURRENT
                : run.settled() == run.steps().size() ? Mark.Kind.DONE : Mark.Kind.SKIPPED;
        String when = run.ended() == null
                ? texts.get("run.since", figures.utcShort(run.started()))
                : texts.get("run.between", figures.utcShort(run.started()), figures.utcShort(run.ended()));
        String current = run.open() && !run.steps().isEmpty()
                ? " · "
                        + texts.get(
                                "run.at",
                                run.current() + 1,
                                Fonts.drawable(run.steps().get(run.current()).title()))
                : "";
        row.getStyleClass().setAll("list-row");
        row.getChildren()
                .setAll(
                        new Mark(kind, 16),
                        PlaybookNodes.grow(new VBox(
                                2,
                                PlaybookNodes.label(Fonts.drawable(run.title()), "t-name"),
                                PlaybookNodes.label(when + current, "t-muted"))));
        if (failed) {
            row.getChildren().add(PlaybookNodes.word(texts.get("run.failed"), "chip", "danger"));
        }
        if (run.open() && run.left() != null) {
            row.getChildren()
                    .add(PlaybookNodes.word(
                            texts.get(
                                    "run.continue",
                                    run.current() + 1,
                                    run.steps().size()),
                            "chip",
                            "accent"));
        }
        row.getChildren()
                .add(PlaybookNodes.word(
                        texts.get("run.settled", run.settled(), run.steps().size()), "t-state"));
        row.setAlignment(Pos.CENTER_LEFT);
        pressable(row, () -> open.accept(run.id()));
    }

    private static void pressable(HBox row, Runnable action) {
        row.setFocusTraversable(true);
        row.setCursor(javafx.scene.Cursor.HAND);
        row.setOnMouseClicked(_ -> {
            row.requestFocus();
            action.run();
        });
        row.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER && !event.isControlDown()) {
                action.run();
                event.consume();
            }
        });
    }

    /// J, K and the arrows walk over everything that can be opened; from the search field only the arrows do.
    private void move(KeyEvent event) {
        boolean typing = event.getTarget() == search;
        int by = switch (event.getCode()) {
            case DOWN -> 1;
            case UP -> -1;
            case J -> typing ? 0 : 1;
            case K -> typing ? 0 : -1;
            default -> 0;
        };
        if (by == 0 || event.isControlDown()) {
            return;
        }
        List<Node> all = rows();
        int at = -1;
        for (int i = 0; i < all.size(); i++) {
            at = all.get(i).isFocused() ? i : at;
        }
        if (!all.isEmpty()) {
            all.get(Math.clamp(at + by, 0, all.size() - 1)).requestFocus();
        }
        event.consume();
    }

    void search() {
        search.requestFocus();
    }

    /// Puts the focus on the first row, so that the keys of the window stay at hand; into the search field where
    /// there
    /// is no row.
    void focus() {
        Focus.on(rows().stream().findFirst().orElse(search));
    }

    /// All that can be opened, from top to bottom.
    private List<Node> rows() {
        List<Node> all = new ArrayList<>(openRuns.getChildren());
        titles.getChildren().stream().filter(Node::isFocusTraversable).forEach(all::add);
        all.addAll(endedRuns.getChildren());
        return all;
    }
}
