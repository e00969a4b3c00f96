package plantao.values;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/// Takes a bash text apart into quoting contexts, words, commands and uses of variables. Never fails: what bash would
/// refuse gets some reading, and bash then says so itself.
final class ShellLexer {
    private static final String BLANK = " \t";
    /// Reserved words that a command may follow.
    private static final List<String> LEADING =
            List.of("do", "then", "else", "elif", "if", "while", "until", "{", "!", "time");
    private static final String WORD_END = " \t\n;&|()<>";

    /// A heredoc announced on a line, whose body comes behind that line.
    private record Pending(int start, int end, String delimiter, boolean quoted, boolean tabs, int command) {}

    private final String text;
    private final Context[] at;
    private final int[] wordAt;
    private final List<Layout.Word> words = new ArrayList<>();
    private final List<Layout.Use> uses = new ArrayList<>();
    private final List<Layout.Heredoc> heredocs = new ArrayList<>();
    private final List<Integer> commands = new ArrayList<>();
    private final List<Integer> parents = new ArrayList<>();
    private final Deque<Pending> pending = new ArrayDeque<>();
    private int pos;
    /// Index of the word being read, or -1; its end is set when it ends.
    private int word = -1;

    private ShellLexer(String text) {
        this.text = text;
        at = new Context[text.length()];
        Arrays.fill(at, Context.PLAIN);
        wordAt = new int[text.length()];
        Arrays.fill(wordAt, -1);
    }

    /// The layout of a text.
    static Layout read(String text) {
        ShellLexer lexer = new ShellLexer(text);
        while (lexer.pos < text.length()) {
            lexer.commands(false, -1);
        }
        return new Layout(
                lexer.at, lexer.wordAt, lexer.words, lexer.uses, lexer.heredocs, lexer.commands, lexer.parents);
    }

    /// Reads commands up to the end or, when `nested`, behind the closing parenthesis.
    private void commands(boolean nested, int outerPipeline) {
        int pipeline = pipeline(outerPipeline);
        int command = command(pipeline);
        if (nested && text.startsWith("=(", pos - 2)) {
            // The words of an array are no command: an empty word stands where a command's name would.
            words.add(new Layout.Word(pos, pos, command));
        }
        boolean head = true;
        int cases = 0;
        while (pos < text.length()) {
            char c = text.charAt(pos);
            boolean wordStarts = word < 0;
            if (wordStarts && c == '#') {
                comment();
            } else if (c == '\n') {
                endWord();
                pos++;
                bodies();
                pipeline = pipeline(outerPipeline);
                command = command(pipeline);
                head = true;
            } else if (BLANK.indexOf(c) >= 0) {
                endWord();
                pos++;
            } else if (c == ';' || c == '|' || c == '&' && !redirects()) {
                endWord();
                boolean same = c == '|' && !text.startsWith("||", pos);
                pos += text.startsWith("||", pos) || text.startsWith("&&", pos) || text.startsWith("|&", pos) ? 2 : 1;
                pipeline = same ? pipeline : pipeline(outerPipeline);
                command = command(pipeline);
                head = true;
            } else if (wordStarts && text.startsWith("((", pos) && text.indexOf("))", pos) > 0) {
                arithmetic(2);
            } else if (c == '(') {
                int outer = word;
                word = -1;
                pos++;
                commands(true, pipeline);
                word = outer;
            } else if (c == ')') {
                endWord();
                pos++;
                if (cases == 0 && nested) {
                    return;
                }
                command = command(pipeline);
                head = true;
            } else if ((c == '<' || c == '>') && text.startsWith("(", pos + 1)) {
                beginWord(command);
                int outer = word;
                word = -1;
                pos += 2;
                commands(true, pipeline);
                word = outer;
            } else if (c == '<' && text.startsWith("<<", pos) && !text.startsWith("<<<", pos)) {
                endWord();
                announce(command);
            } else if (c == '<' || c == '>' || c == '&') {
                endWord();
                pos += text.startsWith("<<<", pos) ? 3 : 1;
            } else {
                if (head && wordStarts) {
                    cases += startsKeyword("case") ? 1 : startsKeyword("esac") && cases > 0 ? -1 : 0;
                    head = LEADING.stream().anyMatch(this::startsKeyword);
                }
                beginWord(command);
                piece(c);
            }
        }
        endWord();
    }

