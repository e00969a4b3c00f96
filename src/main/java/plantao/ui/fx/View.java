package plantao.ui.fx;

import java.util.List;
import javafx.scene.Parent;
import org.jspecify.annotations.Nullable;

/// A screen's content.
public interface View {
    Parent root();

    /// What of the runbook is open on it, by title: checklists, playbooks, procedures.
    default List<String> works() {
        return List.of();
    }

    /// It is shown now, with this thing chosen on it (an id the screen knows), or none in particular.
    default void shown(@Nullable Object chosen) {}

    /// J, K or an arrow was pressed while nothing on it had the focus: its first row gets it.
    ///
    /// @return whether there is one
    default boolean enter() {
        return ListKeys.enter(root());
    }
}
