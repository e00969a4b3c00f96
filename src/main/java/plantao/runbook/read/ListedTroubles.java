package plantao.runbook.read;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import plantao.runbook.Phase;
import plantao.runbook.Playbook;
import plantao.runbook.Risk;
import plantao.runbook.Step;
import plantao.runbook.command.Conditions;
import plantao.runbook.command.PartSteps;
import plantao.runbook.command.StepFrame;
import plantao.runbook.text.KeyValue;
import plantao.runbook.text.Phrases;
import plantao.runbook.text.Role;
import plantao.runbook.text.Vocabulary;
import plantao.runbook.text.Words;
import plantao.runbook.tree.Fence;
import plantao.runbook.tree.Line;
import plantao.runbook.tree.Listing;
import plantao.runbook.tree.Paragraph;
import plantao.runbook.tree.Part;

/// Troubles that a section of them lists without headings: bullets (`**Queue stuck**: restart the worker`, or with
/// bullets of their own below) and sentences over what to do ("If no mail is sent:").
record ListedTroubles(Vocabulary vocabulary) {
    private static final int LONGEST = 90;

    /// One trouble.
    ///
    /// @param told what stands beside it in its line, Markdown
    /// @param below what stands below it
    private record Trouble(String title, String told, List<Part> below, int line) {}

    /// The playbooks of a section of troubles.
    List<Playbook> in(Topic t) {
        List<Trouble> all = new ArrayList<>();
        for (Part part : t.is(Role.PLAYBOOK_GROUP) ? t.section().parts() : List.<Part>of()) {
            if (part instanceof Listing l && are(l)) {
                l.items().forEach(i -> all.add(trouble(i)));
            }
        }
        all.addAll(conditions(t));
        all.addAll(numbered(t));
        return all.stream().map(c -> playbook(t, c)).toList();
    }

    /// What of a section is left when they are taken out.
    List<Part> rest(Topic t, List<Part> parts) {
        if (!t.is(Role.PLAYBOOK_GROUP)) {
            return parts;
        }
        List<Part> taken = new ArrayList<>();
        conditions(t).forEach(c -> taken.addAll(c.below()));
        List<Trouble> numbered = numbered(t);
        numbered.forEach(c -> taken.addAll(c.below()));
        return parts.stream()
                .filter(p -> numbered.isEmpty() || !(p instanceof Listing l && l.ordered()))
                .filter(p -> taken.stream().noneMatch(x -> x == p))
                .filter(p -> !(p instanceof Listing l && are(l)))
                .toList();
    }

    // Every bullet names something and tells what to do; what begins with an order is a step of one trouble.
    private boolean are(Listing list) {
        return !list.ordered()
                && list.items().size() > 1
                && list.items().stream().allMatch(this::isTrouble)
                && list.items().stream().anyMatch(i -> acts(trouble(i)));
    }

    private boolean isTrouble(Listing.Item item) {
        Trouble one = trouble(item);
        return item.box() == null
                && !(one.told().isBlank() && one.below().isEmpty())
                && !one.told().contains("://")
                && !TabledPlaybooks.ARROW.matcher(item.text()).matches()
                && isName(one.title());
    }

    private boolean isName(String title) {
        return title.length() > 2
                && title.length() <= LONGEST
                && vocabulary.columns(Words.normal(title)).isEmpty()
                && vocabulary.exact(Words.normal(title)) == null
                && !isOrder(title);
    }

    private boolean acts(Trouble one) {
        return one.told().contains("`")
                || isOrder(one.told())
                || one.below().stream()
                        .anyMatch(p -> p instanceof Fence
                                || p instanceof Listing l
                                        && l.items().stream()
                                                .anyMatch(i -> i.text().contains("`") || isOrder(i.text())));
    }

    private boolean isOrder(String text) {
        String folded = Words.folded(Words.plain(text));
        return vocabulary.terms("orders").begin(folded)
                || vocabulary.terms("inspect").begin(folded)
                || Phrases.isOrder(folded, vocabulary);
    }

