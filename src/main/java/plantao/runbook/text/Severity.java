package plantao.runbook.text;

import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/// A severity that leads a heading: `P1 - Crítico`, `SEVERITY 2: Degradação`.
///
/// @param label the severity as written (`P1`, `SEVERITY 2`)
/// @param level 1 (worst) to 4
/// @param rest what follows it
public record Severity(String label, int level, String rest) {
    private static final Expression LEADING = Expression.of(
            "(?i)^((?:p|sev|severity|severidade|severidad|s(?=[0-5]\\s*(?:[:(\\-–—]|$))|prioridade|priority)[- ]?([0-5]))\\b[\\s:.·|\\-–—]*(.*)$");

    private static final Expression PARTS = Expression.of("\\s*[,;|·]\\s*|\\s+[-–—]\\s+");
    private static final Expression INSIDE = Expression.of(
            "(?iu)(?<![\\p{L}\\d-])((?:p|sev|severity|severidade|severidad|prioridade|priority)[- ]?([0-5]))(?![\\p{L}\\d.-])");
    private static final Expression MARKED = Expression.of("^(.*\\S)\\s*\\[([^\\[\\]]{1,14})\\]$");
    private static final Expression BRACKETED = Expression.of("^\\[([^\\[\\]]{1,14})\\]\\s*");

    /// The severity that leads the plain text, or null.
    public static @Nullable Severity of(String text) {
        String title = Words.title(text);
        if (title.isEmpty() || "pPsS[".indexOf(title.charAt(0)) < 0) {
            return null;
        }
        Matcher m = LEADING.matcher(
                title.charAt(0) == '[' ? BRACKETED.matcher(title).replaceFirst("$1 ") : title);
        if (!m.matches()) {
            return null;
        }
        int digit = Integer.parseInt(m.group(2));
        return new Severity(m.group(1), Math.clamp(digit, 1, 4), m.group(3).strip());
    }

    /// The severity in the parenthesis that ends a title ("API down (SEV1)"), or null.
    public static @Nullable Severity trailing(String title) {
        Matcher marked = MARKED.matcher(title);
        if (marked.matches()) {
            Severity tag = of(marked.group(2));
            return tag == null || !tag.rest().isBlank()
                    ? null
                    : new Severity(tag.label(), tag.level(), marked.group(1).strip());
        }
        Severity named = among(Words.qualifier(title));
        return named == null ? null : new Severity(named.label(), named.level(), Words.unqualified(title));
    }

    /// The severity that is one of the parts of a text ("SEV1, respond within 15 minutes"), or null.
    public static @Nullable Severity among(String text) {
        for (String part : PARTS.split(text, 0)) {
            Severity named = of(part);
            boolean sure = named != null && (named.label().length() > 2 || part.equals(text) || !isBare(named.label()));
            if (named != null && sure && named.rest().isBlank()) {
                return named;
            }
        }
        return null;
    }

    // "S3" among other words is more often a store.
    private static boolean isBare(String label) {
        return label.charAt(0) == 's' || label.charAt(0) == 'S';
    }

    /// The severity that a sentence names anywhere ("This is a SEV1 incident"), or null.
    public static @Nullable Severity within(String text) {
        Matcher m = INSIDE.matcher(text);
        return m.find() ? new Severity(m.group(1), Math.clamp(Integer.parseInt(m.group(2)), 1, 4), text) : null;
    }
}
