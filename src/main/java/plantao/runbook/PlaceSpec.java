package plantao.runbook;

import org.jspecify.annotations.Nullable;

/// Where an environment's commands run, as `console.yaml` says.
///
/// @param kind `here`, `ssh` or `container`
/// @param name the alias of the system's ssh, or the container's name; empty for `here`
/// @param folder the working folder there, or null for the one that a login begins in
public record PlaceSpec(String kind, String name, @Nullable String folder) {}
