package plantao.ui;

import java.io.File;
import java.util.List;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.Parent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import plantao.desk.Board;
import plantao.desk.Event;
import plantao.desk.PracticeBoard;
import plantao.ui.frame.ClosePrompt;
import plantao.ui.frame.FrameView;
import plantao.ui.frame.Keys;
import plantao.ui.fx.Screen;
import plantao.ui.fx.UiContext;
import plantao.ui.settings.Preferences;
import plantao.ui.start.StartView;

/// The whole content of a window in one language: the first choice while nothing is open, else the
/// frame. Each is built when it is first shown.
final class Shell {
    private final StackPane root = new StackPane();
    private final UiContext desktop;
    private final Preferences preferences;
    private @Nullable StartView start;
    private @Nullable FrameView frame;
    private @Nullable ClosePrompt leaving;

    Shell(UiContext desktop, Preferences preferences) {
        this.desktop = desktop;
        this.preferences = preferences;
        root.getStyleClass().add("app");
        acceptDrops();
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

    /// Asks before the window is closed when a step that changes something still runs.
    ///
    /// @param close closes the window, once the operator wants that
    /// @return whether it is asked: the window stays for now
    boolean asksToStay(Runnable close) {
        ClosePrompt asked = leaving;
        if (!ClosePrompt.asks(desktop.now()) || asked != null && asked.stopping()) {
            return false;
        }
        if (asked == null) {
            asked = new ClosePrompt(desktop, this::stay, close);
            leaving = asked;
            root.getChildren().add(asked.root());
        }
        asked.focus();
        return true;
    }

    private void stay() {
        ClosePrompt asked = leaving;
        if (asked != null) {
            root.getChildren().remove(asked.root());
            leaving = null;
        }
    }

    private void draw(Board board) {
        ClosePrompt asked = leaving;
        if (asked != null) {
            asked.draw(board);
        }
        // Between two practised systems there is none for a moment: who is inside stays inside.
        boolean changing = frame != null && board.practice().state() != PracticeBoard.State.OFF;
        if (board.systems().isEmpty() && board.opening().isEmpty() && !changing) {
            if (start == null) {
                start = new StartView(desktop, preferences);
            }
            if (show(start.root())) {
                start.shown(null);
            }
        } else {
            if (frame == null) {
                greet(board);
                frame = new FrameView(desktop, preferences, Screens.of(preferences));
            }
            show(frame.root());
        }
    }

    /// Who came to practise is shown the scenarios first.
    private void greet(Board board) {
        boolean practising = board.practice().state() != PracticeBoard.State.OFF
                && board.systems().size() == 1;
        if (practising && start != null && root.getChildren().contains(start.root())) {
            desktop.navigation().go(Screen.PRACTICE);
        }
    }

    private boolean show(Parent content) {
        boolean other = root.getChildren().isEmpty() || root.getChildren().getFirst() != content;
        if (other) {
            root.getChildren().setAll(content);
        }
        return other;
    }

    /// A folder or a Markdown file may be dropped anywhere.
    private void acceptDrops() {
        root.setOnDragOver(event -> {
            if (!readable(event.getDragboard()).isEmpty()) {
                event.acceptTransferModes(TransferMode.COPY);
            }
        });
        root.setOnDragDropped(event -> {
            List<File> files = readable(event.getDragboard());
            files.forEach(file -> desktop.send(new Event.OpenFolder(file.getPath())));
            event.setDropCompleted(!files.isEmpty());
        });
    }

    private static List<File> readable(Dragboard board) {
        return board.hasFiles()
                ? board.getFiles().stream()
                        .filter(f -> f.isDirectory() || f.getName().endsWith(".md"))
                        .toList()
                : List.of();
    }
}
