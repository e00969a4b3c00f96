package plantao.export;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/// What a heading or key of a post-mortem template asks for, told by its words.
enum TemplateRole {
    DATE,
    TIME,
    START,
    END,
    DETECTING,
    ACKNOWLEDGING,
    SEVERITY,
    OWNER,
    SCRIBE,
    STATUS,
    NUMBER,
    SYSTEM,
    SUMMARY,
    IMPACT,
    DURATION,
    AFFECTED,
    DETECTION,
    TIMELINE,
    CAUSE,
    ACTIONS,
    LESSONS,
    FOLLOWUP;

    private record Phrase(String words, TemplateRole role) {}

    private static final List<Phrase> PHRASES = phrases();

    private static List<Phrase> phrases() {
        ResourceBundle bundle = ResourceBundle.getBundle(
                "plantao.export.template_words", Locale.ROOT, TemplateRole.class.getClassLoader());
        List<Phrase> all = new ArrayList<>();
        for (TemplateRole role : values()) {
            for (String words :
                    bundle.getString(role.name().toLowerCase(Locale.ROOT)).split(",")) {
                all.add(new Phrase(words.strip(), role));
            }
        }
        all.sort((a, b) -> b.words().length() - a.words().length());
        return List.copyOf(all);
    }

    /// The role of a heading or key; null when no phrase fits.
    static @Nullable TemplateRole of(String text) {
        String plain = " "
                + Normalizer.normalize(text, Normalizer.Form.NFD)
                        .replaceAll("\\p{M}", "")
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^a-z]+", " ")
                        .strip()
                + " ";
        for (Phrase phrase : PHRASES) {
            if (plain.startsWith(" " + phrase.words() + " ")) {
                return phrase.role();
            }
        }
        for (Phrase phrase : PHRASES) {
            if (phrase.words().length() > 3 && plain.contains(" " + phrase.words() + " ")) {
                return phrase.role();
            }
        }
        return null;
    }
}
