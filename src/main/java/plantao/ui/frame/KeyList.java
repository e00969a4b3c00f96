package plantao.ui.frame;

import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import plantao.ui.fx.Texts;

/// The list of keys that F1 shows.
final class KeyList {
    private static final String[][] KEYS = {
        {"Ctrl K", "keys.palette"},
        {"Ctrl 1 … 8", "keys.screens"},
        {"N", "keys.note"},
        {"A", "keys.acknowledge"},
        {"Shift A", "keys.ack.note"},
        {"S", "keys.silence"},
        {"D", "keys.declare"},
        {"X", "keys.escalate"},
        {"C", "keys.contacts"},
        {"J  K", "keys.move"},
        {"Enter", "keys.open"},
        {"Space", "keys.tick"},
        {"E F S O U", "keys.item"},
        {"Ctrl Enter", "keys.run"},
        {"Ctrl F", "keys.search"},
        {"Ctrl Shift F", "keys.log"},
        {"I", "keys.nothere"},
        {"G R", "keys.checks"},
        {"L T", "keys.session"},
        {"Shift Esc", "keys.leave"},
        {"Alt Enter", "keys.offer"},
        {"F1", "keys.help"},
    };

    private final VBox root;

    KeyList(Texts texts) {
        GridPane grid = new GridPane(24, 8);
        for (int i = 0; i < KEYS.length; i++) {
            HBox caps = new HBox(4);
            for (String key : KEYS[i][0].split("\\s+(?=\\S)")) {
                Label cap = new Label(key);
                cap.getStyleClass().add("keycap");
                caps.getChildren().add(cap);
            }
            Label what = new Label(texts.get(KEYS[i][1]));
            what.getStyleClass().add("t-body");
            grid.addRow(i, caps, what);
        }
        Label title = new Label(texts.get("keys.title"));
        title.getStyleClass().add("t-title");
        Label close = new Label(texts.get("keys.close"));
        close.getStyleClass().add("t-muted");
        root = new VBox(16, title, grid, close);
        root.getStyleClass().add("dialog-card");
        root.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        root.setFocusTraversable(true);
    }

    Parent root() {
        return root;
    }
}
