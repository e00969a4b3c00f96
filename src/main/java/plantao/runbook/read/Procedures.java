package plantao.runbook.read;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import plantao.runbook.Maintenance;
import plantao.runbook.Phase;
import plantao.runbook.Procedure;
import plantao.runbook.Step;
import plantao.runbook.command.Conditions;
import plantao.runbook.command.ListSteps;
import plantao.runbook.command.PartSteps;
import plantao.runbook.command.Phases;
import plantao.runbook.command.StepFrame;
import plantao.runbook.text.Phrases;
import plantao.runbook.text.Role;
import plantao.runbook.text.Terms;
import plantao.runbook.text.Vocabulary;
import plantao.runbook.text.Words;
import plantao.runbook.tree.Fence;
import plantao.runbook.tree.Listing;
import plantao.runbook.tree.Part;
import plantao.runbook.tree.Section;

/// Procedures: every section outside the playbooks that holds something to do.
final class Procedures {
    private static final List<String> KIND_NAMES = List.of(
            "rollback",
            "restore",
            "backup",
            "cleanup",
            "update",
            "restart",
            "scale",
            "deploy",
            "security",
            "monitoring",
            "maintenance",
            "recovery");
    private static final Terms KINDS = Terms.grouped(Stream.of(
                    "rollback|reverter|revert|roll back|rolling back|voltar a versao|versao anterior|version anterior|previous version",
                    "restore|restaurar|restauracao|restauracion",
                    "backup|backups|dump|pg_dump|mysqldump|snapshot|snapshots|respaldo|respaldos|copia de seguranca|copias de seguranca|copia de seguridad|copias de seguridad",
                    "cleanup|clean up|purge|purgar|esvaziar|vaciar|limpar|limpeza|limpiar|limpieza|rotacao de logs|rotacionar logs|log rotation|rotacion de logs",
                    "atualizacao|atualizar|update|upgrade|actualizacion|actualizar|patching",
                    "restart|reiniciar|reinicio|reinicializacao|reinicializar",
                    "scale|scaling|escalar|escala",
                    "deploy|deployment|deploying|release|releasing|implantacao|despliegue|pre-deployment|publicar|nova versao|nueva version|new version|subir versao|subir version|go-live",
                    "security|seguranca|seguridad|auditoria|audit|rotacao|rotacion|rotation|renovacao|renovacion|renewal",
                    "health check|monitoramento|monitoring|monitoreo|diagnostico|diagnostic|diagnostics",
                    "maintenance|manutencao|mantenimiento",
                    "failover|fail over|switchover|switch over|disaster recovery|recuperacao de desastres?|recuperacion de desastres?")
            .map(words -> List.of(words.split("\\|")))
            .toList());

    // Where a list of orders is something to do, numbered or not.
    private static final Role[] ACTING = {
        Role.RESTORE,
        Role.ROLLBACK,
        Role.DEPLOY,
        Role.RESTART,
        Role.BACKUP,
        Role.DISASTER_RECOVERY,
        Role.SCALING,
        Role.MAINTENANCE,
        Role.MAINTENANCE_WINDOW,
        Role.PLAYBOOK_GROUP,
        Role.PROCEDURE_GROUP,
        Role.HEALTH,
        Role.SECURITY,
        Role.VERIFICATION,
        Role.MITIGATION,
        Role.RESOLUTION
    };

    private final Vocabulary vocabulary;
    private final Set<Section> claimed;
    private final List<Procedure> out = new ArrayList<>();

    private Procedures(Vocabulary vocabulary, Set<Section> claimed) {
        this.vocabulary = vocabulary;
        this.claimed = claimed;
    }

    /// @param claimed sections that are playbooks
    static List<Procedure> in(Topic root, Vocabulary vocabulary, Set<Section> claimed) {
        Procedures p = new Procedures(vocabulary, claimed);
        p.walk(root);
        return List.copyOf(p.out);
    }

    private void walk(Topic t) {
        if (claimed.contains(t.section())
                || t.is(Role.TOC, Role.META, Role.TEMPLATE, Role.POSTMORTEM)
                || FormDescriptions.isForbidden(t, vocabulary)) {
            return;
        }
        boolean scripts = t.is(Role.COMMANDS);
        if (!t.section().isLead() || scripts) {
            add(t, !scripts);
        }
        List<Topic> stages = Stages.of(t);
        for (Topic child : t.children()) {
            if (!child.section().isLead()) {
                if (!isWay(t, child) && !stages.contains(child)) {
                    walk(child);
                }
            } else if (scripts && !child.is(Role.TEMPLATE, Role.POSTMORTEM)) {
                add(child, true);
            }
        }
    }

