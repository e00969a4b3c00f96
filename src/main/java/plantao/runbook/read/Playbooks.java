package plantao.runbook.read;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import plantao.runbook.command.PartSteps;
import plantao.runbook.command.TableSteps;
import plantao.runbook.text.Durations;
import plantao.runbook.text.Expression;
import plantao.runbook.text.Phrases;
import plantao.runbook.text.Role;
import plantao.runbook.text.Severity;
import plantao.runbook.text.Terms;
import plantao.runbook.text.Vocabulary;
import plantao.runbook.text.Words;
import plantao.runbook.tree.Fence;
import plantao.runbook.tree.Listing;
import plantao.runbook.tree.Table;

/// Finds which sections are playbooks, and the severity that the groups above them give.
final class Playbooks {
    /// A section that is a playbook.
    ///
    /// @param respond seconds, or null
    record Found(
            Topic topic,
            @Nullable String severity,
            @Nullable Integer level,
            @Nullable Integer respond) {}

    private static final Terms ROUTINE = Terms.of(List.of(
            "auditoria", "audit", "review", "revisao", "revision", "hardening", "rotacao", "rotacion", "rotation"));

    /// The level of a line in bold that heads running text.
    static final int LINE = 6;

    private final Vocabulary vocabulary;
    private final IdentityHashMap<Topic, Boolean> asked = new IdentityHashMap<>();
    private final List<Found> found = new ArrayList<>();

