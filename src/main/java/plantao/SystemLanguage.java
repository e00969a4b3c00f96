package plantao;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/// The language a computer is set to.
final class SystemLanguage {
    private SystemLanguage() {}

    /// What the Java machine found, unless the environment asks for another language of whose locale the C library
    /// knows nothing (containers and remote shells often lack it): Java takes English then, without a word.
    ///
    /// @param found the Java machine's default
    /// @param environment where the first set of `LC_ALL`, `LC_MESSAGES` and `LANG` counts (POSIX.1-2024, 8.2)
    static Locale of(Locale found, Map<String, String> environment) {
        String wished = Stream.of("LC_ALL", "LC_MESSAGES", "LANG")
                .map(name -> environment.getOrDefault(name, ""))
                .filter(value -> !value.isEmpty())
                .findFirst()
                .orElse("");
        // language[_TERRITORY][.codeset][@modifier]
        Locale asked = Locale.forLanguageTag(wished.replaceFirst("[.@].*", "").replace('_', '-'));
        boolean fellBack = found.getLanguage().isEmpty() || found.getLanguage().equals("en");
        return fellBack && asked.getLanguage().matches("[a-z]{2,3}") ? asked : found;
    }
}
