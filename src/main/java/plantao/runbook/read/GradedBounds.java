package plantao.runbook.read;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;
import plantao.runbook.Bound;
import plantao.runbook.Comparison;
import plantao.runbook.text.Bounds;
import plantao.runbook.text.Expression;
import plantao.runbook.text.KeyValue;
import plantao.runbook.text.Phrases;
import plantao.runbook.text.Vocabulary;
import plantao.runbook.text.Words;
import plantao.runbook.tree.Listing;
import plantao.runbook.tree.Section;

/// Bounds that are told in words: normal, warning and critical in one line, or one below the other.
final class GradedBounds {
    private static final Expression COPULA = Expression.of("(?iu)\\s+(?:is|are|é|e|es|são|son)$");
    private static final Expression ARROW = Expression.of("\\s*(?:→|=>|->|➜)\\s*");
    // "Warn at 200", "critical if it is over 1 s"
    private static final Expression AT = Expression.of(
            "(?iu)^\\s*(?:(?:at|from|if|when|once|it|is|a|en|em|si|se|cuando|quando|desde|é|es|gets|reaches|hits|llega|chega)\\s+)+(?=\\p{L}|\\d|[<>≥≤=])(?!partir)");
    private static final Expression SHOULD = Expression.of(
            "(?iu)^(.{3,60}?)\\s+(?:(?:should|must|has to)\\s+(?:be|stay|remain|not exceed|(?:load|answer|respond|open|finish|complete|return)(?: in| within)?)|(?:deve|debe|deberia|debería)\\s+(?:ficar|estar|ser|permanecer|quedar|quedarse|mantenerse|manter-se)|(?:is|are|é|es|fica|está)\\s+(?:normally|usually|normalmente|habitualmente))\\s+(.+)$");

    private static final Expression ARTICLE = Expression.of("(?iu)^(?:the|our|o|a|os|as|el|la|los|las)\\s+(?=\\p{L})");

    // "Should be < 70%"
    private static final Expression WANTED = Expression.of(
            "(?iu)^(?:should|must|has to|deve|deveria|debe|deber[ií]a)\\s+(?:be|stay|remain|ficar|estar|ser|permanecer|quedar|mantenerse|manter-se)\\s+(?=\\P{L})");
    // "< 70% (alert at 80%)"
    private static final Expression BRACKETED = Expression.of("\\s*\\(([^()]*\\d[^()]*)\\)");
    private static final Expression ALARM = Expression.of(
            "(?iu)^(?:alert|alarm|page|alertar|alarmar|alerta|avisar)\\s+(?:at|if|em|a|en|se|si|from|desde)\\s+");

    // "minimum 15%": less is what alarms.
    private static final Expression LEAST =
            Expression.of("^\\W*(?:minim[oau]m?|at least|no minimo|pelo menos|al menos)\\b");

    // From what tells the direction best.
    private static final List<String> KINDS = List.of("critical", "warning", "normal");

    private GradedBounds() {}

    private static Comparison fallback(String kind) {
        return kind.equals("normal") ? Comparison.BELOW : Comparison.ABOVE;
    }

    /// What a line tells of a measured figure.
    ///
    /// @param bounds by `normal`, `warning`, `critical`, at least two
    record Line(String name, Map<String, Bound> bounds) {}

    /// The figure and the bounds of a line, or null when it does not tell at least two.
    static @Nullable Line line(String markdown, Vocabulary vocabulary) {
        if (markdown.length() > 400 || markdown.chars().noneMatch(Character::isDigit)) {
            return null;
        }
        String plain = Words.plain(markdown);
        Matcher should = SHOULD.matcher(plain);
        KeyValue written = KeyValue.of(markdown);
        // A name in code breaks the key of a line, but not of the same line as plain text.
        KeyValue kv = written == null ? KeyValue.of(plain) : written;
        if (should.matches()
                && (kv == null || kv.key().length() > should.group(1).length())) {
            Map<String, Bound> told = in("normal " + should.group(2), vocabulary);
            return told.isEmpty() ? null : new Line(named(should.group(1)), told);
        }
        Map<String, Bound> told = kv == null ? Map.of() : in(kv.value(), vocabulary);
        if (kv != null && told.size() > 0 && !told.containsKey("normal")) {
            // "Freshness: under 2 hours. Warn from 3 hours": the first says what is wanted.
            String[] parts = kv.value().split("(?:[.;,]\\s+)", 2);
            Bound first = Bounds.compared(parts[0]);
            Map<String, Bound> rest = parts.length > 1 ? in(parts[1], vocabulary) : Map.of();
            boolean wanted = first != null
                    && (first.op() == Comparison.BELOW || first.op() == Comparison.AT_MOST)
                    && rest.size() == told.size();
            if (wanted && first != null) {
                told = new HashMap<>(told);
                told.put("normal", first);
            }
        }
        return kv == null || told.isEmpty() ? null : new Line(kv.key(), told);
    }

