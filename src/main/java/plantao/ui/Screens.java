package plantao.ui;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import plantao.ui.board.BoardView;
import plantao.ui.fx.Screen;
import plantao.ui.fx.UiContext;
import plantao.ui.fx.View;
import plantao.ui.handoff.HandoffsView;
import plantao.ui.incident.IncidentsView;
import plantao.ui.library.LibraryView;
import plantao.ui.playbook.PlaybooksView;
import plantao.ui.practice.PracticeView;
import plantao.ui.settings.Preferences;
import plantao.ui.settings.SettingsView;
import plantao.ui.shift.ShiftView;

/// Which view draws which screen, in the rail's order.
final class Screens {
    private Screens() {}

    static Map<Screen, Function<UiContext, View>> of(Preferences preferences) {
        Map<Screen, Function<UiContext, View>> all = new LinkedHashMap<>();
        all.put(Screen.BOARD, BoardView::new);
        all.put(Screen.SHIFT, ShiftView::new);
        all.put(Screen.PLAYBOOKS, PlaybooksView::new);
        all.put(Screen.INCIDENTS, IncidentsView::new);
        all.put(Screen.HANDOFFS, HandoffsView::new);
        all.put(Screen.LIBRARY, LibraryView::new);
        all.put(Screen.PRACTICE, PracticeView::new);
        all.put(Screen.SETTINGS, d -> new SettingsView(d, preferences));
        return all;
    }
}
