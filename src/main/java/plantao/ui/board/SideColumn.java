package plantao.ui.board;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/// Two panels below each other, beside each other where there is very much room. Each is as high as it likes while
/// there is room; else the lower one gets at least a share of the height and both scroll.
final class SideColumn extends Pane {
    private static final double GAP = 16;
    private static final double SHARE = 0.42;

    /// What the lower one gets while the upper one has nothing urgent in it.
    private static final double CALM = 0.6;

    /// From this width on they stand beside each other, the first so wide.
    private static final double BESIDE = 1000;

    private static final double FIRST = 560;

    private final Region upper;
    private final Region lower;
    private double share = SHARE;

    SideColumn(Region upper, Region lower) {
        this.upper = upper;
        this.lower = lower;
        getChildren().setAll(upper, lower);
    }

    /// Which of the two there are.
    ///
    /// @param calm whether the upper one has nothing urgent in it
    void show(boolean first, boolean second, boolean calm) {
        if (share != (calm ? CALM : SHARE)) {
            share = calm ? CALM : SHARE;
            requestLayout();
        }
        List<Region> wanted = Stream.of(first ? upper : null, second ? lower : null)
                .filter(Objects::nonNull)
                .toList();
        if (!getChildren().equals(wanted)) {
            getChildren().setAll(wanted);
        }
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double height = getHeight();
        if (getChildren().size() < 2) {
            Region only = getChildren().contains(lower) ? lower : upper;
            only.resizeRelocate(0, 0, width, Math.min(height, only.prefHeight(width)));
            return;
        }
        if (width >= BESIDE) {
            double rest = width - FIRST - GAP;
            upper.resizeRelocate(0, 0, FIRST, Math.min(height, upper.prefHeight(FIRST)));
            lower.resizeRelocate(FIRST + GAP, 0, rest, Math.min(height, lower.prefHeight(rest)));
            return;
        }
        double high = upper.prefHeight(width);
        double low = lower.prefHeight(width);
        if (high + GAP + low > height) {
            low = Math.min(low, Math.max(height * share, height - GAP - high));
            high = height - GAP - low;
        }
        upper.resizeRelocate(0, 0, width, high);
        lower.resizeRelocate(0, high + GAP, width, low);
    }
}
