package plantao.journal;

import java.time.Instant;

/// Something somebody said about an item or a handoff.
public record Remark(String by, Instant at, String text) {}
