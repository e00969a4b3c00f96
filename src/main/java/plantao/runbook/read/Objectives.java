package plantao.runbook.read;

import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import plantao.runbook.text.Durations;
import plantao.runbook.text.Role;
import plantao.runbook.text.Vocabulary;
import plantao.runbook.text.Words;
import plantao.runbook.tree.Line;
import plantao.runbook.tree.Listing;
import plantao.runbook.tree.Paragraph;
import plantao.runbook.tree.Part;
import plantao.runbook.tree.Table;

/// Recovery objectives: how long it may take (RTO), how much data may be lost (RPO).
final class Objectives {
    private static final Pattern TIME = Pattern.compile(
            "(?iu)recovery time objective|objetivo de t(?:empo|iempo) de recupera(?:ção|cao|ción|cion)|tempo objetivo de recupera(?:ção|cao)");
    private static final Pattern POINT = Pattern.compile(
            "(?iu)recovery point objective|objetivo de p(?:onto|unto) de recupera(?:ção|cao|ción|cion)|ponto objetivo de recupera(?:ção|cao)");

    private final String name;
    private final Pattern stated;
    private final Pattern named;
    private final Vocabulary vocabulary;

    private Objectives(String name, Vocabulary vocabulary) {
        this.name = name;
        this.vocabulary = vocabulary;
        this.stated = Pattern.compile(
                "\\b" + name + "\\b(?:[^:=|<>]{0,50}[:=|<>≤~]+|\\s+(?:de|of|is|es|é)(?:\\s+até|\\s+hasta)?)\\s*(.+)");
        this.named = Pattern.compile("\\b" + name + "\\b");
    }

    /// An objective with whom it is promised for. @param part whether for a component or scenario of the system
    /// only
    private record Stated(int seconds, boolean part) {}

    private record Told(String text, boolean part) {}

    /// The objective named ("RTO" or "RPO") in seconds: the first that is the whole system's. Where only components
    /// or
    /// scenarios have one, the shortest: that promise is broken first, and which of them an incident is about
    /// nobody
    /// knows before.
    static @Nullable Integer of(List<Topic> roots, Vocabulary vocabulary, String name) {
        Objectives o = new Objectives(name, vocabulary);
        Integer best = null;
        for (Stated s : (Iterable<Stated>) roots.stream().flatMap(Topic::all).flatMap(o::in)::iterator) {
            if (!s.part()) {
                return s.seconds();
            }
            best = best == null ? s.seconds() : Integer.valueOf(Math.min(best, s.seconds()));
        }
        return best;
    }

    private Stream<Stated> in(Topic t) {
        Stream<Told> head =
                named(t.section().heading() + ": " + t.section().value()).map(text -> new Told(text, isPart(text)));
        return Stream.concat(head, t.section().body().stream().flatMap(this::lines))
                .map(this::stated)
                .filter(Objects::nonNull);
    }

    private Stream<Told> lines(Part part) {
        return switch (part) {
            case Listing l ->
                l.items().stream().flatMap(i -> named(i.text())).map(text -> new Told(text, isPart(text)));
            case Paragraph p ->
                p.lines().stream().map(Line::text).flatMap(this::named).map(text -> new Told(text, false));
            case Table t -> rows(t);
            default -> Stream.of();
        };
    }

    // "Database: RTO 1 hour" is the database's alone.
    private boolean isPart(String text) {
        Matcher m = named.matcher(text);
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
    private Stream<String> named(String markdown) {
        if (markdown.contains(name)) {
            return Stream.of(Words.plain(markdown));
        }
        boolean spelled = markdown.contains("ecovery") || markdown.contains("ecupera");
        return spelled ? Stream.of(spelled().matcher(Words.plain(markdown)).replaceAll(name)) : Stream.of();
    }

    private Pattern spelled() {
        return name.equals("RTO") ? TIME : POINT;
    }

    // A column of its own, or rows of which one is named after it.
    private Stream<Told> rows(Table t) {
        Columns c = Columns.of(t, vocabulary);
        int column = -1;
        for (int i = 1; i < t.headers().size(); i++) {
            if (column < 0 && named.matcher(Words.plain(t.headers().get(i))).find()) {
                column = i;
            }
        }
        if (column < 0 && name.equals("RPO")) {
            column = c.of("rpo");
        }
        int own = column;
        return t.rows().stream()
                .filter(r -> own > 0
                        || named.matcher(Words.plain(r.cells().getFirst())).find())
                .map(r -> new Told(
                        name + ": "
                                + Words.plain(
                                        own > 0 ? r.cells().get(own) : r.cells().get(1)),
                        own > 0 && !isWhole(r.cells().getFirst())));
    }

    private @Nullable Stated stated(Told told) {
        Matcher m = stated.matcher(told.text());
        Integer seconds = m.find() ? Durations.seconds(m.group(1)) : null;
        return seconds == null ? null : new Stated(seconds, told.part());
    }
}