    private void add(Topic t, boolean leads) {
        List<Step> steps = new ArrayList<>(steps(t, null, Phase.OTHER));
        String when = Maintenances.when(t);
        List<Topic> restores = new ArrayList<>();
        if (leads) {
            stages(t, steps);
            for (Topic lead : t.children()) {
                if (isRestore(lead) && "backup".equals(kind(t))) {
                    restores.add(lead);
                } else if (lead.section().isLead() || isWay(t, lead)) {
                    below(lead, steps);
                }
            }
        }
        steps.sort(Comparator.comparingInt(s -> s.origin().line()));
        Role said = vocabulary.exact(t.normal());
        boolean rules = vocabulary.terms("conduct").in(t.folded())
                && steps.stream().allMatch(step -> step.commands().isEmpty());
        if (said == Role.TOC || said == Role.META || rules) {
            return;
        }
        if (!steps.isEmpty() && t.section().level() > 0) {
            String kind = kind(t);
            String cadence = Maintenances.cadence(t, vocabulary);
            Maintenance m = cadence == null && (when == null || !t.within(Role.MAINTENANCE, Role.MAINTENANCE_WINDOW))
                    ? null
                    : new Maintenance(t.title(), cadence, when, t.origin(), t.within(Role.MAINTENANCE_WINDOW));
            out.add(new Procedure(
                    KindPrefixes.bare(t.title(), vocabulary),
                    kind,
                    List.copyOf(steps),
                    t.within(Role.MAINTENANCE, Role.MAINTENANCE_WINDOW) || kind.equals("backup") || isRoutine(t)
                            ? m
                            : null,
                    t.origin()));
        }
        restores.forEach(lead -> add(lead, true));
    }

    // "**Restore:**" below a backup is done on another day and undoes what is there.
    private static boolean isRestore(Topic lead) {
        return lead.section().isLead() && "restore".equals(byWords(lead.folded()));
    }

    // "Weekly security tasks", "Restore test, every month": the title itself says that it comes back.
    private boolean isRoutine(Topic t) {
        return Phrases.cadence(t.title(), vocabulary) != null
                && (t.within(Role.SECURITY, Role.BACKUP, Role.RESTORE, Role.ON_CALL_SHIFT)
                        || Maintenances.isSchedule(t.title()));
    }

    // Headings such as "Option A" and "Option B" are ways of one procedure.
    private static boolean isWay(Topic parent, Topic child) {
        return parent.section().level() > 1
                && !child.section().isLead()
                && Options.isNamed(child)
                && parent.children().stream()
                                .filter(c -> !c.section().isLead() && Options.isNamed(c))
                                .count()
                        > 1;
    }

    // "Step 2: Link the project": what is to be done there, or its heading over what explains it.
    private void stages(Topic t, List<Step> out) {
        Map<Topic, List<Step>> found = new LinkedHashMap<>();
        Stages.of(t)
                .forEach(stage -> found.put(
                        stage,
                        stage.all()
                                .flatMap(part -> steps(part, null, Phase.OTHER).stream())
                                .toList()));
        boolean acts = t.within(ACTING) || found.values().stream().anyMatch(steps -> !steps.isEmpty());
        found.forEach((stage, steps) -> {
            out.addAll(steps);
            if (acts && steps.isEmpty()) {
                out.add(PartSteps.told(
                        stage.section().body(),
                        stage.section().line(),
                        new StepFrame(stage.file(), null, Phase.OTHER, null, stage.title(), vocabulary)));
            }
        });
    }

    private void below(Topic lead, List<Step> out) {
        if (FormDescriptions.isForbidden(lead, vocabulary)) {
            return;
        }
        boolean conditional = Conditions.begins(lead.title(), vocabulary);
        String option = Maintenances.isSchedule(lead.title()) || ResponseWindows.of(lead.title()) != null || conditional
                ? null
                : Options.isNamed(lead) ? lead.title() : Options.of(lead, vocabulary);
        Phase phase = lead.role() == null || Options.isNamed(lead) ? null : Phases.of(lead.role());
        boolean answers = phase == Phase.RESOLUTION || phase == Phase.MITIGATION;
        List<Step> found = steps(lead, option, phase == null || answers ? Phase.OTHER : phase);
        out.addAll(conditional ? found.stream().map(s -> s.when(lead.title())).toList() : found);
        lead.children().forEach(c -> below(c, out));
    }

