package plantao.journal;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What somebody looks for in the log.
///
/// @param terms what an entry must have, each the beginning of a word of it; a filter is `name:beginning`
/// @param phrases folded texts it must have as they are
/// @param from only what happened then or later, or null
/// @param to only what happened before, or null
public record SearchQuery(
        List<String> terms,
        List<String> phrases,
        @Nullable Instant from,
        @Nullable Instant to) {
    /// The names of filters: of the system, the kind of entry, the service it is about and who was at the console.
    public static final Set<String> FILTERS = Set.of("system", "kind", "service", "by");

    private static final Pattern PART = Pattern.compile("(?:(\\p{L}+):)?(?:\"([^\"]*)\"?|(\\S+))");

    /// Reads what was typed: words, `"a phrase"`, `system: kind: service: by:` with the beginning of a name,
    /// `since: until:` with a time as [TypedMoment] reads it. What is not understood is looked for as it is.
    public static SearchQuery of(String typed, Instant now, ZoneId zone) {
        List<String> terms = new ArrayList<>();
        List<String> phrases = new ArrayList<>();
        Instant from = null;
        Instant to = null;
        for (Matcher m = PART.matcher(typed); m.find(); ) {
            String name = m.group(1) == null ? "" : m.group(1).toLowerCase(Locale.ROOT);
            boolean quoted = m.group(2) != null;
            String value = quoted ? m.group(2) : m.group(3);
            Instant time = name.equals("since") || name.equals("until")
                    ? TypedMoment.of(value, now, zone).orElse(null)
                    : null;
            if (FILTERS.contains(name)) {
                FoldedText.words(value).forEach(w -> terms.add(name + ":" + w));
            } else if (time != null && name.equals("since")) {
                from = time;
            } else if (time != null) {
                to = time;
            } else {
                terms.addAll(FoldedText.words(m.group()));
                if (quoted) {
                    phrases.add(FoldedText.text(value));
                }
            }
        }
        return new SearchQuery(
                terms.stream().distinct().toList(),
                phrases.stream().filter(p -> !p.isBlank()).toList(),
                from,
                to);
    }

    /// Whether it asks for nothing.
    public boolean empty() {
        return terms.isEmpty() && from == null && to == null;
    }

    /// Whether a moment is within its times.
    public boolean within(Instant at) {
        return (from == null || !at.isBefore(from)) && (to == null || at.isBefore(to));
    }
}
