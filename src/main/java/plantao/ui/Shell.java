package plantao.ui;

import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.Parent;
import javafx.scene.layout.StackPane;
import plantao.desk.Board;
import plantao.ui.frame.FrameView;
import plantao.ui.frame.Keys;
import plantao.ui.fx.Desktop;
import plantao.ui.settings.Preferences;
import plantao.ui.start.StartView;
import org.jspecify.annotations.Nullable;

/// The whole content of a window in one language: the first choice while nothing is open, the frame from then on.
final class Shell {
    private final StackPane root = new StackPane();
    private final Desktop desktop;
    private final Preferences preferences;
    private final StartView start;
    private @Nullable FrameView frame;

    Shell(Desktop desktop, Preferences preferences) {
        this.desktop = desktop;
        this.preferences = preferences;
        this.start = new StartView(desktop, preferences.choose());
        root.getStyleClass().add("app");
        ObservableValue<Board> board = desktop.board();
        board.addListener((_, _, now) -> draw(now));
        draw(desktop.now());
    }

    Parent root() {
        return root;
    }

    /// The keys that work on every screen, once there are screens.
    Optional<Keys> keys() {
        return Optional.ofNullable(frame).map(FrameView::keys);
    }

    private void draw(Board board) {
        if (board.systems().isEmpty()) {
            show(start.root());
        } else {
            if (frame == null) {
                frame = new FrameView(desktop, Screens.of(preferences));
            }
            show(frame.root());
        }
    }

    private void show(Parent content) {
        if (root.getChildren().isEmpty() || root.getChildren().getFirst() != content) {
            root.getChildren().setAll(content);
        }
    }
}
