package plantao.export;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The YAML before a post-mortem template's text, between two lines of three hyphens: what the log knows stands
/// behind its keys, the rest stays.
final class FrontMatter {
    private static final Pattern KEY = Pattern.compile("^(\\p{L}[\\w -]*):\\s*(.*?)\\s*$");
    private static final Pattern OPEN =
            Pattern.compile("(?i)^$|.*(?:[<{\\[?]|\\b(?:YYYY|AAAA|XX+|TBD|TODO|HH:MM|DD/MM)).*|[\"']{2}|null|~");
    private static final Pattern PLAIN = Pattern.compile("[\\p{L}\\d][\\p{L}\\d ._/-]*");
    private static final Pattern TITLE = Pattern.compile("(?iu)title|t[ií]tulo");

    private FrontMatter() {}

    /// How many lines of the template it takes; 0 where there is none.
    static int length(List<String> lines) {
        if (lines.isEmpty() || !lines.getFirst().strip().equals("---")) {
            return 0;
        }
        for (int i = 1; i < lines.size(); i++) {
            if (lines.get(i).strip().equals("---")) {
                return i + 1;
            }
        }
        return 0;
    }

    /// The lines with what is known.
    static List<String> filled(List<String> lines, PostmortemFacts facts) {
        List<String> all = new ArrayList<>();
        for (String line : lines) {
            Matcher key = KEY.matcher(line);
            String known = key.matches() && OPEN.matcher(key.group(2)).matches() ? value(key.group(1), facts) : null;
            if (known == null) {
                all.add(line);
            } else {
                String scalar = PLAIN.matcher(known).matches()
                        ? known
                        : "\"" + known.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
                all.add(key.group(1) + ": " + (key.group(2).startsWith("[") ? "[" + scalar + "]" : scalar));
            }
        }
        return all;
    }

    private static @org.jspecify.annotations.Nullable String value(String key, PostmortemFacts facts) {
        if (TITLE.matcher(key).matches()) {
            return facts.incident().title();
        }
        TemplateRole role = TemplateRole.of(key.replace('_', ' '));
        return role == null ? null : facts.value(role, "");
    }
}
