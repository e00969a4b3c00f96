package plantao.runbook.risk;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import plantao.runbook.text.Expression;
import plantao.runbook.text.ShellWords;
import plantao.runbook.text.ShellWords.Command;
import plantao.runbook.text.ShellWords.Word;

/// What a shell text calls: its simple commands without the words of the grammar around them (POSIX.1-2024, 2.4 and
/// 2.9).
final class ShellCalls {
    /// `logs <service> --tail=9` writes no file.
    private static final Expression PLACEHOLDER =
            Expression.of("<[A-Za-zÀ-ÿ](?:[\\wÀ-ÿ .|/:-]{0,40}[\\wÀ-ÿ.])?>(?!>|\\s*&)");
    private static final Pattern ASSIGNMENT = Pattern.compile("[A-Za-z_]\\w*(?:\\[[^\\]]*\\])?\\+?=.*", Pattern.DOTALL);
    /// Reserved words a command may follow, those that end one, and those whose words are no command.
    private static final Set<String> LEADING =
            Set.of("do", "then", "else", "elif", "if", "while", "until", "{", "!", "time");
    private static final Set<String> CLOSING = Set.of("done", "fi", "esac", "}");
    private static final Set<String> HEADING = Set.of("for", "case", "select", "function");

    private final Set<String> functions = new HashSet<>();

    private ShellCalls() {}

    /// A call.
    ///
    /// @param words the program's name and what it is called with; empty where there are only assignments or
    /// redirections
    record Call(List<Word> words, Input input, Command command) {}

    /// @param nested what substitutions run
    record Read(List<Call> calls, List<String> nested) {}

    /// The calls of a text, in their order.
    static Read in(String text) {
        ShellWords.Read read = ShellWords.read(PLACEHOLDER.matcher(text).replaceAll("PLACEHOLDER"));
        return new Read(new ShellCalls().calls(read.commands()), read.nested());
    }

    private List<Call> calls(List<Command> commands) {
        List<Call> out = new ArrayList<>();
        int cases = 0;
        for (int i = 0; i < commands.size(); i++) {
            Command command = commands.get(i);
            Command next = i + 1 < commands.size() ? commands.get(i + 1) : null;
            List<Word> words = command.words().stream()
                    .filter(w -> w.redirection().isEmpty())
                    .toList();
            String first = words.isEmpty() ? "" : words.getFirst().plain();
            cases += first.equals("case") ? 1 : first.equals("esac") && cases > 0 ? -1 : 0;
            boolean ended = next != null && next.closed() && words.size() == 1;
            if (ended && begins(next, "{")) {
                functions.add(first);
            } else if (!ended || cases == 0) {
                Input input = Input.of(command, i == 0 ? null : commands.get(i - 1));
                out.add(new Call(called(words), input, command));
            }
        }
        return List.copyOf(out);
    }

    private static boolean begins(@Nullable Command command, String word) {
        return command != null
                && !command.words().isEmpty()
                && command.words().getFirst().plain().equals(word);
    }

    private List<Word> called(List<Word> words) {
        int from = 0;
        while (from < words.size()) {
            Word word = words.get(from);
            if (!word.quoted() && (CLOSING.contains(word.plain()) || HEADING.contains(word.plain()))) {
                return List.of();
            }
            boolean leading = !word.quoted() && LEADING.contains(word.plain());
            if (!leading && !ASSIGNMENT.matcher(word.plain()).matches()) {
                return functions.contains(word.plain()) ? List.of() : words.subList(from, words.size());
            }
            from++;
        }
        return List.of();
    }
}
