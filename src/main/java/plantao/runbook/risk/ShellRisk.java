package plantao.runbook.risk;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import plantao.runbook.Risk;
import plantao.runbook.text.Expression;
import plantao.runbook.text.ShellWords;
import plantao.runbook.text.ShellWords.Command;
import plantao.runbook.text.ShellWords.Word;

/// How dangerous a shell text is: the worst of the commands in it, of what they write, and of what substitutions
/// run.
final class ShellRisk {
    /// `logs <service> --tail=9` writes no file.
    private static final Expression PLACEHOLDER =
            Expression.of("<[A-Za-zÀ-ÿ](?:[\\wÀ-ÿ .|/:-]{0,40}[\\wÀ-ÿ.])?>(?!>|\\s*&)");
    private static final Expression NUMBER = Expression.of("\\d+|-");
    private static final Pattern ASSIGNMENT = Pattern.compile("[A-Za-z_]\\w*(?:\\[[^\\]]*\\])?\\+?=.*", Pattern.DOTALL);
    /// Reserved words a command may follow, those that end one, and those whose words are no command (POSIX.1-2024,
    /// 2.4).
    private static final Set<String> LEADING =
            Set.of("do", "then", "else", "elif", "if", "while", "until", "{", "!", "time");
    private static final Set<String> CLOSING = Set.of("done", "fi", "esac", "}");
    private static final Set<String> HEADING = Set.of("for", "case", "select", "function");
    /// Files that keep nothing.
    private static final Pattern NOWHERE = Pattern.compile("/dev/(?:null|stdout|stderr|tty|fd/\\d+|tcp/.*)|&.*");
    private static final Pattern KERNEL = Pattern.compile("/(?:proc|sys)/.*");
    private static final Pattern DEVICE = Pattern.compile("/dev/(?:sd|nvme|vd|xvd|hd|mapper/|md).*");
    private static final int DEEPEST = 12;

    private final int depth;
    private final Set<String> functions = new HashSet<>();

    private ShellRisk(int depth) {
        this.depth = depth;
    }

    /// @param text one or more commands
    static Risk of(String text) {
        return at(0, text);
    }

    /// What a shell inside another command reads.
    ///
    /// @param depth how many stand around it; deeper than anybody writes nothing is known
    static Risk at(int depth, String text) {
        return depth > DEEPEST ? Risk.MUTATING : new ShellRisk(depth).text(text);
    }

    private Risk text(String text) {
        ShellWords.Read read = ShellWords.read(PLACEHOLDER.matcher(text).replaceAll("PLACEHOLDER"));
        Risk risk = Risk.SAFE;
        for (String nested : read.nested()) {
            risk = risk.or(at(depth + 1, nested));
        }
        List<Command> commands = read.commands();
        int cases = 0;
        for (int i = 0; i < commands.size(); i++) {
            Command command = commands.get(i);
            boolean ended = i + 1 < commands.size() && commands.get(i + 1).closed();
            List<Word> words = command.words().stream()
                    .filter(w -> w.redirection().isEmpty())
                    .toList();
            String first = words.isEmpty() ? "" : words.getFirst().plain();
            cases += first.equals("case") ? 1 : first.equals("esac") && cases > 0 ? -1 : 0;
            boolean pattern = cases > 0 && ended && words.size() == 1;
            if (defines(words, ended, i + 1 < commands.size() ? commands.get(i + 1) : null)) {
                functions.add(first);
            } else if (!pattern) {
                risk = risk.or(written(command, words)).or(run(words, command, i == 0 ? null : commands.get(i - 1)));
            }
        }
        return risk;
    }

    private static boolean defines(List<Word> words, boolean ended, @Nullable Command next) {
        return ended
                && words.size() == 1
                && next != null
                && !next.words().isEmpty()
                && next.words().getFirst().plain().equals("{");
    }

    private Risk run(List<Word> words, Command command, @Nullable Command before) {
        List<Word> call = called(words);
        if (call.isEmpty() || functions.contains(call.getFirst().plain())) {
            return Risk.SAFE;
        }
        return new CallRisk(depth).of(call, Input.of(command, before));
    }

    /// The words from the program's name on.
    private static List<Word> called(List<Word> words) {
        int from = 0;
        while (from < words.size()) {
            Word word = words.get(from);
            if (!word.quoted() && (CLOSING.contains(word.plain()) || HEADING.contains(word.plain()))) {
                return List.of();
            }
            boolean leading = !word.quoted() && LEADING.contains(word.plain());
            if (!leading && !ASSIGNMENT.matcher(word.plain()).matches()) {
                return words.subList(from, words.size());
            }
            from++;
        }
        return List.of();
    }

    /// What the redirections write. Without a command, or with nothing to write, a file is emptied.
    private static Risk written(Command command, List<Word> words) {
        Risk risk = Risk.SAFE;
        List<String> plain = new ArrayList<>();
        words.forEach(w -> plain.add(w.plain()));
        boolean nothing = plain.isEmpty() && command.bodies().isEmpty()
                || plain.equals(List.of(":"))
                || plain.equals(List.of("true"))
                || plain.equals(List.of("cat", "/dev/null"));
        for (Word word : command.words()) {
            String operator = word.redirection();
            if (operator.indexOf('>') < 0
                    || operator.endsWith("&") && NUMBER.matcher(word.plain()).matches()) {
                continue;
            }
            String target = word.plain();
            if (!NOWHERE.matcher(target).matches()) {
                risk = risk.or(
                        DEVICE.matcher(target).matches() || nothing && !operator.contains(">>")
                                ? Risk.DESTRUCTIVE
                                : KERNEL.matcher(target).matches() ? Risk.DISRUPTIVE : Risk.MUTATING);
            }
        }
        return risk;
    }

    /// Whether a file is one of the kernel's, which takes what is written to it for an order.
    static boolean isKernel(String file) {
        return KERNEL.matcher(file).matches();
    }
}
