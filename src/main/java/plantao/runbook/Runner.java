package plantao.runbook;

/// What runs a command.
public enum Runner {
    SHELL,
    SQL,
    HTTP,
    PROMQL,
    /// Can only be read or copied.
    NONE
}
