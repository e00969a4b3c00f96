package plantao.runbook.read;

import java.util.List;
import plantao.runbook.command.FenceLanguage;
import plantao.runbook.command.TableSteps;
import plantao.runbook.text.Phrases;
import plantao.runbook.text.Role;
import plantao.runbook.text.Vocabulary;
import plantao.runbook.text.Words;
import plantao.runbook.tree.Fence;
import plantao.runbook.tree.Listing;
import plantao.runbook.tree.Part;
import plantao.runbook.tree.Table;

/// Headings that say what is wrong ("Site is down / 502s", "Disco cheio", "El lag crece") over something to do: a
/// playbook, whatever stands above it.
final class TroubleHeadings {
    private static final int LONGEST = 90;

    private TroubleHeadings() {}

    static boolean is(Topic t, Vocabulary vocabulary) {
        return t.section().level() > 1
                && !t.section().isLead()
                && t.title().length() < LONGEST
                && (t.role() == null || t.is(Role.PLAYBOOK_GROUP))
                && isFree(t)
                && t.children().stream().allMatch(c -> c.section().isLead())
                && isTrouble(t.title(), vocabulary)
                && does(t, vocabulary);
    }

    /// "Platform outage runbook": whatever headings stand below it are parts of it.
    static boolean isCalledRunbook(Topic t, Vocabulary vocabulary) {
        String last = t.folded().substring(t.folded().lastIndexOf(' ') + 1);
        return t.section().level() > 1
                && !t.section().isLead()
                && (last.equals("runbook") || last.equals("playbook"))
                && isTrouble(t.title(), vocabulary)
                && t.all().anyMatch(below -> acts(below, vocabulary));
    }

    /// Whether something to do stands directly below the heading or below its lead-ins.
    static boolean does(Topic t, Vocabulary vocabulary) {
        return acts(t, vocabulary) || t.children().stream().anyMatch(c -> acts(c, vocabulary));
    }

    // What stands below these heads tells how to deploy, look after or measure the system.
    private static boolean isFree(Topic t) {
        return !t.within(
                Role.DEPLOY,
                Role.ROLLBACK,
                Role.BACKUP,
                Role.RESTORE,
                Role.DISASTER_RECOVERY,
                Role.MAINTENANCE,
                Role.MAINTENANCE_WINDOW,
                Role.CHECKLIST,
                Role.ON_CALL_SHIFT,
                Role.ESCALATION,
                Role.CONTACTS,
                Role.COMMANDS,
                Role.LOGS,
                Role.METRICS,
                Role.ALERTS,
                Role.HEALTH,
                Role.MONITORING,
                Role.SEVERITY,
                Role.SLA,
                Role.SYMPTOMS,
                Role.CAUSES,
                Role.DIAGNOSIS,
                Role.MITIGATION,
                Role.RESOLUTION,
                Role.VERIFICATION,
                Role.PREVENTION,
                Role.CONFIG,
                Role.TEMPLATE,
                Role.POSTMORTEM,
                Role.COMMUNICATION);
    }

    /// Whether the title says what is wrong.
    static boolean isTrouble(String title, Vocabulary vocabulary) {
        String folded = Words.folded(Words.unqualified(title)).replace('/', ' ').replace('\u2019', '\'');
        return vocabulary.terms("trouble").in(folded)
                && !vocabulary.terms("noTrouble").in(folded)
                && !vocabulary.terms("condition").begin(folded)
                && !Procedures.isNamed(title)
                && !Phrases.isOrder(folded, vocabulary);
    }

    /// Whether the title ends by saying what is wrong with what it names ("Remessa parada"), not what is done.
    static boolean isState(String title, Vocabulary vocabulary) {
        String folded = Words.folded(Words.unqualified(title));
        int last = folded.lastIndexOf(' ');
        return last > 0
                && vocabulary.terms("trouble").in(folded.substring(last + 1))
                && !vocabulary.terms("trouble").in(folded.substring(0, last))
                && isTrouble(title, vocabulary);
    }

    private static boolean acts(Topic t, Vocabulary vocabulary) {
        for (Part part : t.section().parts()) {
            boolean does = switch (part) {
                case Fence f -> !FenceLanguage.of(f).isEmpty();
                case Table table -> TableSteps.fits(table, vocabulary);
                case Listing l ->
                    l.items().stream().noneMatch(i -> i.box() != null)
                            && (l.ordered() && l.items().size() > 1 || runs(l, vocabulary));
                default -> false;
            };
            if (does) {
                return true;
            }
        }
        return false;
    }

    private static boolean runs(Listing l, Vocabulary vocabulary) {
        return ImperativeLists.are(List.of(l), vocabulary)
                || l.items().stream()
                        .flatMap(i -> i.parts().stream())
                        .anyMatch(p ->
                                p instanceof Fence f && !FenceLanguage.of(f).isEmpty())
                || l.items().stream()
                        .flatMap(i -> Words.code(i.text()).stream())
                        .anyMatch(c -> c.indexOf(' ') > 0 && FenceLanguage.isCommand(c, vocabulary.programs()));
    }
}
