package plantao.runbook.read;

import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import plantao.runbook.text.Durations;
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

    /// The objective named ("RTO" or "RPO") in seconds: the first heading, lead-in, line or table row that gives
    /// it.
    static @Nullable Integer of(List<Topic> roots, Vocabulary vocabulary, String name) {
        Objectives o = new Objectives(name, vocabulary);
        return roots.stream().flatMap(Topic::all).flatMap(o::in).findFirst().orElse(null);
    }

    private Stream<Integer> in(Topic t) {
        Stream<String> head = named(t.section().heading() + ": " + t.section().value());
        return Stream.concat(head, t.section().body().stream().flatMap(this::lines))
                .map(this::seconds)
                .filter(Objects::nonNull);
    }

    private Stream<String> lines(Part part) {
        return switch (part) {
            case Listing l -> l.items().stream().flatMap(i -> named(i.text()));
            case Paragraph p -> p.lines().stream().map(Line::text).flatMap(this::named);
            case Table t -> rows(t);
            default -> Stream.of();
        };
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
    private Stream<String> rows(Table t) {
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
                .map(r -> name + ": "
                        + Words.plain(own > 0 ? r.cells().get(own) : r.cells().get(1)));
    }

    private @Nullable Integer seconds(String text) {
        Matcher m = stated.matcher(text);
        return m.find() ? Durations.seconds(m.group(1)) : null;
    }
}
