package plantao.runbook.text;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads a shell text as simple commands of words (POSIX.1-2024 XCU 2.3, 2.7): quotes, comments, operators,
/// redirections, here-documents and substitutions; nothing is expanded, and what a shell would refuse gets some
/// reading. Pure.
public final class ShellWords {
    private static final Pattern HEREDOC = Pattern.compile("<<(-?)[ \\t]*(['\"]?)([A-Za-z0-9_!.-]+)\\2");

    private final String text;
    private final List<Command> commands = new ArrayList<>();
    private final List<String> nested = new ArrayList<>();
    private final Deque<Matcher> heredocs = new ArrayDeque<>();
    private List<Word> words = new ArrayList<>();
    private List<String> bodies = new ArrayList<>();
    private String redirection = "";
    private boolean piped;
    private final StringBuilder plain = new StringBuilder();
    private boolean started;
    private boolean quoted;
    private boolean closed;
    private int at;

    private ShellWords(String text) {
        this.text = text;
    }

    /// A word.
    ///
    /// @param plain without its quotes; a substitution in it is a `$`
    /// @param quoted whether a part of it was quoted
    /// @param redirection the operator it is the target of, `2>` as `>`; empty for a word of the command
    public record Word(String plain, boolean quoted, String redirection) {
        /// A word of the command.
        public Word(String plain, boolean quoted) {
            this(plain, quoted, "");
        }
    }

    /// A simple command.
    ///
    /// @param words its words, redirections' targets among them
    /// @param bodies its here-documents
    /// @param closed whether a `)` stands right before it
    /// @param piped whether it reads what the one before it writes
    public record Command(List<Word> words, List<String> bodies, boolean closed, boolean piped) {}

    /// @param nested the commands inside `$(…)` and backquotes, to be read in turn
    public record Read(List<Command> commands, List<String> nested) {}

    /// The commands of a text, in their order.
    public static Read read(String text) {
        var reader = new ShellWords(text);
        reader.run();
        return new Read(List.copyOf(reader.commands), List.copyOf(reader.nested));
    }

    private void run() {
        while (at < text.length()) {
            char c = text.charAt(at);
            switch (c) {
                case ' ', '\t', '\r' -> {
                    endWord();
                    at++;
                }
                case '\n' -> newline();
                case '#' -> {
                    if (started) {
                        add('#');
                    } else {
                        while (at < text.length() && text.charAt(at) != '\n') {
                            at++;
                        }
                    }
                }
                case '&' -> {
                    if (text.startsWith("&>", at)) {
                        redirect();
                    } else {
                        operator(c);
                    }
                }
                case ';', '|', '(', ')' -> operator(c);
                case '<', '>' -> redirect();
                default -> inWord(c, false);
            }
        }
        endCommand();
    }

    private void operator(char c) {
        endCommand();
        boolean pipe = c == '|' && !text.startsWith("||", at);
        piped = pipe || c == '(' && piped;
        closed |= c == ')';
        at += text.startsWith("||", at) || text.startsWith("&&", at) || text.startsWith("|&", at) ? 2 : 1;
    }

    private void add(char c) {
        plain.append(c);
        started = true;
        at++;
    }

    private void inWord(char c, boolean inQuotes) {
        switch (c) {
            case '\\' -> {
                if (inQuotes && !(at + 1 < text.length() && "$`\"\\\n".indexOf(text.charAt(at + 1)) >= 0)) {
                    add(c); // within double quotes it stands for itself before other letters (2.2.3)
                    return;
                }
                at++;
                if (at < text.length() && text.charAt(at) != '\n') {
                    add(text.charAt(at));
                } else {
                    at++;
                }
            }
            case '\'' -> {
                if (inQuotes) {
                    add(c);
                } else {
                    single();
                }
            }
            case '"' -> doubled();
            case '`' -> {
                int end = text.indexOf('`', at + 1);
                substitute(at + 1, end < 0 ? text.length() : end);
            }
            case '$' -> dollar();
            default -> add(c);
        }
    }

    private void single() {
        int end = text.indexOf('\'', at + 1);
        int stop = end < 0 ? text.length() : end;
        plain.append(text, at + 1, stop);
        started = true;
        quoted = true;
        at = Math.min(text.length(), stop + 1);
    }

    private void doubled() {
        started = true;
        quoted = true;
        at++;
        while (at < text.length() && text.charAt(at) != '"') {
            inWord(text.charAt(at), true);
        }
        at++;
    }

    private void dollar() {
        if (text.startsWith("$((", at)) {
            int end = closing(at + 2);
            String inner = text.substring(at + 3, Math.max(at + 3, end - 1));
            if (inner.contains("$(") || inner.contains("`")) {
                nested.add(inner); // arithmetic itself names nothing
            }
            substituted(end);
        } else if (text.startsWith("$(", at)) {
            substitute(at + 2, closing(at + 1));
        } else {
            add('$');
        }
    }

    private void substitute(int from, int to) {
        nested.add(text.substring(Math.min(from, to), to));
        substituted(to);
    }

    private void substituted(int end) {
        plain.append('$');
        started = true;
        at = Math.min(text.length(), end + 1);
    }

    /// Where the parenthesis that opens at `open` closes, quotes respected; the text's end when it does not.
    private int closing(int open) {
        int depth = 0;
        for (int i = open; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == '\'' || c == '"') {
                int end = text.indexOf(c, i + 1);
                i = end < 0 ? text.length() : end;
            } else if (c == '(') {
                depth++;
            } else if (c == ')' && --depth == 0) {
                return i;
            }
        }
        return text.length();
    }

    private void redirect() {
        Matcher heredoc = HEREDOC.matcher(text).region(at, text.length());
        if (started && !quoted && plain.chars().allMatch(Character::isDigit)) {
            drop(); // the 2 of `2>` is no word
        }
        endWord();
        if (!text.startsWith("<<<", at) && heredoc.lookingAt()) {
            heredocs.add(heredoc);
            at = heredoc.end();
            return;
        }
        int from = at;
        while (at < text.length() && "<>&|".indexOf(text.charAt(at)) >= 0) {
            at++; // `2>&1`, `>>`, `>|`, `<<<`; what follows is a word like any other
        }
        redirection = text.substring(from, at);
    }

    private void drop() {
        plain.setLength(0);
        started = false;
    }

    private void newline() {
        endWord();
        at++;
        while (!heredocs.isEmpty()) {
            Matcher heredoc = heredocs.poll();
            var body = new StringBuilder();
            while (at < text.length()) {
                int end = text.indexOf('\n', at);
                String line = text.substring(at, end < 0 ? text.length() : end);
                at = end < 0 ? text.length() : end + 1;
                if ((heredoc.group(1).isEmpty() ? line : line.stripLeading()).equals(heredoc.group(3))) {
                    break;
                }
                body.append(line).append('\n');
            }
            bodies.add(body.toString());
        }
        endCommand();
    }

    private void endWord() {
        if (started) {
            words.add(new Word(plain.toString(), quoted, redirection));
            redirection = "";
        }
        drop();
        quoted = false;
    }

    private void endCommand() {
        endWord();
        boolean waiting = !heredocs.isEmpty() && at < text.length() && text.charAt(at) != '\n';
        if (!words.isEmpty() || !bodies.isEmpty()) {
            commands.add(new Command(List.copyOf(words), List.copyOf(bodies), closed, piped));
            if (!waiting) {
                closed = false;
            }
            piped = false;
        }
        redirection = "";
        words = new ArrayList<>();
        bodies = new ArrayList<>();
    }
}
