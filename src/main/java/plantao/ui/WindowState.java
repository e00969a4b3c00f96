package plantao.ui;

import java.util.Locale;
import javafx.geometry.Rectangle2D;
import plantao.ui.fx.Theme;

/// How a window looks and where it stands.
///
/// @param place in pixels; while it is maximised, the place it goes back to
public record WindowState(Locale locale, Theme theme, Rectangle2D place, boolean maximised) {}
