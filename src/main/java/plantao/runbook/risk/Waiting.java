package plantao.runbook.risk;

/// Whether a command ends by itself.
public enum Waiting {
    /// It does.
    ENDS,
    /// It goes on until it is stopped, or asks for something: a log that is followed, a server, a password.
    WAITS,
    /// It wants a terminal that is looked at and typed into: a session, an editor, a pager.
    DRAWS;

    /// What keeps the operator more.
    Waiting or(Waiting other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
