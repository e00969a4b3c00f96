package plantao.ui.board;

import java.util.function.DoubleSupplier;
import java.util.function.Supplier;
import javafx.geometry.Bounds;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/// The place of a tile or a row. What stands there is made when the place is first seen, and drawn only while it
/// is.
///
/// @param <N> what stands there
final class Slot<N extends Region> extends StackPane {
    private final Supplier<N> make;
    private final DoubleSupplier expected;
    private @Nullable N node;
    private boolean close;

    /// @param expected how high one that is not made yet will be, in px: its place is known before it is drawn
    Slot(Supplier<N> make, DoubleSupplier expected) {
        this.make = make;
        this.expected = expected;
    }

    @Override
    protected double computePrefHeight(double width) {
        return node == null ? expected.getAsDouble() : super.computePrefHeight(width);
    }

    /// What stands here, to be drawn for this density.
    N filled(boolean dense) {
        N made = node;
        if (made == null) {
            made = make.get();
            node = made;
            getChildren().setAll(made);
        }
        close = dense;
        return made;
    }

    /// Whether it can be seen in what it is scrolled by, or nearly. One that has no place yet cannot.
    boolean near(Region scroll) {
        if (getHeight() <= 0) {
            return false;
        }
        Bounds part = scroll.localToScene(scroll.getLayoutBounds());
        double top = localToScene(0, 0).getY();
        return top + getHeight() > part.getMinY() - part.getHeight() / 2 && top < part.getMaxY() + part.getHeight() / 2;
    }

    /// Whether it was drawn for the other density.
    boolean outgrown(boolean dense) {
        return node != null && close != dense;
    }

    /// Whether there is nothing to see yet.
    boolean empty() {
        return node == null;
    }
}
