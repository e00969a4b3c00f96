package plantao.runbook;

/// How much of the text was understood: `lines` (non-blank) = `structured` + `prose`.
public record Coverage(int lines, int structured, int prose) {}
