package plantao.runbook;

/// A line of text that keeps its place: a symptom, a cause.
public record NotedLine(String text, Origin origin) {}
