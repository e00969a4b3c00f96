package plantao.runbook.read;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import plantao.runbook.command.FenceLanguage;
import plantao.runbook.text.Durations;
import plantao.runbook.text.Expression;
import plantao.runbook.text.Role;
import plantao.runbook.text.Vocabulary;
import plantao.runbook.text.Words;
import plantao.runbook.tree.Listing;
import plantao.runbook.tree.Section;

/// Decides what a section is for: an exact phrase first, a loose one only where no container makes it an object.
final class SectionRoles {
    private static final Expression FORMS =
            Expression.of("^(?:modelos?|plantillas?|templates?) (?:de|do|da|del|para|for|of) | templates$");

    private static final Expression DUE = Expression.of(
            "^(.{6,40}?) (?:em|en|in|apos|after|tras|within|dentro de|depois de|despues de)(?: ate)? \\d+ ?\\p{L}+$");

    private final Vocabulary vocabulary;
    private final Map<Section, Exact> known = new HashMap<>();

    /// What a section's heading says by itself.
    ///
    /// @param role null when it is no known phrase
    private record Exact(String title, @Nullable Role role) {}

    private static final Expression JOINT = Expression.of("\\s*(?:/|&|\\s[-–—]\\s|\\s(?:e|and|y)\\s)\\s*");

    private static final int MOST_WORDS = 4;
    // "Alerts and what to do about each"
    private static final Expression TO_DO =
            Expression.of("(?:what to do|o que fazer|que hacer|como agir|how to react)\\b");

    // "Blameless post-mortem template" is one; a longer title is about one.
    private static final int LONGEST_FORM = 45;
    private static final Expression FORM_WORD = Expression.of(
            "[:(\\[\\])]|\\b(?:template|modelo|plantilla|form|formulario|formato|esqueleto|skeleton)(?: de| do| del| para| for| of)?\\b");

