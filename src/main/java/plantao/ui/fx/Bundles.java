package plantao.ui.fx;

import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/// How bundles are found: `messages_pt_BR.properties` for any Portuguese, else `messages_en.properties`; never the
/// machine's own language, which the operator has not asked for.
final class Bundles {
    private Bundles() {}

    static final ResourceBundle.Control CONTROL = new ResourceBundle.Control() {
        @Override
        public List<Locale> getCandidateLocales(String name, Locale locale) {
            return List.of(locale.getLanguage().equals("pt") ? Locale.of("pt", "BR") : Locale.ENGLISH);
        }

        @Override
        public @Nullable Locale getFallbackLocale(String name, Locale locale) {
            return null;
        }

        @Override
        public List<String> getFormats(String name) {
            return FORMAT_PROPERTIES;
        }
    };
}
