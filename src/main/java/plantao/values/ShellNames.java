package plantao.values;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Variables that nobody needs to give: the shell's own, and those the text assigns before it uses them.
final class ShellNames {
    private static final Pattern OWN = Pattern.compile(
            "_|HOME|PATH|PWD|OLDPWD|USER|LOGNAME|SHELL|SHLVL|TERM|LANG|LANGUAGE|LC_\\w+"
                    + "|TMPDIR|HOSTNAME|HOSTTYPE|OSTYPE|MACHTYPE|UID|EUID|PPID|GROUPS|RANDOM|SRANDOM|SECONDS|EPOCHSECONDS"
                    + "|EPOCHREALTIME|LINENO|IFS|REPLY|OPTARG|OPTIND|OPTERR|PIPESTATUS|FUNCNAME|DIRSTACK|BASH\\w*|COLUMNS|LINES"
                    + "|EDITOR|PAGER|VISUAL|DISPLAY|TZ|PS[0-4]|XDG_\\w+|SSH_\\w+|MAIL|COMP_\\w+|SHELLOPTS|INPUTRC|HIST\\w+"
                    + "|PYTHONPATH|LD_LIBRARY_PATH|JAVA_HOME|GOPATH|VIRTUAL_ENV|(?:HTTPS?|NO|ALL)_PROXY|(?:https?|no|all)_proxy");
    private static final Pattern ASSIGNMENT =
            Pattern.compile("([A-Za-z_]\\w*)(?:\\[[^\\]]*\\])?\\+?=.*", Pattern.DOTALL);
    private static final Pattern NAME = Pattern.compile("([A-Za-z_]\\w*)(?:=.*)?", Pattern.DOTALL);
    private static final Pattern DEFAULTED = Pattern.compile("\\$\\{([A-Za-z_]\\w*):?=");
    private static final Pattern COUNTED = Pattern.compile("\\(\\(\\s*([A-Za-z_]\\w*)\\s*(?:[-+*/%]?=[^=]|\\+\\+|--)");
    /// Builtins whose words are names that get a value.
    private static final Set<String> GIVING =
            Set.of("read", "for", "select", "mapfile", "readarray", "getopts", "local", "declare", "typeset", "coproc");
    private static final Set<String> RUNNING_OTHERS = Set.of("source", ".", "eval");

    /// For each assigned name the place of its first assignment.
    private final Map<String, Integer> assigned = new HashMap<>();
    /// From here on any name may have got a value from a file or an evaluated text.
    private int unknownFrom = Integer.MAX_VALUE;

    ShellNames(String text, Layout layout) {
        Map<Integer, String> builtins = new HashMap<>();
        for (Layout.Word word : layout.words()) {
            String shown = text.substring(word.start(), word.end());
            String builtin = builtins.get(word.command());
            Matcher assignment = ASSIGNMENT.matcher(shown);
            if (assignment.matches()) {
                assigned.merge(assignment.group(1), word.end(), Math::min);
            } else if (builtin != null && NAME.matcher(shown).matches()) {
                assigned.merge(shown, word.end(), Math::min);
            } else if (GIVING.contains(shown)) {
                builtins.put(word.command(), shown);
            } else if (RUNNING_OTHERS.contains(shown)) {
                unknownFrom = Math.min(unknownFrom, word.start());
            } else if (shown.equals("-v")
                    && text.substring(0, word.start()).stripTrailing().endsWith("printf")) {
                builtins.put(word.command(), shown);
            }
        }
        for (Pattern pattern : List.of(DEFAULTED, COUNTED)) {
            pattern.matcher(text).results().forEach(r -> assigned.merge(r.group(1), r.start(), Math::min));
        }
    }

    /// Whether the shell itself gives the name a value.
    static boolean own(String name) {
        return OWN.matcher(name).matches();
    }

    /// Whether the text gives it a value before this use.
    boolean assignedBefore(Layout.Use use) {
        return assigned.getOrDefault(use.name(), Integer.MAX_VALUE) <= use.start();
    }

    /// Whether a value may come from a file or text that the shell reads before this use.
    boolean perhapsAssigned(Layout.Use use) {
        return unknownFrom < use.start();
    }
}
