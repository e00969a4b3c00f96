package plantao.probe;

import java.util.Map;
import java.util.regex.Pattern;

/// Whether a sample's labels are the wanted ones. A wanted value is exact, `~` and a pattern for the whole value
/// (`~5..`), or a class of HTTP status (`5xx`), which takes both the literal text and any such status.
final class Labels {
    private static final Pattern STATUS_CLASS = Pattern.compile("[1-5]xx");
    private static final Pattern STATUS = Pattern.compile("[1-5][0-9]{2}");

    private Labels() {}

    static boolean match(Map<String, String> wanted, Map<String, String> found) {
        for (Map.Entry<String, String> entry : wanted.entrySet()) {
            if (!matches(entry.getValue(), found.getOrDefault(entry.getKey(), ""))) {
                return false;
            }
        }
        return true;
    }

    private static boolean matches(String wanted, String found) {
        if (wanted.equals(found)) {
            return true;
        }
        if (wanted.startsWith("~")) {
            return Pattern.matches(wanted.substring(1), found);
        }
        return STATUS_CLASS.matcher(wanted).matches()
                && STATUS.matcher(found).matches()
                && found.charAt(0) == wanted.charAt(0);
    }
}
