package plantao.ui.library;

import java.util.Set;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import plantao.runbook.LineRole.Kind;
import plantao.runbook.Problem;
import plantao.runbook.SourceLine;
import plantao.ui.fx.Fonts;
import plantao.ui.fx.Mark;
import plantao.ui.fx.Nodes;

/// A row of the reading report: number, text, problem, what it became; or a fold.
final class LineCell extends ListCell<ReportRow> {
    static final double BECAME = 168;
    private static final PseudoClass FOUND = PseudoClass.getPseudoClass("found");

    /// What the cells need to know of the file.
    interface Facts {
        @Nullable
        Problem problem(int line);

        Set<Integer> found();
    }

    private final LineWords words;
    private final Facts facts;
    private final Label number = new Label();
    private final Label text = new Label();
    private final Mark mark = new Mark(Mark.Kind.UNKNOWN, 16);
    private final FontIcon icon = new FontIcon("fth-list");
    private final Label became = new Label();
    private final HBox row;
    private final Label folded = new Label();
    private final HBox fold;
    private final Tooltip whole = new Tooltip();

    /// @param open is given the fold that is to be opened
    LineCell(LineWords words, Facts facts, Consumer<ReportRow.Fold> open) {
        this.words = words;
        this.facts = facts;
        number.getStyleClass().add("line-number");
        text.setMaxWidth(Double.MAX_VALUE);
        text.setMinWidth(0);
        HBox.setHgrow(text, Priority.ALWAYS);
        StackPane problem = new StackPane(mark);
        problem.setMinWidth(20);
        became.getStyleClass().add("became");
        StackPane sign = new StackPane(icon);
        sign.setMinWidth(16);
        icon.setIconSize(14);
        HBox what = new HBox(8, sign, became);
        what.setAlignment(Pos.CENTER_LEFT);
        what.setMinWidth(BECAME);
        what.setMaxWidth(BECAME);
        row = new HBox(number, text, problem, what);
        row.getStyleClass().add("code-line");
        folded.getStyleClass().add("t-muted");
        fold = new HBox(8, new FontIcon("fth-chevron-right"), folded);
        fold.getStyleClass().add("fold");
        fold.setOnMouseClicked(_ -> {
            if (getItem() instanceof ReportRow.Fold f) {
                open.accept(f);
            }
        });
        whole.setWrapText(true);
        whole.setMaxWidth(720);
    }

    @Override
    protected void updateItem(@Nullable ReportRow item, boolean empty) {
        super.updateItem(item, empty);
        setText(null);
        setTooltip(null);
        switch (empty ? null : item) {
            case null -> setGraphic(null);
            case ReportRow.Fold f -> {
                folded.setText(words.folded(f));
                setAccessibleText(folded.getText());
                setGraphic(fold);
            }
            case ReportRow.Source(SourceLine line) -> draw(line);
        }
    }

    // As wide as the list: the text gives way, never what it became.
    @Override
    protected double computePrefWidth(double height) {
        return 0;
    }

    private void draw(SourceLine line) {
        number.setText(String.valueOf(line.number()));
        text.setText(Fonts.drawable(line.text().replace("\t", "    ")));
        became.setText(words.became(line.became()));
        String literal = LineWords.icon(line.became());
        Nodes.show(icon, !literal.isEmpty());
        if (!literal.isEmpty()) {
            icon.setIconLiteral(literal);
        }
        Kind kind = line.became().kind();
        row.getStyleClass().setAll("code-line");
        if (kind == Kind.SECTION || kind == Kind.PLAYBOOK || kind == Kind.PROCEDURE || kind == Kind.CHECKLIST) {
            row.getStyleClass().add("heading");
        } else if (kind == Kind.PROSE || line.became().continued()) {
            row.getStyleClass().add("quiet");
        }
        Problem problem = facts.problem(line.number());
        mark.setVisible(problem != null);
        if (problem != null) {
            mark.setKind(LineWords.mark(problem.severity()));
            switch (problem.severity()) {
                case ERROR -> row.getStyleClass().add("danger");
                case WARNING -> row.getStyleClass().add("warning");
                case HINT -> row.getStyleClass().add("hint");
            }
        }
        row.pseudoClassStateChanged(FOUND, facts.found().contains(line.number()));
        if (problem != null || line.text().length() > 60) {
            whole.setText(problem == null ? line.text() : line.text() + "\n\n" + words.said(problem));
            setTooltip(whole);
        }
        setAccessibleText(line.number() + ": " + line.text() + ". " + became.getText()
                + (problem == null ? "" : ". " + words.said(problem)));
        setGraphic(row);
    }
}