    SectionRoles(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    private Exact exact(Section s) {
        Exact found = known.get(s);
        if (found == null) {
            String title = Words.title(s.heading());
            found = new Exact(title, exact(title, vocabulary));
            known.put(s, found);
        }
        return found;
    }

    /// A section's title, to show.
    String title(Section s) {
        return exact(s).title();
    }

    // Folded text has no white space but single spaces.
    private static boolean isJoint(String folded) {
        return folded.indexOf('/') >= 0
                || folded.indexOf('&') >= 0
                || folded.contains(" - ")
                || folded.contains(" – ")
                || folded.contains(" — ")
                || folded.contains(" e ")
                || folded.contains(" and ")
                || folded.contains(" y ");
    }

    /// A whole document that is a form to fill in, or null.
    @Nullable
    Role form(Section s) {
        Role role = form(Words.normal(title(s)));
        return role == Role.POSTMORTEM || role == Role.TEMPLATE ? role : null;
    }

    /// A form by the name of its file (`postmortem-template.md`), or null.
    @Nullable
    Role formNamed(String file) {
        String name = file.substring(file.lastIndexOf('/') + 1).replaceFirst("\\.\\w+$", "");
        String normal = Words.normal(name.replace('-', ' ').replace('_', ' '));
        return vocabulary.terms("formWords").in(normal) && form(normal) == Role.POSTMORTEM ? Role.POSTMORTEM : null;
    }

    // What stands before a colon, a dash or a bracket.
    private static String before(String normal) {
        for (int i = 0; i < normal.length(); i++) {
            if (":–—([".indexOf(normal.charAt(i)) >= 0 || normal.startsWith(" -", i)) {
                return normal.substring(0, i);
            }
        }
        return normal;
    }

    private @Nullable Role form(String normal) {
        Role role = vocabulary.exact(before(normal).strip());
        boolean said = role != Role.POSTMORTEM
                && normal.length() < LONGEST_FORM
                && vocabulary.terms("formWords").in(normal);
        return said
                        && vocabulary.loose(FORM_WORD
                                        .matcher(normal)
                                        .replaceAll(" ")
                                        .strip())
                                == Role.POSTMORTEM
                ? Role.POSTMORTEM
                : role;
    }

    /// What a section is for, or null.
    ///
    /// @param above the sections it stands in, outermost first
    @Nullable
    Role of(Section s, List<Topic.Head> above) {
        String title = title(s);
        Role exact = exact(s).role();
        if (exact == Role.SYMPTOMS
                && Words.normal(title).startsWith("indica")
                && !s.tables().isEmpty()) {
            return Role.METRICS; // "Indicators" heads symptoms or measurements.
        }
        if (exact == Role.SYMPTOMS && !s.isLead() && GradedBounds.areWithin(s, vocabulary)) {
            return Role.METRICS; // "Signs" with their limits.
        }
        if (s.isLead() && (exact == null || exact == Role.SCALING) && isTimedCall(s, title, exact)) {
            return Role.ESCALATION;
        }
        if (exact == Role.VERIFICATION && isBeforeMending(s, above)) {
            return Role.DIAGNOSIS; // "How to check" before "Fix" finds out; behind it, it confirms.
        }
        if (exact == Role.DIAGNOSIS && !s.isLead() && isSights(s) && !isField(above)) {
            return Role.DASHBOARDS; // "Where to look" over nothing but addresses.
        }
        if (exact != null) {
            // A table of contents set as a top heading would swallow the document.
            if (exact == Role.PLAYBOOK_GROUP && s.isLead() && isFieldOfIncident(s, above)) {
                return Role.CAUSES; // "Common issues" of one incident.
            }
            boolean swallows = (exact == Role.TOC || exact == Role.META || exact == Role.LINKS) && s.level() == 1;
            boolean group = exact == Role.ALERTS && holdsIncidents(s)
                    || (exact == Role.DIAGNOSIS || exact == Role.MITIGATION || exact == Role.RESOLUTION)
                            && !s.isLead()
                            && holdsIncidents(s)
                            && (exact == Role.DIAGNOSIS || tellsIncidents(s))
                            && !isField(above)
                    || (exact == Role.DIAGNOSIS || exact == Role.MITIGATION || exact == Role.RESOLUTION)
                            && !s.isLead()
                            && isOnlyPhase(s, above)
                            && recurs(s);
            group |= exact == Role.DIAGNOSIS && !s.isLead() && isOnlyPhase(s, above) && namesTroubles(s);
            return swallows ? null : group ? Role.PLAYBOOK_GROUP : exact;
        }
        if (Definitions.isSeverity(s, vocabulary)) {
            return Role.SEVERITY;
        }
        if (!s.isLead() && vocabulary.terms("whatToDo").begin(Words.folded(title))) {
            return null;
        }
        if (!s.isLead() && form(s) == Role.POSTMORTEM) {
            return Role.POSTMORTEM;
        }
        if (!s.isLead() && isWritten(s) && FORMS.in(Words.normal(title))) {
            return Role.TEMPLATE; // "Status update templates", whatever they stand in
        }
        if (!s.isLead() && (isIncident(s) || isMended(s) && TroubleHeadings.isTrouble(title, vocabulary))) {
            return null;
        }
        Role around = around(above);
        if (around != null && around.isContainer() && !s.isLead()) {
            return around == Role.ESCALATION || around == Role.CONTACTS ? people(title) : null;
        }
        Role loose = vocabulary.loose(Words.normal(Words.unqualified(title)));
        if (loose == Role.SYMPTOMS && !s.isLead() && GradedBounds.areWithin(s, vocabulary)) {
            return Role.METRICS;
        }
        if (loose == Role.RESTART && TroubleHeadings.isState(title, vocabulary)) {
            return null; // "Shipment stopped"
        }
        if ((loose == Role.META || loose == Role.TOC) && runs(s)) {
            return null; // "Back to the version before", "Check the queue's status"
        }
        if (loose != null && !s.isLead() && isPhase(around) && !(isPhase(loose) || loose == Role.CAUSES)) {
            return null; // "2. Check the replication status" below "Diagnosis" is a step.
        }
        boolean field = loose == Role.DIAGNOSIS || loose == Role.MITIGATION || loose == Role.RESOLUTION;
        if ((loose == Role.ALERTS || field && !s.isLead() && !isField(above)) && holdsIncidents(s)) {
            return Role.PLAYBOOK_GROUP;
        }
        // A lead-in takes a loose role only as a field of a playbook: "Rollback de Migrations" is a way, not a
        // field.
        return s.isLead()
                        && (loose == null
                                || !(loose.isPlaybookField() || loose == Role.VERIFICATION || loose == Role.ALERTS))
                ? null
                : loose;
    }

    // No other heading beside it is a part of one incident.
    private boolean isOnlyPhase(Section s, List<Topic.Head> above) {
        return !above.isEmpty()
                && above.getLast().section().sections().stream()
                        .filter(c -> c != s && !c.isLead())
                        .map(c -> exact(c).role() == null ? vocabulary.loose(Words.normal(title(c))) : exact(c).role())
                        .noneMatch(r -> isPhase(r) || r != null && r.isPlaybookField() && r != Role.SYMPTOMS);
    }

    // "Diagnosis" over "API slow", "Jobs do not start": what may be wrong, one case below the other.
    private boolean namesTroubles(Section s) {
        List<Section> cases =
                s.sections().stream().filter(c -> !c.isLead() && runs(c)).toList();
        long named = cases.stream()
                .filter(c -> TroubleHeadings.isTrouble(title(c), vocabulary))
                .count();
        return named > 1 && named * 2 > cases.size();
    }

    // Whatever they are called, the same lead-ins below several headings make these cases of one kind.
    private static boolean recurs(Section s) {
        Map<String, Integer> seen = new HashMap<>();
        int cases = 0;
        for (Section c : s.sections()) {
            cases += !c.isLead() && runs(c) ? 1 : 0;
            c.sections().stream()
                    .filter(f -> !c.isLead() && f.isLead())
                    .map(f -> Words.normal(Words.title(f.heading())))
                    .distinct()
                    .forEach(label -> seen.merge(label, 1, Integer::sum));
        }
        return cases > 1 && seen.values().stream().filter(n -> n > 1).count() > 1;
    }

    private static boolean runs(Section s) {
        return s.fences().stream().anyMatch(f -> !FenceLanguage.of(f).isEmpty())
                || s.lists().stream().anyMatch(Listing::ordered)
                || s.sections().stream().anyMatch(SectionRoles::runs);
    }

    // "Specialised contacts", "External vendors", "Fornecedores externos" below whom to call.
    private @Nullable Role people(String title) {
        String[] words = Words.normal(Words.unqualified(title)).split(" ");
        for (String word : new String[] {words[words.length - 1], words[0]}) {
            Role role = words.length < MOST_WORDS ? vocabulary.exact(word) : null;
            if (role == Role.CONTACTS || role == Role.VENDORS) {
                return role;
            }
        }
        return null;
    }

    private static boolean isPhase(@Nullable Role role) {
        return role == Role.DIAGNOSIS
                || role == Role.MITIGATION
                || role == Role.RESOLUTION
                || role == Role.VERIFICATION
                || role == Role.ROLLBACK;
    }

    // What has symptoms or causes of its own is an incident, whatever words its title shares with a role.
    private boolean isIncident(Section s) {
        return s.sections().stream().map(c -> exact(c).role()).anyMatch(r -> r == Role.SYMPTOMS || r == Role.CAUSES);
    }

    // How to look and what to do, each with a lead-in of its own.
    private boolean isMended(Section s) {
        List<Role> leads = s.sections().stream()
                .filter(Section::isLead)
                .map(c -> exact(c).role() == null ? vocabulary.loose(Words.normal(title(c))) : exact(c).role())
                .filter(Objects::nonNull)
                .toList();
        boolean looks = leads.contains(Role.DIAGNOSIS) || leads.indexOf(Role.VERIFICATION) == 0;
        return looks && (leads.contains(Role.MITIGATION) || leads.contains(Role.RESOLUTION));
    }

    // It, or what is right below it, holds a text that is no script.
    private static boolean isWritten(Section s) {
        return Stream.concat(Stream.of(s), s.sections().stream())
                .flatMap(c -> c.fences().stream())
                .anyMatch(f -> FenceLanguage.of(f).isEmpty());
    }

    // "**If it is not back in 20 min:** call …", "Escalar: após 15 min para …".
    private boolean isTimedCall(Section s, String title, @Nullable Role exact) {
        Matcher due = DUE.matcher(Words.normal(title));
        return exact == Role.SCALING && Durations.seconds(s.value()) != null
                || due.matches() && vocabulary.exact(due.group(1)) == Role.ESCALATION;
    }

    private static boolean isSights(Section s) {
        return s.fences().isEmpty()
                && s.sections().isEmpty()
                && s.lists().stream().mapToInt(l -> l.items().size()).sum() > 1
                && s.lists().stream()
                        .flatMap(l -> l.items().stream())
                        .allMatch(i -> i.text().contains("://")
                                && Words.code(i.text()).stream().noneMatch(c -> c.indexOf(' ') > 0));
    }

    private boolean isBeforeMending(Section s, List<Topic.Head> above) {
        if (above.isEmpty()) {
            return false;
        }
        boolean behind = false;
        boolean mends = false;
        for (Section c : above.getLast().section().sections()) {
            Role role = c == s ? null : exact(c).role();
            boolean acts = role == Role.MITIGATION || role == Role.RESOLUTION;
            if (role == Role.DIAGNOSIS || acts && !behind) {
                return false;
            }
            behind |= c == s;
            mends |= acts;
        }
        return mends;
    }

    private boolean isFieldOfIncident(Section s, List<Topic.Head> above) {
        return !above.isEmpty()
                && s.sections().isEmpty()
                && !s.lists().isEmpty()
                && isIncident(above.getLast().section());
    }

    // "Alerts and responses": the alerts are the headings of their playbooks.
    private boolean holdsIncidents(Section s) {
        return s.sections().stream().anyMatch(c -> !c.isLead() && (hasField(c) || holdsIncidents(c)));
    }

    // "Remediate: plan, contain, eradicate" are phases of one incident: none of them says how it shows.
    private boolean tellsIncidents(Section s) {
        return s.sections().stream()
                .filter(c -> !c.isLead())
                .anyMatch(c -> hasField(c, Role.MITIGATION, Role.RESOLUTION) || tellsIncidents(c));
    }

    // Beside symptoms or a mitigation, "Diagnosis" is a field of the incident they tell of.
    private boolean isField(List<Topic.Head> above) {
        return !above.isEmpty() && hasField(above.getLast().section(), Role.DIAGNOSIS);
    }

    private boolean hasField(Section s, Role but, Role... others) {
        List<Role> left = List.of(others);
        return s.sections().stream()
                .map(c -> exact(c).role())
                .anyMatch(r -> r != null && r.isPlaybookField() && r != but && !left.contains(r));
    }

    private boolean hasField(Section s) {
        return s.sections().stream().map(c -> exact(c).role()).anyMatch(r -> r != null && r.isPlaybookField());
    }

    private static @Nullable Role around(List<Topic.Head> above) {
        for (Topic.Head h : above.reversed()) {
            if (h.role() != null) {
                return h.role();
            }
        }
        return null;
    }

    private static @Nullable Role exact(String title, Vocabulary vocabulary) {
        String normal = Words.normal(title);
        Role role = vocabulary.exact(normal);
        if (role != null) {
            return role;
        }
        String unqualified = Words.unqualified(title);
        String bare = unqualified.equals(title) ? normal : Words.normal(unqualified);
        role = vocabulary.exact(bare);
        if (role != null) {
            return role;
        }
        String[] halves = isJoint(bare) ? JOINT.split(bare, 0) : new String[] {bare};
        for (String half : halves) {
            Role one = halves.length > 1 && halves.length < 4 ? vocabulary.exact(half) : null;
            if (one == null && role == Role.ALERTS && TO_DO.matcher(half).lookingAt()) {
                return role;
            }
            if (one == null) {
                return unkinded(bare, vocabulary);
            }
            role = role == null ? one : vocabulary.first(role, one);
        }
        return role;
    }

    private static @Nullable Role unkinded(String bare, Vocabulary vocabulary) {
        int colon = bare.indexOf(':');
        boolean kind = colon > 0
                && vocabulary.list("kinds").contains(bare.substring(0, colon).strip());
        return kind ? vocabulary.exact(bare.substring(colon + 1).strip()) : null;
    }
}
