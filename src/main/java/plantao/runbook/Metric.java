package plantao.runbook;

import org.jspecify.annotations.Nullable;

/// A measured quantity with its limits. At least one bound is there.
///
/// @param percentile `95` for p95, where the metric is a percentile
/// @param stated whether the runbook lists it; else it is measured because a rule speaks of it
public record Metric(
        String name,
        @Nullable Integer percentile,
        @Nullable String group,
        @Nullable String action,
        @Nullable Bound normal,
        @Nullable Bound warning,
        @Nullable Bound critical,
        Origin origin,
        boolean stated) {

    /// A metric that the runbook lists.
    public Metric(
            String name,
            @Nullable Integer percentile,
            @Nullable String group,
            @Nullable String action,
            @Nullable Bound normal,
            @Nullable Bound warning,
            @Nullable Bound critical,
            Origin origin) {
        this(name, percentile, group, action, normal, warning, critical, origin, true);
    }
}
