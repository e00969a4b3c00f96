package plantao.ui.frame;

/// The letters on somebody's avatar.
final class Initials {
    private Initials() {}

    /// The first letters of the first and the last word of a name, in capitals; empty for a blank name.
    static String of(String name) {
        String[] words = name.strip().split("\\s+");
        if (words[0].isEmpty()) {
            return "";
        }
        String last = words.length > 1 ? words[words.length - 1] : "";
        return (first(words[0]) + (last.isEmpty() ? "" : first(last))).toUpperCase(java.util.Locale.ROOT);
    }

    private static String first(String word) {
        return new String(Character.toChars(word.codePointAt(0)));
    }
}
