package plantao.runbook.read;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import plantao.runbook.NotedLine;
import plantao.runbook.command.PartSteps;
import plantao.runbook.text.KeyValue;
import plantao.runbook.text.Role;
import plantao.runbook.text.Vocabulary;
import plantao.runbook.text.Words;
import plantao.runbook.tree.Line;
import plantao.runbook.tree.Listing;
import plantao.runbook.tree.Paragraph;
import plantao.runbook.tree.Part;
import plantao.runbook.tree.Table;

/// What a playbook tells of its incident: symptoms and causes, in lists, tables, lead-ins, prose and headings.
record IncidentFields(Topic topic, Vocabulary vocabulary) {
    List<NotedLine> symptoms() {
        return noted(Role.SYMPTOMS);
    }

    List<NotedLine> causes() {
        return noted(Role.CAUSES);
    }

    private List<NotedLine> noted(Role role) {
        List<NotedLine> out = new ArrayList<>();
        List<Topic> causes = ownCauses();
        Stream<Topic> fields = topic.children().stream();
        if (role == Role.SYMPTOMS) {
            fields = Stream.concat(fields, causes.stream().flatMap(c -> c.children().stream()));
        }
        fields.filter(c -> c.is(role)).forEach(c -> {
            String value = c.section().value();
            if (!value.isBlank()) {
                Stream.of(value.split(",\\s+(?![^(]*\\))|;\\s+"))
                        .map(Words::plain)
                        .filter(s -> !s.isBlank())
                        .forEach(s -> out.add(new NotedLine(s, c.origin())));
            }
            for (Topic below : c.all().toList()) {
                if (role == Role.CAUSES && isInCause(below)) {
                    continue;
                }
                boolean solved =
                        role == Role.CAUSES && vocabulary.terms("solved").in(Words.folded(below.title()));
                below.section().body().forEach(p -> {
                    if (solved && p instanceof Listing l) {
                        l.items().forEach(i -> out.add(cause(i, below)));
                    } else {
                        noted(p, below, out);
                    }
                });
                for (ColumnKinds table : below.tables()) {
                    int column = table.of(role == Role.CAUSES ? "cause" : "symptom");
                    for (Table.Row row :
                            column < 0 ? List.<Table.Row>of() : table.table().rows()) {
                        String text = ColumnKinds.text(row, column);
                        if (text != null) {
                            out.add(new NotedLine(text, below.at(row.line())));
                        }
                    }
                }
            }
        });
        if (role == Role.CAUSES) {
            Stream.concat(Stream.of(topic), topic.children().stream())
                    .filter(c -> !c.is(Role.CAUSES))
                    .forEach(c -> introduced(c, out));
            causes.forEach(c -> out.add(new NotedLine(c.title(), c.origin())));
        }
        return List.copyOf(out);
    }

    // "It can be caused by:" above a list, wherever it stands.
    private void introduced(Topic t, List<NotedLine> out) {
        List<Part> parts = t.section().body();
        for (int i = 1; i < parts.size(); i++) {
            if (parts.get(i) instanceof Listing l && PartSteps.tellsCauses(parts.get(i - 1), vocabulary)) {
                noted(l, t, out);
            }
        }
    }

    private boolean isInCause(Topic t) {
        int depth = topic.above().size() + 2;
        return isCause(t, topic)
                || t.above().size() > depth
                        && !t.above().get(depth).section().isLead()
                        && t.above().get(depth - 1).role() == Role.CAUSES;
    }

    // A cause with a heading of its own, and with its symptoms and commands below.
    static boolean isCause(Topic t, Topic topic) {
        Topic.Head parent = t.parent();
        return parent != null
                && t.above().size() == topic.above().size() + 2
                && !t.section().isLead()
                && !parent.section().isLead()
                && (parent.role() == Role.CAUSES || t.has(Role.SYMPTOMS));
    }

    private List<Topic> ownCauses() {
        return topic.children().stream()
                .flatMap(c -> c.children().stream())
                .filter(c -> isCause(c, topic))
                .toList();
    }

    private static NotedLine cause(Listing.Item item, Topic t) {
        KeyValue kv = KeyValue.bold(item.text());
        String text = kv == null || kv.value().isBlank() ? item.plain() : Words.plain(kv.key());
        return new NotedLine(text, t.at(item.line()));
    }

    private static void noted(Part part, Topic t, List<NotedLine> out) {
        switch (part) {
            case Listing l ->
                l.items().stream()
                        .filter(i -> !i.text().isBlank())
                        .forEach(i -> out.add(new NotedLine(i.plain(), t.at(i.line()))));
            case Paragraph p -> {
                String text = Words.plain(
                        String.join(" ", p.lines().stream().map(Line::text).toList()));
                if (!text.endsWith(":") && !text.isBlank()) {
                    out.add(new NotedLine(text, t.at(p.line())));
                }
            }
            default -> {}
        }
    }
}
