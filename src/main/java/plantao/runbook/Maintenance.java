package plantao.runbook;

import org.jspecify.annotations.Nullable;

/// Work that comes back.
///
/// @param cadence `hourly daily weekly fortnightly monthly every-two-months quarterly half-yearly yearly`
/// @param when the schedule as written ("Monday, 10:00")
/// @param window whether it stands under maintenance windows: while it lasts the system may be down
public record Maintenance(
        String title, @Nullable String cadence, @Nullable String when, Origin origin, boolean window) {

    /// Work during which the system should be up.
    public Maintenance(String title, @Nullable String cadence, @Nullable String when, Origin origin) {
        this(title, cadence, when, origin, false);
    }
}
