package plantao.ui;

import javafx.animation.PauseTransition;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.util.Duration;

/// Where a window stands: puts it back where it was, and tells when it has been moved.
final class WindowPlacement {
    /// At least this much of the window must be on a screen, or it could not be reached, in pixels.
    private static final double REACH = 120;

    private final Stage stage;
    private final PauseTransition settled = new PauseTransition(Duration.millis(400));
    private Rectangle2D place;

    /// @param first where it stands unless it is put elsewhere
    /// @param moved runs when the window has come to rest in another place
    WindowPlacement(Stage stage, Rectangle2D first, Runnable moved) {
        this.stage = stage;
        this.place = first;
        settled.setOnFinished(_ -> moved.run());
        stage.xProperty().subscribe(this::moved);
        stage.yProperty().subscribe(this::moved);
        stage.widthProperty().subscribe(this::moved);
        stage.heightProperty().subscribe(this::moved);
        stage.maximizedProperty().subscribe(this::moved);
    }

    /// Makes it no larger than the screen that it opens on.
    void fit() {
        Rectangle2D room = Screen.getPrimary().getVisualBounds();
        if (room.getWidth() < place.getWidth() || room.getHeight() < place.getHeight()) {
            place = new Rectangle2D(
                    room.getMinX(),
                    room.getMinY(),
                    Math.max(stage.getMinWidth(), Math.min(room.getWidth(), place.getWidth())),
                    Math.max(stage.getMinHeight(), Math.min(room.getHeight(), place.getHeight())));
            stage.setX(place.getMinX());
            stage.setY(place.getMinY());
            stage.setWidth(place.getWidth());
            stage.setHeight(place.getHeight());
        }
    }

    /// Puts the window there; where no screen is any more it stays where the system puts it.
    void to(Rectangle2D wanted, boolean maximised) {
        double width = Math.max(stage.getMinWidth(), wanted.getWidth());
        double height = Math.max(stage.getMinHeight(), wanted.getHeight());
        place = new Rectangle2D(wanted.getMinX(), wanted.getMinY(), width, height);
        stage.setWidth(width);
        stage.setHeight(height);
        // Its top edge must be in reach: that is what a window is moved by.
        boolean reachable = !Screen.getScreensForRectangle(
                        wanted.getMinX() + REACH, wanted.getMinY(), width - 2 * REACH, REACH)
                .isEmpty();
        if (reachable) {
            stage.setX(wanted.getMinX());
            stage.setY(wanted.getMinY());
        }
        stage.setMaximized(maximised);
    }

    private void moved() {
        boolean whole = !Double.isNaN(stage.getX())
                && !Double.isNaN(stage.getY())
                && stage.getWidth() > 0
                && stage.getHeight() > 0;
        if (stage.isShowing() && whole) {
            if (!stage.isMaximized() && !stage.isIconified() && !stage.isFullScreen()) {
                place = new Rectangle2D(stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight());
            }
            settled.playFromStart();
        }
    }

    /// While the window is maximised: the place it goes back to.
    Rectangle2D place() {
        return place;
    }
}
