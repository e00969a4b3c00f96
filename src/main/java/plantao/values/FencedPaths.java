package plantao.values;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import plantao.runbook.text.ShellWords;

/// Finds paths that lead out of a fence's tree.
///
/// @param level how many folders below the tree's top the command runs, at least
record FencedPaths(Fence fence, int level) {
    private static final Set<String> DEVICES = Set.of("/dev/null", "/dev/stdout", "/dev/stderr");
    private static final Set<String> SEARCHERS = Set.of("grep", "egrep", "fgrep", "rg", "zgrep");
    private static final Set<String> EDITORS = Set.of("sed", "awk", "gawk", "mawk");
    private static final Set<String> CUTTERS = Set.of("tr", "cut", "awk", "gawk", "mawk", "sort", "paste", "column");
    private static final Pattern START = Pattern.compile("(?<![A-Za-z0-9_.*?)}\\]$%+~/\\\\])/|(?<=^-[A-Za-z])/");
    private static final Pattern TOKEN = Pattern.compile("/[^\\s'\"`;|&<>(){},]*");
    private static final Pattern URL = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*://[^\\s'\"`|<>]*");
    private static final Pattern TAG = Pattern.compile("</[A-Za-z][A-Za-z0-9]*\\s*>");
    private static final Pattern HOME = Pattern.compile("(?<![^\\s=:'\"(,])~(?=/|[A-Za-z_]|[+-]|$)");
    private static final Pattern REGEX = Pattern.compile("(^|[;{}!,(~&|]\\s*)/[^/\\n]*/");
    private static final Pattern UP = Pattern.compile("[^\\s'\"`;|&<>(){}=:,]+");
    private static final int SHOWN = 80;

    /// Why a command's words must not be used; empty when they may.
    ///
    /// @param leading assignments, wrappers and the name itself
    Optional<String> refusal(String name, List<ShellWords.Word> leading, List<ShellWords.Word> operands) {
        for (ShellWords.Word word : leading) {
            Optional<String> reason = word(word.plain(), word.quoted());
            if (reason.isPresent()) {
                return reason;
            }
        }
        int pattern = pattern(name, operands);
        for (int i = 0; i < operands.size(); i++) {
            ShellWords.Word word = operands.get(i);
            String plain = word.plain();
            if (i == pattern) {
                plain = SEARCHERS.contains(name) ? "" : REGEX.matcher(plain).replaceAll("$1x");
            } else if (CUTTERS.contains(name) && plain.matches("(-[A-Za-z])?/")) {
                plain = "";
            }
            Optional<String> reason = word(plain, word.quoted());
            if (reason.isPresent()) {
                return reason;
            }
        }
        return Optional.empty();
    }

    /// Which operand is an expression and no file; -1 for none.
    private static int pattern(String name, List<ShellWords.Word> operands) {
        if (!SEARCHERS.contains(name) && !EDITORS.contains(name)) {
            return -1;
        }
        for (int i = 0; i < operands.size(); i++) {
            String plain = operands.get(i).plain();
            if (plain.matches("-[A-Za-z]*[ef]|--(regexp|file|expression)(=.*)?")) {
                return EDITORS.contains(name) && plain.endsWith("e") ? i + 1 : -1;
            }
            if (!plain.startsWith("-")) {
                return i;
            }
        }
        return -1;
    }

    /// Why a text that is data must not be used (a here-document).
    Optional<String> refusal(String text) {
        return word(text, true);
    }

    private Optional<String> word(String word, boolean quoted) {
        String text =
                URL.matcher(quoted ? TAG.matcher(word).replaceAll(" ") : word).replaceAll(" ");
        Matcher home = HOME.matcher(text);
        if (home.find() && !(quoted && text.length() > home.end() && text.charAt(home.end()) == ' ')) {
            return Optional.of("it names a home folder (~): practice commands stay in " + fence.tree());
        }
        Matcher start = START.matcher(text);
        for (int from = 0; start.find(from); ) {
            String path = path(text, start.start());
            if (!allowed(path) && !(quoted && divides(text, start.start(), path))) {
                return Optional.of("it names " + shown(path) + ", outside the practice folder " + fence.tree());
            }
            from = start.start() + Math.max(1, path.length());
            if (from > text.length()) {
                break;
            }
        }
        return up(text);
    }

    /// The path at `start`: the tree itself may hold spaces.
    private String path(String text, int start) {
        String top = fence.tree().toString();
        int end = start + top.length();
        boolean inTree = text.startsWith(top, start)
                && (end == text.length() || text.substring(end, end + 1).matches("[^\\w.-]"));
        int from = inTree ? end : start;
        Matcher token = TOKEN.matcher(text).region(from, text.length());
        return text.substring(start, token.lookingAt() ? token.end() : from == start ? start + 1 : from);
    }

    private boolean allowed(String path) {
        return DEVICES.contains(path)
                || Path.of(path.replace("\0", "")).normalize().startsWith(fence.tree());
    }

    /// A slash in a quoted text that is a division, an SQL comment or the end of an empty tag, not the root folder.
    private static boolean divides(String text, int at, String path) {
        boolean apart = at > 0 && text.charAt(at - 1) == ' ' && text.startsWith(" ", at + path.length());
        boolean tag = text.startsWith("/>", at);
        return path.startsWith("/*") || (path.matches("//?") && (apart || tag));
    }

    private Optional<String> up(String text) {
        Matcher token = UP.matcher(text);
        while (token.find()) {
            if (!token.group().startsWith("/") && lowest(token.group(), level) < 0) {
                return Optional.of("it names " + shown(token.group()) + ", which may lead out of the practice folder "
                        + fence.tree());
            }
        }
        return Optional.empty();
    }

    private static int lowest(String path, int level) {
        int now = level;
        int lowest = now;
        for (String part : path.split("/")) {
            now += part.equals("..") ? -1 : part.isEmpty() || part.equals(".") ? 0 : 1;
            lowest = Math.min(lowest, now);
        }
        return lowest;
    }

    /// How deep the next command runs, at least.
    ///
    /// @param level how deep this one does
    static int levelAfter(Fence fence, String name, List<ShellWords.Word> operands, int level) {
        if (!name.equals("cd")) {
            return name.equals("pushd") || name.equals("popd") ? 0 : level;
        }
        String to = operands.isEmpty() ? "" : operands.getLast().plain();
        if (to.isEmpty() || to.startsWith("-") || to.startsWith("~") || to.contains("$") || to.contains("*")) {
            return 0;
        }
        if (to.startsWith("/")) {
            Path path = Path.of(to).normalize();
            return path.startsWith(fence.tree())
                    ? fence.tree().relativize(path).toString().isEmpty()
                            ? 0
                            : fence.tree().relativize(path).getNameCount()
                    : 0;
        }
        int after = level;
        for (String part : to.split("/")) {
            after += part.equals("..") ? -1 : part.isEmpty() || part.equals(".") ? 0 : 1;
        }
        return Math.max(0, after);
    }

    private static String shown(String text) {
        return text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text;
    }
}
