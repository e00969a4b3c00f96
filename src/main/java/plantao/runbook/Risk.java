package plantao.runbook;

/// What a command can do to a running system, from least to most.
public enum Risk {
    /// Only reads.
    SAFE,
    /// Creates or changes something without interrupting the service.
    MUTATING,
    /// Restarts, stops, deploys, rolls back, scales, or changes configuration, schema or sessions.
    DISRUPTIVE,
    /// Deletes or overwrites data.
    DESTRUCTIVE;

    /// The worse of the two.
    public Risk or(Risk other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
