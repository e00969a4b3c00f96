package plantao.ui.frame;

import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.javafx.FontIcon;
import plantao.ui.fx.OptionalChildren;
import plantao.ui.fx.Screen;

/// One entry of the rail: icon over label, with a badge.
final class RailEntry extends StackPane {
    private static final Map<Screen, String> ICONS = Map.of(
            Screen.BOARD, "fth-grid",
            Screen.SHIFT, "fth-check-square",
            Screen.PLAYBOOKS, "fth-list",
            Screen.INCIDENTS, "fth-alert-triangle",
            Screen.HANDOFFS, "fth-repeat",
            Screen.LIBRARY, "fth-book",
            Screen.PRACTICE, "fth-target",
            Screen.SETTINGS, "fth-sliders");

    private final ToggleButton button;
    private final Label badge = new Label();
    private final OptionalChildren present;

    RailEntry(Screen screen, String label, Runnable chosen) {
        button = new ToggleButton(label, new FontIcon(ICONS.get(screen)));
        button.setId("rail-" + screen.key());
        button.getStyleClass().setAll("toggle-button", "rail-entry");
        button.setOnAction(_ -> {
            button.setSelected(true);
            chosen.run();
        });
        badge.getStyleClass().setAll("label", "rail-badge");
        badge.setMouseTransparent(true);
        setAlignment(badge, Pos.TOP_RIGHT);
        badge.setTranslateX(-12);
        badge.setTranslateY(4);
        getChildren().addAll(button, badge);
        present = new OptionalChildren(this);
        badge(0, false);
    }

    /// The icon of a screen.
    static String icon(Screen screen) {
        return ICONS.getOrDefault(screen, "fth-chevron-right");
    }

    void setSelected(boolean selected) {
        button.setSelected(selected);
    }

    void badge(int count, boolean urgent) {
        present.show(badge, count > 0);
        badge.setText(String.valueOf(count));
        badge.getStyleClass().remove("danger");
        if (urgent) {
            badge.getStyleClass().add("danger");
        }
    }
}
