package plantao.runbook;

import org.jspecify.annotations.Nullable;

/// Where a variable's value comes from, as `console.yaml` says.
///
/// @param value a plain value
/// @param env the name of an environment variable to take it from
/// @param secret never shown, logged or stored
public record VariableSpec(
        String name,
        @Nullable String value,
        @Nullable String env,
        boolean secret,
        @Nullable String about) {}
