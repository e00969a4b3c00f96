package plantao.values;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A command whose blanks are filled in as far as they are known.
///
/// @param script what the shell is given: values are referred to as variables, never pasted in
/// @param environment the values the script refers to, by variable name; secrets among them
/// @param pieces the text for the operator's eye, in order; secrets masked
/// @param values the values used, in order of first appearance
/// @param missing placeholders and variables that have no value yet
/// @param asked commands that print a value, by the variable of the script that gets it; to be run right before it
/// @param refusal why it must not run in its place, or null
public record ResolvedCommand(
        String script,
        Map<String, String> environment,
        List<Piece> pieces,
        List<Value> values,
        List<String> missing,
        Map<String, String> asked,
        @Nullable String refusal) {

    /// A command all of whose values are here.
    public ResolvedCommand(
            String script,
            Map<String, String> environment,
            List<Piece> pieces,
            List<Value> values,
            List<String> missing,
            @Nullable String refusal) {
        this(script, environment, pieces, values, missing, Map.of(), refusal);
    }

    /// A stretch of the shown text.
    ///
    /// @param name of the value, for all but plain text
    public record Piece(Kind kind, String text, @Nullable String name) {
        /// What the stretch is.
        public enum Kind {
            PLAIN,
            /// A value filled in or a text substituted by the environment.
            VALUE,
            /// A secret, shown as dots.
            SECRET,
            /// A blank that still needs a value.
            MISSING
        }
    }

    /// A value and where it came from; the value of a secret is dots.
    public record Value(String name, String value, String from, boolean secret) {}

    /// The text for the operator's eye, as one.
    public String shown() {
        StringBuilder text = new StringBuilder();
        pieces.forEach(p -> text.append(p.text()));
        return text.toString();
    }

    /// The same, not to be run.
    public ResolvedCommand refused(String why) {
        return new ResolvedCommand(script, Map.of(), pieces, values, missing, Map.of(), why);
    }

    /// Whether nothing stands in the way of running it.
    public boolean ready() {
        return missing.isEmpty() && refusal == null;
    }

    public Optional<String> refused() {
        return Optional.ofNullable(refusal);
    }

    @Override
    public String toString() {
        return "Resolved[" + shown() + "]";
    }
}
