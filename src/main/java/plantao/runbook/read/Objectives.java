package plantao.runbook.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;
import plantao.runbook.command.FenceLanguage;
import plantao.runbook.text.Durations;
import plantao.runbook.text.Expression;
import plantao.runbook.text.KeyValue;
import plantao.runbook.text.Role;
import plantao.runbook.text.Vocabulary;
import plantao.runbook.text.Words;
import plantao.runbook.tree.Fence;
import plantao.runbook.tree.Listing;
import plantao.runbook.tree.Paragraph;
import plantao.runbook.tree.Part;
import plantao.runbook.tree.Section;
import plantao.runbook.tree.Table;

/// Recovery objectives: how long it may take (RTO), how much data may be lost (RPO).
final class Objectives {
    private static final Expression TIME = Expression.of(
            "(?iu)recovery time objective|objetivo de t(?:empo|iempo) de recupera(?:ção|cao|ción|cion)|tempo objetivo de recupera(?:ção|cao)|(?:tempo|tiempo) m[aá]ximo (?:para|de|até) (?:voltar|volver|recupera\\p{L}*|restaura\\p{L}*|restablec\\p{L}*|retorno)|max(?:imum|\\.)? (?:time to recover|recovery time)");
    private static final Expression POINT = Expression.of(
            "(?iu)recovery point objective|objetivo de p(?:onto|unto) de recupera(?:ção|cao|ción|cion)|ponto objetivo de recupera(?:ção|cao)|(?:perda|p[eé]rdida) m[aá]xima(?: (?:aceit[aá]vel|tolerad[ao]|toler[aá]vel|aceptable|tolerable|de (?:dados|datos)))*|max(?:imum|\\.)? (?:acceptable |tolerable )?data loss");

    private static final Expression MOST = Expression.of("(?i)m[aá]xim[ao]|maximum|max\\.?\\s");
    private static final Expression DRAWN = Expression.of("[\\u2500-\\u257F|]+");
    private static final Expression ZERO = Expression.of("(?i)(?:zero|cero)\\b");

    /// What is looked for, by its name spelled out.
    private enum Kind {
        RTO(TIME),
        RPO(POINT);

        private final Expression spelled;
        private final Expression stated = Expression.of(
                "\\b" + name() + "\\b(?:[^:=|<>]{0,50}[:=|<>≤~]+|\\s+(?:de|of|is|es|é)(?:\\s+até|\\s+hasta)?"
                        + "|[^:=|<>.;/]{0,45}?\\s(?:de|of|is|es|é)(?:\\s+de|\\s+até|\\s+hasta|\\s+about)?(?=\\s+(?:\\d|zero|cero))|(?=\\s+\\d))\\s*(.+)");
        // "restoring takes about 2 h (RTO)"
        private final Expression behind = Expression.of("(\\d+(?:[.,]\\d+)?\\s*\\p{L}+)\\s*\\(" + name() + "\\)");
        private final Expression named = Expression.of("\\b" + name() + "\\b");

        Kind(Expression spelled) {
            this.spelled = spelled;
        }
    }

    private final Kind kind;
    private final Vocabulary vocabulary;

    private Objectives(Kind kind, Vocabulary vocabulary) {
        this.kind = kind;
        this.vocabulary = vocabulary;
    }

    /// An objective with whom it is promised for.
    ///
    /// @param part whether for a component or scenario of the system
    /// only
    private record Stated(int seconds, boolean part) {}

    private record Told(String text, boolean part) {}

    /// The objective named ("RTO" or "RPO") in seconds: the first that is the whole system's. Where only
    /// components or scenarios have one, the shortest: that promise is broken first, and which of them an incident
    /// is about nobody knows before.
    static @Nullable Integer of(List<Topic> roots, Vocabulary vocabulary, String name) {
        Objectives o = new Objectives(Kind.valueOf(name), vocabulary);
        Integer best = null;
        for (Stated s :
                (Iterable<Stated>) roots.stream().flatMap(Topic::all).map(o::in).flatMap(List::stream)::iterator) {
            if (!s.part()) {
                return s.seconds();
            }
            best = best == null ? s.seconds() : Integer.valueOf(Math.min(best, s.seconds()));
        }
        return best;
    }

