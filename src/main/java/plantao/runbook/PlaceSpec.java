package plantao.runbook;

import org.jspecify.annotations.Nullable;

/// Where an environment's commands run when that is not this computer, as `console.yaml` says.
///
/// @param kind `ssh` or `container`
/// @param name the alias of the system's ssh, or the container's name
/// @param folder the working folder there, or null for the one that a login begins in
public record PlaceSpec(String kind, String name, @Nullable String folder) {}
