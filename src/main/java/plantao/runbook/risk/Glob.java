package plantao.runbook.risk;

/// A name with `*` for any letters.
final class Glob {
    private Glob() {}

    /// Whether the whole text is what the glob says.
    static boolean matches(String glob, String text) {
        int star = glob.indexOf('*');
        if (star < 0) {
            return glob.equals(text);
        }
        if (!text.startsWith(glob.substring(0, star))) {
            return false;
        }
        String rest = glob.substring(star + 1);
        if (rest.isEmpty()) {
            return true;
        }
        for (int i = star; i <= text.length(); i++) {
            if (matches(rest, text.substring(i))) {
                return true;
            }
        }
        return false;
    }
}
