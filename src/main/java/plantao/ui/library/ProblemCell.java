package plantao.ui.library;

import java.util.function.Predicate;
import java.util.regex.Pattern;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import plantao.runbook.Problem;
import plantao.ui.fx.Fonts;
import plantao.ui.fx.Mark;
import plantao.ui.fx.Nodes;
import plantao.ui.fx.Texts;

/// A problem: its mark, what is wrong, what to do about it, and its line.
final class ProblemCell extends WrappingCell<Problem> {
    private static final Pattern SENTENCE = Pattern.compile("(?<=[.!?])\\s+(?=\\p{Lu})");
    /// What the scroll bar and the paddings take.
    private static final double EDGES = 16;

    private final Texts texts;
    private final Predicate<String> told;
    private final Mark mark = new Mark(Mark.Kind.UNKNOWN, 16);
    private final Label title = new Label();
    private final Label advice = new Label();
    private final Label line = new Label();
    private final HBox row;

    /// @param told whether a file's name has to be told
    ProblemCell(Texts texts, Predicate<String> told) {
        super(EDGES);
        this.texts = texts;
        this.told = told;
        title.getStyleClass().add("t-body");
        advice.getStyleClass().add("t-muted");
        title.setWrapText(true);
        advice.setWrapText(true);
        line.getStyleClass().add("line-number");
        VBox words = new VBox(2, title, advice);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        row = new HBox(12, mark, words, line);
        row.setAlignment(Pos.TOP_LEFT);
        row.getStyleClass().addAll("list-row", "problem-row");
    }

    @Override
    protected void updateItem(@Nullable Problem item, boolean empty) {
        super.updateItem(item, empty);
        setText(null);
        if (empty || item == null) {
            setGraphic(null);
            return;
        }
        String message = texts.said(item.message());
        String[] parts = SENTENCE.split(message, 2);
        mark.setKind(LineWords.mark(item.severity()));
        title.setText(Fonts.drawable(parts[0]));
        String rest = parts.length > 1 ? parts[1] : "";
        String where = told.test(item.origin().file()) ? item.origin().file() : "";
        advice.setText(Fonts.drawable(rest + (rest.isEmpty() || where.isEmpty() ? "" : "\n") + where));
        Nodes.show(advice, !advice.getText().isEmpty());
        line.setText(item.origin().line() > 0 ? String.valueOf(item.origin().line()) : "");
        setAccessibleText(texts.get("severity." + item.severity().name().toLowerCase(java.util.Locale.ROOT)) + ", "
                + texts.get(
                        "at", item.origin().file(), String.valueOf(item.origin().line())) + ". "
                + message);
        setGraphic(row);
    }
}
