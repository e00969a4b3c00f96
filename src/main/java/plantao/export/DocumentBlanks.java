package plantao.export;

import java.util.regex.Pattern;

/// The blanks in a document that somebody must still fill in: `{preencher: …}`, `{fill in: …}`.
public final class DocumentBlanks {
    /// A blank, for those who mark them on a screen.
    public static final Pattern PATTERN = Pattern.compile("\\{(?:preencher|fill in): [^}\\n]*}");

    private DocumentBlanks() {}

    /// How many there are.
    public static int count(String markdown) {
        return (int) PATTERN.matcher(markdown).results().count();
    }
}
