package plantao.export;

import java.util.Locale;
import java.util.stream.Stream;

/// The remark that a document comes from practice, so that nobody takes it for what happened to the real system.
public final class PracticeRemark {
    private PracticeRemark() {}

    /// The Markdown with the remark behind its title, once: a document that has it already, in whatever language,
    /// is as it was.
    ///
    /// @param markdown a document; an empty one stays empty
    /// @param locale the document's language
    public static String marked(String markdown, Locale locale) {
        boolean told = Stream.of(Locale.ENGLISH, Locale.of("pt", "BR")).anyMatch(l -> markdown.contains(quote(l)));
        if (told || markdown.isBlank()) {
            return markdown;
        }
        String remark = quote(locale) + "\n";
        if (!markdown.startsWith("# ")) {
            return remark + "\n" + markdown;
        }
        int end = markdown.indexOf('\n');
        String title = end < 0 ? markdown : markdown.substring(0, end);
        String rest = end < 0 ? "" : markdown.substring(end).stripLeading();
        return title + "\n\n" + remark + (rest.isEmpty() ? "" : "\n" + rest);
    }

    /// The same for a message, which is plain text: its first line.
    public static String told(String message, Locale locale) {
        return remark(locale) + "\n\n" + message;
    }

    /// The same for a message's subject.
    public static String subject(String subject, Locale locale) {
        return "[" + DocumentWords.in(locale).get("practised.tag") + "] " + subject;
    }

    private static String quote(Locale locale) {
        return "> **" + DocumentWords.in(locale).get("practised.tag") + ":** "
                + DocumentWords.in(locale).get("practised.why");
    }

    private static String remark(Locale locale) {
        return DocumentWords.in(locale).get("practised.tag").toUpperCase(locale) + ": "
                + DocumentWords.in(locale).get("practised.why");
    }
}
