package plantao.values;

/// A value that commands and probes may use.
///
/// @param value the value itself; of a secret it never leaves this record but as a process's environment
/// @param from where the value came from, for the operator to read
public record Variable(String name, String value, boolean secret, String from) {
    /// A variable nobody has said anything about: secret when its name or value looks so (`…_TOKEN`,
    /// `scheme://user:password@host`).
    public static Variable found(String name, String value, String from) {
        return new Variable(name, value, Sources.secret(name, value), from);
    }

    @Override
    public String toString() {
        return "Variable[" + name + "=" + (secret ? "••••" : value) + ", from " + from + "]";
    }
}
