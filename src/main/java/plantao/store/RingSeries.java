package plantao.store;

/// What readings belong together over time: one subject of one system in one environment.
///
/// @param target the environment's id
/// @param kind `service` or `metric`
/// @param subject its name
public record RingSeries(String system, String target, String kind, String subject) {}
