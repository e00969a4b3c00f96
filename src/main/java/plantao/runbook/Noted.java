package plantao.runbook;

/// A line of text that keeps its place: a symptom, a cause.
public record Noted(String text, Origin origin) {}
