package plantao.runbook;

import org.jspecify.annotations.Nullable;

/// Where a variable's value comes from, as `console.yaml` says.
///
/// @param value a plain value
/// @param env the name of an environment variable to take it from
/// @param command prints the value on its standard output (`pass show …`); run only when a step needs it
/// @param secret never shown, logged or stored
public record VariableSpec(
        String name,
        @Nullable String value,
        @Nullable String env,
        @Nullable String command,
        boolean secret,
        @Nullable String about) {

    /// A variable that no command is asked for.
    public VariableSpec(
            String name, @Nullable String value, @Nullable String env, boolean secret, @Nullable String about) {
        this(name, value, env, null, secret, about);
    }
}
