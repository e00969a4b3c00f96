package plantao.playbook;

/// A step that was started.
public interface StartedStep {
    /// Asks it to stop; returns at once. More than once does no harm.
    void cancel();

    /// Lines of its output for the log, masked; dots alone for a step that prints secrets.
    ///
    /// @param lines how many at most
    String excerpt(int lines);
}
