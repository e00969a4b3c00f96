package plantao.values;

import java.util.List;

/// A shell text taken apart.
///
/// @param at the context of each character
/// @param wordAt for each character the index of the innermost word it belongs to, or -1
/// @param commands for each command the pipeline it belongs to
/// @param parents for each pipeline the one it is nested in, or -1
record ShellLayout(
        ShellContext[] at,
        int[] wordAt,
        List<Word> words,
        List<Use> uses,
        List<Heredoc> heredocs,
        List<Integer> commands,
        List<Integer> parents) {

    /// A word of a simple command.
    ///
    /// @param command index of the command it belongs to
    record Word(int start, int end, int command) {}

    /// A variable that the shell expands.
    ///
    /// @param rest what follows the name inside `${…}`; empty for a plain use
    record Use(int start, int end, String name, String rest, ShellContext context, int word) {}

    /// A heredoc.
    ///
    /// @param start where its delimiter's word begins
    /// @param quoted whether the shell leaves its body alone
    /// @param command index of the command that reads it
    record Heredoc(int start, int end, String delimiter, boolean quoted, int bodyStart, int bodyEnd, int command) {}
}