    /// What a sentence says a figure should be ("p95 should stay under 300 ms"), or null.
    static @Nullable Line wanted(String sentence) {
        Matcher m = sentence.length() > 200 ? null : SHOULD.matcher(sentence);
        if (m == null || !m.matches()) {
            return null;
        }
        Bound b = Bounds.cell(m.group(2), Comparison.BELOW);
        return b == null || b.op() == Comparison.EQUAL ? null : new Line(named(m.group(1)), Map.of("normal", b));
    }

    /// What a lead-in tells of the figure it names ("**Queue:** normal under 50; critical over 200"), or null.
    static @Nullable Line lead(Section s, Vocabulary vocabulary) {
        return s.isLead() && s.parts().isEmpty() && !s.value().isBlank()
                ? line("**" + s.heading() + ":** " + s.value(), vocabulary)
                : null;
    }

    /// Whether at least two lead-ins or bullets right below a heading tell limits.
    static boolean areIn(Section s, Vocabulary vocabulary) {
        long leads =
                s.sections().stream().filter(c -> lead(c, vocabulary) != null).count();
        long items = s.lists().stream()
                .flatMap(l -> l.items().stream())
                .filter(i -> i.box() == null && line(i.text(), vocabulary) != null)
                .count();
        return leads > 1 || items > 1;
    }

    /// The same, or at least two headings right below it over nothing but limits ("Green", "Yellow", "Red").
    static boolean areWithin(Section s, Vocabulary vocabulary) {
        return areIn(s, vocabulary)
                || s.sections().stream()
                                .filter(c -> below(c.lists(), vocabulary).size() > 1)
                                .limit(2)
                                .count()
                        > 1;
    }

    /// Whether, whatever the heading says, at least two bullets tell normal from bad.
    static boolean areListed(List<Listing> lists, Vocabulary vocabulary) {
        return lists.stream()
                        .flatMap(l -> l.items().stream())
                        .filter(i -> i.keyValue() != null
                                && !in(i.keyValue().value(), vocabulary).isEmpty())
                        .limit(2)
                        .count()
                > 1;
    }

    // "The outgoing queue" is called "Outgoing queue".
    private static String named(String subject) {
        String bare = ARTICLE.matcher(subject).replaceFirst("").replaceFirst("\\s*:$", "");
        return bare.substring(0, 1).toUpperCase(Locale.ROOT) + bare.substring(1);
    }

    /// The bounds of lists all of whose items are called normal, warning or critical (or by their colours), but for
    /// one in code, such as the query that measures.
    static Map<String, Bound> below(List<Listing> lists, Vocabulary vocabulary) {
        Map<String, Bound> out = new HashMap<>();
        boolean compared = false;
        for (Listing l : lists) {
            for (Listing.Item item : l.items()) {
                KeyValue kv = item.box() == null ? item.keyValue() : null;
                String kind = kv == null ? null : kind(Words.normal(kv.key()), vocabulary);
                if (kv != null && kind == null && kv.value().strip().startsWith("`")) {
                    continue;
                }
                if (kv == null || kind == null) {
                    return Map.of();
                }
                Bound b = Bounds.cell(kv.value(), kind.equals("normal") ? Comparison.BELOW : Comparison.ABOVE);
                compared |= Bounds.compared(kv.value()) != null;
                if (b != null) {
                    out.put(kind, b);
                }
            }
        }
        return compared ? out : Map.of();
    }

    private static @Nullable String kind(String key, Vocabulary vocabulary) {
        for (String kind : KINDS) {
            if (vocabulary.isColumn(kind, key)) {
                return kind;
            }
        }
        return null;
    }

    // "normal up to 50 ms, warning from 200 ms, critical from 1 s" on one line; empty unless two of them are there.
    static Map<String, Bound> in(String value, Vocabulary vocabulary) {
        Map<String, Bound> out = any(value, vocabulary);
        return out.size() > 1 ? out : Map.of();
    }