    private List<Step> steps(Topic t, @Nullable String option, Phase phase) {
        boolean facts = t.within(
                        Role.ESCALATION,
                        Role.CONTACTS,
                        Role.ALERTS,
                        Role.METRICS,
                        Role.SERVICES,
                        Role.ENVIRONMENTS,
                        Role.DASHBOARDS,
                        Role.SEVERITY,
                        Role.VENDORS,
                        Role.SYMPTOMS,
                        Role.CAUSES,
                        Role.OVERVIEW,
                        Role.ARCHITECTURE,
                        Role.LINKS,
                        Role.PREVENTION,
                        Role.SLA)
                && !t.is(Role.COMMANDS);
        if (PlainChecklists.is(t, vocabulary)) {
            return List.of();
        }
        List<Part> parts = facts
                ? t.section().fences().stream()
                        .filter(f -> !Alerts.isExpression(t, f))
                        .<Part>map(f -> f)
                        .toList()
                : new ListedTroubles(vocabulary)
                                .rest(
                                        t,
                                        PartSteps.withValue(
                                                t.section(),
                                                FormDescriptions.acting(
                                                        t.section().body(), vocabulary)))
                                .stream()
                                .filter(p -> !(p instanceof Listing l && LabelledCases.are(l, vocabulary)))
                                .toList();
        Phase own = phase == Phase.OTHER && t.within(Role.ROLLBACK) ? Phase.ROLLBACK : phase;
        boolean routine = (t.within(Role.MAINTENANCE, Role.MAINTENANCE_WINDOW) || isRoutine(t))
                && Maintenances.cadence(t, vocabulary) != null
                && t.section().parts().stream().noneMatch(Fence.class::isInstance);
        boolean told = !routine
                && !facts
                && (t.within(ACTING) || t.nearest() == null)
                && ImperativeLists.are(t.section().lists(), vocabulary);
        StepFrame frame = new StepFrame(t.file(), option, own, ResponseWindows.of(t.title()), t.title(), vocabulary);
        return PartSteps.of(routine || told || facts ? parts : ordering(t, parts, frame), frame, routine || told);
    }

    // "- Check it: `backupctl info`" among facts ("- Kept for: 30 days") is something to do.
    private List<Part> ordering(Topic t, List<Part> parts, StepFrame frame) {
        if (!t.within(Role.BACKUP, Role.RESTORE, Role.DEPLOY, Role.ROLLBACK, Role.RESTART, Role.SCALING)) {
            return parts;
        }
        return parts.stream()
                .map(p -> p instanceof Listing l
                                && !l.ordered()
                                && l.items().stream().allMatch(i -> i.box() == null)
                        ? new Listing(
                                true,
                                1,
                                l.items().stream()
                                        .filter(i -> i.keyValue() != null
                                                && !ListSteps.inline(i.text(), frame, i.line())
                                                        .isEmpty()
                                                && Phrases.isOrder(i.folded(), vocabulary))
                                        .toList(),
                                l.line())
                        : p)
                .filter(p -> !(p instanceof Listing l && l.items().isEmpty()))
                .toList();
    }

    private String kind(Topic t) {
        String own = byWords(t.folded());
        if (own != null) {
            return own;
        }
        String kind = t.role() == null ? null : byRole(t.role());
        for (Topic.Head h : t.above().reversed()) {
            kind = kind == null && h.role() != null ? byRole(h.role()) : kind;
        }
        return kind == null ? "other" : kind;
    }

    /// Whether the title names a kind of procedure ("Backup of the ledger").
    static boolean isNamed(String title) {
        return byWords(Words.folded(title)) != null;
    }

    private static @Nullable String byWords(String title) {
        int kind = KINDS.first(title);
        return kind < 0 ? null : KIND_NAMES.get(kind);
    }

    private static @Nullable String byRole(Role role) {
        return switch (role) {
            case DEPLOY -> "deploy";
            case ROLLBACK -> "rollback";
            case BACKUP -> "backup";
            case RESTORE -> "restore";
            case RESTART -> "restart";
            case SCALING -> "scale";
            case MAINTENANCE, MAINTENANCE_WINDOW -> "maintenance";
            case SECURITY -> "security";
            case DISASTER_RECOVERY -> "recovery";
            case MONITORING, HEALTH, LOGS, METRICS, ALERTS, DASHBOARDS, DIAGNOSIS -> "monitoring";
            default -> null;
        };
    }
}
