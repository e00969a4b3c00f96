package plantao.ui.handoff;

import java.util.List;
import java.util.UUID;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.SplitMenuButton;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import plantao.desk.Board;
import plantao.desk.Event;
import plantao.journal.Handoff;
import plantao.ui.figures.FiguresPane;
import plantao.ui.fx.Copy;
import plantao.ui.fx.DocumentEditor;
import plantao.ui.fx.ExportButton;
import plantao.ui.fx.Figures;
import plantao.ui.fx.Fonts;
import plantao.ui.fx.Fxml;
import plantao.ui.fx.ListKeys;
import plantao.ui.fx.Nodes;
import plantao.ui.fx.RowSync;
import plantao.ui.fx.Screen;
import plantao.ui.fx.Texts;
import plantao.ui.fx.TypedTime;
import plantao.ui.fx.UiContext;
import plantao.ui.fx.View;

/// Handing over: the draft of the shift going on, the handoff that waits to be accepted, earlier ones.
public final class HandoffsView implements View {
    /// What to ask this screen for to be shown the figures.
    public static final String FIGURES = "figures";

    private static final double NARROW = 1300;

    private final UiContext desktop;
    private final Texts texts;
    private final Figures figures;
    private final StackPane loaded;
    private final FiguresPane counted;
    private final RowSync<HandoffPage, HandoffRow> rows;
    private final DocumentEditor editor;
    private @Nullable UUID wanted;
    private @Nullable HandoffPage drawn;
    private final DraftText text;
    private boolean writing = true;

    @FXML
    private BorderPane root;

    @FXML
    private Label headline;

    @FXML
    private Label subtitle;

    @FXML
    private Button figuresOpen;

    @FXML
    private Button copy;

    @FXML
    private SplitMenuButton export;

    @FXML
    private VBox paper;

    @FXML
    private Label paperTitle;

    @FXML
    private Label paperAbout;

    @FXML
    private Button toFill;

    @FXML
    private Button again;

    @FXML
    private Button edit;

    @FXML
    private FontIcon editIcon;

    @FXML
    private VBox none;

    @FXML
    private Button start;

    @FXML
    private VBox right;

    @FXML
    private VBox endCard;

    @FXML
    private Label toLabel;

    @FXML
    private TextField to;

    @FXML
    private Button end;

    @FXML
    private Label endFile;

    @FXML
    private VBox acceptCard;

    @FXML
    private Label acceptTitle;

    @FXML
    private Label byLabel;

    @FXML
    private TextField by;

    @FXML
    private Button accept;

    @FXML
    private Label untilLabel;

    @FXML
    private TextField until;

    @FXML
    private VBox remarksPanel;

    @FXML
    private VBox remarks;

    @FXML
    private TextField remark;

    @FXML
    private VBox listPanel;

    @FXML
    private Label listAbout;

    @FXML
    private VBox list;

    public HandoffsView(UiContext desktop) {
        this.desktop = desktop;
        this.texts = desktop.texts(HandoffsView.class);
        this.figures = desktop.figures();
        Parent papers = Fxml.load(this, desktop);
        this.loaded = new StackPane(papers);
        this.counted = new FiguresPane(desktop, () -> count(false));
        loaded.getStylesheets().add(String.valueOf(HandoffsView.class.getResource("handoff.css")));
        text = new DraftText(desktop.navigation().unfinished());
        rows = new RowSync<>(
                list.getChildren(),
                HandoffPage::id,
                p -> new HandoffRow(texts, figures, p, this::open),
                (row, p) -> row.show(p, drawn != null && drawn.id().equals(p.id())));
        editor = new DocumentEditor(texts.get("write"), texts.get("preview"));
        VBox.setVgrow(editor, Priority.ALWAYS);
        paper.getChildren().add(editor);
        wire();
        desktop.board().addListener((_, _, board) -> draw(board));
        Nodes.column(root, right, NARROW, 320, 384);
        draw(desktop.now());
    }

    @Override
    public Parent root() {
        return loaded;
    }

