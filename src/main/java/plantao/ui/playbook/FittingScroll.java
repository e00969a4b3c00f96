package plantao.ui.playbook;

import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;
import plantao.ui.fx.ScrollIntoView;

/// Wants to be as high as its content is when broken into its width, and scrolls when it gets less.
final class FittingScroll extends ScrollPane {
    private final Region content;

    FittingScroll(Region content, double least) {
        super(content);
        this.content = content;
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        setMinHeight(least);
        viewportBoundsProperty().addListener(_ -> inSight());
        content.heightProperty().addListener(_ -> inSight());
    }

    /// A field that is typed into stays in sight when there is more above it or less room.
    private void inSight() {
        Node owner = getScene() == null ? null : getScene().getFocusOwner();
        if (owner != null && content.isFocusWithin()) {
            ScrollIntoView.bring(owner);
        }
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefHeight(double width) {
        double wide = width < 0 ? getWidth() : width;
        return Math.ceil(content.prefHeight(wide <= 0 ? -1 : wide - snappedLeftInset() - snappedRightInset()))
                + snappedTopInset()
                + snappedBottomInset();
    }
}
