package plantao.runbook.text;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A regular expression behind an automaton that lets nearly no text through in which it is not found: most lines
/// hold
/// no match, and one look at each character says so. Gives what the expression alone would give.
public final class Sieve {
    private static final Pattern NEVER = Pattern.compile("(?!)");

    private final String regex;
    // Made when first asked for: most expressions are never needed by most runbooks. Who comes at the same time
    // makes
    // it twice.
    private @Nullable Automaton automaton;
    private @Nullable Pattern pattern;

    private Sieve(String regex) {
        this.regex = regex;
    }

    /// The sieve for this expression. @param regex as {@link Pattern} reads it
    public static Sieve of(String regex) {
        return new Sieve(regex);
    }

    /// What matches it in the text.
    public Matcher matcher(CharSequence text) {
        return passes(text) ? pattern().matcher(text) : NEVER.matcher(text).region(text.length(), text.length());
    }

    /// Whether it is found in the text.
    public boolean in(CharSequence text) {
        return passes(text) && pattern().matcher(text).find();
    }

    /// The text without what matches it, cut there. @param limit as {@link Pattern#split(CharSequence, int)} takes
    /// it
    public String[] split(String text, int limit) {
        return passes(text) ? pattern().split(text, limit) : new String[] {text};
    }

    /// The expression.
    public String regex() {
        return regex;
    }

    private Pattern pattern() {
        Pattern known = pattern;
        if (known == null) {
            known = Pattern.compile(regex);
            pattern = known;
        }
        return known;
    }

    private boolean passes(CharSequence text) {
        Automaton known = automaton;
        if (known == null) {
            known = Automaton.of(regex);
            automaton = known;
        }
        return known.passes(text);
    }
}
