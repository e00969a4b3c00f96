package plantao.ui;

import java.util.Locale;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import plantao.desk.Board;
import plantao.desk.Event;
import plantao.desk.PracticeBoard;
import plantao.ui.frame.FrameView;
import plantao.ui.fx.Desktop;
import plantao.ui.fx.Folders;
import plantao.ui.fx.Navigation;
import plantao.ui.fx.Preferences;
import plantao.ui.fx.Screen;
import plantao.ui.start.StartView;

/// Everything in the window, in one language: the first screen while nothing is open, else the frame. Another language
/// is another surface; the old one is given no more boards, so nothing keeps it alive.
final class Surface {
    private final SimpleObjectProperty<Board> board;
    private final Outside outside;
    private final ObjectProperty<Preferences> preferences;
    private final Desktop desktop;
    private final StackPane root = new StackPane();
    private @Nullable StartView start;
    private @Nullable FrameView frame;

    Surface(Board first, Outside outside, ObjectProperty<Preferences> preferences, Navigation.Goal goal) {
        this.board = new SimpleObjectProperty<>(first);
        this.outside = outside;
        this.preferences = preferences;
        Locale locale = preferences.get().language();
        Navigation navigation = new Navigation(goal.screen());
        if (goal.chosen() != null) {
            navigation.go(goal.screen(), goal.chosen());
        }
        this.desktop = new Desktop(
                board, outside.events(), outside.outputs(), outside.drafts(), outside.preview(), navigation, locale, outside.zone());
        root.getStyleClass().add("app");
        Folders.acceptDrops(root, path -> outside.events().accept(new Event.OpenFolder(path)));
        choose(first);
    }

    Parent root() {
        return root;
    }

    Board board() {
        return board.get();
    }

    Navigation.Goal goal() {
        return desktop.navigation().goal();
    }

    void show(Board next) {
        board.set(next);
        choose(next);
    }

    private void choose(Board now) {
        if (now.systems().isEmpty()) {
            if (start == null) {
                start = new StartView(desktop, preferences);
            }
            put(start.root());
        } else if (frame == null) {
            greet(now);
            frame = new FrameView(desktop, Screens.all(outside.about(), preferences));
            put(frame.root());
            Scene scene = root.getScene();
            if (scene != null) {
                install(scene);
            }
        } else {
            put(frame.root());
        }
    }

    /// Who came to practise is shown the scenarios first.
    private void greet(Board now) {
        if (start != null && now.practice().state() != PracticeBoard.State.OFF && now.systems().size() == 1) {
            desktop.navigation().go(Screen.PRACTICE);
        }
    }

    private void put(Parent content) {
        if (root.getChildren().isEmpty() || root.getChildren().getFirst() != content) {
            root.getChildren().setAll(content);
            if (start != null && content == start.root()) {
                start.shown(null);
            }
        }
    }

    /// Makes the keys work in `scene`, now or as soon as there is a frame.
    void install(Scene scene) {
        if (frame != null) {
            frame.keys().install(scene);
        }
    }
}
