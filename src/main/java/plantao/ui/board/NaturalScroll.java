package plantao.ui.board;

import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;

/// A pane that is as high as what is in it, and scrolls only when it is given less.
final class NaturalScroll extends ScrollPane {
    private final Region content;

    NaturalScroll(Region content) {
        super(content);
        this.content = content;
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        setMinHeight(0);
    }

    @Override
    protected double computePrefHeight(double width) {
        return content.prefHeight(width <= 0 ? getWidth() : width) + 2;
    }
}
