package plantao.ui.shift;

import java.util.Locale;
import java.util.regex.Pattern;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;
import plantao.desk.Board;
import plantao.desk.Event;
import plantao.journal.ItemKey;
import plantao.journal.Remark;
import plantao.journal.Shift;
import plantao.ui.fx.Figures;
import plantao.ui.fx.Fonts;
import plantao.ui.fx.Texts;
import plantao.ui.fx.UiContext;

/// A blank of a paper form ("Completed by: ____"): what is typed is written down, who and when beside it.
final class FieldRow extends HBox {
    private static final Pattern PERSON =
            Pattern.compile("\\b(?:by|por|name|nome|nombre|signed|signature|assinatura|firma|operator|operador)\\b");

    private final Texts texts;
    private final Figures figures;
    private final ItemKey key;
    private final TextField value = new TextField();
    private final Label about = new Label();

    /// @param name the blank's own words
    FieldRow(UiContext desktop, Texts texts, String list, String name) {
        super(12);
        this.texts = texts;
        this.figures = desktop.figures();
        this.key = new ItemKey(list, name);
        Label label = new Label(Fonts.drawable(name));
        label.getStyleClass().add("t-body");
        label.setWrapText(true);
        label.setMinWidth(120);
        label.setLabelFor(value);
        value.getStyleClass().add("field-value");
        HBox.setHgrow(value, Priority.ALWAYS);
        value.setMaxWidth(420);
        boolean person = PERSON.matcher(name.toLowerCase(Locale.ROOT)).find();
        value.setOnAction(_ -> {
            String typed = value.getText().strip();
            String said = typed.isEmpty() && person ? desktop.now().operator() : typed;
            desktop.send(new Event.NoteItem(desktop.now().selected(), key, said));
        });
        value.promptTextProperty()
                .set(person ? texts.get("field.person", desktop.now().operator()) : texts.get("field"));
        about.getStyleClass().add("t-muted");
        about.setWrapText(true);
        getChildren().addAll(label, value, about);
        setAlignment(Pos.CENTER_LEFT);
        getStyleClass().addAll("check-row", "field-row");
    }

    /// What was last filled in during the shift going on.
    void show(Board board) {
        Remark last = last(board);
        about.setText(
                last == null ? "" : texts.get("field.by", Fonts.drawable(last.by()), figures.utcShort(last.at())));
        if (!value.isFocused()) {
            value.setText(last == null ? "" : last.text());
        }
    }

    private @Nullable Remark last(Board board) {
        Shift shift = board.shift().orElse(null);
        return shift == null
                ? null
                : board.journal().items(board.selected()).stream()
                        .filter(i -> i.key().equals(key))
                        .flatMap(i -> i.remarks().stream())
                        .filter(r -> !r.at().isBefore(shift.started()))
                        .reduce((_, later) -> later)
                        .orElse(null);
    }
}
