package plantao.ui.fx;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;

/// A choice among a few: buttons in a row, one of them pressed.
public final class SegmentedChoice {
    private SegmentedChoice() {}

    /// Fills `box` (style class `segmented`) with one button a value.
    ///
    /// @param label the button's word
    /// @param id the button's id
    /// @param chosen is given the value the operator presses
    public static <T> void fill(
            HBox box, List<T> values, Function<T, String> label, Function<T, String> id, T now, Consumer<T> chosen) {
        ToggleGroup group = new ToggleGroup();
        for (T value : values) {
            ToggleButton button = new ToggleButton(label.apply(value));
            button.setToggleGroup(group);
            button.setSelected(value.equals(now));
            button.setId(id.apply(value));
            button.setOnAction(_ -> {
                button.setSelected(true);
                chosen.accept(value);
            });
            box.getChildren().add(button);
        }
    }
}
