package plantao.ui.fx;

import java.util.HashMap;
import java.util.Map;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// Which screen is shown, which thing on it, and what is being written. Belongs to the JavaFX thread.
public final class Navigation {
    /// A screen and what is chosen on it: an id the screen knows, or null for none in particular.
    ///
    /// @param visit counts the ways there: who goes where they are already is led to the first thing again
    public record Goal(Screen screen, @Nullable Object chosen, int visit) {}

    private final ReadOnlyObjectWrapper<Goal> goal;
    private final Map<Object, String> unfinished;

    public Navigation(Screen first) {
        this(first, new HashMap<>());
    }

    private Navigation(Screen first, Map<Object, String> unfinished) {
        this.unfinished = unfinished;
        goal = new ReadOnlyObjectWrapper<>(new Goal(first, null, 0));
    }

    /// The same place with the same unfinished texts, without those that listen to this one.
    public Navigation copy() {
        Navigation copy = new Navigation(goal.get().screen(), unfinished);
        copy.goal.set(goal.get());
        return copy;
    }

    /// What the operator has written and not yet sent, by what it is for: it must outlive the screen it is written
    /// on.
    public Map<Object, String> unfinished() {
        return unfinished;
    }

    public void go(Screen screen) {
        goal.set(new Goal(screen, null, goal().visit() + 1));
    }

    /// Goes to one thing on a screen: a run's id on the playbooks, an incident's on the incidents.
    public void go(Screen screen, Object chosen) {
        goal.set(new Goal(screen, chosen, goal().visit() + 1));
    }

    public ReadOnlyObjectProperty<Goal> goalProperty() {
        return goal.getReadOnlyProperty();
    }

    public Goal goal() {
        return goal.get();
    }
}
