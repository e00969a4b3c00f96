package plantao.export;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import plantao.journal.Change;
import plantao.journal.Incident;
import plantao.runbook.Template;

/// A post-mortem's draft in the team's own template: what the log knows is filled in, what it can't know is a
/// marked blank, what was only an example is gone.
public final class PostmortemText {
    private static final Pattern HEADING = Pattern.compile("^(#{1,6})\\s+(.*?)\\s*$");
    private static final Pattern DAY = Pattern.compile("\\b(?:YYYY|AAAA)-MM-DD\\b");
    private static final Pattern KEY = Pattern.compile("^(\\s*(?:[-*+]\\s+)?)\\*\\*(.+?):?\\*\\*:?\\s*(.*?)( {2})?$");
    // The same without any marks: `Date:`, or a row of two cells, `| Severity | |`.
    private static final Pattern BARE =
            Pattern.compile("^(\\s*(?:[-*+]\\s+)?\\p{Lu}[^:|*_`<{\\[]{1,40}):[ \\t]*(.*?)( {2})?$");
    private static final Pattern ROW =
            Pattern.compile("^(\\|\\s*[*_]{0,2})([^|*_]{2,40}?)([*_]{0,2}:?\\s*)\\|\\s*([^|]*?)\\s*\\|\\s*$");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{[^}]*}}|\\{[^}]*}|<[^>]*>|\\[[^]]*]");

    /// A change is told when it was still going on so long before the beginning, or later: long enough for a cache
    /// to fill or a queue to grow, short enough to be worth a look.
    public static final Duration SHORTLY = Duration.ofHours(1);

    /// A line that is nothing but dots, or a point that ends in them.
    private static final Pattern ELLIPSIS = Pattern.compile("^(\\s*(?:[-*] [^*_\\[].*: )?)(?:\\.{3}|…)\\s*$");

    /// A line of the log: its time leads.
    private static final Pattern LINE = Pattern.compile("^- (?:\\d{4}-\\d{2}-\\d{2} )?\\d{2}:\\d{2}: ");

    private static final Pattern UTC = Pattern.compile("\\b(?:UTC|GMT)\\b");

    /// A template's word for a zone that is not the log's: `(BRT)`, `(local time)`, `(horário de Brasília)`.
    private static final Pattern OTHER_ZONE = Pattern.compile(
            "(?U)\\s*\\((?:[A-Z]{2,4}T|(?i:[^()]*\\b(?:local|time zone|timezone|hor[aá]rio|hora|fuso)\\b[^()]*))\\)\\s*$");

    private static final Pattern NUMBERED = Pattern.compile("^(?:\\d+(?:\\.\\d+)*[.)]?\\s+)");

    private PostmortemText() {}

    /// The draft.
    ///
    /// @param before what was changed on purpose shortly before it began
    /// @param template the runbook's own, or null for a plain one
    /// @param locale the language of the words that are added: that of the runbook
    public static String draft(Incident incident, List<Change> before, @Nullable Template template, Locale locale) {
        DocumentWords words = DocumentWords.in(locale);
        PostmortemFacts facts = new PostmortemFacts(incident, before, words);
        String text = template == null ? plain(words) : template.text();
        List<String> out = new ArrayList<>();
        List<String> body = new ArrayList<>();
        TemplateRole section = null;
        boolean titled = false;
        boolean timed = false;
        List<String> lines = text.lines().toList();
        int front = FrontMatter.length(lines);
        out.addAll(FrontMatter.filled(lines.subList(0, front), facts));
        String above = "";
        for (String line : lines.subList(front, lines.size())) {
            Matcher heading = HEADING.matcher(line);
            if (heading.matches()) {
                asked(above, heading.group(1).length(), body, words);
                above = line;
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
        asked(above, 1, body, words);
        close(out, section, body, facts, timed);
        return String.join("\n", out).replaceAll("\n{3,}", "\n\n").strip() + "\n";
    }

    /// A heading with nothing below it, nor below deeper ones, asks for something: a line of dots says so.
    private static void asked(String above, int next, List<String> body, DocumentWords words) {
        Matcher heading = HEADING.matcher(above);
        if (heading.matches()
                && heading.group(1).length() >= Math.max(2, next)
                && body.stream().allMatch(String::isBlank)) {
            body.clear();
            body.addAll(List.of(
                    "",
                    words.blank(
                            NUMBERED.matcher(heading.group(2)).replaceFirst("").toLowerCase(Locale.ROOT)),
                    ""));
        }
    }

    /// Ends a section: its heading stands in `out` already. Where the log tells times, the first such heading says
    /// in which zone.
    ///
    /// @param timed whether an earlier one says it
    /// @return whether this one does
    private static boolean close(
            List<String> out, @Nullable TemplateRole role, List<String> body, PostmortemFacts facts, boolean timed) {
        TemplateRole asked = TemplateTable.asksWhoAndWhen(body) ? TemplateRole.FOLLOWUP : role;
        List<String> filled = section(asked, body, facts);
        boolean times = (role == TemplateRole.TIMELINE || role == TemplateRole.ACTIONS)
                && filled.stream().anyMatch(l -> LINE.matcher(l).find() || l.matches("\\| .*\\b\\d{2}:\\d{2} \\|.*"));
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
        List<MatchResult> holes = PLACEHOLDER.matcher(heading).results().toList();
        if (!holes.isEmpty()) {
            boolean[] named = {false};
            return PLACEHOLDER
                    .matcher(DAY.matcher(heading)
                            .replaceAll(DocumentWords.day(facts.incident().began())))
                    .replaceAll(m -> Matcher.quoteReplacement(hole(m.group(), holes.size(), named, facts)));
        }
        int colon = heading.indexOf(':');
        return colon < 0 ? heading + ": " + facts.title() : heading.substring(0, colon + 1) + " " + facts.title();
    }

    /// One of the blanks in a title: the only one, or the first that asks for nothing else, is the incident's own.
    private static String hole(String hole, int holes, boolean[] named, PostmortemFacts facts) {
        TemplateRole role = TemplateRole.of(hole);
        boolean other = role == TemplateRole.NUMBER
                || role == TemplateRole.DATE
                || role == TemplateRole.SEVERITY
                || role == TemplateRole.SYSTEM;
        if (holes == 1 || !other && !named[0]) {
            named[0] = true;
            return facts.title();
        }
        String known = role == null || !other ? null : facts.value(role, "");
        return known == null
                ? facts.words().blank(hole.replaceAll("[{}<>\\[\\]]", "").strip())
                : known;
    }

    /// A section's table of its own, filled; null where it has none.
    private static @Nullable List<String> table(TemplateRole role, List<String> body, PostmortemFacts facts) {
        TemplateTable table = TemplateTable.of(role, body);
        List<String> lines = table == null ? null : facts.section(role);
        return table == null || lines == null
                ? null
                : switch (role) {
                    case TIMELINE, ACTIONS -> table.told(lines);
                    case FOLLOWUP -> table.todo(facts.todos(), facts.words());
                    default -> null;
                };
    }

    private static List<String> section(@Nullable TemplateRole role, List<String> body, PostmortemFacts facts) {
        List<String> filled = new ArrayList<>();
        boolean keyed = body.stream().anyMatch(l -> KEY.matcher(l).matches());
        List<String> own = keyed || role == null ? null : table(role, body, facts);
        own = own != null || keyed || role == null ? own : facts.section(role);
        if (own != null) {
            filled.add("");
            filled.addAll(own);
            filled.add("");
            return filled;
        }
        String impact =
                role == TemplateRole.IMPACT && body.stream().allMatch(PostmortemText::open) ? facts.impact() : null;
        if (impact != null) { // who felt it stays to be told
            filled.addAll(List.of("", impact, ""));
        }
        for (int i = 0; i < body.size(); i++) {
            String line = body.get(i);
            Matcher key = KEY.matcher(line);
            if (key.matches()) {
                // two keys without a break between them would be read as one line
                boolean run = key.group(1).isEmpty()
                        && i + 1 < body.size()
                        && KEY.matcher(body.get(i + 1)).matches();
                String end = run ? "  " : key.group(4) == null ? "" : key.group(4);
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

    /// Whether a line is nothing but a blank to fill in.
    private static boolean open(String line) {
        return line.isBlank()
                || PLACEHOLDER.matcher(line.strip()).matches()
                || ELLIPSIS.matcher(line).matches();
    }

    /// A key that is not marked as one, with its value; null when it is none, or when a sentence follows it that
    /// is no example.
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
        if (known == null
                && row != null
                && (example.isEmpty() || PLACEHOLDER.matcher(example).matches())
                && !example.matches("[-:\\s]+")
                && !key.matches("[-:\\s]+")) {
            known = facts.words().blank(key.strip().toLowerCase(Locale.ROOT));
        }
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

    private static String plain(DocumentWords w) {
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
