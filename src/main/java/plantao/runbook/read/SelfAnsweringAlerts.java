package plantao.runbook.read;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import plantao.runbook.AlertRule;
import plantao.runbook.Bound;
import plantao.runbook.NotedLine;
import plantao.runbook.Playbook;
import plantao.runbook.PlaybookLink;
import plantao.runbook.text.Bounds;
import plantao.runbook.text.Concepts;
import plantao.runbook.text.Expression;
import plantao.runbook.text.Phrases;
import plantao.runbook.text.Role;
import plantao.runbook.text.Terms;
import plantao.runbook.text.Vocabulary;
import plantao.runbook.text.Words;
import plantao.runbook.tree.Listing;

/// Alerts that are their own playbook: sections of "Alerts and responses", and files that describe one alert each.
final class SelfAnsweringAlerts {
    static final Terms ALERT =
            Terms.of(List.of("alert", "alerts", "alerta", "alertas", "alarm", "alarms", "alarme", "alarmes"));

    private static final Expression NAME = Expression.of("[A-Z][A-Za-z0-9]*[a-z0-9][A-Z][A-Za-z0-9]*");

    private static final Expression WORD = Expression.of("\\p{L}\\w{3,}");

    private static final Expression SENTENCE = Expression.of("(?<=[.!?])\\s+(?=\\p{Lu})");

    private SelfAnsweringAlerts() {}

    /// Whether a playbook's section is the description of an alert.
    static boolean isAlert(Topic t) {
        for (Topic.Head h : t.above()) {
            if (h.role() == Role.PLAYBOOK_GROUP && ALERT.in(Words.folded(h.title()))) {
                return true;
            }
        }
        // "Alert: CacheIsCold"
        if (ALERT.in(KindPrefixes.lead(t.title()))) {
            return true;
        }
        boolean meaning = t.children().stream().anyMatch(c -> c.is(Role.MEANING));
        // A page of "Meaning" is an alert's, however its name is spelt.
        return meaning && WORD.matcher(t.title()).matches()
                || NAME.matcher(t.title()).matches()
                        && (isPage(t) || !described(t).isEmpty());
    }

    /// Whether the section is a page about one thing that its title names as alerts are named, with its impact.
    static boolean isPage(Topic t) {
        return t.section().level() == 1 && NAME.matcher(t.title()).matches() && t.has(Role.IMPACT);
    }

    // What an overview at the head of the page says of the alert; empty when it speaks of none.
    private static String described(Topic t) {
        return t.children().stream()
                .filter(c -> c.is(Role.OVERVIEW))
                .findFirst()
                .map(SelfAnsweringAlerts::text)
                .filter(text -> ALERT.in(Words.folded(text)))
                .orElse("");
    }

    private static String text(Topic t) {
        String below = t.section().paragraphs().stream()
                .flatMap(p -> p.lines().stream())
                .map(l -> l.plain())
                .collect(Collectors.joining(" "));
        return (Words.plain(t.section().value()) + " " + below).strip();
    }

    // The sentence that tells when the alert fires, else the first; empty when there is none.
    private static String told(Topic t, Vocabulary vocabulary) {
        String text = t.children().stream()
                .filter(c -> c.is(Role.MEANING))
                .map(SelfAnsweringAlerts::text)
                .filter(s -> !s.isEmpty())
                .findFirst()
                .orElseGet(() -> described(t));
        List<String> sentences = List.of(SENTENCE.split(text, 0));
        return sentences.stream()
                .filter(s -> vocabulary.terms("fires").in(Words.folded(s)))
                .findFirst()
                .orElse(sentences.getFirst())
                .replaceFirst("[.:]$", "");
    }

    // "ClusterDiskFullWarning" names its severity; "High" and "Low" at the end say what is wrong.
    private static @Nullable String severity(String name, Vocabulary vocabulary) {
        String apart = Concepts.apart(name);
        String last = apart.substring(apart.lastIndexOf(' ') + 1);
        Integer level = last.equals(apart) ? null : Phrases.level(last, vocabulary);
        return level != null && (level == 1 || level == 3) ? last : null;
    }

    /// One alert for each name that the playbook's title gives: "ApiDown / CacheDown" answers two.
    static List<RuleDraft> drafts(Playbook p, Topic t, Vocabulary vocabulary) {
        List<RuleDraft> graded = graded(p, t, vocabulary);
        if (!graded.isEmpty()) {
            return graded;
        }
        String told = told(t, vocabulary);
        KeyedAlerts keyed = KeyedAlerts.of(t, vocabulary);
        String bare = Words.unqualified(p.title());
        String[] names = bare.split("\\s*[/,]\\s*|\\s+(?:e|y|and)\\s+");
        boolean several = names.length > 1
                && Stream.of(names).allMatch(n -> NAME.matcher(n).matches());
        return several
                ? Stream.of(names)
                        .map(n -> draft(p, n, n, told, keyed, vocabulary))
                        .toList()
                : List.of(
                        draft(p, NAME.matcher(bare).matches() ? bare : p.title(), p.title(), told, keyed, vocabulary));
    }

    // "## Critical" and "## Warning" below the name: the alert fires twice, each time for its own reason.
    private static List<RuleDraft> graded(Playbook p, Topic t, Vocabulary vocabulary) {
        List<RuleDraft> out = new ArrayList<>();
        for (Topic c : t.children()) {
            String word = Words.folded(c.title());
            Integer level = word.indexOf(' ') < 0 ? Phrases.level(word, vocabulary) : null;
            if (level != null && c.role() == null) {
                List<String> when = c.section().lists().stream()
                        .flatMap(l -> l.items().stream())
                        .map(Listing.Item::plain)
                        .toList();
                String said = when.isEmpty() ? text(c) : String.join("; ", when);
                out.add(RuleDraft.of(
                        new AlertRule(
                                p.title(),
                                c.title(),
                                level,
                                said.isEmpty() ? p.title() : said,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                p.respondWithinSeconds(),
                                new PlaybookLink(p.title(), p.origin(), "is described there"),
                                List.of(),
                                c.origin()),
                        p.title()));
            }
        }
        return out.size() > 1 ? out : List.of();
    }

    private static RuleDraft draft(
            Playbook p, String name, String title, String meaning, @Nullable KeyedAlerts keyed, Vocabulary vocabulary) {
        Bound bound = Bounds.compared(title);
        List<String> told = keyed == null
                ? new ArrayList<>(p.symptoms().stream().map(NotedLine::text).toList())
                : List.of(keyed.condition());
        String known = meaning.isEmpty() ? title : meaning;
        String condition = bound != null ? title : told.isEmpty() ? known : String.join(", ", told);
        String marked = keyed == null || keyed.severity() == null ? severity(name, vocabulary) : keyed.severity();
        String severity = p.severity() == null ? marked : p.severity();
        Integer level = severity == null ? null : Phrases.level(severity, vocabulary);
        Bound limit = bound == null ? Bounds.compared(Holds.without(condition)) : bound;
        PlaybookLink link = new PlaybookLink(p.title(), p.origin(), "is described there");
        AlertRule rule = new AlertRule(
                name,
                severity,
                p.severity() == null && level != null
                        ? level
                        : severity == null && p.level() == PlaybookReader.DEFAULT_LEVEL ? 0 : p.level(),
                condition,
                null,
                null,
                null,
                limit == null ? null : limit.op(),
                limit == null ? null : Double.valueOf(limit.value()),
                limit == null ? null : limit.unit(),
                Holds.seconds(condition),
                p.respondWithinSeconds(),
                link,
                List.of(),
                p.origin());
        return RuleDraft.of(rule, p.title());
    }
}
