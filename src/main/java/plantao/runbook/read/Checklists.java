package plantao.runbook.read;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;
import plantao.runbook.Checklist;
import plantao.runbook.Command;
import plantao.runbook.Phase;
import plantao.runbook.command.Blanks;
import plantao.runbook.command.FenceLanguage;
import plantao.runbook.command.FenceSteps;
import plantao.runbook.command.ListSteps;
import plantao.runbook.command.StepFrame;
import plantao.runbook.text.Expression;
import plantao.runbook.text.Phrases;
import plantao.runbook.text.Role;
import plantao.runbook.text.Vocabulary;
import plantao.runbook.text.Words;
import plantao.runbook.tree.Fence;
import plantao.runbook.tree.Line;
import plantao.runbook.tree.Listing;
import plantao.runbook.tree.Listing.Box;
import plantao.runbook.tree.Paragraph;
import plantao.runbook.tree.Part;
import plantao.runbook.tree.Section;

/// Checklists: task lists under a heading or lead-in, and forms of boxes in a fence.
final class Checklists {
    private static final Expression BOX =
            Expression.of("^\\s*(?:[-*]\\s+|\\d+\\.\\s+)?(?:\\[([ xX])\\]|([□☐▢◻⬜❏❑])|([☑☒]))\\s+(.*)$");
    private static final Expression FIELD = Expression.of("(?<![\\p{L}_])([\\p{L}][^:_|]{1,50}?)\\s*:?\\s*_{3,}");
    private static final Expression SCHEDULE = Expression.of(
            "\\d{1,2}(?::|h)\\d{0,2}|segunda|terca|quarta|quinta|sexta|sabado|domingo|lunes|martes|miercoles|jueves|viernes|monday|tuesday|wednesday|thursday|friday|saturday|sunday|\\bdia\\b|\\bday\\b|primeir|\\bfirst\\b|schedule|agendar");

    private static final int LONGEST_INTRODUCTION = 90;

    private final Vocabulary vocabulary;

