package plantao.runbook.read;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import plantao.runbook.Escalation;
import plantao.runbook.Phase;
import plantao.runbook.Playbook;
import plantao.runbook.Risk;
import plantao.runbook.Step;
import plantao.runbook.command.Conditions;
import plantao.runbook.command.PartSteps;
import plantao.runbook.command.Phases;
import plantao.runbook.command.StepFrame;
import plantao.runbook.text.Durations;
import plantao.runbook.text.Expression;
import plantao.runbook.text.Role;
import plantao.runbook.text.Severity;
import plantao.runbook.text.Vocabulary;
import plantao.runbook.text.Words;
import plantao.runbook.tree.Line;
import plantao.runbook.tree.Paragraph;
import plantao.runbook.tree.Part;
import plantao.runbook.tree.Section;

/// Reads the fields of one playbook: symptoms, causes, steps by phase, banner.
record PlaybookReader(Topic topic, Vocabulary vocabulary) {
    private static final Expression NONE = Expression.of(
            "(?:nao se aplica|nao aplicavel|no aplica|not applicable|none|nenhum[ao]?|ningun[ao]?|n/?a|-+)\\.?");
    private static final Expression CALLED = Expression.of("(?iu)\\s*(?:[-–—:]\\s*)?\\b(?:runbook|playbook)$");
    static final int DEFAULT_LEVEL = 2;
    private static final int SHORT = 40;

    static Playbook read(Playbooks.Found found, Vocabulary vocabulary) {
        PlaybookReader r = new PlaybookReader(found.topic(), vocabulary);
        Topic t = found.topic();
        IncidentFields told = new IncidentFields(t, vocabulary);
        int level = found.level() == null ? DEFAULT_LEVEL : found.level();
        String banner = r.banner();
        return new Playbook(
                r.title(),
                found.severity(),
                banner != null && found.level() == null ? 1 : level,
                found.respond(),
                banner,
                told.symptoms(),
                told.causes(),
                r.steps(),
                r.escalation(),
                t.origin());
    }

    private List<Escalation> escalation() {
        List<Escalation> said = Escalations.in(topic, vocabulary);
        return !said.isEmpty()
                ? said
                : Stream.concat(
                                Stream.of(topic),
                                topic.children().stream()
                                        .filter(c -> c.section().isLead()))
                        .flatMap(t -> ProseEscalations.in(t, vocabulary).stream())
                        .toList();
    }

