package plantao.runbook.risk;

import java.util.List;
import org.jspecify.annotations.Nullable;
import plantao.runbook.text.ShellWords.Command;
import plantao.runbook.text.ShellWords.Word;

/// What a command reads on its standard input.
///
/// @param text what is typed in, as far as it can be read off; null when it comes from a file or another program
/// @param from the file it comes from, or the program before a pipe; empty for a terminal
record Input(@Nullable String text, String from) {
    static final Input TERMINAL = new Input("", "");

    /// Whether somebody will type it.
    boolean isTerminal() {
        return from.isEmpty() && text != null && text.isEmpty();
    }

    /// @param before the command whose output it reads, or null
    static Input of(Command command, @Nullable Command before) {
        if (!command.bodies().isEmpty()) {
            return new Input(String.join("\n", command.bodies()), "");
        }
        for (Word word : command.words()) {
            if (word.redirection().equals("<<<")) {
                return new Input(word.plain(), "");
            }
            if (word.redirection().equals("<")) {
                return new Input(null, word.plain());
            }
        }
        return before == null || !command.piped() ? TERMINAL : piped(before);
    }

    private static Input piped(Command before) {
        List<String> words = before.words().stream()
                .filter(w -> w.redirection().isEmpty())
                .map(Word::plain)
                .toList();
        String program = words.isEmpty() ? "" : words.getFirst();
        if (program.equals("echo") || program.equals("printf")) {
            return new Input(
                    String.join(
                            " ",
                            words.stream()
                                    .skip(1)
                                    .filter(w -> !w.matches("-[neE]+"))
                                    .toList()),
                    program);
        }
        boolean copied = program.equals("cat") && !before.bodies().isEmpty();
        return copied
                ? new Input(String.join("\n", before.bodies()), program)
                : new Input(null, words.size() == 2 && program.equals("cat") ? words.get(1) : String.join(" ", words));
    }
}
