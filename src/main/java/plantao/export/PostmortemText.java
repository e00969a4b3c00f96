package plantao.export;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import plantao.journal.Change;
import plantao.journal.Incident;
import plantao.runbook.Template;

/// A post-mortem's draft in the team's own template: what the log knows is filled in, what it can't know is a
/// marked
/// blank, what was only an example is gone.
public final class PostmortemText {
    private static final Pattern HEADING = Pattern.compile("^(#{1,6})\\s+(.*?)\\s*$");
    private static final Pattern KEY = Pattern.compile("^(\\s*(?:[-*+]\\s+)?)\\*\\*(.+?):?\\*\\*:?\\s*(.*?)( {2})?$");
    // The same without any marks: `Date:`, or a row of two cells, `| Severity | |`.
    private static final Pattern BARE =
            Pattern.compile("^(\\s*(?:[-*+]\\s+)?\\p{Lu}[^:|*_`<{\\[]{1,40}):[ \\t]*(.*?)( {2})?$");
    private static final Pattern ROW =
            Pattern.compile("^(\\|\\s*[*_]{0,2})([^|*_]{2,40}?)([*_]{0,2}:?\\s*)\\|\\s*([^|]*?)\\s*\\|\\s*$");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{[^}]*}|<[^>]*>|\\[[^]]*]");

    /// A change is told when it was still going on so long before the beginning, or later: long enough for a cache
    /// to
    /// fill or a queue to grow, short enough to be worth a look.
    public static final Duration SHORTLY = Duration.ofHours(1);

    /// A line that is nothing but dots, or a point that ends in them.
    private static final Pattern ELLIPSIS = Pattern.compile("^(\\s*(?:[-*] [^*_\\[].*: )?)(?:\\.{3}|…)\\s*$");

    /// A line of the log: its time leads.
    private static final Pattern LINE = Pattern.compile("^- (?:\\d{4}-\\d{2}-\\d{2} )?\\d{2}:\\d{2}: ");

    private static final Pattern UTC = Pattern.compile("\\b(?:UTC|GMT)\\b");

    /// A template's word for a zone that is not the log's: `(BRT)`, `(local time)`, `(horário de Brasília)`.
    private static final Pattern OTHER_ZONE = Pattern.compile(
            "(?U)\\s*\\((?:[A-Z]{2,4}T|(?i:[^()]*\\b(?:local|time zone|timezone|hor[aá]rio|hora|fuso)\\b[^()]*))\\)\\s*$");

    private PostmortemText() {}

    /// The draft.
    ///
    /// @param before what was changed on purpose shortly before it began
    /// @param template the runbook's own, or null for a plain one
    /// @param locale the language of the words that are added: that of the runbook
    public static String draft(Incident incident, List<Change> before, @Nullable Template template, Locale locale) {
        Words words = Words.in(locale);
        PostmortemFacts facts = new PostmortemFacts(incident, before, words);
        String text = template == null ? plain(words) : template.text();
        List<String> out = new ArrayList<>();
        List<String> body = new ArrayList<>();
        TemplateRole section = null;
        boolean titled = false;
        boolean timed = false;
        for (String line : text.lines().toList()) {
            Matcher heading = HEADING.matcher(line);
            if (heading.matches()) {
                timed |= close(out, section, body, facts, timed);
                body = new ArrayList<>();
                boolean title = !titled && heading.group(1).length() == 1;
                titled |= title;
                out.add(title ? "# " + title(heading.group(2), facts) : line);
                section = title ? null : TemplateRole.of(heading.group(2));
            } else {
                body.add(line);
            }
        }
        close(out, section, body, facts, timed);
        return String.join("\n", out).replaceAll("\n{3,}", "\n\n").strip() + "\n";
    }

    /// Ends a section: its heading stands in `out` already. Where the log tells times, the first such heading says
    /// in
    /// which zone.
    ///
    /// @param timed whether an earlier one says it @return whether this one does
    private static boolean close(
            List<String> out, @Nullable TemplateRole role, List<String> body, PostmortemFacts facts, boolean timed) {
        List<String> filled = section(role, body, facts);
        boolean times = (role == TemplateRole.TIMELINE || role == TemplateRole.ACTIONS)
                && filled.stream().anyMatch(l -> LINE.matcher(l).find());
        if (times && !timed) {
            out.add(zoned(out.removeLast()));
        }
        out.addAll(filled);
        return times;
    }

    private static String zoned(String heading) {
        return UTC.matcher(heading).find()
                ? heading
                : OTHER_ZONE.matcher(heading).replaceFirst("").stripTrailing() + " (UTC)";
    }

    /// `Incidente: {Título Curto}` → the same with the incident's own title.
    private static String title(String heading, PostmortemFacts facts) {
        Matcher placeholder = PLACEHOLDER.matcher(heading);
        if (placeholder.find()) {
            return heading.substring(0, placeholder.start()) + facts.title() + heading.substring(placeholder.end());
        }
        int colon = heading.indexOf(':');
        return colon < 0 ? heading + ": " + facts.title() : heading.substring(0, colon + 1) + " " + facts.title();
    }

    private static List<String> section(@Nullable TemplateRole role, List<String> body, PostmortemFacts facts) {
        List<String> filled = new ArrayList<>();
        boolean keyed = body.stream().anyMatch(l -> KEY.matcher(l).matches());
        List<String> own = keyed || role == null ? null : facts.section(role);
        if (own != null) {
            filled.add("");
            filled.addAll(own);
            filled.add("");
            return filled;
        }
        for (String line : body) {
            Matcher key = KEY.matcher(line);
            if (key.matches()) {
                String end = key.group(4) == null ? "" : key.group(4);
                filled.add(
                        key.group(1) + "**" + key.group(2) + ":** " + value(key.group(2), key.group(3), facts) + end);
            } else {
                String told = unmarked(line, facts);
                filled.add(
                        told != null
                                ? told
                                : ELLIPSIS.matcher(line)
                                        .replaceFirst("$1" + Matcher.quoteReplacement(facts.blank(role))));
            }
        }
        return filled;
    }

    /// A key that is not marked as one, with its value; null when it is none, or when a sentence follows it that is
    /// no
    /// example.
    private static @Nullable String unmarked(String line, PostmortemFacts facts) {
        Matcher bare = BARE.matcher(line);
        Matcher row = bare.matches() ? null : ROW.matcher(line);
        if (row != null && !row.matches()) {
            return null;
        }
        String key = row == null ? bare.group(1) : row.group(2);
        String example = row == null ? bare.group(2) : row.group(4);
        boolean open =
                example.isEmpty() || PLACEHOLDER.matcher(example).find() || example.matches("\\W+|.*\\s[/|]\\s.*");
        TemplateRole role = TemplateRole.of(key);
        String known = role == null || !open ? null : facts.value(role, example);
        if (known == null) {
            return null;
        }
        return row != null
                ? row.group(1) + key + row.group(3) + "| " + known + " |"
                : key + ": " + known + (bare.group(3) == null ? "" : bare.group(3));
    }

    /// What a key asks for; an example nobody can vouch for becomes a blank.
    private static String value(String key, String example, PostmortemFacts facts) {
        TemplateRole role = TemplateRole.of(key);
        String known = role == null ? null : facts.value(role, example);
        return known == null ? facts.words().blank(key.toLowerCase(Locale.ROOT)) : known;
    }

    private static String plain(Words w) {
        return """
            # %s

            **%s:** -
            **%s:** -
            **%s:** -
            **%s:** -

            ## %s

            ...

            ## %s

            - **%s:** -
            - **%s:** -
            - **%s:** -

            ## %s

            ...

            ## %s

            ...

            ## %s

            ...

            ## %s

            ...

            ## %s

            - %s: ...
            - %s: ...
            - %s: ...

            ## %s

            ...
            """.formatted(
                        w.get("default.title", "{}"),
                        w.get("default.date"),
                        w.get("default.time"),
                        w.get("default.severity"),
                        w.get("default.owner"),
                        w.get("default.summary"),
                        w.get("default.impact"),
                        w.get("default.duration"),
                        w.get("default.affected"),
                        w.get("default.users"),
                        w.get("default.detection"),
                        w.get("default.timeline"),
                        w.get("default.cause"),
                        w.get("default.actions"),
                        w.get("default.lessons"),
                        w.get("lessons.well"),
                        w.get("lessons.badly"),
                        w.get("lessons.luck"),
                        w.get("default.followup"))
                .replaceAll("(?m)^(\\*\\*.*)$(?=\\n\\*\\*)", "$1  ");
    }
}
