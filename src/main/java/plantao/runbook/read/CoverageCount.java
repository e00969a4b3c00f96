package plantao.runbook.read;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import plantao.runbook.Checklist;
import plantao.runbook.Coverage;
import plantao.runbook.Origin;
import plantao.runbook.Runbook;
import plantao.runbook.Step;
import plantao.runbook.text.Expression;
import plantao.runbook.tree.Fence;
import plantao.runbook.tree.Listing;
import plantao.runbook.tree.Paragraph;
import plantao.runbook.tree.Part;
import plantao.runbook.tree.Section;
import plantao.runbook.tree.Table;

/// Counts how much of the text became an object: headings and lead-ins, and every block that an object came from.
final class CoverageCount {
    // A rule between sections.
    private static final Expression RULE = Expression.of("\\s{0,3}(?:-{3,}|\\*{3,}|_{3,}|={3,})\\s*");

    private CoverageCount() {}

    static Coverage of(Runbook r, Map<String, List<String>> texts, List<Topic> roots) {
        Map<String, BitSet> origins = new HashMap<>();
        origins(r)
                .forEach(o ->
                        origins.computeIfAbsent(o.file(), k -> new BitSet()).set(o.line()));
        int lines = 0;
        int structured = 0;
        for (Topic root : roots) {
            BitSet marked = new BitSet();
            mark(root.section(), origins.getOrDefault(root.file(), new BitSet()), marked);
            if (isForm(root, r)) {
                marked.set(1, texts.getOrDefault(root.file(), List.of()).size() + 1);
            }
            int number = 0;
            for (String line : texts.getOrDefault(root.file(), List.of())) {
                number++;
                if (!line.isBlank()) {
                    lines++;
                    structured += marked.get(number) || isRule(line) ? 1 : 0;
                }
            }
        }
        return new Coverage(lines, structured, lines - structured);
    }

    private static boolean isRule(String line) {
        char first = line.stripLeading().charAt(0);
        return (first == '-' || first == '*' || first == '_' || first == '=')
                && RULE.matcher(line).matches();
    }

    // A file that is a form as a whole: its title begins it.
    private static boolean isForm(Topic root, Runbook r) {
        return root.children().stream()
                .filter(t -> t.section().level() == 1)
                .anyMatch(t -> r.templates().stream().anyMatch(f -> f.origin().equals(t.origin())));
    }

    private static Stream<Origin> origins(Runbook r) {
        Stream<Step> steps = Stream.concat(
                r.playbooks().stream().flatMap(p -> p.steps().stream()),
                r.procedures().stream().flatMap(p -> p.steps().stream()));
        Stream<Checklist.Item> items = r.checklists().stream().flatMap(c -> c.items().stream());
        return Stream.of(
                        r.services().stream().map(x -> x.origin()),
                        r.vendors().stream().map(x -> x.origin()),
                        r.environments().stream().map(x -> x.origin()),
                        r.dashboards().stream().map(x -> x.origin()),
                        r.logPatterns().stream().map(x -> x.origin()),
                        r.metrics().stream().map(x -> x.origin()),
                        r.healthEndpoints().stream().map(x -> x.origin()),
                        r.alerts().stream().map(x -> x.origin()),
                        r.contacts().stream().map(x -> x.origin()),
                        r.escalation().stream().map(x -> x.origin()),
                        r.templates().stream().map(x -> x.origin()),
                        items.map(x -> x.origin()),
                        r.playbooks().stream()
                                .flatMap(p -> Stream.concat(p.symptoms().stream(), p.causes().stream()))
                                .map(x -> x.origin()),
                        r.decisions().stream().map(x -> x.origin()),
                        steps.flatMap(s -> Stream.concat(
                                Stream.of(s.origin()), s.commands().stream().map(c -> c.origin()))))
                .flatMap(s -> s);
    }

    private static void mark(Section s, BitSet origins, BitSet out) {
        if (s.level() > 0) {
            out.set(s.line());
        }
        for (Part part : s.parts()) {
            switch (part) {
                case Section below -> mark(below, origins, out);
                case Fence f -> {
                    int last = f.first() + f.lines().size();
                    if (f.info().equals("mermaid") || any(origins, f.line(), last)) {
                        out.set(f.line(), last + 1);
                    }
                }
                case Table t -> {
                    int last =
                            t.rows().isEmpty() ? t.line() : t.rows().getLast().line();
                    if (any(origins, t.line(), last)) {
                        out.set(t.line(), last + 1);
                    }
                }
                case Listing l ->
                    items(
                            l,
                            origins,
                            out,
                            any(origins, s.line(), s.line())
                                    && s.level() > 0
                                    && l.items().size() < 30);
                case Paragraph p -> {
                    if (any(origins, p.line(), p.lines().getLast().number())) {
                        p.lines().forEach(x -> out.set(x.number()));
                    }
                }
            }
        }
    }

    private static void items(Listing l, BitSet origins, BitSet out, boolean all) {
        for (Listing.Item i : l.items()) {
            int last = last(i);
            if (all || any(origins, i.line(), last)) {
                out.set(i.line(), last + 1);
            }
        }
    }

    private static int last(Listing.Item i) {
        int last = i.lines().isEmpty() ? i.line() : i.lines().getLast().number();
        for (Part p : i.parts()) {
            last = Math.max(
                    last,
                    switch (p) {
                        case Listing l ->
                            l.items().stream()
                                    .mapToInt(CoverageCount::last)
                                    .max()
                                    .orElse(l.line());
                        case Fence f -> f.first() + f.lines().size();
                        case Paragraph x -> x.lines().getLast().number();
                        case Table t ->
                            t.rows().isEmpty() ? t.line() : t.rows().getLast().line();
                        case Section s -> s.line();
                    });
        }
        return last;
    }

    private static boolean any(BitSet origins, int from, int to) {
        int next = origins.nextSetBit(from);
        return next >= 0 && next <= to;
    }
}
