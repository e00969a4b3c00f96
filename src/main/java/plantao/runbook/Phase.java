package plantao.runbook;

/// What a step of a playbook is for.
public enum Phase {
    DIAGNOSIS,
    MITIGATION,
    RESOLUTION,
    VERIFICATION,
    ROLLBACK,
    OTHER
}
