package plantao.runbook;

/// A line of a runbook and what it became.
///
/// @param number counted from 1
public record SourceLine(int number, String text, LineRole became) {}
