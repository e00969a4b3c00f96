package plantao.runbook.read;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import plantao.runbook.Noted;
import plantao.runbook.Phase;
import plantao.runbook.Playbook;
import plantao.runbook.Risk;
import plantao.runbook.Step;
import plantao.runbook.command.Conditions;
import plantao.runbook.command.Frame;
import plantao.runbook.command.PartSteps;
import plantao.runbook.command.Phases;
import plantao.runbook.text.Durations;
import plantao.runbook.text.KeyValue;
import plantao.runbook.text.Role;
import plantao.runbook.text.Severity;
import plantao.runbook.text.Vocabulary;
import plantao.runbook.text.Words;
import plantao.runbook.tree.Line;
import plantao.runbook.tree.Listing;
import plantao.runbook.tree.Paragraph;
import plantao.runbook.tree.Part;
import plantao.runbook.tree.Section;
import plantao.runbook.tree.Table;

/// Reads the fields of one playbook: symptoms, causes, steps by phase, banner.
record PlaybookReader(Topic topic, Vocabulary vocabulary) {
    private static final Pattern NONE = Pattern.compile(
            "(?:nao se aplica|nao aplicavel|no aplica|not applicable|none|nenhum[ao]?|ningun[ao]?|n/?a|-+)\\.?");
    static final int DEFAULT_LEVEL = 2;

    static Playbook read(Playbooks.Found found, Vocabulary vocabulary) {
        PlaybookReader r = new PlaybookReader(found.topic(), vocabulary);
        Topic t = found.topic();
        int level = found.level() == null ? DEFAULT_LEVEL : found.level();
        String banner = r.banner();
        return new Playbook(
                r.title(),
                found.severity(),
                banner != null && found.level() == null ? 1 : level,
                found.respond(),
                banner,
                r.noted(Role.SYMPTOMS),
                r.noted(Role.CAUSES),
                r.steps(),
                Escalations.in(t, vocabulary),
                t.origin());
    }

    private String title() {
        Severity named = Severity.of(topic.section().heading());
        Severity last = Severity.trailing(topic.title());
        String bare = last == null ? topic.title() : last.rest();
        String title = named != null && !named.rest().isBlank() ? named.rest() : unkinded(bare);
        String qualifier = Words.qualifier(title);
        boolean timer = Durations.seconds(qualifier) != null
                && vocabulary.terms("respond").in(Words.folded(qualifier));
        return timer ? Words.unqualified(title) : title;
    }

    private String unkinded(String title) {
        int colon = title.indexOf(':');
        String lead =
                colon < 0 ? "" : Words.folded(title.substring(0, colon)).replaceFirst("\\s+#?(?:\\d{1,2}|[a-z])$", "");
        boolean kind = colon > 0 && vocabulary.list("kinds").contains(lead);
        return kind && colon < title.length() - 2 ? title.substring(colon + 1).strip() : title;
    }

    private @Nullable String banner() {
        for (Topic t : Stream.concat(Stream.of(topic), topic.children().stream().filter(c -> c.role() == null))
                .toList()) {
            for (Paragraph p : t.section().paragraphs()) {
                String text = Words.emojiless(Words.plain(
                        String.join(" ", p.lines().stream().map(Line::text).toList())));
                boolean marked = p.lines().getFirst().text().matches("^\\W*[⚠🚨❗🛑⛔].*");
                if (marked || vocabulary.terms("callout").begin(Words.folded(text))) {
                    return text;
                }
            }
        }
        return null;
    }