    private Playbooks(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    static List<Found> find(Topic root, Vocabulary vocabulary) {
        Playbooks p = new Playbooks(vocabulary);
        p.walk(root, false, null, null, null);
        return List.copyOf(p.found);
    }

    private void walk(
            Topic t, boolean grouped, @Nullable String severity, @Nullable Integer level, @Nullable Integer respond) {
        if (t.is(Role.TEMPLATE, Role.POSTMORTEM, Role.TOC, Role.META, Role.COMMUNICATION)
                || FormDescriptions.isForbidden(t, vocabulary)) {
            return;
        }
        boolean heading = !t.section().isLead() && t.section().level() > 0;
        boolean inside = t.children().stream()
                .anyMatch(c -> !c.section().isLead()
                        && c.all().anyMatch(x -> hasFields(x, false) && !x.is(Role.DIAGNOSIS) || isAsked(x)));
        heading &= !isManual(t) && !isSeverity(t);
        boolean kind = heading && KindPrefixes.isIncident(t.title(), vocabulary) && isIncident(t);
        if (heading
                && (kind
                        || (inside
                                ? isWhole(t)
                                : hasFields(t, grouped)
                                        || grouped
                                                && isIncident(t)
                                                && !KindPrefixes.isProcedure(t.title(), vocabulary)))) {
            KeyedAlerts alert = inside ? alert(t) : null;
            String said = alert == null ? null : alert.severity();
            found.add(
                    said == null
                            ? found(t, severity, level, respond)
                            : found(t, said, Phrases.level(said, vocabulary), respond));
            return;
        }
        boolean page = !inside
                && SelfAnsweringAlerts.isPage(t)
                && t.children().stream().anyMatch(this::leads);
        if (heading
                && !inside
                && (page
                        || isSingle(t)
                        || isAsked(t)
                        || isTagged(t)
                        || TroubleHeadings.is(t, vocabulary)
                        || TroubleHeadings.isCalledRunbook(t, vocabulary))) {
            found.add(found(t, severity, level, respond));
            return;
        }
        if (heading && t.is(Role.PLAYBOOK_GROUP) && t.children().isEmpty() && isDrill(t)) {
            found.add(found(t, severity, level, respond));
            return;
        }
        boolean bySeverity = t.children().stream().anyMatch(c -> isSeverityGroup(c));
        boolean group = grouped && t.role() == null || t.is(Role.PLAYBOOK_GROUP) || t.role() == null && bySeverity;
        Severity named = heading && grouped ? Severity.of(t.section().heading()) : null;
        named = named == null && heading && group ? worded(t.title(), vocabulary) : named;
        Integer timer = named == null ? null : Durations.seconds(Words.qualifier(t.title()));
        List<Topic> stages = Stages.of(t);
        if (heading && group && !stages.isEmpty()) {
            found.add(found(t, severity, level, respond));
            return;
        }
        for (Topic child : t.children()) {
            if (stages.contains(child)) {
                continue;
            }
            if (named == null) {
                walk(child, group, severity, level, respond);
            } else {
                walk(child, true, named.label(), named.level(), timer);
            }
        }
    }

    // A title over what a whole system has: its services, alerts, routine work, cases.
    private boolean isManual(Topic t) {
        return t.section().level() == 1
                && alert(t) == null
                && t.children().stream()
                                .filter(c -> !c.section().isLead()
                                        && c.is(
                                                Role.SERVICES,
                                                Role.METRICS,
                                                Role.ALERTS,
                                                Role.MAINTENANCE,
                                                Role.MAINTENANCE_WINDOW,
                                                Role.BACKUP,
                                                Role.DEPLOY,
                                                Role.ON_CALL_SHIFT,
                                                Role.PLAYBOOK_GROUP,
                                                Role.PROCEDURE_GROUP,
                                                Role.ENVIRONMENTS,
                                                Role.VENDORS))
                                .map(Topic::role)
                                .distinct()
                                .count()
                        > 1;
    }

    // A page on one incident: how to look and what to do are headings of their own, and what else has symptoms
    // below it
    // are its causes.
    private boolean isWhole(Topic t) {
        List<Topic> headings =
                t.children().stream().filter(c -> !c.section().isLead()).toList();
        if (Stages.areResponse(headings)) {
            return true;
        }
        boolean looks = headings.stream().anyMatch(c -> c.is(Role.DIAGNOSIS));
        boolean acts = headings.stream().anyMatch(c -> c.is(Role.MITIGATION, Role.RESOLUTION));
        boolean alert = alert(t) != null;
        return looks
                && acts
                && headings.stream()
                        .filter(c -> c.all().anyMatch(x -> hasFields(x, false) && !x.is(Role.DIAGNOSIS)))
                        .allMatch(c -> c.is(Role.CAUSES) || alert);
    }

    private @Nullable KeyedAlerts alert(Topic t) {
        return t.children().stream()
                .filter(c -> !c.section().isLead())
                .map(c -> KeyedAlerts.of(c, vocabulary))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /// The severity in a title's trailing parenthesis: "(SEV2)", "(critical)"; null where it says something else.
    static @Nullable Severity trailing(String title, Vocabulary vocabulary) {
        Severity told = Severity.trailing(title);
        String behind = Words.qualifier(title);
        Integer level =
                told != null || behind.isEmpty() || behind.contains(" ") ? null : Phrases.level(behind, vocabulary);
        return level == null ? told : new Severity(behind, level, Words.unqualified(title));
    }

    /// The severity of a title that is nothing but one and the word for what it groups ("Critical alerts"), or
    /// null.
    static @Nullable Severity worded(String title, Vocabulary vocabulary) {
        String left = Words.unqualified(title)
                .replaceAll(
                        "(?iu)\\b(?:alerts?|alertas?|incidents?|incidentes?|issues?|severity|severidade|severidad|priority|prioridade|prioridad)\\b",
                        " ")
                .strip();
        Integer level = left.contains(" ") || left.isEmpty() ? null : Phrases.level(left, vocabulary);
        return level == null ? null : new Severity(left, level, "");
    }

    // "SEV1: critical" over what it means and who comes: a level of severity, no incident.
    private boolean isSeverity(Topic t) {
        Severity named = t.within(Role.SEVERITY) ? Severity.of(t.section().heading()) : null;
        return named != null
                && (named.rest().isBlank() || Phrases.level(Words.emojiless(named.rest()), vocabulary) != null);
    }

    // "P1 - Critical" with incidents below it.
    private static boolean isSeverityGroup(Topic t) {
        boolean holds = t.children().stream()
                .anyMatch(c -> !c.section().isLead()
                        && c.children().stream()
                                .anyMatch(f -> f.role() != null && f.role().isPlaybookField()));
        return !t.section().isLead() && Severity.of(t.section().heading()) != null && holds;
    }

    // "Sections of each runbook" explains how runbooks are written.
    private static final Expression DOCUMENT = Expression.of("\\[[^\\[\\]]+\\]\\([^()\\s#]+\\.mdx?(?:#[^()\\s]*)?\\)");

    private static final Expression ABOUT = Expression.of(
            "\\b(?:each|every|these|all|cada|estes|estos|todos os|todos los) (?:runbook|playbook|roteiro)s?\\b");

    private boolean hasFields(Topic t, boolean grouped) {
        if (ABOUT.in(t.folded())) {
            return false;
        }
        boolean tells = t.has(Role.SYMPTOMS, Role.CAUSES, Role.MEANING, Role.IMPACT);
        boolean looks = t.has(Role.DIAGNOSIS);
        boolean acts = t.has(Role.MITIGATION, Role.RESOLUTION);
        if (!tells && !looks && !acts) {
            return false;
        }
        boolean free = t.role() == null
                || grouped && tells && !t.is(Role.SEVERITY)
                || t.is(Role.SECURITY, Role.PLAYBOOK_GROUP);
        return free
                && (tells && (looks || acts || hasBlocks(t) || leadsOn(t))
                        || looks && acts
                        || grouped && (tells || looks || acts) && !t.is(Role.PLAYBOOK_GROUP));
    }

    // "Recovery steps", "Script": what to do stands below a lead-in of another name.
    private boolean leadsOn(Topic t) {
        return t.children().stream()
                .anyMatch(c -> c.section().isLead()
                        && !c.is(Role.SYMPTOMS, Role.CAUSES, Role.MEANING, Role.IMPACT, Role.LINKS, Role.META)
                        && hasBlocks(c));
    }

    private boolean leads(Topic c) {
        return !c.section().isLead()
                && c.role() == null
                && (c.section().lists().stream().anyMatch(Listing::ordered)
                        || !c.section().fences().isEmpty());
    }

    private boolean isIncident(Topic t) {
        // A line in bold over a sentence or two: what it tells is all there is to do.
        boolean prose = t.section().level() == LINE && !t.section().paragraphs().isEmpty();
        boolean steps = prose
                || hasBlocks(t)
                || PartSteps.areLettered(t.section().parts())
                || t.children().stream().anyMatch(c -> c.section().isLead() && hasBlocks(c));
        return (t.role() == null || t.is(Role.SECURITY) && !ROUTINE.in(t.folded()))
                && !isIndex(t)
                && (Phrases.cadence(t.title(), vocabulary) == null || TroubleHeadings.isTrouble(t.title(), vocabulary))
                && !PlainChecklists.is(t, vocabulary)
                && steps
                && t.children().stream().allMatch(c -> c.section().isLead());
    }

    // Links to other documents and nothing else: a table of contents.
    private static boolean isIndex(Topic t) {
        List<Listing.Item> items =
                t.section().lists().stream().flatMap(l -> l.items().stream()).toList();
        return items.size() > 1
                && items.stream().allMatch(i -> DOCUMENT.matcher(i.text()).lookingAt());
    }

    // "# Runbook: cache down" over nothing but steps.
    private boolean isSingle(Topic t) {
        String bare = t.normal();
        int colon = bare.indexOf(':');
        return t.section().level() == 1
                && colon > 0
                && vocabulary.list("kinds").contains(bare.substring(0, colon).strip())
                && !Procedures.isNamed(bare.substring(colon + 1))
                && t.children().isEmpty()
                && isDrill(t);
    }

    // "C) Paper low (SEV3)" over its steps, wherever it stands.
    private boolean isTagged(Topic t) {
        if (t.section().level() < 2
                || t.within(Role.SEVERITY, Role.ESCALATION, Role.SLA, Role.ALERTS, Role.CONTACTS)
                || t.children().stream().anyMatch(c -> !c.section().isLead())) {
            return false;
        }
        Severity leading = Severity.of(t.section().heading());
        Severity tag = leading == null ? Severity.trailing(t.title()) : leading;
        return tag != null
                && !tag.rest().isBlank()
                && (tag.rest().contains(" ") || Phrases.level(tag.rest(), vocabulary) == null)
                && (does(t) || t.children().stream().anyMatch(Playbooks::does));
    }

    private static boolean does(Topic t) {
        return !t.section().fences().isEmpty()
                || t.section().lists().stream()
                        .anyMatch(l -> l.ordered() && l.items().size() > 1);
    }

    // "What to do if signatures fail": the question is the incident.
    private boolean isAsked(Topic t) {
        return t.role() == null
                && !t.section().isLead()
                && t.section().level() > 1
                && asked.computeIfAbsent(t, this::asks);
    }

    private boolean asks(Topic t) {
        return vocabulary.terms("whatToDo").begin(t.folded())
                && hasBlocks(t)
                && t.children().stream().allMatch(c -> c.section().isLead());
    }

    // "Incidents: 1. find out … 2. look at …": one playbook for whatever comes.
    private boolean isDrill(Topic t) {
        return t.section().tables().isEmpty()
                && t.section().lists().stream().noneMatch(l -> FormDescriptions.isForm(l, vocabulary))
                && t.section().lists().stream().allMatch(Listing::ordered)
                && t.section().lists().stream()
                                .flatMap(l -> l.items().stream())
                                .filter(i -> i.box() == null)
                                .count()
                        > 1;
    }

    private boolean hasBlocks(Topic t) {
        return t.section().parts().stream()
                .anyMatch(p -> p instanceof Fence f && !f.info().startsWith("mermaid")
                        || p instanceof Table table && TableSteps.fits(table, vocabulary)
                        || p instanceof Listing l
                                && l.items().stream().noneMatch(i -> i.box() != null)
                                && !FormDescriptions.isForm(l, vocabulary));
    }

    private Found found(Topic t, @Nullable String severity, @Nullable Integer level, @Nullable Integer respond) {
        Severity leading = Severity.of(t.section().heading());
        Severity named = leading == null ? trailing(t.title(), vocabulary) : leading;
        named = named == null ? worded(t.title(), vocabulary) : named;
        Integer own = isTimer(Words.qualifier(t.title())) ? Durations.seconds(Words.qualifier(t.title())) : answer(t);
        Integer marked = Phrases.level(marks(t.section().heading()), vocabulary);
        String told = t.children().stream()
                .filter(c -> c.is(Role.SEVERITY))
                .map(c -> c.section().value())
                .filter(v -> !v.isBlank())
                .findFirst()
                .orElse(null);
        String word = told == null ? "" : Phrases.graded(told, vocabulary);
        if (named == null && told != null && Phrases.level(word, vocabulary) != null) {
            Severity label = Severity.among(Words.unqualified(Words.plain(told)));
            Integer timer = own != null ? own : isTimer(told) ? Durations.seconds(told) : respond;
            return new Found(t, label == null ? word : label.label(), Phrases.level(word, vocabulary), timer);
        }
        ResponseTimes said = ResponseTimes.below(t, vocabulary);
        own = own == null && said != null ? said.respond() : own;
        named = named == null && said != null ? said.severity() : named;
        Integer best = named != null ? Integer.valueOf(named.level()) : level != null ? level : marked;
        return new Found(t, named != null ? named.label() : severity, best, own != null ? own : respond);
    }

    // "**Response time:** 15 min" among the fields.
    private @Nullable Integer answer(Topic t) {
        for (Topic c : t.children()) {
            String key = c.normal();
            if (c.section().isLead()
                    && vocabulary.isColumn("responseTime", key)
                    && vocabulary.terms("respond").in(key)) {
                String value = c.section().value();
                Integer seconds = Durations.seconds(value);
                boolean now = seconds == null && vocabulary.terms("immediate").begin(Words.folded(Words.plain(value)));
                return now ? Integer.valueOf(0) : seconds;
            }
        }
        return null;
    }

    private boolean isTimer(String qualifier) {
        return vocabulary.terms("respond").in(Words.folded(qualifier)) && Durations.seconds(qualifier) != null;
    }

    // Only pictographs count here: the words of a title name the incident, not its severity.
    private static String marks(String heading) {
        return heading.replaceAll("[\\p{L}\\p{N}]", "");
    }
}
