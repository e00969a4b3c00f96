package plantao.playbook;

/// How a shell's session says that a step is over.
sealed interface ShellAnswer {
    /// The step's shell goes on, with all that the step has set.
    ///
    /// @param where line, tab and command that stopped it; empty when it came to its end
    record Ended(int status, String where) implements ShellAnswer {}

    /// The step's shell has ended; the session stands where it stood before the step.
    record Left(int status) implements ShellAnswer {}

    /// The shell could not read the step; nothing of it was run.
    record Unreadable() implements ShellAnswer {}

    /// The session itself has ended.
    ///
    /// @param status of its first process
    record Lost(int status) implements ShellAnswer {}
}
