package plantao.ui.frame;

import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;

/// One row of the palette: what kind of thing it is, what it does, and the key that does it without the palette.
final class PaletteRow extends ListCell<PaletteRow.Choice> {
    /// What can be chosen.
    ///
    /// @param icon what kind of thing it is
    /// @param key the key that does the same from anywhere; may be empty
    record Choice(String icon, String text, String key, Runnable action) {}

    /// The height of every row, pixels.
    static final double HEIGHT = 36;

    private final FontIcon icon = new FontIcon("fth-chevron-right");
    private final Label text = new Label();
    private final Label key = new Label();
    private final HBox row = new HBox(icon, text, key);

    PaletteRow() {
        text.getStyleClass().add("t-body");
        text.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(text, Priority.ALWAYS);
        key.getStyleClass().add("keycap");
        key.setMinWidth(Region.USE_PREF_SIZE);
        row.getStyleClass().addAll("list-row", "dense", "palette-row");
        setPrefWidth(0); // as wide as the list
    }

    @Override
    protected void updateItem(Choice choice, boolean empty) {
        super.updateItem(choice, empty);
        if (empty || choice == null) {
            setGraphic(null);
            return;
        }
        icon.setIconLiteral(choice.icon());
        text.setText(choice.text());
        key.setText(choice.key());
        key.setVisible(!choice.key().isEmpty());
        setGraphic(row);
    }
}