    private String title() {
        Topic.Head above = topic.parent();
        if (above != null && above.section().level() > 1 && Playbooks.worded(topic.title(), vocabulary) != null) {
            // "Red alert" below "Web server — playbook": of what it is one.
            return CALLED.matcher(above.title()).replaceFirst("") + " — " + topic.title();
        }
        Severity named = Severity.of(topic.section().heading());
        Severity last = Playbooks.trailing(topic.title(), vocabulary);
        String bare = last == null ? topic.title() : last.rest();
        String title = named != null && !named.rest().isBlank() && !named.rest().startsWith("(")
                ? named.rest()
                : KindPrefixes.bare(bare, vocabulary);
        String qualifier = Words.qualifier(title);
        boolean timer = Durations.seconds(qualifier) != null
                && vocabulary.terms("respond").in(Words.folded(qualifier));
        return timer ? Words.unqualified(title) : title;
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

    private List<Step> steps() {
        List<Step> out = new ArrayList<>();
        StepFrame frame = new StepFrame(topic.file(), null, Phase.DIAGNOSIS, null, topic.title(), vocabulary);
        boolean listed = topic.section().fences().isEmpty()
                && (topic.children().isEmpty() || !topic.section().lists().isEmpty());
        boolean acted = false;
        boolean looking = listed;
        for (Step s : PartSteps.of(
                FormDescriptions.acting(topic.section().body(), vocabulary),
                listed ? frame.in(Phase.RESOLUTION) : frame,
                topic.children().isEmpty())) {
            // What a list begins with to find out stands before what mends.
            looking &= vocabulary.terms("inspect").begin(Words.folded(s.title()))
                    && s.commands().stream().allMatch(c -> c.risk() == Risk.SAFE);
            Step done = looking ? s.in(Phase.DIAGNOSIS) : acting(s);
            acted |= !looking && done.phase() != s.phase();
            out.add(acted && done.phase() == Phase.DIAGNOSIS ? after(done) : done);
        }
        topic.tables().forEach(table -> out.addAll(Fixes.in(topic, table, vocabulary, Phase.RESOLUTION)));
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
        if (out.isEmpty()
                && topic.section().level() == Playbooks.LINE
                && topic.section().parts().stream().allMatch(Paragraph.class::isInstance)) {
            out.add(PartSteps.prose(topic.section().body(), frame.in(Phase.RESOLUTION)));
        }
        out.replaceAll(PlaybookReader::resolving);
        out.replaceAll(s -> vocabulary.terms("doneWhen").begin(Words.folded(s.title())) ? s.in(Phase.VERIFICATION) : s);
        if (isOneList() && out.stream().noneMatch(s -> s.phase() == Phase.DIAGNOSIS)) {
            looked(out);
        }
        // As they stand on the page: a lead-in's own line, a table and a fence are read one after the other.
        out.sort(Comparator.comparingInt(s -> s.origin().line()));
        return List.copyOf(out);
    }

    // Behind the first thing done nothing is for finding out by a person's hand: it confirms or goes on mending.
    private Step after(Step s) {
        String title = Words.folded(s.title());
        boolean confirms = vocabulary.terms("confirm").begin(title)
                || vocabulary.terms("afterwards").begin(title)
                        && vocabulary.terms("confirm").in(title);
        return confirms ? s.in(Phase.VERIFICATION) : s.commands().isEmpty() ? s.in(Phase.RESOLUTION) : s;
    }

    // "**Peek at this**" before "**Fix**": whatever it is called, what only reads and stands before the first thing
    // to do is for finding out.
    private boolean isBeforeActing(int index) {
        Topic child = topic.children().get(index);
        return child.role() == null
                && child.section().isLead()
                && !Options.isNamed(child)
                && ResponseWindows.of(child.title()) == null
                && topic.children().stream().skip(index + 1L).anyMatch(c -> c.is(Role.MITIGATION, Role.RESOLUTION))
                && topic.children().stream().limit(index).noneMatch(c -> c.is(Role.MITIGATION, Role.RESOLUTION));
    }

    // "**Steps:**" holds everything: finding out as well as mending.
    private boolean isOneList() {
        List<Topic> acting = topic.children().stream()
                .filter(c -> c.is(Role.MITIGATION, Role.RESOLUTION))
                .toList();
        return acting.size() == 1
                && vocabulary.list("stepsOnly").contains(acting.getFirst().normal());
    }

    // What such a list begins with to find out.
    private void looked(List<Step> steps) {
        for (int i = 0; i < steps.size(); i++) {
            String title = Words.folded(steps.get(i).title());
            boolean looks = vocabulary.terms("inspect").begin(title)
                    || vocabulary.terms("reach").begin(title);
            if (!looks || acts(steps.get(i)) || steps.get(i).condition() != null) {
                return;
            }
            steps.set(i, steps.get(i).in(Phase.DIAGNOSIS));
        }
    }

    // Nothing says what a bare fence is for; what restarts or deletes is no diagnosis.
    private static Step acting(Step s) {
        return acts(s) && s.phase() == Phase.DIAGNOSIS ? s.in(Phase.RESOLUTION) : s;
    }

    // Below a lead-in of the team's own ("If the proxy has stopped"): what restarts or deletes is to mend it.
    private static Step resolving(Step s) {
        return acts(s) && s.phase() == Phase.OTHER && s.option() == null ? s.in(Phase.RESOLUTION) : s;
    }

    private static boolean acts(Step s) {
        return s.commands().stream().anyMatch(c -> c.risk().compareTo(Risk.DISRUPTIVE) >= 0);
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
        String first = Words.folded(
                Words.plain(s.paragraphs().getFirst().lines().getFirst().text()));
        return !NONE.matcher(first).matches() && !vocabulary.terms("tbd").begin(first) && !first.startsWith("<!--");
    }

    // "2. Verify the alert" below "Immediate actions" is one of them, "Service health" below "Verification"
    // verifies.
    private static boolean stays(Topic t, Phase around, Phase own) {
        boolean field = t.is(Role.DIAGNOSIS, Role.MITIGATION, Role.RESOLUTION, Role.VERIFICATION);
        boolean numbered = t.numbered();
        return around != Phase.OTHER && own != Phase.ROLLBACK && !t.section().isLead() && (!field || numbered);
    }

    // "Automatic actions": what the system does without the operator.
    private boolean isByItself(Topic t) {
        return t.section().isLead()
                && t.is(Role.MITIGATION, Role.RESOLUTION)
                && vocabulary.terms("automatic").in(t.folded());
    }

    // "**Response time**: immediate" is no step.
    private boolean isTimer(Topic t) {
        String value = Words.folded(Words.plain(t.section().value()));
        return value.length() < SHORT
                && t.normal().indexOf(' ') > 0
                && vocabulary.isColumn("responseTime", t.normal())
                && (Durations.seconds(value) != null
                        || vocabulary.terms("immediate").begin(value));
    }

    private List<Step> below(Topic t, Phase around, Step.@Nullable Window open, boolean looking) {
        if (FormDescriptions.isForbidden(t, vocabulary)) {
            return List.of();
        }
        boolean looks = looking
                || t.section().isLead()
                        && t.role() == null
                        && vocabulary.terms("look").begin(t.folded());
        Phase own = t.role() == null ? null : Phases.of(t.role());
        Phase given = around == Phase.OTHER && (looks || IncidentFields.isCause(t, topic)) ? Phase.DIAGNOSIS : around;
        Phase phase = own == null || stays(t, given, own) ? given : own;
        boolean told = FormDescriptions.isFact(
                        Words.key(t.title()), Words.plain(t.section().value()), vocabulary)
                || t.is(
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
                        Role.ALERTS)
                || isByItself(t);
        List<Part> parts = told
                ? List.copyOf(t.section().fences())
                : PartSteps.withValue(
                        t.section(), FormDescriptions.acting(t.section().body(), vocabulary));
        Step.Window timed = ResponseWindows.of(t.title());
        Step.Window window = timed == null ? open : timed;
        boolean conditional = t.section().isLead() && Conditions.begins(t.title(), vocabulary);
        String option = timed != null || looks || conditional ? null : Options.of(t, vocabulary);
        StepFrame frame = new StepFrame(t.file(), option, phase, window, t.title(), vocabulary);
        List<Step> out = new ArrayList<>(
                t.is(Role.LINKS, Role.META) || t.within(Role.ESCALATION)
                        ? List.of()
                        : PartSteps.of(parts, frame, own != null || looks));
        boolean none =
                NONE.matcher(Words.folded(Words.plain(t.section().value()))).matches();
        boolean numbered = t.numbered();
        if (!told
                && own == null
                && t.role() == null
                && numbered
                && out.isEmpty()
                && t.children().isEmpty()
                && t.tables().isEmpty()) {
            out.add(PartSteps.told(t.section().body(), t.section().line(), frame));
        }
        String value = Words.title(t.section().value());
        boolean titles = out.stream().anyMatch(s -> s.title().equals(value));
        if (!told && !none && !value.isBlank() && own != null && !titles && !isTimer(t)) {
            out.addAll(PartSteps.inlineValue(t.section().value(), t.section().line(), frame));
        }
        t.tables()
                .forEach(table -> out.addAll(
                        Fixes.in(t, table, vocabulary, phase == Phase.MITIGATION ? phase : Phase.RESOLUTION)));
        if (t.is(Role.CAUSES) && vocabulary.terms("solved").in(t.folded())) {
            t.section().lists().forEach(l -> out.addAll(Fixes.in(t, l, vocabulary)));
        }
        if (out.isEmpty() && isProse(t)) {
            out.add(PartSteps.prose(t.section().body(), frame));
        }
        for (Topic child : t.children()) {
            out.addAll(below(child, phase, window, looking));
        }
        List<Step> all = conditional ? out.stream().map(s -> s.when(t.title())).toList() : out;
        return t.is(Role.CAUSES) || !IncidentFields.isCause(t, topic)
                ? all
                : all.stream()
                        .map(s -> acting(s.condition() == null ? s.when(t.title()) : s))
                        .toList();
    }
}