    private List<Stated> in(Topic t) {
        List<Told> told = new ArrayList<>();
        Section s = t.section();
        if (mayName(s.heading()) || mayName(s.value())) {
            item(s.heading() + ": " + s.value(), told);
        }
        for (Part part : s.parts()) {
            switch (part) {
                case Listing l ->
                    l.items().stream()
                            .filter(i -> !i.text().startsWith("[")) // another document's own
                            .forEach(i -> below(s, i, told));
                case Paragraph p ->
                    p.lines().stream()
                            .filter(line -> mayName(line.text()))
                            .forEach(line -> told.add(new Told(named(line.text()), false)));
                case Table table -> rows(table, told);
                // "│ RTO: 1 h   RPO: 15 min │" in a drawing
                case Fence f
                when FenceLanguage.of(f).isEmpty() ->
                    f.lines().stream()
                            .filter(line -> mayName(line.text()))
                            .forEach(line -> told.add(
                                    new Told(named(DRAWN.matcher(line.text()).replaceAll(" ")), false)));
                default -> {}
            }
        }
        return told.isEmpty()
                ? List.of()
                : told.stream().map(this::stated).filter(Objects::nonNull).toList();
    }

    // "Recovery time objectives (RTO)" over "Ledger: < 1 hour".
    private void below(Section s, Listing.Item i, List<Told> out) {
        int before = out.size();
        item(i.text(), out);
        KeyValue kv = i.keyValue();
        if (out.size() == before && kv != null && kind.named.in(s.heading())) {
            out.add(new Told(kind.name() + ": " + Words.plain(kv.value()), !isWhole(kv.key())));
        }
    }

    private void item(String markdown, List<Told> out) {
        if (mayName(markdown)) {
            String text = named(markdown);
            out.add(new Told(text, isPart(text)));
        }
    }

    // "Database: RTO 1 hour" is the database's alone.
    private boolean isPart(String text) {
        Matcher m = kind.named.matcher(text);
        int colon = m.find() ? text.lastIndexOf(':', m.start()) : -1;
        return colon > 0 && !isWhole(text.substring(0, colon));
    }

    private boolean isWhole(String subject) {
        String of = Words.key(subject);
        return vocabulary.list("overall").contains(of)
                || vocabulary.exact(of) == Role.RECOVERY_OBJECTIVES
                || vocabulary.exact(of) == Role.DISASTER_RECOVERY;
    }

    // Nearly no text names it; only those that do are made plain.
    private boolean mayName(String markdown) {
        return markdown.contains(kind.name())
                || markdown.contains("ecovery")
                || markdown.contains("ecupera")
                || MOST.in(markdown);
    }

    private String named(String markdown) {
        String plain = Words.plain(markdown);
        return markdown.contains(kind.name())
                ? plain
                : kind.spelled.matcher(plain).replaceAll(kind.name());
    }

    // A column of its own, or rows of which one is named after it.
    private void rows(Table t, List<Told> out) {
        int column = -1;
        for (int i = 1; i < t.headers().size(); i++) {
            if (column < 0
                    && kind.named.matcher(Words.plain(t.headers().get(i))).find()) {
                column = i;
            }
        }
        if (column < 0 && kind == Kind.RPO) {
            column = ColumnKinds.of(t, vocabulary).of("rpo");
        }
        int own = column;
        t.rows().stream()
                .filter(r -> own > 0
                        || kind.named.matcher(Words.plain(r.cells().getFirst())).find())
                .map(r -> new Told(
                        kind.name() + ": "
                                + Words.plain(
                                        own > 0 ? r.cells().get(own) : r.cells().get(1)),
                        own > 0 && !isWhole(r.cells().getFirst())))
                .forEach(out::add);
    }

    private @Nullable Stated stated(Told told) {
        Matcher m = kind.stated.matcher(told.text());
        Matcher behind = kind.behind.matcher(told.text());
        Integer seconds = behind.find()
                ? Durations.seconds(behind.group(1))
                : m.find()
                        ? ZERO.matcher(m.group(1)).lookingAt() ? Integer.valueOf(0) : Durations.seconds(m.group(1))
                        : null;
        return seconds == null ? null : new Stated(seconds, told.part());
    }
}
