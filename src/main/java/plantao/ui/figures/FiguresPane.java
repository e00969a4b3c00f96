package plantao.ui.figures;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitMenuButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import plantao.desk.Board;
import plantao.desk.Event;
import plantao.export.TallyText;
import plantao.journal.Entry;
import plantao.journal.Tally;
import plantao.ui.fx.Copy;
import plantao.ui.fx.ExportButton;
import plantao.ui.fx.Fonts;
import plantao.ui.fx.Latest;
import plantao.ui.fx.MarkdownPane;
import plantao.ui.fx.SegmentedChoice;
import plantao.ui.fx.Texts;
import plantao.ui.fx.UiContext;

/// The figures of the chosen system over some weeks, as the report that is exported.
public final class FiguresPane extends BorderPane {
    private static final List<Integer> WEEKS = List.of(1, 4, 12);

    private final UiContext desktop;
    private final Texts texts;
    private final Label about = new Label();
    private final MarkdownPane page = new MarkdownPane();
    private final Button back;
    private int weeks = 4;
    private String report = "";
    private final Latest<Asked> answers = new Latest<>(this::show);

    /// @param leave goes back to where the operator came from
    public FiguresPane(UiContext desktop, Runnable leave) {
        this.desktop = desktop;
        this.texts = desktop.texts(FiguresPane.class);
        Label title = new Label(texts.get("title"));
        title.getStyleClass().add("t-headline");
        about.getStyleClass().add("t-muted");
        about.setWrapText(true);
        VBox words = new VBox(2, title, about);
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox span = new HBox();
        span.getStyleClass().add("segmented");
        SegmentedChoice.fill(span, WEEKS, w -> texts.get("weeks", w), w -> "weeks-" + w, weeks, this::over);
        back = new Button(texts.get("back"), new FontIcon("fth-arrow-left"));
        back.setOnAction(_ -> leave.run());
        back.setMinWidth(USE_PREF_SIZE);
        Button copy = new Button(texts.get("copy"), new FontIcon("fth-copy"));
        copy.setOnAction(_ -> Copy.text(report));
        copy.setMinWidth(USE_PREF_SIZE);
        SplitMenuButton export = new SplitMenuButton();
        export.setText(texts.get("export"));
        export.setGraphic(new FontIcon("fth-download"));
        export.setMinWidth(USE_PREF_SIZE);
        ExportButton.wire(export, texts.get("export.html"), texts.get("export.as"), this::export);
        HBox top = new HBox(12, words, span, copy, export, back);
        top.setAlignment(Pos.CENTER_LEFT);
        top.setPadding(new Insets(16, 16, 12, 16));
        setTop(top);
        page.setPadding(new Insets(16, 24, 24, 24));
        page.setMaxWidth(960);
        StackPane middle = new StackPane(page);
        middle.setAlignment(Pos.TOP_LEFT);
        ScrollPane scroll = new ScrollPane(middle);
        scroll.setFitToWidth(true);
        VBox panel = new VBox(scroll);
        panel.getStyleClass().add("panel");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        BorderPane.setMargin(panel, new Insets(0, 16, 16, 16));
        setCenter(panel);
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                leave.run();
                event.consume();
            }
        });
    }

    /// Counts anew and shows it; the keyboard is where Enter and Esc go back.
    public void open() {
        over(weeks);
        back.requestFocus();
    }

    private void over(int chosen) {
        weeks = chosen;
        Instant to = desktop.now().now();
        Instant from = to.minus(Duration.ofDays(7L * weeks));
        String system = desktop.now().selected();
        Asked now = new Asked(system, from, to, List.of());
        show(now);
        desktop.memory().counted(from, found -> answers.accept(new Asked(system, from, to, found)));
    }

    /// What was asked for.
    ///
    /// @param found what the whole log has of it
    private record Asked(String system, Instant from, Instant to, List<Entry> found) {}

    /// The board has the last part of the log, and what is not saved yet; the log has all that was.
    private void show(Asked asked) {
        Board board = desktop.now();
        if (!asked.system().equals(board.selected())
                || !asked.from().equals(asked.to().minus(Duration.ofDays(7L * weeks)))) {
            return; // something else was asked for meanwhile
        }
        Map<UUID, Entry> own = new LinkedHashMap<>();
        Stream.concat(asked.found().stream(), board.journal().entries().stream())
                .filter(e -> e.system().equals(asked.system()))
                .filter(e -> !e.at().isBefore(asked.from()))
                .forEach(e -> own.putIfAbsent(e.id(), e));
        List<Entry> counted =
                own.values().stream().sorted(Comparator.comparing(Entry::at)).toList();
        Instant to = asked.to();
        // What is counted an hour is not thinned out by a time before the log began.
        Instant from = counted.isEmpty() ? to : counted.getFirst().at();
        report =
                TallyText.of(board.selected(), Tally.of(counted, from, to), from, to, desktop.locale(), desktop.zone());
        about.setText(Fonts.drawable(board.selected()));
        page.show(report.substring(report.indexOf('\n') + 1));
    }

    private void export(UnaryOperator<String> name) {
        Board board = desktop.now();
        String file = "figures-" + desktop.figures().exact(board.now()).substring(0, 10) + ".md";
        desktop.send(new Event.ExportFile(
                board.selected(),
                "figures",
                name.apply(file),
                report,
                desktop.locale().toLanguageTag()));
    }
}
