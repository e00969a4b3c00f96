package plantao.runbook.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import plantao.runbook.NotedLine;
import plantao.runbook.Phase;
import plantao.runbook.Playbook;
import plantao.runbook.Step;
import plantao.runbook.command.PartSteps;
import plantao.runbook.command.StepFrame;
import plantao.runbook.text.Expression;
import plantao.runbook.text.KeyValue;
import plantao.runbook.text.Vocabulary;
import plantao.runbook.text.Words;
import plantao.runbook.tree.Fence;
import plantao.runbook.tree.Line;
import plantao.runbook.tree.Listing;
import plantao.runbook.tree.Part;

/// Bullets that are rows of a troubleshooting table: "**Problem:** … **Cause:** … **Fix:** …", in one line, in
/// several or with bullets of their own.
final class LabelledCases {
    private static final Expression LABEL = Expression.of("\\*\\*([^*`]{2,30}?)\\s*(?::\\s*\\*\\*|\\*\\*\\s*:)\\s*");
    private static final int FEWEST = 2;

    /// What stands behind one label.
    ///
    /// @param below what is indented below a bullet with this label
    private record Told(Set<String> kinds, String text, int line, List<Part> below) {}

    private LabelledCases() {}

    /// Whether every bullet of this list is such a case, and there are several.
    static boolean are(Listing list, Vocabulary vocabulary) {
        return !list.ordered()
                && list.items().size() >= FEWEST
                && list.items().stream().allMatch(i -> i.box() == null && isCase(told(i, vocabulary)));
    }

    private static boolean isCase(List<Told> told) {
        return told.size() >= FEWEST
                && told.getFirst().kinds().contains("symptom")
                && told.stream().skip(1).anyMatch(t -> t.kinds().contains("action"));
    }

    /// The playbooks that the bullets of these lists are.
    static List<Playbook> in(Topic t, Vocabulary vocabulary) {
        List<Playbook> out = new ArrayList<>();
        for (Listing list : t.section().lists()) {
            if (are(list, vocabulary)) {
                list.items().forEach(i -> out.add(playbook(t, told(i, vocabulary), i.line(), vocabulary)));
            }
        }
        return List.copyOf(out);
    }

    private static Playbook playbook(Topic t, List<Told> told, int line, Vocabulary vocabulary) {
        String title = Words.title(told.getFirst().text());
        List<NotedLine> causes = new ArrayList<>();
        List<Step> steps = new ArrayList<>();
        for (Told each : told.subList(1, told.size())) {
            if (each.kinds().contains("cause") && !each.text().isBlank()) {
                causes.add(new NotedLine(Words.plain(each.text()), t.at(each.line())));
            } else if (!each.kinds().contains("symptom")) {
                Phase phase = each.kinds().contains("action") ? Phase.RESOLUTION : Phase.DIAGNOSIS;
                steps.addAll(steps(each, t, title, phase, vocabulary));
            }
        }
        return new Playbook(
                title, null, 2, null, null, List.of(), List.copyOf(causes), List.copyOf(steps), List.of(), t.at(line));
    }

    // What is indented below "Fix: sync the clocks" is how to do it.
    private static List<Step> steps(Told each, Topic t, String title, Phase phase, Vocabulary vocabulary) {
        List<Step> said = TabledPlaybooks.steps(each.text(), t, each.line(), title, phase, vocabulary);
        String head = said.isEmpty() ? title : Words.title(each.text());
        List<Step> below =
                PartSteps.of(each.below(), new StepFrame(t.file(), null, phase, null, head, vocabulary), true);
        boolean named =
                !below.isEmpty() && said.stream().allMatch(s -> s.commands().isEmpty());
        return named ? below : Stream.concat(said.stream(), below.stream()).toList();
    }

    private static List<Told> told(Listing.Item item, Vocabulary vocabulary) {
        List<Told> out = new ArrayList<>();
        for (Line line : item.lines()) {
            labelled(line.text(), line.number(), List.of(), out, vocabulary);
        }
        for (Part part : item.parts()) {
            if (part instanceof Listing l) {
                for (Listing.Item below : l.items()) {
                    labelled(below.text(), below.line(), below.parts(), out, vocabulary);
                }
            } else if (part instanceof Fence f && !out.isEmpty()) {
                out.add(joined(out.removeLast(), f));
            }
        }
        return List.copyOf(out);
    }

    private static Told joined(Told last, Part part) {
        List<Part> below = new ArrayList<>(last.below());
        below.add(part);
        return new Told(last.kinds(), last.text(), last.line(), List.copyOf(below));
    }

    private static void labelled(String text, int line, List<Part> below, List<Told> out, Vocabulary vocabulary) {
        Matcher m = LABEL.matcher(text);
        if (!m.lookingAt()) {
            plain(text, line, below, out, vocabulary);
            return;
        }
        int from = m.end();
        String label = m.group(1);
        while (m.find(from)) {
            add(label, text.substring(from, m.start()), line, List.of(), out, vocabulary);
            label = m.group(1);
            from = m.end();
        }
        add(label, text.substring(from), line, below, out, vocabulary);
    }

    // "Fix: restart it" without bold, or a line that goes on.
    private static void plain(String text, int line, List<Part> below, List<Told> out, Vocabulary vocabulary) {
        KeyValue pair = KeyValue.of(text);
        if (pair != null && kinds(pair.key(), vocabulary) != null) {
            add(pair.key(), pair.value(), line, below, out, vocabulary);
        } else if (!out.isEmpty()) {
            Told last = out.removeLast();
            List<Part> all = new ArrayList<>(last.below());
            all.addAll(below);
            out.add(new Told(last.kinds(), last.text() + " " + text.strip(), last.line(), List.copyOf(all)));
        }
    }

    private static void add(
            String label, String text, int line, List<Part> below, List<Told> out, Vocabulary vocabulary) {
        Set<String> kinds = kinds(label, vocabulary);
        out.add(new Told(kinds == null ? Set.of() : kinds, trimmed(text), line, below));
    }

    private static String trimmed(String text) {
        return text.strip().replaceFirst("\\s*(?:[|;·—–]|<br\\s*/?>)\\s*$", "");
    }

    private static @Nullable Set<String> kinds(String label, Vocabulary vocabulary) {
        Set<String> kinds = vocabulary.columns(Words.normal(label));
        return kinds.isEmpty() ? null : kinds;
    }
}
