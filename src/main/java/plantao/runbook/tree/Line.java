package plantao.runbook.tree;

/// A line of Markdown. @param number in the source, counted from 1
public record Line(String text, int number) {}