    /// One character or quoted stretch of a word outside quotes.
    private void piece(char c) {
        switch (c) {
            case '\\' -> take(Context.PLAIN, 2);
            case '\'' -> single(Context.SINGLE);
            case '"' -> {
                take(Context.PLAIN, 1);
                quoted('"', Context.DOUBLE, text.length());
                take(Context.PLAIN, 1);
            }
            case '`' -> backtick();
            case '$' -> dollar(Context.PLAIN);
            default -> take(Context.PLAIN, 1);
        }
    }

    /// Text in which only `\`, `$` and backticks are special, up to `end` or the closing quote (0 for none).
    private void quoted(char close, Context context, int end) {
        while (pos < end && (close == 0 || text.charAt(pos) != close)) {
            switch (text.charAt(pos)) {
                case '\\' -> take(context, 2);
                case '$' -> dollar(context);
                case '`' -> backtick();
                default -> take(context, 1);
            }
        }
    }

    private void single(Context context) {
        take(Context.PLAIN, 1);
        while (pos < text.length() && text.charAt(pos) != '\'') {
            take(context, context == Context.ANSI && text.charAt(pos) == '\\' ? 2 : 1);
        }
        take(Context.PLAIN, 1);
    }

    private void backtick() {
        take(Context.BACKTICK, 1);
        while (pos < text.length() && text.charAt(pos) != '`') {
            if (text.charAt(pos) == '$') {
                dollar(Context.BACKTICK);
            } else {
                take(Context.BACKTICK, text.charAt(pos) == '\\' ? 2 : 1);
            }
        }
        take(Context.BACKTICK, 1);
    }

    private void dollar(Context context) {
        if (context == Context.PLAIN && text.startsWith("$'", pos)) {
            take(Context.PLAIN, 1);
            single(Context.ANSI);
        } else if (text.startsWith("$((", pos) && text.indexOf("))", pos) > 0) {
            arithmetic(3);
        } else if (text.startsWith("$(", pos)) {
            int outer = word;
            take(context, 2);
            word = -1;
            commands(true, -1);
            word = outer;
        } else if (text.startsWith("${", pos)) {
            braces(context);
        } else {
            int start = pos;
            int end = nameEnd(pos + 1);
            take(context, Math.max(1, end - pos));
            if (end > start + 1) {
                uses.add(new Layout.Use(start, end, text.substring(start + 1, end), "", context, word));
            }
        }
    }

    private void braces(Context context) {
        int start = pos;
        int nameEnd = nameEnd(pos + 2);
        int depth = 1;
        take(Context.EXPANSION, 2);
        while (pos < text.length() && depth > 0) {
            char c = text.charAt(pos);
            depth += c == '{' ? 1 : c == '}' ? -1 : 0;
            take(Context.EXPANSION, c == '\\' ? 2 : 1);
        }
        if (nameEnd > start + 2 && depth == 0 && nameEnd < pos) {
            String rest = text.substring(nameEnd, pos - 1);
            uses.add(new Layout.Use(start, pos, text.substring(start + 2, nameEnd), rest, context, word));
        }
    }

    private void arithmetic(int opening) {
        int depth = 0;
        int end = pos + opening;
        take(Context.ARITHMETIC, opening);
        while (pos < text.length()) {
            char c = text.charAt(pos);
            if (c == ')' && depth == 0 && pos >= end) {
                take(Context.ARITHMETIC, 2);
                return;
            }
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (c == '$') {
                dollar(Context.ARITHMETIC);
            } else {
                take(Context.ARITHMETIC, 1);
            }
        }
    }

