package plantao.runbook;

/// Something in a runbook that a person should look at. Reading goes on in spite of it.
///
/// @param severity how bad
/// @param code a stable name in kebab case (`alert-without-playbook`), for filters and for silencing
/// @param message what is wrong and what to do about it, in English
public record Problem(Origin origin, Severity severity, String code, String message) {
    /// From worst to mildest.
    public enum Severity {
        ERROR,
        WARNING,
        HINT
    }
}