    /// The same, be it only one of them.
    static Map<String, Bound> any(String value, Vocabulary vocabulary) {
        Map<String, String> figures = new HashMap<>();
        Set<String> least = new HashSet<>();
        for (String part : worded(Words.plain(value)).split("\\s*[,;|/·]\\s+|\\.\\s+(?=\\p{L})")) {
            for (String kind : KINDS) {
                String figure = figures.containsKey(kind)
                        ? null
                        : figure(part.strip().replaceFirst("\\.$", ""), kind, vocabulary);
                if (figure != null && Bounds.cell(figure, fallback(kind)) != null) {
                    figures.put(kind, figure);
                    if (LEAST.in(Words.folded(part))) {
                        least.add(kind);
                    }
                    break;
                }
            }
        }
        return bounds(figures, least, !least.isEmpty() || isDown(figures));
    }

    // "Should be < 70% (alert at 80%)" as "normal < 70%, warning 80%".
    private static String worded(String plain) {
        String text = WANTED.matcher(plain).replaceFirst("normal ");
        return text.indexOf('(') < 0
                ? text
                : BRACKETED.matcher(text).replaceAll(m -> {
                    Matcher alarm = ALARM.matcher(m.group(1));
                    return alarm.lookingAt()
                            ? ", warning " + Matcher.quoteReplacement(m.group(1).substring(alarm.end()))
                            : Matcher.quoteReplacement(m.group());
                });
    }

    // Of a range the end counts that lies towards what is good: of "20 to 60" sixty where less is worse.
    private static Map<String, Bound> bounds(Map<String, String> figures, Set<String> least, boolean down) {
        Map<String, Bound> out = new HashMap<>();
        figures.forEach((kind, figure) -> {
            Comparison worse = down ? Comparison.BELOW : Comparison.ABOVE;
            Comparison good = Metrics.opposite(worse);
            Bound b = Bounds.cell(
                    figure, least.contains(kind) ? Comparison.AT_LEAST : kind.equals("normal") ? good : worse);
            if (b != null) {
                out.put(kind, b);
            }
        });
        Bound normal = out.get("normal");
        Bound warning = out.get("warning");
        // "Normal under 100, so-so up to 1,000, bad over 1,000": so-so begins where normal ends.
        if (normal != null && warning != null && out.containsKey("critical") && isLow(warning) != down) {
            out.put(
                    "warning",
                    new Bound(
                            Metrics.opposite(normal.op()), normal.value(), normal.unit(), normal.of(), warning.raw()));
        }
        return out;
    }

    private static boolean isDown(Map<String, String> figures) {
        for (String kind : KINDS) {
            String figure = figures.get(kind);
            Bound up = figure == null ? null : Bounds.cell(figure, Comparison.ABOVE);
            Bound low = figure == null ? null : Bounds.cell(figure, Comparison.BELOW);
            if (up != null && low != null && up.op() == low.op() && up.op() != Comparison.EQUAL) {
                return isLow(up) != kind.equals("normal");
            }
        }
        return false;
    }

    private static boolean isLow(Bound b) {
        return b.op() == Comparison.BELOW || b.op() == Comparison.AT_MOST;
    }

    // "normal up to 50 ms", "up to 50 ms is normal", "> 2% (warning)": what is left of it without the word.
    private static @Nullable String figure(String part, String kind, Vocabulary vocabulary) {
        int first = part.indexOf(' ');
        if (first > 0 && vocabulary.isColumn(kind, Words.normal(part.substring(0, first)))) {
            return AT.matcher(part.substring(first)).replaceFirst("");
        }
        Matcher arrow = ARROW.matcher(part);
        if (arrow.find()) { // "> 15 min → SEV2"
            Integer level = Phrases.level(part.substring(arrow.end()), vocabulary);
            String led = level == null ? "" : level == 1 ? "critical" : "warning";
            return led.equals(kind) ? part.substring(0, arrow.start()) : null;
        }
        String end = part.strip();
        int last = Math.max(end.lastIndexOf(' '), end.lastIndexOf('('));
        return last > 0
                        && vocabulary.isColumn(
                                kind, Words.normal(end.substring(last + 1).replace(")", "")))
                ? COPULA.matcher(end.substring(0, last).strip()).replaceFirst("")
                : null;
    }
}
