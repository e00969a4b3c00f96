package plantao.runbook.read;

import java.util.ArrayList;
import java.util.List;
import plantao.runbook.Decision;
import plantao.runbook.LogPattern;
import plantao.runbook.text.Expression;
import plantao.runbook.text.KeyValue;
import plantao.runbook.text.Role;
import plantao.runbook.text.Vocabulary;
import plantao.runbook.text.Words;
import plantao.runbook.tree.Branches;
import plantao.runbook.tree.Fence;
import plantao.runbook.tree.Line;
import plantao.runbook.tree.Listing;
import plantao.runbook.tree.Table;

/// Small rules: decisions ("roll back at once if …") and log patterns.
final class DecisionRules {
    // "Who and when" asks two questions and decides nothing.
    private static final Expression QUESTION = Expression.of(
            "(?:^(?:who|whom|how|what|where|why|quem|como|que|onde|quien|donde)\\b(?! to\\b).*|\\s(?:and|or|e|ou|y|o|&|/)\\s)\\S*$");

    private static final Expression LOGS = Expression.of("\\b(?:logs?|bitacoras?)\\b");

    private static final Expression ARROW = Expression.of("\\s*(?:→|=>|->|⇒)\\s*");

    private DecisionRules() {}

    static List<Decision> decisions(Topic root, Vocabulary vocabulary) {
        List<Decision> out = new ArrayList<>();
        root.all().forEach(parent -> {
            List<Decision.Rule> rules = new ArrayList<>();
            int line = 0;
            for (Topic t : parent.children()) {
                String folded = t.folded();
                String last = folded.substring(folded.lastIndexOf(' ') + 1);
                if (!vocabulary.list("decisionEnds").contains(last) || folded.equals(last) || QUESTION.in(folded)) {
                    continue;
                }
                String action =
                        t.title().substring(0, t.title().lastIndexOf(' ')).strip();
                line = line == 0 ? t.section().line() : line;
                t.section()
                        .lists()
                        .forEach(l -> l.items().forEach(i -> rules.add(new Decision.Rule(i.plain(), action))));
            }
            if (rules.isEmpty()
                    && !parent.section().lists().isEmpty()
                    && vocabulary.terms("decision").in(Words.folded(parent.title()))) {
                line = parent.section().line();
                parent.section().lists().forEach(l -> l.items().forEach(i -> arrowed(i.plain(), rules)));
            }
            parent.section().fences().forEach(f -> branched(parent, f, out));
            if (!rules.isEmpty()) {
                out.add(new Decision(parent.title(), List.copyOf(rules), parent.at(line)));
            }
        });
        return List.copyOf(out);
    }

    // "If half the terminal is down → open the counters"
    private static void arrowed(String text, List<Decision.Rule> out) {
        String[] parts = text.split("\\s*(?:→|=>|->|⇒)\\s*", 2);
        if (parts.length == 2 && !parts[0].isBlank() && !parts[1].isBlank()) {
            out.add(new Decision.Rule(parts[0], parts[1]));
        }
    }

    // "Is the lamp on?" over "├── Yes → look at the shutter".
    private static void branched(Topic t, Fence f, List<Decision> out) {
        List<Decision.Rule> rules = new ArrayList<>();
        List<Line> lines = Branches.of(f);
        String asked = "";
        for (Line line : lines) {
            String[] parts = ARROW.split(line.plain(), 2);
            boolean told = parts.length == 2 && !parts[0].isBlank() && !parts[1].isBlank();
            if (told) {
                rules.add(new Decision.Rule((asked + " " + parts[0]).strip(), parts[1]));
            }
            String last = told ? parts[1] : line.plain();
            asked = last.endsWith("?") ? last : asked;
        }
        if (!asked.isEmpty() && rules.size() > 1 && rules.size() * 2 >= lines.size() - 1) {
            out.add(new Decision(t.title(), List.copyOf(rules), t.at(f.first())));
        }
    }

    private static void logTable(Topic t, ColumnKinds c, List<LogPattern> out) {
        int pattern = c.of("pattern");
        int meaning = c.of("meaning", pattern);
        meaning = meaning < 0 ? c.of("cause", pattern) : meaning;
        meaning = meaning < 0 ? c.of("responsibility", pattern) : meaning;
        if (pattern < 0 || meaning < 0) {
            return;
        }
        for (Table.Row row : c.table().rows()) {
            String text = ColumnKinds.text(row, pattern);
            if (text != null) {
                out.add(new LogPattern(text, ColumnKinds.text(row, meaning), t.at(row.line())));
            }
        }
    }

    static List<LogPattern> logPatterns(Topic root, Vocabulary vocabulary) {
        List<LogPattern> out = new ArrayList<>();
        root.all()
                .filter(t -> !t.tables().isEmpty())
                .filter(t -> t.within(Role.LOGS) || LOGS.in(t.folded()) && !t.within(Role.TEMPLATE))
                .forEach(t -> t.tables().forEach(table -> logTable(t, table, out)));
        root.all()
                .filter(t -> t.within(Role.LOGS) && vocabulary.terms("lookFor").in(t.folded()))
                .forEach(t -> {
                    for (Listing l : t.section().lists()) {
                        for (Listing.Item i : l.items()) {
                            List<String> code = Words.code(i.text());
                            KeyValue kv = i.keyValue();
                            if (!code.isEmpty()) {
                                String rest = i.text()
                                        .substring(i.text().lastIndexOf('`') + 1)
                                        .replaceFirst("^\\s*[:–—-]\\s*", "");
                                out.add(new LogPattern(
                                        code.getFirst(), rest.isBlank() ? null : Words.plain(rest), t.at(i.line())));
                            } else if (kv != null && !kv.value().isBlank()) {
                                out.add(new LogPattern(kv.key(), Words.plain(kv.value()), t.at(i.line())));
                            }
                        }
                    }
                });
        root.all()
                .filter(t -> t.within(Role.SYMPTOMS))
                .forEach(t -> t.section().lists().forEach(l -> l.items().forEach(i -> told(t, i, vocabulary, out))));
        return List.copyOf(out);
    }

    // "Logs: `ConnectionRefused` or `PoolTimeout`" among the symptoms.
    private static void told(Topic t, Listing.Item item, Vocabulary vocabulary, List<LogPattern> out) {
        KeyValue kv = item.keyValue();
        if (kv != null && vocabulary.exact(Words.normal(kv.key())) == Role.LOGS) {
            for (String code : Words.code(kv.value())) {
                out.add(new LogPattern(code, null, t.at(item.line())));
            }
        }
    }
}
