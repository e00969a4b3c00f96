package plantao.values;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Where values come from, in order: the operator, the alert or run, the environment (target), its place.
///
/// @param given by the operator
/// @param known from what opened the run
record ValueSources(Map<String, String> given, Map<String, String> known, Target target) {
    /// Names whose values are kept secret whoever gives them.
    private static final Pattern SECRET_NAME = Pattern.compile(
            ".*(?:PASSWORD|PASSWD|PASSPHRASE|SENHA|SECRET|SEGREDO|TOKEN|API_?KEY|PRIVATE_?KEY|ACCESS_?KEY|CREDENTIAL|CREDENCIAL"
                    + "|CONTRASENA|CLAVE|ANON_KEY|BEARER|JWT|_PASS|^PASS)(?:[_S\\d].*)?$");
    /// `scheme://user:password@host`
    private static final Pattern CREDENTIALS = Pattern.compile("(?s).*://[^/@\\s]*:[^/\\s]+@.*");

    /// A value that was found.
    ///
    /// @param owned whether the environment's owner set it
    /// @param command prints the value when it is needed; null when it is known
    record Found(
            String value,
            String from,
            boolean secret,
            boolean owned,
            @Nullable String command) {
        Found(String value, String from, boolean secret, boolean owned) {
            this(value, from, secret, owned, null);
        }
    }

    /// The value of a blank or variable, whichever spelling of its name it was given under.
    Optional<Found> of(String name) {
        String key = Placeholders.key(name);
        String value = lookUp(given, name, key);
        String from = "entered";
        if (value == null) {
            value = lookUp(known, name, key);
            from = "this run";
        }
        Variable variable = lookUp(target.variables(), name, key);
        if (value != null) {
            boolean secret = variable != null && variable.secret() || secret(key, value);
            return Optional.of(new Found(value, from, secret, false));
        }
        return variable == null ? ofPlace(name) : Optional.of(found(variable));
    }

    /// What the operator gave, if anything.
    Optional<String> given(String name) {
        return Optional.ofNullable(lookUp(given, name, Placeholders.key(name)));
    }

    /// The value of a name that the shell itself knows (HOME, PATH): only what the environment's owner set.
    Optional<Found> owned(String name) {
        Variable variable = target.variables().get(name);
        return variable == null ? Optional.empty() : Optional.of(found(variable));
    }

    private Optional<Found> ofPlace(String name) {
        return Optional.ofNullable(target.place().environment().get(name))
                .map(v -> new Found(v, target.place().label(), secret(Placeholders.key(name), v), true));
    }

    private static Found found(Variable variable) {
        return new Found(variable.value(), variable.from(), variable.hidden(), variable.owned(), variable.command());
    }

    /// Whether a value must be kept secret by the look of it or of its name.
    static boolean secret(String name, String value) {
        return SECRET_NAME.matcher(name.toUpperCase(Locale.ROOT)).matches()
                || CREDENTIALS.matcher(value).matches();
    }

    private static <V> @Nullable V lookUp(Map<String, V> values, String name, String key) {
        V exact = values.get(name);
        if (exact != null) {
            return exact;
        }
        return values.entrySet().stream()
                .filter(e -> Placeholders.key(Placeholders.name(e.getKey())).equals(key))
                .min(Map.Entry.comparingByKey())
                .map(Map.Entry::getValue)
                .orElse(null);
    }
}
