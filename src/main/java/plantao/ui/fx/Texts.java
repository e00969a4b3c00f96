package plantao.ui.fx;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import plantao.export.Translation;

/// The messages of one package in one language: the bundle `messages` beside the view.
public record Texts(ResourceBundle bundle) {

    /// @param view a class of the package
    public static Texts of(Class<?> view, Locale locale) {
        return new Texts(ResourceBundle.getBundle(
                view.getPackageName() + ".messages", locale, view.getClassLoader(), Bundles.CONTROL));
    }

    /// What a room below the window said in English, in this language.
    public String said(String english) {
        return Translation.in(bundle.getLocale()).of(english);
    }

    /// The text of a key with its arguments filled in as [MessageFormat] does (`{0}`, `{0,choice,…}`); numbers are
    /// passed as they are to be read, so format them with [Figures] where they are not counted.
    ///
    /// @throws java.util.MissingResourceException when there is no such key: a test looks after that
    public String get(String key, Object... arguments) {
        String pattern = bundle.getString(key);
        return arguments.length == 0 && pattern.indexOf('\'') < 0 && pattern.indexOf('{') < 0
                ? pattern
                : new MessageFormat(pattern, bundle.getLocale()).format(arguments);
    }
}
