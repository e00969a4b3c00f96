package plantao.ui.fx;

import java.util.Locale;

/// The screens of the window, in the rail's order.
public enum Screen {
    BOARD,
    SHIFT,
    PLAYBOOKS,
    INCIDENTS,
    HANDOFFS,
    LIBRARY,
    PRACTICE,
    SETTINGS;

    /// Its name in message keys and file names.
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
