package plantao.runbook;

import org.jspecify.annotations.Nullable;

/// A row of a health-endpoint table.
///
/// @param failures how many failures in a row count as down, where the rule says it
public record HealthEndpoint(
        String path,
        @Nullable Integer intervalSeconds,
        @Nullable Integer timeoutSeconds,
        @Nullable String failureRule,
        @Nullable Integer failures,
        Origin origin) {}