    private List<Noted> noted(Role role) {
        List<Noted> out = new ArrayList<>();
        List<Topic> causes = causes();
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
                        .forEach(s -> out.add(new Noted(s, c.origin())));
            }
            for (Topic below : c.all().toList()) {
                if (role == Role.CAUSES && isInCause(below)) {
                    continue;
                }
                boolean solved = role == Role.CAUSES && vocabulary.terms("solved").in(Words.folded(below.title()));
                below.section().body().forEach(p -> {
                    if (solved && p instanceof Listing l) {
                        l.items().forEach(i -> out.add(cause(i, below)));
                    } else {
                        noted(p, below, out);
                    }
                });
                for (Columns table : below.tables()) {
                    int column = table.of(role == Role.CAUSES ? "cause" : "symptom");
                    for (Table.Row row :
                            column < 0 ? List.<Table.Row>of() : table.table().rows()) {
                        String text = Columns.text(row, column);
                        if (text != null) {
                            out.add(new Noted(text, below.at(row.line())));
                        }
                    }
                }
            }
        });
        if (role == Role.CAUSES) {
            Stream.concat(Stream.of(topic), topic.children().stream())
                    .filter(c -> !c.is(Role.CAUSES))
                    .forEach(c -> introduced(c, out));
            causes.forEach(c -> out.add(new Noted(c.title(), c.origin())));
        }
        return List.copyOf(out);
    }

    // "It can be caused by:" above a list, wherever it stands.
    private void introduced(Topic t, List<Noted> out) {
        List<Part> parts = t.section().body();
        for (int i = 1; i < parts.size(); i++) {
            if (parts.get(i) instanceof Listing l && PartSteps.tellsCauses(parts.get(i - 1), vocabulary)) {
                noted(l, t, out);
            }
        }
    }

    private boolean isInCause(Topic t) {
        int depth = topic.above().size() + 2;
        return isCause(t)
                || t.above().size() > depth
                        && !t.above().get(depth).section().isLead()
                        && t.above().get(depth - 1).role() == Role.CAUSES;
    }

    // A cause with a heading of its own, and with its symptoms and commands below.
    private boolean isCause(Topic t) {
        Topic.Head parent = t.parent();
        return parent != null
                && t.above().size() == topic.above().size() + 2
                && !t.section().isLead()
                && !parent.section().isLead()
                && (parent.role() == Role.CAUSES || t.has(Role.SYMPTOMS));
    }

    private List<Topic> causes() {
        return topic.children().stream()
                .flatMap(c -> c.children().stream())
                .filter(this::isCause)
                .toList();
    }

    private static Noted cause(Listing.Item item, Topic t) {
        KeyValue kv = KeyValue.bold(item.text());
        boolean pair = kv != null && !kv.value().isBlank();
        return new Noted(pair ? Words.plain(kv.key()) : item.plain(), t.at(item.line()));
    }

    private static void noted(Part part, Topic t, List<Noted> out) {
        switch (part) {
            case Listing l ->
                l.items().stream()
                        .filter(i -> !i.text().isBlank())
                        .forEach(i -> out.add(new Noted(i.plain(), t.at(i.line()))));
            case Paragraph p -> {
                String text = Words.plain(
                        String.join(" ", p.lines().stream().map(Line::text).toList()));
                if (!text.endsWith(":") && !text.isBlank()) {
                    out.add(new Noted(text, t.at(p.line())));
                }
            }
            default -> {}
        }
    }

    private List<Step> steps() {
        List<Step> out = new ArrayList<>();
        Frame frame = new Frame(topic.file(), null, Phase.DIAGNOSIS, null, topic.title(), vocabulary);
        boolean listed = topic.section().fences().isEmpty()
                && (topic.children().isEmpty() || !topic.section().lists().isEmpty());
        boolean acted = false;
        for (Step s : PartSteps.of(
                topic.section().body(),
                listed ? frame.in(Phase.RESOLUTION) : frame,
                topic.children().isEmpty())) {
            Step done = acting(s);
            acted |= done.phase() != s.phase();
            boolean confirms = acted
                    && done.phase() == Phase.DIAGNOSIS
                    && vocabulary.terms("confirm").begin(Words.folded(s.title()));
            out.add(confirms ? done.in(Phase.VERIFICATION) : done);
        }
        Phase around = Phase.OTHER;
        for (int i = 0; i < topic.children().size(); i++) {
            Topic child = topic.children().get(i);
            // "**Fix by category:**" with nothing of its own is over the lead-ins that follow.
            Phase own = child.role() == null ? null : Phases.of(child.role());
            boolean over = child.section().isLead()
                    && child.section().parts().isEmpty()
                    && child.section().value().isBlank();
            around = over && own != null ? own : own != null || !child.section().isLead() ? Phase.OTHER : around;
            List<Step> looked = isBeforeActing(i) ? below(child, Phase.DIAGNOSIS, null, true) : List.of();
            boolean safe = looked.stream().flatMap(s -> s.commands().stream()).allMatch(c -> c.risk() == Risk.SAFE);
            out.addAll(!looked.isEmpty() && safe ? looked : below(child, around, null, false));
        }
        return List.copyOf(out);
    }

    // "**Peek at this**" before "**Fix**": whatever it is called, what only reads and stands before the first thing
    // to do is for finding out.
    private boolean isBeforeActing(int index) {
        Topic child = topic.children().get(index);
        return child.role() == null
                && child.section().isLead()
                && !Options.isNamed(child)
                && Windows.of(child.title()) == null
                && topic.children().stream().skip(index + 1L).anyMatch(c -> c.is(Role.MITIGATION, Role.RESOLUTION))
                && topic.children().stream().limit(index).noneMatch(c -> c.is(Role.MITIGATION, Role.RESOLUTION));
    }

    // Nothing says what a bare fence is for; what restarts or deletes is no diagnosis.
    private static Step acting(Step s) {
        boolean acts = s.commands().stream().anyMatch(c -> c.risk().compareTo(Risk.DISRUPTIVE) >= 0);
        return acts && s.phase() == Phase.DIAGNOSIS ? s.in(Phase.RESOLUTION) : s;
    }

    // "Cause | Solution": what to do, each under the condition that this is the cause.
    private List<Step> fixes(Topic t, Columns c, Phase phase) {
        int cause = c.of("cause") < 0 ? c.of("symptom") : c.of("cause");
        int action = c.of("action", cause);
        List<Step> out = new ArrayList<>();
        for (Table.Row row :
                cause < 0 || action < 0 ? List.<Table.Row>of() : c.table().rows()) {
            String when = Columns.text(row, cause);
            String what = Columns.text(row, action);
            if (when != null && what != null) {
                Frame frame = new Frame(t.file(), null, phase, null, what, vocabulary);
                Step s = PartSteps.inlineValue(Columns.cell(row, action), row.line(), frame)
                        .getFirst();
                out.add(new Step(
                        null,
                        s.phase(),
                        s.title(),
                        when,
                        s.manual(),
                        null,
                        s.notes(),
                        s.expected(),
                        s.links(),
                        s.commands(),
                        s.origin()));
            }
        }
        return out;
    }

    // "Causes and solutions" as bullets: "**Out of memory**: raise the limit".
    private List<Step> fixes(Topic t, Listing list) {
        List<Step> out = new ArrayList<>();
        for (Listing.Item item : list.items()) {
            KeyValue kv = KeyValue.bold(item.text());
            if (kv != null && !kv.value().isBlank()) {
                Frame frame = new Frame(t.file(), null, Phase.RESOLUTION, null, Words.plain(kv.value()), vocabulary);
                Step s = PartSteps.inlineValue(kv.value(), item.line(), frame).getFirst();
                out.add(s.when(Words.plain(kv.key())));
            }
        }
        return out;
    }

    // What to do stands there in sentences only.
    private boolean isProse(Topic t) {
        Section s = t.section();
        boolean only = t.is(Role.DIAGNOSIS, Role.MITIGATION, Role.RESOLUTION, Role.VERIFICATION, Role.ROLLBACK)
                && t.children().isEmpty()
                && s.lists().isEmpty()
                && s.fences().isEmpty()
                && s.tables().isEmpty()
                && s.value().isBlank()
                && !s.paragraphs().isEmpty();
        if (!only) {
            return false;
        }
        String first = Words.folded(Words.plain(s.paragraphs().getFirst().lines().getFirst().text()));
        return !NONE.matcher(first).matches() && !vocabulary.terms("tbd").begin(first) && !first.startsWith("<!--");
    }

    // "2. Verify the alert" below "Immediate actions" is one of them, "Service health" below "Verification"
    // verifies.
    private static boolean stays(Topic t, Phase around, Phase own) {
        boolean field = t.is(Role.DIAGNOSIS, Role.MITIGATION, Role.RESOLUTION, Role.VERIFICATION);
        boolean numbered = Words.numbered(Words.plain(t.section().heading()));
        return around != Phase.OTHER && own != Phase.ROLLBACK && !t.section().isLead() && (!field || numbered);
    }

    private List<Step> below(Topic t, Phase around, Step.@Nullable Window open, boolean looking) {
        boolean looks = looking
                || t.section().isLead()
                        && t.role() == null
                        && vocabulary.terms("look").begin(Words.folded(t.title()));
        Phase own = t.role() == null ? null : Phases.of(t.role());
        Phase given = around == Phase.OTHER && (looks || isCause(t)) ? Phase.DIAGNOSIS : around;
        Phase phase = own == null || stays(t, given, own) ? given : own;
        boolean told = t.is(
                Role.SYMPTOMS,
                Role.CAUSES,
                Role.MEANING,
                Role.IMPACT,
                Role.ESCALATION,
                Role.LINKS,
                Role.META,
                Role.CONTACTS,
                Role.SEVERITY,
                Role.PREVENTION,
                Role.ALERTS);
        List<Part> parts =
                told ? List.copyOf(t.section().fences()) : t.section().body();
        Step.Window timed = Windows.of(t.title());
        Step.Window window = timed == null ? open : timed;
        boolean conditional = t.section().isLead() && Conditions.begins(t.title(), vocabulary);
        String option = timed != null || looks || conditional ? null : Options.of(t, vocabulary);
        Frame frame = new Frame(t.file(), option, phase, window, t.title(), vocabulary);
        List<Step> out = new ArrayList<>(
                t.is(Role.LINKS, Role.META) || t.within(Role.ESCALATION)
                        ? List.of()
                        : PartSteps.of(parts, frame, own != null || looks));
        boolean none =
                NONE.matcher(Words.folded(Words.plain(t.section().value()))).matches();
        boolean numbered = Words.numbered(Words.plain(t.section().heading()));
        if (!told
                && own == null
                && t.role() == null
                && numbered
                && out.isEmpty()
                && t.children().isEmpty()
                && t.tables().isEmpty()) {
            out.add(PartSteps.told(t.section().body(), t.section().line(), frame));
        }
        if (!told && !none && !t.section().value().isBlank() && own != null) {
            out.addAll(PartSteps.inlineValue(t.section().value(), t.section().line(), frame));
        }
        t.tables().forEach(table -> out.addAll(fixes(t, table, phase == Phase.MITIGATION ? phase : Phase.RESOLUTION)));
        if (t.is(Role.CAUSES) && vocabulary.terms("solved").in(Words.folded(t.title()))) {
            t.section().lists().forEach(l -> out.addAll(fixes(t, l)));
        }
        if (out.isEmpty() && isProse(t)) {
            out.add(PartSteps.prose(t.section().body(), frame));
        }
        for (Topic child : t.children()) {
            out.addAll(below(child, phase, window, looking));
        }
        List<Step> all = conditional ? out.stream().map(s -> s.when(t.title())).toList() : out;
        return t.is(Role.CAUSES) || !isCause(t)
                ? all
                : all.stream()
                        .map(s -> acting(s.condition() == null ? s.when(t.title()) : s))
                        .toList();
    }
}
