package plantao.ui.fx;

import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.RowConstraints;
import javafx.scene.layout.VBox;
import plantao.export.DocumentBlanks;

/// A Markdown text beside how it reads; the blanks in it are counted and can be jumped to.
public final class DocumentEditor extends GridPane {
    private final TextArea area = new TextArea();
    private final MarkdownPane preview = new MarkdownPane();
    private final ScrollPane scroll = new ScrollPane(preview);
    private final VBox writing;
    private final HBox reading;
    private final ReadOnlyIntegerWrapper blanks = new ReadOnlyIntegerWrapper();
    private final ColumnConstraints left = new ColumnConstraints();

    /// @param write the heading above the text
    /// @param read the heading above the preview
    public DocumentEditor(String write, String read) {
        area.getStyleClass().add("editor");
        area.setWrapText(true);
        area.setAccessibleText(write);
        VBox.setVgrow(area, Priority.ALWAYS);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setAccessibleText(read);
        Region rule = new Region();
        rule.getStyleClass().addAll("divider", "vertical");
        writing = new VBox(header(write), area);
        HBox first = new HBox(writing, rule);
        HBox.setHgrow(writing, Priority.ALWAYS);
        reading = header(read);
        VBox second = new VBox(reading, scroll);
        ColumnConstraints right = new ColumnConstraints();
        right.setHgrow(Priority.ALWAYS);
        left.setHgrow(Priority.ALWAYS);
        RowConstraints row = new RowConstraints();
        row.setVgrow(Priority.ALWAYS);
        getColumnConstraints().setAll(left, right);
        getRowConstraints().setAll(row);
        add(first, 0, 0);
        add(second, 1, 0);
        setWriting(true);
        area.textProperty().subscribe(text -> {
            preview.show(text);
            blanks.set(DocumentBlanks.count(text));
        });
        area.caretPositionProperty().subscribe(_ -> follow());
        BlankKey.on(area);
        preview.onBlank(this::select);
    }

    /// The preview shows about what the cursor stands in.
    private void follow() {
        double over = preview.getHeight() - scroll.getViewportBounds().getHeight();
        if (area.isFocused() && over > 0 && area.getLength() > 0) {
            double middle = preview.getHeight() * area.getCaretPosition() / area.getLength()
                    - scroll.getViewportBounds().getHeight() / 2;
            scroll.setVvalue(Math.clamp(middle / over, 0, 1));
        }
    }

    private static HBox header(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("t-name");
        HBox header = new HBox(label);
        header.getStyleClass().add("section-header");
        return header;
    }

    public String text() {
        return area.getText();
    }

    public ReadOnlyStringProperty textProperty() {
        return area.textProperty();
    }

    /// The text field, for listening to its focus and keys.
    public TextArea area() {
        return area;
    }

    /// Puts another text in place; the cursor stays where it was as far as there is text, and Ctrl+Z brings the old
    /// one back.
    public void replace(String text) {
        if (!text.equals(area.getText())) {
            int caret = area.getCaretPosition();
            area.replaceText(0, area.getLength(), text);
            area.positionCaret(Math.min(caret, text.length()));
        }
    }

    /// Puts the text of another document in place, from its beginning.
    public void open(String text) {
        area.setText(text);
        area.positionCaret(0);
        area.setScrollTop(0);
        scroll.setVvalue(0);
    }

    /// Whether it can be written, or only be read.
    public void setWriting(boolean on) {
        writing.getParent().setVisible(on);
        writing.getParent().setManaged(on);
        left.setPercentWidth(on ? 50 : 0);
        reading.setVisible(on);
        reading.setManaged(on);
    }

    /// How many blanks there are.
    public ReadOnlyIntegerProperty blanksProperty() {
        return blanks.getReadOnlyProperty();
    }

    /// Selects the next blank after the cursor, or the first.
    public void nextBlank() {
        BlankKey.next(area);
    }

    private void select(String blank) {
        int at = area.getText().indexOf(blank);
        if (at >= 0 && writing.getParent().isVisible()) {
            choose(at, at + blank.length());
        }
    }

    private void choose(int from, int to) {
        area.requestFocus();
        area.selectRange(from, to);
    }
}
