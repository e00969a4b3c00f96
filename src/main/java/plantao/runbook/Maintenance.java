package plantao.runbook;

import org.jspecify.annotations.Nullable;

/// Work that comes back.
///
/// @param cadence `hourly daily weekly monthly quarterly yearly`
/// @param when the schedule as written ("Monday, 10:00")
public record Maintenance(
        String title, @Nullable String cadence, @Nullable String when, Origin origin) {}