    private Checklists(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    static List<Checklist> in(Topic root, Vocabulary vocabulary) {
        Checklists c = new Checklists(vocabulary);
        List<Checklist> out = new ArrayList<>();
        root.all().filter(t -> !t.is(Role.TOC) && !isForm(t)).forEach(t -> {
            List<Checklist.Item> items = new ArrayList<>();
            boolean plain = PlainChecklists.is(t, vocabulary);
            t.section().lists().forEach(l -> c.items(l, plain, t, items));
            items.addAll(TabledChecklists.items(t, vocabulary));
            if (!items.isEmpty()) {
                String above = above(t);
                String when = when(t);
                boolean named = PlainChecklists.isNamed(above) && !PlainChecklists.isNamed(t.title());
                out.add(new Checklist(
                        named ? above : t.title(),
                        t.path(),
                        c.cadence(t, above),
                        when == null && !above.isEmpty() ? scheduled(above) : when,
                        List.copyOf(items),
                        fields(t.section()),
                        t.origin()));
            }
            t.section().fences().stream()
                    .filter(FenceLanguage::isBoxes)
                    .filter(f -> isTicked(f, t, vocabulary))
                    .forEach(f -> c.form(f, t, out));
        });
        return List.copyOf(out);
    }

    /// Whether a fence of boxes is there to be ticked. One of Markdown mostly is a form to copy; below a heading
    /// for
    /// a checklist or a turn of duty, with nothing to fill in between its boxes, it is the checklist itself.
    static boolean isTicked(Fence fence, Topic t, Vocabulary vocabulary) {
        if (!fence.info().startsWith("m")) {
            return true;
        }
        List<String> lines =
                fence.lines().stream().map(Line::text).filter(l -> !l.isBlank()).toList();
        List<String> boxes = lines.stream().filter(BOX::in).toList();
        boolean named = t.within(Role.CHECKLIST, Role.ON_CALL_SHIFT)
                || PlainChecklists.isNamed(t.title())
                || new ShiftTimes(vocabulary).of(t.title(), t) != null;
        return named
                && boxes.size() * 2 >= lines.size()
                && boxes.stream()
                        .allMatch(b -> Blanks.placeholders(BOX.matcher(b).replaceFirst("$4"))
                                .isEmpty());
    }

    // "- [ ] [Action] — [owner]" is a form's; "- [ ] Tell the customers it is over" is to be ticked.
    private static boolean isForm(Topic t) {
        return t.within(Role.POSTMORTEM)
                && (t.within(Role.TEMPLATE, Role.ACTION_ITEMS)
                        || t.section().lists().stream()
                                .flatMap(l -> l.items().stream())
                                .filter(i -> i.box() != null)
                                .anyMatch(i -> !Blanks.placeholders(i.text()).isEmpty()));
    }

    // "Every day at 07:00:" right above the first box; else empty.
    private static String above(Topic t) {
        String told = "";
        for (Part part : t.section().parts()) {
            if (part instanceof Listing l && l.items().stream().anyMatch(i -> i.box() != null)) {
                return told;
            }
            told = part instanceof Paragraph p ? p.lines().getLast().plain() : "";
            told = told.endsWith(":") && told.length() < LONGEST_INTRODUCTION
                    ? told.substring(0, told.length() - 1)
                    : "";
        }
        return "";
    }

    private void items(Listing l, boolean plain, Topic t, List<Checklist.Item> out) {
        for (Listing.Item i : l.items()) {
            if (i.box() == null && !plain) {
                continue;
            }
            List<String> details = new ArrayList<>();
            List<Command> commands = new ArrayList<>(commands(i, t));
            for (Listing.Item child : i.children()) {
                details.add(child.plain());
                commands.addAll(commands(child, t));
            }
            out.add(new Checklist.Item(
                    i.plain(), i.box() == Box.DONE, List.copyOf(details), List.copyOf(commands), t.at(i.line())));
        }
    }

    /// In its line, and in the fences below it.
    private List<Command> commands(Listing.Item item, Topic t) {
        List<Command> commands = new ArrayList<>(ListSteps.inline(item.text(), frame(t), item.line()));
        for (Part part : item.parts()) {
            if (part instanceof Fence fence) {
                FenceSteps.of(fence, frame(t).titled("")).forEach(step -> commands.addAll(step.commands()));
            }
        }
        return commands;
    }

    private StepFrame frame(Topic t) {
        return new StepFrame(t.file(), null, Phase.OTHER, null, t.title(), vocabulary);
    }

    private void form(Fence fence, Topic t, List<Checklist> out) {
        String group = "";
        int line = fence.first();
        List<Checklist.Item> items = new ArrayList<>();
        List<String> fields = new ArrayList<>();
        List<Checklist> groups = new ArrayList<>();
        for (Line l : fence.lines()) {
            Matcher box = BOX.matcher(l.text());
            String text = l.text().strip();
            if (box.matches()) {
                boolean done = box.group(3) != null
                        || box.group(1) != null && !box.group(1).isBlank();
                items.add(new Checklist.Item(
                        Words.numberless(Words.plain(box.group(4))),
                        done,
                        List.of(),
                        ListSteps.inline(box.group(4), frame(t), l.number()),
                        t.at(l.number())));
            } else if (!items.isEmpty() && isDetail(l.text())) {
                items.add(detailed(items.removeLast(), text.replaceFirst("^[-*•]\\s+", "")));
            } else if (!fields(l.text()).isEmpty()) {
                fields.addAll(fields(l.text()));
            } else if (text.matches("_{3,}") && !group.isEmpty() && items.isEmpty()) {
                fields.add(group);
            } else if (!text.isEmpty()) {
                close(group, line, items, t, groups);
                items = new ArrayList<>();
                group = Words.title(text);
                line = l.number();
            }
        }
        close(group, line, items, t, groups);
        if (!groups.isEmpty() && !fields.isEmpty()) {
            Checklist last = groups.removeLast();
            groups.add(new Checklist(
                    last.title(),
                    last.path(),
                    last.cadence(),
                    last.when(),
                    last.items(),
                    List.copyOf(fields),
                    last.origin()));
        }
        out.addAll(groups);
    }

    // "**Completed by:** ____" below the boxes.
    private static List<String> fields(Section section) {
        List<String> out = new ArrayList<>();
        for (Part part : section.parts()) {
            if (part instanceof Paragraph p) {
                p.lines().forEach(l -> out.addAll(fields(l.text().replace("**", ""))));
            } else if (part instanceof Section lead && lead.isLead()) {
                String value = lead.value().replace("**", "");
                out.addAll(fields(value.startsWith("___") ? Words.title(lead.heading()) + ": " + value : value));
                out.addAll(fields(lead));
            }
        }
        return List.copyOf(out);
    }

    // The names before the blanks of a line that begins with one.
    private static List<String> fields(String line) {
        List<String> out = new ArrayList<>();
        Matcher field = FIELD.matcher(line);
        while (field.find()) {
            if (out.isEmpty() && !line.substring(0, field.start()).isBlank()) {
                return List.of();
            }
            out.add(field.group(1).strip());
        }
        return List.copyOf(out);
    }

    // What is indented or bulleted below a box belongs to it.
    private static boolean isDetail(String line) {
        return line.matches("\\s*[-*•]\\s+\\S.*") || line.matches("\\s{3,}\\S.*") && !line.contains("___");
    }

    private static Checklist.Item detailed(Checklist.Item item, String detail) {
        List<String> details = new ArrayList<>(item.details());
        details.add(Words.plain(detail));
        return new Checklist.Item(item.text(), item.done(), List.copyOf(details), item.commands(), item.origin());
    }

    private void close(String group, int line, List<Checklist.Item> items, Topic t, List<Checklist> out) {
        if (items.isEmpty()) {
            return;
        }
        boolean named = !group.isEmpty() && Blanks.placeholders(group).isEmpty();
        List<String> path = new ArrayList<>(t.path());
        if (named) {
            path.add(t.title());
        }
        String when = scheduled(Words.qualifier(group));
        out.add(new Checklist(
                named ? group : t.title(),
                List.copyOf(path),
                cadence(t, group),
                when,
                List.copyOf(items),
                List.of(),
                named ? t.at(line) : t.origin()));
    }

    /// The cadence its title says, else that of the nearest section above that says one.
    private @Nullable String cadence(Topic t, String group) {
        String own = group.isEmpty() ? null : told(Words.unqualified(group), t);
        own = own != null || group.isEmpty() ? own : told(group, t);
        own = own == null ? told(t.title(), t) : own;
        for (Topic.Head h : t.above().reversed()) {
            own = own == null && h.section().level() > 1 ? told(h.title(), t) : own;
        }
        return own;
    }

    private @Nullable String told(String title, Topic t) {
        String shift = new ShiftTimes(vocabulary).of(title, t);
        return shift == null ? Phrases.cadence(title, vocabulary) : shift;
    }

    private static @Nullable String when(Topic t) {
        String own = Maintenances.isTimed(t.title()) ? t.title() : scheduled(Words.qualifier(t.title()));
        Topic.Head parent = t.parent();
        return own == null && parent != null ? scheduled(Words.qualifier(parent.title())) : own;
    }

    static @Nullable String scheduled(String qualifier) {
        return SCHEDULE.in(Words.folded(qualifier)) ? qualifier : null;
    }
}