    private static Trouble trouble(Listing.Item item) {
        KeyValue kv = item.keyValue();
        String title = kv == null ? item.plain().replaceFirst("\\s*[:.–—-]\\s*$", "") : kv.key();
        return new Trouble(Words.title(title), kv == null ? "" : kv.value(), item.parts(), item.line());
    }

    // "1. `OutOfMemory`" over bullets, indented or not, and so on: what tells the number's trouble from a step is
    // that
    // none is an order and some are what goes wrong.
    private List<Trouble> numbered(Topic t) {
        List<Trouble> out = new ArrayList<>();
        boolean wrong = false;
        List<Part> parts = t.is(Role.PLAYBOOK_GROUP) ? t.section().parts() : List.of();
        for (int i = 0; i < parts.size(); i++) {
            if (parts.get(i) instanceof Listing l && l.ordered()) {
                for (Listing.Item item : l.items()) {
                    Trouble one = trouble(item);
                    wrong |= item.text().startsWith("`") || TroubleHeadings.isTrouble(one.title(), vocabulary);
                    boolean bare = one.below().isEmpty() && item == l.items().getLast() && i + 1 < parts.size();
                    out.add(
                            bare && parts.get(i + 1) instanceof Listing next && !next.ordered()
                                    ? new Trouble(one.title(), one.told(), List.of(next), one.line())
                                    : one);
                }
            }
        }
        boolean all =
                out.size() > 1 && wrong && out.stream().allMatch(c -> !c.below().isEmpty() && isName(c.title()));
        return all ? List.copyOf(out) : List.of();
    }

    // "If no mail is sent:" over a list, and nothing to do in the section that stands below no such sentence.
    private List<Trouble> conditions(Topic t) {
        List<Trouble> out = new ArrayList<>();
        String title = null;
        int line = 0;
        List<Part> below = new ArrayList<>();
        for (Part part : t.is(Role.PLAYBOOK_GROUP) ? t.section().parts() : List.<Part>of()) {
            if (part instanceof Paragraph p) {
                close(title, line, below, out);
                title = condition(p);
                line = p.line();
                below = new ArrayList<>();
            } else if (title == null) {
                return List.of();
            } else {
                below.add(part);
            }
        }
        close(title, line, below, out);
        return List.copyOf(out);
    }

    private static void close(@Nullable String title, int line, List<Part> below, List<Trouble> out) {
        if (title != null && !below.isEmpty()) {
            out.add(new Trouble(title, "", List.copyOf(below), line));
        }
    }

    private @Nullable String condition(Paragraph p) {
        Line last = p.lines().getLast();
        String text = Words.plain(last.text()).strip();
        return p.lines().size() == 1 && text.endsWith(":") && Conditions.begins(text, vocabulary)
                ? Words.title(text)
                : null;
    }

    private Playbook playbook(Topic t, Trouble one) {
        StepFrame frame = new StepFrame(t.file(), null, Phase.RESOLUTION, null, one.title(), vocabulary);
        List<Step> steps = Stream.concat(
                        TabledPlaybooks.steps(one.told(), t, one.line(), one.title(), Phase.RESOLUTION, vocabulary)
                                .stream(),
                        PartSteps.of(one.below(), frame, true).stream())
                .toList();
        return new Playbook(
                one.title(), null, 2, null, null, List.of(), List.of(), looked(steps), List.of(), t.at(one.line()));
    }

    // What a list begins with to find out stands before what mends.
    private List<Step> looked(List<Step> steps) {
        List<Step> out = new ArrayList<>();
        boolean looking = true;
        for (Step s : steps) {
            boolean safe = s.commands().stream().allMatch(c -> c.risk() == Risk.SAFE);
            looking &= safe
                    && (!s.commands().isEmpty() || vocabulary.terms("inspect").begin(Words.folded(s.title())));
            out.add(looking ? s.in(Phase.DIAGNOSIS) : s);
        }
        return List.copyOf(out);
    }
}
