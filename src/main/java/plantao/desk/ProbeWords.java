package plantao.desk;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A probe's text, by which its approval is kept, in the words of people. What has more settings than where it asks
/// stays as it stands: all of them are to be seen. Only a password in an address is not.
final class ProbeWords {
    private static final Pattern ADDRESS =
            Pattern.compile("(.*): (\\w+) \\{(?:url=([^,{}]*)|host=([^,{}]*), port=(\\d+))\\}");
    private static final Pattern COMMAND = Pattern.compile("(?s)(.*?): command \\{command=(.*)\\}");
    private static final Pattern MORE = Pattern.compile("(?s).*, \\w+=.*");

    private static final Pattern PASSWORD = Pattern.compile("(://[^/:@\\s]*:)[^/@\\s$]+(?=@)");

    private ProbeWords() {}

    /// @param kind what it is (`probe`, `command`, `setting`)
    static String of(String kind, String text) {
        return PASSWORD.matcher(words(kind, text)).replaceAll("$1••••");
    }

    private static String words(String kind, String text) {
        if (!kind.equals("probe")) {
            return text;
        }
        Matcher address = ADDRESS.matcher(text);
        if (address.matches()) {
            String where = address.group(3) != null ? address.group(3) : address.group(4) + ":" + address.group(5);
            return address.group(1) + ": " + address.group(2) + " " + where;
        }
        Matcher command = COMMAND.matcher(text);
        return command.matches() && !MORE.matcher(command.group(2)).matches()
                ? command.group(1) + ": " + command.group(2)
                : text;
    }
}
