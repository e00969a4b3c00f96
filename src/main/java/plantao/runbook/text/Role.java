package plantao.runbook.text;

/// What a section of a runbook is for. The constants are the keys of `roles.json` in upper snake case.
public enum Role {
    TOC,
    META,
    OVERVIEW,
    ARCHITECTURE,
    SERVICES,
    ENVIRONMENTS,
    DEPENDENCIES,
    HEALTH,
    MONITORING,
    METRICS,
    ALERTS,
    DASHBOARDS,
    LOGS,
    SYMPTOMS,
    MEANING,
    IMPACT,
    SEVERITY,
    CAUSES,
    DIAGNOSIS,
    MITIGATION,
    RESOLUTION,
    VERIFICATION,
    ROLLBACK,
    BACKUP,
    RESTORE,
    DISASTER_RECOVERY,
    RECOVERY_OBJECTIVES,
    SLA,
    ESCALATION,
    CONTACTS,
    VENDORS,
    COMMUNICATION,
    TEMPLATE,
    POSTMORTEM,
    TIMELINE,
    ACTION_ITEMS,
    PREVENTION,
    DEPLOY,
    RESTART,
    SCALING,
    MAINTENANCE,
    MAINTENANCE_WINDOW,
    CHECKLIST,
    ON_CALL_SHIFT,
    PLAYBOOK_GROUP,
    PROCEDURE_GROUP,
    SECURITY,
    CONFIG,
    PREREQUISITES,
    COMMANDS,
    LINKS;

    /// Whether a child heading without an exact match is itself an object of this section (an incident, a
    /// procedure), so that "Alto Uso de Recursos" is no list of resources.
    public boolean isContainer() {
        return switch (this) {
            case PLAYBOOK_GROUP,
                    PROCEDURE_GROUP,
                    ESCALATION,
                    MAINTENANCE,
                    COMMUNICATION,
                    DISASTER_RECOVERY,
                    ON_CALL_SHIFT,
                    METRICS,
                    ALERTS,
                    DASHBOARDS,
                    LOGS,
                    SERVICES,
                    SECURITY,
                    COMMANDS,
                    TEMPLATE,
                    CONTACTS,
                    CHECKLIST -> true;
            default -> false;
        };
    }

    /// Whether a section of this role is a field of a playbook that only playbooks have.
    public boolean isPlaybookField() {
        return switch (this) {
            case SYMPTOMS, CAUSES, DIAGNOSIS, MITIGATION, RESOLUTION -> true;
            default -> false;
        };
    }

    /// The key in the vocabulary (`playbookGroup`).
    public String key() {
        StringBuilder out = new StringBuilder();
        for (String part : name().toLowerCase(java.util.Locale.ROOT).split("_")) {
            out.append(out.isEmpty() ? part : Character.toUpperCase(part.charAt(0)) + part.substring(1));
        }
        return out.toString();
    }
}