    private void comment() {
        while (pos < text.length() && text.charAt(pos) != '\n') {
            take(Context.COMMENT, 1);
        }
    }

    /// Reads `<<[-]word`.
    private void announce(int command) {
        pos += 2;
        boolean tabs = pos < text.length() && text.charAt(pos) == '-';
        pos += tabs ? 1 : 0;
        while (pos < text.length() && BLANK.indexOf(text.charAt(pos)) >= 0) {
            pos++;
        }
        int start = pos;
        StringBuilder delimiter = new StringBuilder();
        char quote = 0;
        while (pos < text.length() && (quote != 0 || WORD_END.indexOf(text.charAt(pos)) < 0)) {
            char c = text.charAt(pos++);
            if (quote == 0 && (c == '\'' || c == '"')) {
                quote = c;
            } else if (c == quote) {
                quote = 0;
            } else if (c != '\\') {
                delimiter.append(c);
            }
        }
        boolean quoted = delimiter.length() != pos - start;
        pending.add(new Pending(start, pos, delimiter.toString(), quoted, tabs, command));
    }

    /// Reads the bodies of the heredocs announced on the line that just ended.
    private void bodies() {
        for (Pending doc = pending.poll(); doc != null; doc = pending.poll()) {
            int start = pos;
            int end = start;
            boolean closed = false;
            while (end < text.length() && !closed) {
                int lineEnd = text.indexOf('\n', end);
                lineEnd = lineEnd < 0 ? text.length() : lineEnd;
                String line = text.substring(end, lineEnd);
                closed = (doc.tabs() ? line.replaceFirst("^\t+", "") : line).equals(doc.delimiter());
                if (!closed) {
                    end = Math.min(text.length(), lineEnd + 1);
                }
            }
            if (doc.quoted()) {
                take(Context.RAW_HEREDOC, end - pos);
            } else {
                quoted((char) 0, Context.HEREDOC, end);
            }
            heredocs.add(new Layout.Heredoc(
                    doc.start(), doc.end(), doc.delimiter(), doc.quoted(), start, end, doc.command()));
            int lineEnd = text.indexOf('\n', end);
            pos = !closed ? pos : lineEnd < 0 ? text.length() : lineEnd + 1;
        }
    }

    /// Whether the `&` here belongs to a redirection (`2>&1`, `&>file`) rather than ending a command.
    private boolean redirects() {
        return text.startsWith("&>", pos) || pos > 0 && "<>".indexOf(text.charAt(pos - 1)) >= 0;
    }

    private boolean startsKeyword(String keyword) {
        int end = pos + keyword.length();
        return text.startsWith(keyword, pos)
                && (end == text.length() || (WORD_END + "#").indexOf(text.charAt(end)) >= 0);
    }

    private int nameEnd(int from) {
        int end = from;
        while (end < text.length() && isName(text.charAt(end), end > from)) {
            end++;
        }
        return end;
    }

    private static boolean isName(char c, boolean later) {
        return c == '_' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || later && c >= '0' && c <= '9';
    }

    private void take(Context context, int count) {
        int end = Math.min(text.length(), pos + count);
        for (; pos < end; pos++) {
            at[pos] = context;
            wordAt[pos] = word;
        }
    }

    private void beginWord(int command) {
        if (word < 0) {
            word = words.size();
            words.add(new Layout.Word(pos, text.length(), command));
        }
    }

    private void endWord() {
        if (word >= 0) {
            Layout.Word begun = words.get(word);
            words.set(word, new Layout.Word(begun.start(), pos, begun.command()));
            word = -1;
        }
    }

    private int pipeline(int outer) {
        parents.add(outer);
        return parents.size() - 1;
    }

    private int command(int pipeline) {
        commands.add(pipeline);
        return commands.size() - 1;
    }
}
