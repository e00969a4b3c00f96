package plantao.values;

import org.jspecify.annotations.Nullable;

/// A value that commands and probes may use.
///
/// @param value the value itself; of a secret it never leaves this record but as a process's environment
/// @param from where the value came from, for the operator to read
/// @param owned whether the environment's owner set it, rather than an alert or a program's output
/// @param command prints the value when a step needs it; null when the value is here already
public record Variable(
        String name,
        String value,
        boolean secret,
        String from,
        boolean owned,
        @Nullable String command) {
    /// A value that the environment's owner set.
    public Variable(String name, String value, boolean secret, String from) {
        this(name, value, secret, from, true, null);
    }

    /// What a command prints, asked for only when a step needs it.
    public static Variable printed(String name, String command, boolean secret) {
        return new Variable(name, "", secret, command, true, command);
    }

    /// What came from outside: an alert, or a program's output. Secret when it looks so.
    public static Variable learned(String name, String value, boolean secret, String from) {
        return new Variable(name, value, secret || ValueSources.secret(name, value), from, false, null);
    }

    /// A variable nobody has said anything about: secret when its name or value looks so (`…_TOKEN`,
    /// `scheme://user:password@host`).
    public static Variable found(String name, String value, String from) {
        return new Variable(name, value, ValueSources.secret(name, value), from);
    }

    /// Whether the value must never be shown: it was said to be secret, or looks so.
    public boolean hidden() {
        return secret || ValueSources.secret(name, value);
    }

    /// Whether two spellings name the same blank or variable: `[project-id]`, `{project_id}`, `$PROJECT_ID`.
    public static boolean sameName(String a, String b) {
        return Placeholders.key(Placeholders.name(a)).equals(Placeholders.key(Placeholders.name(b)));
    }

    @Override
    public String toString() {
        return "Variable[" + name + "=" + (hidden() ? "••••" : value) + ", from " + from + "]";
    }
}
