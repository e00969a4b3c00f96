package plantao.runbook;

import org.jspecify.annotations.Nullable;

/// A supplier the system depends on.
public record Vendor(
        String name,
        @Nullable String support,
        @Nullable String statusPage,
        @Nullable String sla,
        Origin origin) {}
