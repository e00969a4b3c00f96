package plantao.ui.board;

import java.time.Instant;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;
import javafx.geometry.Bounds;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import plantao.desk.ServiceTile;
import plantao.desk.SystemBoard;

/// A tile's place. The tile itself is made when the place is first seen, and drawn only while it is.
final class TileSlot extends StackPane {
    private final Supplier<TileNode> make;
    private final DoubleSupplier expected;
    private @Nullable TileNode tile;
    private boolean close;

    /// @param expected how high a tile that is not made yet will be, in px: its place is known before it is drawn
    TileSlot(Supplier<TileNode> make, DoubleSupplier expected) {
        this.make = make;
        this.expected = expected;
    }

    @Override
    protected double computePrefHeight(double width) {
        return tile == null ? expected.getAsDouble() : super.computePrefHeight(width);
    }

    /// Brings the tile up to now.
    void draw(ServiceTile service, SystemBoard system, boolean dense, Instant now) {
        TileNode node = tile;
        if (node == null) {
            node = make.get();
            tile = node;
            getChildren().setAll(node);
        }
        close = dense;
        node.dense(dense);
        node.show(service, system, now);
    }

    /// Whether it stands in this part of the scene, or near. One that has no place yet does not.
    boolean near(Bounds part) {
        if (getHeight() <= 0) {
            return false;
        }
        double top = localToScene(0, 0).getY();
        return top + getHeight() > part.getMinY() - part.getHeight() / 2 && top < part.getMaxY() + part.getHeight() / 2;
    }

    /// Whether its tile was drawn for the other density.
    boolean outgrown(boolean dense) {
        return tile != null && close != dense;
    }

    /// Whether there is nothing to see yet.
    boolean empty() {
        return tile == null;
    }
}
