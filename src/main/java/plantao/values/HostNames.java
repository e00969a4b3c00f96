package plantao.values;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import plantao.runbook.text.ShellWords;

/// Finds what in a shell text means the computer that it runs on: `localhost`, and paths such as `/var/log`. Run
/// from an operator's desk against production, such a text looks at the wrong computer.
public final class HostNames {
    private static final Pattern LOCAL = Pattern.compile(
            "(?<![\\w.-])(?:localhost|127\\.0\\.0\\.1|0\\.0\\.0\\.0|\\[::1\\])(?![\\w-]|\\.[A-Za-z])",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern PATH = Pattern.compile("/[A-Za-z][\\w.@-]*(?:/[^\\s]*)?");
    /// What is the same on every computer, or nobody's in particular.
    private static final Pattern ANYWHERE =
            Pattern.compile("/(?:dev|tmp|proc|bin|usr/bin|usr/local/bin|sbin|usr/sbin)(?:/.*)?");
    /// What takes the rest of its words to another computer or into a container.
    private static final Set<String> AWAY = Set.of("ssh", "mosh", "scp", "rsync", "sftp", "kubectl", "oc", "nomad");
    private static final Set<String> INSIDE = Set.of("exec", "run", "ssh", "shell", "console", "cp", "rsh");
    /// Programs whose words with a slash may be patterns.
    private static final Set<String> PATTERNS = Set.of("sed", "awk", "gawk", "grep", "egrep", "rg", "jq", "curl");

    private HostNames() {}

    /// The first such word of a text; empty when it has none.
    public static Optional<String> in(String text) {
        for (ShellWords.Command command : ShellWords.read(text).commands()) {
            List<ShellWords.Word> words = command.words();
            if (words.isEmpty() || away(words)) {
                continue;
            }
            String name = name(words.getFirst());
            for (ShellWords.Word word : words) {
                Matcher local = LOCAL.matcher(word.plain());
                if (local.find() && !name.equals("echo")) {
                    return Optional.of(local.group());
                }
                boolean pattern = word.quoted() && PATTERNS.contains(name);
                if (!pattern
                        && PATH.matcher(word.plain()).matches()
                        && !ANYWHERE.matcher(word.plain()).matches()) {
                    return Optional.of(word.plain());
                }
            }
        }
        return Optional.empty();
    }

    private static boolean away(List<ShellWords.Word> words) {
        return words.stream().limit(4).map(HostNames::name).anyMatch(AWAY::contains)
                || words.stream().skip(1).limit(4).map(ShellWords.Word::plain).anyMatch(INSIDE::contains);
    }

    private static String name(ShellWords.Word word) {
        return word.plain().substring(word.plain().lastIndexOf('/') + 1);
    }
}
