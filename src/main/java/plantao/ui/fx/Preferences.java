package plantao.ui.fx;

import java.util.List;
import java.util.Locale;

/// How the operator wants the window.
///
/// @param language one of [#LANGUAGES]
/// @param colours light, dark, or as the computer is set
public record Preferences(Locale language, Colours colours) {
    /// The languages the window speaks.
    public static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.of("pt", "BR"));

    /// Light, dark, or as the computer is set.
    public enum Colours {
        SYSTEM,
        LIGHT,
        DARK
    }

    public Preferences {
        boolean portuguese = language.getLanguage().equals("pt");
        language = portuguese ? LANGUAGES.get(1) : LANGUAGES.get(0);
    }

    public Preferences withLanguage(Locale chosen) {
        return new Preferences(chosen, colours);
    }

    public Preferences withColours(Colours chosen) {
        return new Preferences(language, chosen);
    }

    /// A language's name in itself: `English`, `Português`.
    public static String own(Locale language) {
        String name = language.getDisplayLanguage(language);
        return name.substring(0, 1).toUpperCase(language) + name.substring(1);
    }
}
