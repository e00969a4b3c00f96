package plantao.ui.fx;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// Which screen is shown, and which thing on it. Belongs to the JavaFX thread.
public final class Navigation {
    /// A screen and what is chosen on it: an id the screen knows, or null for none in particular.
    public record Goal(Screen screen, @Nullable Object chosen) {}

    private final ReadOnlyObjectWrapper<Goal> goal;

    public Navigation(Screen first) {
        goal = new ReadOnlyObjectWrapper<>(new Goal(first, null));
    }

    /// The same place, without those that listen to this one.
    public Navigation copy() {
        Navigation copy = new Navigation(goal.get().screen());
        copy.goal.set(goal.get());
        return copy;
    }

    public void go(Screen screen) {
        goal.set(new Goal(screen, null));
    }

    /// Goes to one thing on a screen: a run's id on the playbooks, an incident's on the incidents.
    public void go(Screen screen, Object chosen) {
        goal.set(new Goal(screen, chosen));
    }

    public ReadOnlyObjectProperty<Goal> goalProperty() {
        return goal.getReadOnlyProperty();
    }

    public Goal goal() {
        return goal.get();
    }
}
