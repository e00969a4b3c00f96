package plantao.alert;

/// Whether a condition holds just now.
public enum Truth {
    HOLDS,
    FAILS,
    /// No fresh data: nothing new may be concluded.
    UNKNOWN
}