    /// Shows the figures instead of the papers, or the papers again.
    private void count(boolean figuresInstead) {
        loaded.getChildren().setAll(figuresInstead ? counted : root);
        if (figuresInstead) {
            counted.open();
        } else {
            figuresOpen.requestFocus();
        }
    }

    @Override
    public void shown(@Nullable Object what) {
        count(FIGURES.equals(what));
        if (FIGURES.equals(what)) {
            return;
        }
        wanted = what instanceof UUID id ? id : null;
        draw(desktop.now());
        switch (drawn) {
            case HandoffPage.Draft d when d.id().equals(what) -> to.requestFocus();
            case HandoffPage.Draft _ -> end.requestFocus();
            case HandoffPage.Written w when w.waits() -> accept.requestFocus();
            case HandoffPage.Written _ -> copy.requestFocus();
            case null -> start.requestFocus();
        }
    }

    private void wire() {
        toLabel.setLabelFor(to);
        byLabel.setLabelFor(by);
        untilLabel.setLabelFor(until);
        figuresOpen.setOnAction(_ -> count(true));
        until.setOnAction(_ -> accept.requestFocus());
        remark.setOnAction(_ -> remark());
        copy.setOnAction(_ -> {
            Copy.text(editor.text());
            paperAbout.setText(texts.get("copied"));
        });
        ExportButton.wire(export, texts.get("export.html"), texts.get("export.as"), name -> {
            if (drawn != null) {
                Board board = desktop.now();
                UUID shift =
                        drawn instanceof HandoffPage.Written w ? w.handoff().shift() : drawn.id();
                String file = name.apply(desktop.drafts().fileName(board, "handoff", shift));
                desktop.send(new Event.ExportFile(
                        board.selected(),
                        "handoff",
                        file,
                        editor.text(),
                        desktop.locale().toLanguageTag()));
            }
        });
        edit.setOnAction(_ -> {
            writing = !writing;
            draw(desktop.now());
            (writing ? editor.area() : edit).requestFocus();
        });
        again.setOnAction(_ -> {
            text.renew(() -> draft(desktop.now()));
            draw(desktop.now());
        });
        toFill.setOnAction(_ -> {
            writing = true;
            draw(desktop.now());
            editor.nextBlank();
        });
        editor.textProperty().addListener((_, _, now) -> {
            if (drawn instanceof HandoffPage.Draft) {
                text.typed(now);
            }
            words(desktop.now());
        });
        start.setOnAction(_ -> desktop.navigation().go(Screen.SHIFT));
        end.setOnAction(_ -> end());
        to.setOnAction(_ -> end.requestFocus());
        accept.disableProperty().bind(by.textProperty().map(String::isBlank));
        accept.setOnAction(_ -> accept());
        by.setOnAction(_ -> accept.requestFocus());
        root.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.isShortcutDown() && event.getCode() == KeyCode.ENTER) {
                if (drawn instanceof HandoffPage.Draft) {
                    end.fire();
                } else if (drawn instanceof HandoffPage.Written w && w.waits()) {
                    accept.fire();
                }
                event.consume();
            }
        });
        list.addEventHandler(KeyEvent.KEY_PRESSED, event -> ListKeys.move(event, list.getChildren()));
    }

    private void end() {
        if (drawn instanceof HandoffPage.Draft) {
            String name = to.getText().strip();
            wanted = null;
            to.clear();
            desktop.send(new Event.EndShift(desktop.now().selected(), name.isEmpty() ? null : name, editor.text()));
        }
    }

    private void accept() {
        if (drawn instanceof HandoffPage.Written w && w.waits()) {
            desktop.send(new Event.AcceptHandoff(
                    w.handoff().id(),
                    by.getText().strip(),
                    TypedTime.of(until.getText(), desktop.now().now()).at()));
            desktop.navigation().go(Screen.SHIFT);
        }
    }

    private void remark() {
        if (drawn instanceof HandoffPage.Written w && !remark.getText().isBlank()) {
            desktop.send(new Event.RemarkHandoff(w.handoff().id(), remark.getText()));
            remark.clear();
        }
    }

    private void open(HandoffPage chosen) {
        wanted = chosen.id();
        draw(desktop.now());
    }

    private String draft(Board board) {
        return board.shift()
                .map(s -> desktop.drafts().handoff(board, s.id(), desktop.locale(), desktop.zone()))
                .orElse("");
    }

    private void draw(Board board) {
        List<HandoffPage> all = HandoffPage.all(board);
        HandoffPage chosen = HandoffPage.chosen(all, wanted);
        boolean other =
                chosen == null ? drawn != null : drawn == null || !chosen.id().equals(drawn.id());
        drawn = chosen;
        if (chosen != null) {
            String now = switch (chosen) {
                case HandoffPage.Draft d -> text.at(d, () -> draft(board));
                case HandoffPage.Written w -> w.handoff().markdown();
            };
            if (other) {
                editor.open(now);
                prefill(chosen, board);
            } else {
                editor.replace(now);
            }
        }
        rows.show(all);
        if (other) {
            rows.refresh();
        }
        listAbout.setText(texts.get("list.about", (int)
                all.stream().filter(p -> p instanceof HandoffPage.Written).count()));
        Nodes.show(listPanel, !all.isEmpty());
        Nodes.show(right, !all.isEmpty());
        words(board);
    }

    private void prefill(HandoffPage chosen, Board board) {
        if (chosen instanceof HandoffPage.Written w && w.waits()) {
            Handoff h = w.handoff();
            until.setText(Handover.nextEnd(board, h).map(figures::utcShort).orElse(""));
            by.setText(h.to() != null ? h.to() : board.operator().equals(h.from()) ? "" : board.operator());
        }
    }

    private void words(Board board) {
        boolean draft = drawn instanceof HandoffPage.Draft;
        Nodes.show(paper, drawn != null);
        Nodes.show(none, drawn == null && !board.recalling());
        Nodes.show(copy, drawn != null);
        Nodes.show(export, drawn != null);
        Nodes.show(endCard, draft);
        Nodes.show(edit, draft);
        Nodes.show(again, draft && text.edited());
        Nodes.show(remarksPanel, drawn instanceof HandoffPage.Written);
        Nodes.show(acceptCard, drawn instanceof HandoffPage.Written w && w.waits());
        editor.area().setEditable(draft);
        editor.setWriting(draft && writing);
        edit.setText(texts.get(writing ? "read" : "edit"));
        editIcon.setIconLiteral(writing ? "fth-eye" : "fth-edit");
        int blanks = editor.blanksProperty().get();
        toFill.setText(texts.get("tofill", blanks));
        Nodes.show(toFill, draft && blanks > 0);
        switch (drawn) {
            case HandoffPage.Draft d -> {
                Handover.leaves(board, endFile, texts);
                headline.setText(texts.get("headline.draft", Fonts.drawable(d.from())));
                subtitle.setText(texts.get("subtitle.draft", figures.utcShort(d.started())));
                paperTitle.setText(texts.get("paper.draft"));
                paperAbout.setText(text.edited() ? texts.get("paper.edited") : texts.get("paper.auto", d.entries()));
            }
            case HandoffPage.Written w -> written(w.handoff());
            case null -> {
                headline.setText(texts.get(board.recalling() ? "recalling" : "headline.none"));
                subtitle.setText(board.recalling() ? texts.get("recalling.about") : "");
                start.setDisable(board.current().isEmpty());
            }
        }
    }

    private void written(Handoff h) {
        headline.setText(Fonts.drawable(
                h.to() == null ? texts.get("headline.open", h.from()) : texts.get("headline.named", h.from(), h.to())));
        subtitle.setText(Handover.said(h, texts, figures));
        paperTitle.setText(texts.get("paper.waiting"));
        paperAbout.setText(texts.get("paper.readonly"));
        acceptTitle.setText(texts.get("accept.title", Fonts.drawable(h.from())));
        remarks.getChildren()
                .setAll(h.remarks().stream()
                        .map(r -> Handover.remark(r, texts, figures))
                        .toList());
    }
}
