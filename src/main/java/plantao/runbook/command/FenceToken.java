package plantao.runbook.command;

/// A piece of a code fence.
///
/// @param text without prompt or comment mark
/// @param line its first source line
record FenceToken(Kind kind, String text, int line) {
    enum Kind {
        BLANK,
        COMMENT,
        /// One logical command.
        COMMAND,
        /// A query that stands among shell commands: SQL up to its `;`.
        STATEMENT,
        /// Typed into the session that the last command opened.
        INPUT,
        /// What a command prints, or any line that is no command.
        OUTPUT
    }
}
