package plantao.ui.library;

import javafx.scene.Node;
import javafx.scene.control.ListCell;

/// A cell as tall as its wrapped text needs. A list asks its cells for their height without telling how wide they
/// are; wrapped text depends on that.
class WrappingCell<T> extends ListCell<T> {
    private static final double NARROWEST = 120;

    private final double edges;

    /// @param edges what the scroll bar and the paddings take, in pixels
    WrappingCell(double edges) {
        this.edges = edges;
    }

    @Override
    protected final double computePrefHeight(double width) {
        Node graphic = getGraphic();
        return graphic == null
                ? 0
                : Math.ceil(graphic.prefHeight(Math.max(NARROWEST, getListView().getWidth() - edges)));
    }

    @Override
    protected final double computePrefWidth(double height) {
        return 0;
    }
}
