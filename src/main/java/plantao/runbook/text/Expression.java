package plantao.runbook.text;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A regular expression that is compiled when it is first asked for: most are never needed by most runbooks.
public final class Expression {
    private final String regex;
    // Who comes at the same time makes it twice, and both are the same.
    private @Nullable Pattern pattern;

    private Expression(String regex) {
        this.regex = regex;
    }

    /// @param regex as {@link Pattern} reads it
    public static Expression of(String regex) {
        return new Expression(regex);
    }

    /// What matches it in the text.
    public Matcher matcher(CharSequence text) {
        return pattern().matcher(text);
    }

    /// Whether it is found in the text.
    public boolean in(CharSequence text) {
        return matcher(text).find();
    }

    /// The text without what matches it, cut there.
    ///
    /// @param limit as {@link Pattern#split(CharSequence, int)} takes
    /// it
    public String[] split(String text, int limit) {
        return pattern().split(text, limit);
    }

    /// The expression as it was written.
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
}
