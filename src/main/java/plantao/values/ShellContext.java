package plantao.values;

/// Where in a shell text a character stands, as the bash manual's chapters 3.1.2 (quoting) and 3.5 (expansions)
/// tell apart.
enum ShellContext {
    /// Outside all quotes.
    PLAIN,
    SINGLE,
    DOUBLE,
    /// `$'…'`
    ANSI,
    /// The body of a heredoc that the shell expands.
    HEREDOC,
    /// The body of a heredoc with a quoted delimiter.
    RAW_HEREDOC,
    /// `` `…` ``
    BACKTICK,
    /// `$((…))` and `((…))`
    ARITHMETIC,
    /// `${…}`
    EXPANSION,
    COMMENT
}
