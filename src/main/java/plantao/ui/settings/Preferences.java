package plantao.ui.settings;

import java.io.File;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Supplier;
import plantao.ui.fx.Theme;

/// What the Settings screen can change about the window.
///
/// @param theme the look now
/// @param setTheme changes it at once
/// @param setLanguage changes the language at once: the screens are built anew
/// @param choose asks for a folder and gives it on; not at all when the operator changes their mind
/// @param calling how the operator is called
public record Preferences(
        Theme theme,
        Consumer<Theme> setTheme,
        Consumer<Locale> setLanguage,
        Consumer<Consumer<File>> choose,
        Supplier<CallingPanel> calling) {}
