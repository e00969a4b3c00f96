package plantao.values;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import plantao.runbook.text.ShellWords;

/// The wall around a practice place: which paths and hosts a command may name. It finds what an honest command
/// names before it runs; it is no sandbox against one that hides what it does (the closed search path and the dead
/// proxy stand behind it).
///
/// @param tree the only folder whose paths may be named
/// @param hosts the only hosts that may be named, `host` or `host:port`
public record Fence(Path tree, Set<String> hosts) {
    private static final Set<String> SHELLS = Set.of("sh", "bash", "dash", "zsh", "ksh", "eval");
    private static final Set<String> BEFORE_A_COMMAND = Set.of(
            "sudo", "env", "time", "nohup", "exec", "command", "xargs", "watch", "nice", "timeout", "stdbuf", "if",
            "then", "else", "elif", "do", "while", "until", "!", "{", "setsid", "doas");
    private static final Pattern ASSIGNMENT = Pattern.compile("([A-Za-z_]\\w*)=(.*)", Pattern.DOTALL);
    private static final Pattern VARIABLE = Pattern.compile("\\$(?:\\{([A-Za-z_]\\w*)\\}|([A-Za-z_]\\w*))");
    /// A text that is SQL and no shell command: a slash between spaces divides.
    private static final Pattern SQL = Pattern.compile(
            "^\\s*(?:select|insert|update|delete|with|explain|vacuum|create|alter|drop|analyze|truncate|grant|merge)\\s",
            Pattern.CASE_INSENSITIVE);
    private static final int DEEPEST = 8;

    /// Why this resolved command must not run here, for the operator to read; empty when it may.
    public Optional<String> refusal(String command) {
        return refusal(command, new HashMap<>(), 0);
    }

    private Optional<String> refusal(String text, Map<String, String> known, int depth) {
        if (depth > DEEPEST) {
            return Optional.of("the command is nested too deeply to be checked");
        }
        ShellWords.Read read = ShellWords.read(SQL.matcher(text).find() ? text.replace(" / ", " ") : text);
        int level = 0;
        for (ShellWords.Command command : read.commands()) {
            level = command.closed() ? 0 : level;
            List<ShellWords.Word> words = expanded(command.words(), known);
            int name = name(words);
            Optional<String> reason = refusal(command, words, name, level, known, depth);
            if (reason.isPresent()) {
                return reason;
            }
            level = FencedPaths.levelAfter(this, name(words, name), operands(words, name), level);
        }
        return read.nested().stream()
                .map(inner -> refusal(inner, known, depth + 1))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<String> refusal(
            ShellWords.Command command,
            List<ShellWords.Word> words,
            int at,
            int level,
            Map<String, String> known,
            int depth) {
        String name = name(words, at);
        List<ShellWords.Word> operands = operands(words, at);
        var paths = new FencedPaths(this, level);
        var hosts = new FencedHosts(this.hosts);
        boolean shell = SHELLS.contains(name);
        Stream<Supplier<Optional<String>>> checks = Stream.of(
                () -> hosts.refusal(name, operands),
                () -> first(words, w -> hosts.refusal(w.plain())),
                () -> paths.refusal(name, words.subList(0, Math.min(at + 1, words.size())), operands),
                () -> shell
                        ? first(operands, w -> w.quoted() ? refusal(w.plain(), known, depth + 1) : Optional.empty())
                        : Optional.empty(),
                () -> first(command.bodies(), b -> shell ? refusal(b, known, depth + 1) : data(b, hosts, paths)));
        return checks.map(Supplier::get).flatMap(Optional::stream).findFirst();
    }

    private static Optional<String> data(String body, FencedHosts hosts, FencedPaths paths) {
        return hosts.refusal(body).or(() -> paths.refusal(body));
    }

    private static <T> Optional<String> first(List<T> all, java.util.function.Function<T, Optional<String>> check) {
        return all.stream().map(check).flatMap(Optional::stream).findFirst();
    }

    /// The words with the variables that the text itself sets filled in; others are the place's own.
    private static List<ShellWords.Word> expanded(List<ShellWords.Word> words, Map<String, String> known) {
        boolean leading = true;
        var filled = new java.util.ArrayList<ShellWords.Word>();
        for (ShellWords.Word word : words) {
            String plain = VARIABLE.matcher(word.plain()).replaceAll(m -> {
                String value = known.get(m.group(1) == null ? m.group(2) : m.group(1));
                return Matcher.quoteReplacement(value == null ? m.group() : value);
            });
            filled.add(new ShellWords.Word(plain, word.quoted()));
            Matcher assignment = ASSIGNMENT.matcher(plain);
            boolean declared = leading && assignment.matches();
            if (declared) {
                known.put(assignment.group(1), assignment.group(2));
            }
            leading = declared
                    || (leading
                            && Set.of("export", "local", "declare", "readonly").contains(plain));
        }
        return filled;
    }

    /// Where the command's name stands, past assignments and words such as `sudo`; the number of words when there
    /// is none.
    private static int name(List<ShellWords.Word> words) {
        int at = 0;
        boolean wrapped = false;
        while (at < words.size()) {
            String word = words.get(at).plain();
            boolean before = BEFORE_A_COMMAND.contains(word);
            boolean wrapping = wrapped && (word.startsWith("-") || word.matches("\\d+[smhd]?"));
            if (!before && !wrapping && !ASSIGNMENT.matcher(word).matches()) {
                return at;
            }
            wrapped |= before;
            at++;
        }
        return at;
    }

    private static String name(List<ShellWords.Word> words, int at) {
        String word = at < words.size() ? words.get(at).plain() : "";
        return word.substring(word.lastIndexOf('/') + 1);
    }

    private static List<ShellWords.Word> operands(List<ShellWords.Word> words, int at) {
        return at < words.size() ? words.subList(at + 1, words.size()) : List.of();
    }
}
