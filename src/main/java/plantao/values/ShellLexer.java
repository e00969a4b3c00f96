package plantao.values;

import java.util.ArrayList;
import java.util.List;

/// Takes a bash text apart into quoting contexts, words, commands and uses of variables. Never fails: what bash
/// would refuse gets some reading, and bash then says so itself.
final class ShellLexer {
    private static final String BLANK = " \t";
    /// Reserved words that a command may follow.
    private static final List<String> LEADING =
            List.of("do", "then", "else", "elif", "if", "while", "until", "{", "!", "time");
    private static final String WORD_END = " \t\n;&|()<>";

    /// Deeper nesting than anybody writes is not followed.
    private static final int DEEPEST = 200;

    private final String text;
    private final ShellCursor cursor;
    private final ShellQuoting quoting;
    private final ShellHeredocs heredocs;
    private final List<Integer> commands = new ArrayList<>();
    private final List<Integer> parents = new ArrayList<>();
    private int depth;

    private ShellLexer(String text) {
        this.text = text;
        cursor = new ShellCursor(text);
        quoting = new ShellQuoting(cursor, () -> nested(-1));
        heredocs = new ShellHeredocs(cursor, quoting);
    }

    /// The layout of a text.
    static ShellLayout read(String text) {
        ShellLexer lexer = new ShellLexer(text);
        while (lexer.cursor.pos < text.length()) {
            lexer.commands(false, -1);
        }
        return new ShellLayout(
                lexer.cursor.at,
                lexer.cursor.wordAt,
                lexer.cursor.words,
                lexer.cursor.uses,
                lexer.heredocs.heredocs,
                lexer.commands,
                lexer.parents);
    }

    /// Reads commands up to the end or, when `nested`, behind the closing parenthesis.
    private void commands(boolean nested, int outerPipeline) {
        int pipeline = pipeline(outerPipeline);
        int command = command(pipeline);
        if (nested && text.startsWith("=(", cursor.pos - 2)) {
            // The words of an array are no command: an empty cursor.word stands where a command's name would.
            cursor.words.add(new ShellLayout.Word(cursor.pos, cursor.pos, command));
        }
        boolean head = true;
        int cases = 0;
        while (cursor.pos < text.length()) {
            char c = text.charAt(cursor.pos);
            boolean wordStarts = cursor.word < 0;
            if (wordStarts && c == '#') {
                comment();
            } else if (c == '\n') {
                cursor.endWord();
                cursor.pos++;
                heredocs.bodies();
                pipeline = pipeline(outerPipeline);
                command = command(pipeline);
                head = true;
            } else if (BLANK.indexOf(c) >= 0) {
                cursor.endWord();
                cursor.pos++;
            } else if (c == ';' || c == '|' || c == '&' && !redirects()) {
                cursor.endWord();
                boolean same = c == '|' && !text.startsWith("||", cursor.pos);
                cursor.pos += text.startsWith("||", cursor.pos)
                                || text.startsWith("&&", cursor.pos)
                                || text.startsWith("|&", cursor.pos)
                        ? 2
                        : 1;
                pipeline = same ? pipeline : pipeline(outerPipeline);
                command = command(pipeline);
                head = true;
            } else if (wordStarts && text.startsWith("((", cursor.pos) && text.indexOf("))", cursor.pos) > 0) {
                quoting.arithmetic(2);
            } else if (c == '(') {
                cursor.pos++;
                nested(pipeline);
            } else if (c == ')') {
                cursor.endWord();
                cursor.pos++;
                if (cases == 0 && nested) {
                    return;
                }
                command = command(pipeline);
                head = true;
            } else if ((c == '<' || c == '>') && text.startsWith("(", cursor.pos + 1)) {
                cursor.beginWord(command);
                cursor.pos += 2;
                nested(pipeline);
            } else if (c == '<' && text.startsWith("<<", cursor.pos) && !text.startsWith("<<<", cursor.pos)) {
                cursor.endWord();
                heredocs.announce(command);
            } else if (c == '<' || c == '>' || c == '&') {
                cursor.endWord();
                cursor.pos += text.startsWith("<<<", cursor.pos) ? 3 : 1;
            } else {
                if (head && wordStarts) {
                    cases += startsKeyword("case") ? 1 : startsKeyword("esac") && cases > 0 ? -1 : 0;
                    head = LEADING.stream().anyMatch(this::startsKeyword);
                }
                cursor.beginWord(command);
                quoting.piece(c);
            }
        }
        cursor.endWord();
    }

    /// Reads commands in parentheses, from behind the opening one, within the word that is being read.
    private void nested(int pipeline) {
        int outer = cursor.word;
        cursor.word = -1;
        if (++depth < DEEPEST) {
            commands(true, pipeline);
        } else {
            cursor.pos = text.length();
        }
        depth--;
        cursor.word = outer;
    }

    private void comment() {
        while (cursor.pos < text.length() && text.charAt(cursor.pos) != '\n') {
            cursor.take(ShellContext.COMMENT, 1);
        }
    }

    /// Whether the `&` here belongs to a redirection (`2>&1`, `&>file`) rather than ending a command.
    private boolean redirects() {
        return text.startsWith("&>", cursor.pos) || cursor.pos > 0 && "<>".indexOf(text.charAt(cursor.pos - 1)) >= 0;
    }

    private boolean startsKeyword(String keyword) {
        int end = cursor.pos + keyword.length();
        return text.startsWith(keyword, cursor.pos)
                && (end == text.length() || (WORD_END + "#").indexOf(text.charAt(end)) >= 0);
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
