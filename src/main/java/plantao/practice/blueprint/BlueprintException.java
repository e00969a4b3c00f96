package plantao.practice.blueprint;

/// A `practice.yaml` that cannot be used.
public final class BlueprintException extends Exception {
    private final String where;

    /// @param where `file:line`, or the file when no line is known
    public BlueprintException(String message, String where, Throwable cause) {
        super(message, cause);
        this.where = where;
    }

    /// @param where `file:line`, or the file when no line is known
    public BlueprintException(String message, String where) {
        super(message);
        this.where = where;
    }

    /// `file:line`, or the file.
    public String where() {
        return where;
    }
}
