package plantao.runbook;

import org.jspecify.annotations.Nullable;

/// A text worth noticing in a log, and what it means.
public record LogPattern(String pattern, @Nullable String meaning, Origin origin) {}
