package plantao.export;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;
import plantao.journal.FoldedText;
import plantao.journal.Incident;

/// What a key or placeholder of a message template asks for, told by its words (`message_words.properties`).
enum MessageRole {
    TITLE,
    SUMMARY,
    SEVERITY,
    STATUS,
    NUMBER,
    SYSTEM,
    AFFECTED,
    BEGAN,
    DURATION,
    RESOLVED,
    NEXT,
    NOW,
    COMMANDER,
    OPERATOR,
    SCRIBE,
    CAUSE,
    ACTIONS,
    GOING,
    /// Only a person knows.
    OPEN;

    /// A role that was found.
    ///
    /// @param sure whether the words say it by themselves
    record Found(MessageRole role, boolean sure) {}

    private record Phrase(String words, Found found) {}

    private static final ResourceBundle BUNDLE =
            ResourceBundle.getBundle("plantao.export.message_words", Locale.ROOT, MessageRole.class.getClassLoader());
    private static final List<Phrase> PHRASES = phrases();

    private static List<Phrase> phrases() {
        List<Phrase> all = new ArrayList<>();
        for (MessageRole role : values()) {
            for (String words : words(role.name().toLowerCase(Locale.ROOT))) {
                boolean sure = !words.startsWith("~");
                all.add(new Phrase(sure ? words : words.substring(1), new Found(role, sure)));
            }
        }
        all.sort(Comparator.comparing((Phrase p) -> p.words().length()).reversed());
        return List.copyOf(all);
    }

    private static List<String> words(String key) {
        return List.of(BUNDLE.getString(key).split("\\s*,\\s*"));
    }

    private static String plain(String text) {
        return " " + String.join(" ", FoldedText.words(text)) + " ";
    }

    /// What the text asks for: the longest phrase in it; null when there is none.
    static @Nullable Found of(String text) {
        String plain = plain(text);
        return PHRASES.stream()
                .filter(p -> plain.contains(" " + p.words() + " "))
                .map(Phrase::found)
                .findFirst()
                .orElse(null);
    }

    /// How far an incident is that has this status; null for a word not known.
    static Incident.@Nullable Status stage(String text) {
        String plain = plain(text);
        for (Incident.Status status :
                List.of(Incident.Status.RESOLVED, Incident.Status.FIXING, Incident.Status.INVESTIGATING)) {
            if (words("stage." + status.word()).stream().anyMatch(w -> plain.contains(" " + w + " "))) {
                return status;
            }
        }
        return null;
    }

    /// Whether a severity in this word is a mild one.
    static boolean mild(String text) {
        String plain = plain(text);
        return words("mild").stream().anyMatch(w -> plain.startsWith(" " + w + " "));
    }

    /// Whether this key stands before a mail's subject.
    static boolean subject(String key) {
        return words("subject").contains(plain(key).strip());
    }
}
