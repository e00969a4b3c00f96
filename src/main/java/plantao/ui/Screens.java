package plantao.ui;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import plantao.ui.board.BoardView;
import plantao.ui.fx.Desktop;
import plantao.ui.fx.Preferences;
import plantao.ui.fx.Screen;
import plantao.ui.fx.View;
import plantao.ui.practice.PracticeView;
import plantao.ui.settings.About;
import plantao.ui.settings.SettingsView;

/// Which view draws which screen. A screen that is not here has no entry in the rail.
final class Screens {
    private Screens() {}

    static Map<Screen, Function<Desktop, View>> all(About about, ObjectProperty<Preferences> preferences) {
        Map<Screen, Function<Desktop, View>> all = new EnumMap<>(Screen.class);
        all.put(Screen.BOARD, BoardView::new);
        all.put(Screen.PRACTICE, PracticeView::new);
        all.put(Screen.SETTINGS, desktop -> new SettingsView(desktop, about, preferences));
        return all;
    }
}
