package plantao.values;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
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
    /// Builtins whose names stay set.
    private static final Set<String> KEEPING =
            Set.of("export", "declare", "typeset", "readonly", "read", "mapfile", "readarray");
    private static final Set<String> RUNNING_OTHERS = Set.of("source", ".", "eval");

    /// For each assigned name the place of its first assignment.
    private final Map<String, Integer> assigned = new HashMap<>();
    /// From here on any name may have got a value from a file or an evaluated text.
    private int unknownFrom = Integer.MAX_VALUE;

    ShellNames(String text, ShellLayout layout) {
        Map<Integer, String> builtins = new HashMap<>();
        for (ShellLayout.Word word : layout.words()) {
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

    /// The names that a text sets for what the same shell runs behind it: not those given to one command only.
    static Set<String> leaves(String text) {
        ShellLayout layout = ShellLexer.read(text);
        Map<Integer, List<String>> commands = new HashMap<>();
        layout.words().stream()
                .filter(w -> !text.substring(0, w.start()).stripTrailing().matches("(?s).*[<>]"))
                .forEach(w -> commands.computeIfAbsent(w.command(), _ -> new ArrayList<>())
                        .add(text.substring(w.start(), w.end())));
        Set<String> names = new HashSet<>();
        for (List<String> words : commands.values()) {
            boolean keeps = KEEPING.contains(words.getFirst())
                    || words.stream().allMatch(w -> ASSIGNMENT.matcher(w).matches());
            for (String word : keeps ? words : List.<String>of()) {
                Matcher named = NAME.matcher(word);
                if (named.matches() && !KEEPING.contains(word)) {
                    names.add(named.group(1));
                }
            }
        }
        return names;
    }

    /// Whether the shell itself gives the name a value.
    static boolean own(String name) {
        return OWN.matcher(name).matches();
    }

    /// Whether the text gives it a value before this use.
    boolean assignedBefore(ShellLayout.Use use) {
        return assigned.getOrDefault(use.name(), Integer.MAX_VALUE) <= use.start();
    }

    /// Whether a value may come from a file or text that the shell reads before this use.
    boolean perhapsAssigned(ShellLayout.Use use) {
        return unknownFrom < use.start();
    }
}
