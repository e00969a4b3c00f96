package plantao.ui.fx;

import javafx.scene.Parent;
import org.jspecify.annotations.Nullable;

/// A screen's content.
public interface View {
    Parent root();

    /// It is shown now, with this thing chosen on it (an id the screen knows), or none in particular.
    default void shown(@Nullable Object chosen) {}
}
