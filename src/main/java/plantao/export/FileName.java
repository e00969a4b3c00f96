package plantao.export;

import java.text.Normalizer;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// File names of documents, safe on every system: lower case letters, digits, hyphens.
public final class FileName {
    private static final int LONGEST = 80;

    private FileName() {}

    /// The name that a runbook's pattern asks for (`/docs/incidents/YYYY-MM-DD-{titulo}.md`), without its folders;
    /// a plain date and title when there is no pattern.
    public static String of(@Nullable String pattern, String title, Instant at) {
        String name = pattern == null ? "YYYY-MM-DD-{title}.md" : pattern.substring(pattern.lastIndexOf('/') + 1);
        String[] day = at.atZone(ZoneOffset.UTC).toLocalDate().toString().split("-");
        String filled = name.replaceFirst("\\.(?:md|markdown)$", "")
                .replace("YYYY", day[0])
                .replace("AAAA", day[0])
                .replace("MM", day[1])
                .replace("DD", day[2])
                .replaceAll("\\{[^}]*}|<[^>]*>|\\[[^]]*]", " " + title + " ");
        boolean titled = !filled.equals(name.replaceFirst("\\.(?:md|markdown)$", "")) && name.matches(".*[{<\\[].*");
        String slug = slug(titled ? filled : filled + " " + title);
        return (slug.isEmpty() ? "documento" : slug) + ".md";
    }

    /// A text as part of a file name.
    public static String slug(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT);
        String slug = plain.replaceAll("[^a-z0-9]+", "-").replaceAll("^-+|-+$", "");
        return slug.length() <= LONGEST ? slug : slug.substring(0, LONGEST).replaceAll("-+$", "");
    }
}
