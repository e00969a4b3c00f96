package plantao.values;

/// A value that commands and probes may use.
///
/// @param value the value itself; of a secret it never leaves this record but as a process's environment
/// @param from where the value came from, for the operator to read
public record Variable(String name, String value, boolean secret, String from) {
    @Override
    public String toString() {
        return "Variable[" + name + "=" + (secret ? "••••" : value) + ", from " + from + "]";
    }
}
