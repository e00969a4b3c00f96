package plantao.runbook.command;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import plantao.runbook.risk.Waits;
import plantao.runbook.text.Cron;
import plantao.runbook.text.Expression;
import plantao.runbook.tree.Line;

/// Splits a shell fence into commands, comments, session inputs and output.
final class ShellScanner {
    private static final Expression CALLED = Expression.of("^@(?:here|channel|all|everyone|\\p{L}[\\w.-]*)\\s");
    private static final Expression PROMPT = Expression.of("^\\s*(?:[\\w.@~-]+[:~]?[\\w/~-]*)?[$❯]\\s+(?=\\S)");
    // "$ ls", "ana@host:~/x$ ls", "[root@host ~]# ls", "PS C:\Users> dir", "C:\> dir"; of fish "ana@host ~/x
    // (main)> ls",
    // of zsh "ana@host ~ % ls" and "➜  x git:(main) ✗ ls"
    private static final Expression BARE_PROMPT = Expression.of(
            "^\\s*(?:\\$|" + Prompts.UNIX + "|PS(?:\\s[^>\\n]{0,60})?>|[A-Z]:\\\\[^>\\n|]{0,60}>)\\s+(?=\\S)");
    private static final Expression REPL = Expression.of("^\\s*(?:>>>|\\.\\.\\.)(?:\\s|$)");
    private static final Expression SESSION_PROMPT =
            Expression.of("^\\s*(?:[\\w.@:/\\[\\]() -]{1,40}(?:=[#>*]|>|[-*(]#)|>)\\s+(?=\\S)");
    private static final Expression DATA =
            Expression.of("^\\s*(?:[{}\\]\"]|\\[(?![\\[\\s])|\\)|-{3,}|={3,}|https?://|[│┌└├─╔║✅❌✓✗📊])");

    // "NAME   READY   STATUS", "Filesystem   Size  Used": the head of a table that a command printed.
    private static final Expression HEAD = Expression.of(
            "^(?:[A-Z][A-Z0-9_()/%-]+(?:\\s{2,}|\\t)\\s*[A-Z][A-Z0-9_()/%-]*(?:\\s.*)?|\\p{Lu}[\\w%-]+\\s{3,}\\p{Lu}[\\w%]*\\s{1,}\\p{Lu}[\\w% ]*)$");
    private static final Expression OPENED = Expression.of(
            "\\b(?:exec|run|attach|debug|rsh)\\b.*\\s(?:-(?:it|ti)|--stdin|-i)\\b|\\bdebug\\s+node/|^\\s*(?:\\S*[$#]\\s+)?ssh\\s+(?:-\\w+\\s+\\S+\\s+)*\\S+\\s*$|\\brsh\\s|\\bchroot\\s");
    // "/ # ls", "root@pod:/# ls", "sh-4.4$ ls": typed over there.
    private static final Expression INNER =
            Expression.of("^\\s*(?:/\\S*\\s+[#$]|" + Prompts.HOSTED + "|(?:ba)?sh-[\\d.]+[$#])\\s+(?=\\S)");

    private final List<Line> lines;
    /// The lines without prompts, and without the second one (`> `) of those that go on.
    private final List<Line> whole;
    private final LogicalLine logical;
    private final boolean transcript;
    private final List<FenceToken> out = new ArrayList<>();
    private @Nullable Pattern session;
    // Once a prompt is shown in an open session, lines without one are what it answers.
    private boolean prompted;

    // The last command opened a shell over there: what is typed at its prompt is not typed here.
    private boolean opened;

    private ShellScanner(List<Line> lines) {
        this.transcript = lines.stream().anyMatch(l -> isPrompted(l.text()));
        this.lines = lines;
        this.whole = transcript ? bare(lines) : lines;
        this.logical = new LogicalLine(whole);
    }

    private static List<Line> bare(List<Line> lines) {
        return Prompts.withoutSecond(lines, ShellScanner::isPrompted).stream()
                .map(l -> isPrompted(l.text())
                        ? new Line(BARE_PROMPT.matcher(l.text()).replaceFirst(""), l.number())
                        : l)
                .toList();
    }

    static List<FenceToken> tokens(List<Line> lines) {
        return new ShellScanner(lines).scan();
    }

    private List<FenceToken> scan() {
        // The first line needs no prompt of its own.
        boolean bare =
                transcript && !lines.isEmpty() && OPENED.in(lines.getFirst().text());
        for (int i = 0; i < lines.size(); ) {
            Line line = lines.get(i);
            String text = line.text();
            String stripped = text.strip();
            if (stripped.isEmpty()) {
                out.add(new FenceToken(FenceToken.Kind.BLANK, "", line.number()));
                i++;
            } else if (REPL.in(text)) {
                String typed = REPL.matcher(text).replaceFirst("");
                out.add(new FenceToken(FenceToken.Kind.INPUT, typed, line.number()));
                i++;
            } else if ((session == null
                            || session == CommandPatterns.STANDARD.inputs().get("sql"))
                    && (stripped.startsWith("-- ") || stripped.startsWith("- ") || CALLED.in(stripped))) {
                // "- Status: …" and "@here …" are no commands of any shell.
                out.add(new FenceToken(
                        FenceToken.Kind.COMMENT,
                        stripped.replaceFirst("^-{1,2} ", "").strip(),
                        line.number()));
                i++;
            } else if (stripped.startsWith("#")) {
                if (!stripped.startsWith("#!")) {
                    out.add(new FenceToken(
                            FenceToken.Kind.COMMENT, stripped.replaceFirst("^#+\\s*", ""), line.number()));
                }
                i++;
            } else if (opened && INNER.in(text)) {
                out.add(new FenceToken(
                        FenceToken.Kind.INPUT,
                        INNER.matcher(text).replaceFirst("").strip(),
                        line.number()));
                i++;
            } else if (transcript && !isPrompted(text) && !(bare && i == 0)) {
                out.add(new FenceToken(FenceToken.Kind.OUTPUT, text, line.number()));
                i++;
            } else if (session != null && SESSION_PROMPT.in(text)) {
                prompted = true;
                out.add(new FenceToken(
                        FenceToken.Kind.INPUT,
                        SESSION_PROMPT.matcher(text).replaceFirst("").strip(),
                        line.number()));
                i++;
            } else if (session != null && prompted) {
                out.add(new FenceToken(FenceToken.Kind.OUTPUT, text, line.number()));
                i++;
            } else if (session != null && session.matcher(stripped).find()) {
                i += input(i, session);
            } else if (isPrinted(i)) {
                for (; i < lines.size() && !lines.get(i).text().isBlank(); i++) {
                    out.add(new FenceToken(
                            FenceToken.Kind.OUTPUT,
                            lines.get(i).text(),
                            lines.get(i).number()));
                }
            } else if ((DATA.in(text) || Cron.of(text) != null) && !(transcript && isPrompted(text))) {
                out.add(new FenceToken(FenceToken.Kind.OUTPUT, text, line.number()));
                i++;
            } else {
                int statement = SqlScanner.statement(lines, i);
                i += statement > 0 ? statement(i, statement) : command(i);
            }
        }
        return out;
    }

    // The head of a table right below a command, and rows that call no program below it.
    private boolean isPrinted(int at) {
        if (out.isEmpty()
                || out.getLast().kind() != FenceToken.Kind.COMMAND
                || !HEAD.in(lines.get(at).text())) {
            return false;
        }
        for (int i = at + 1; i < lines.size() && !lines.get(i).text().isBlank(); i++) {
            String text = lines.get(i).text().strip();
            if (text.startsWith("#") || FenceLanguage.isCommand(text) && !text.contains("   ")) {
                return false;
            }
        }
        return true;
    }

    private static boolean isPrompted(String text) {
        return (text.contains("$ ") || text.indexOf('@') >= 0 || text.indexOf('>') > 0 || text.indexOf('➜') >= 0)
                && BARE_PROMPT.in(text);
    }

    private int input(int at, Pattern grammar) {
        StringBuilder text = new StringBuilder(lines.get(at).text().strip());
        int n = 1;
        boolean sql = grammar == CommandPatterns.STANDARD.inputs().get("sql");
        while (sql
                && !text.isEmpty()
                && text.charAt(0) != '\\'
                && text.charAt(text.length() - 1) != ';'
                && at + n < lines.size()
                && !lines.get(at + n).text().isBlank()) {
            text.append('\n').append(lines.get(at + n).text().stripTrailing());
            n++;
        }
        out.add(new FenceToken(
                FenceToken.Kind.INPUT, text.toString(), lines.get(at).number()));
        return n;
    }

    private int statement(int at, int length) {
        StringBuilder text = new StringBuilder(lines.get(at).text().strip());
        for (int i = at + 1; i < at + length; i++) {
            text.append('\n').append(lines.get(i).text().stripTrailing());
        }
        out.add(new FenceToken(
                FenceToken.Kind.STATEMENT, text.toString(), lines.get(at).number()));
        return length;
    }

    private int command(int at) {
        int n = logical.length(at);
        StringBuilder text = new StringBuilder();
        for (int i = at; i < at + n; i++) {
            String line = i == at ? lines.get(i).text() : whole.get(i).text();
            String bare = i == at && (transcript || line.strip().startsWith("$ "))
                    ? PROMPT.matcher(BARE_PROMPT.matcher(line).replaceFirst("")).replaceFirst("")
                    : line;
            text.append(i == at ? bare.strip() : bare.stripTrailing()).append(i < at + n - 1 ? "\n" : "");
        }
        String command = n == 1 ? uncommented(text.toString()) : text.toString();
        out.add(new FenceToken(FenceToken.Kind.COMMAND, command, lines.get(at).number()));
        if (n == 1 && !command.equals(text.toString())) {
            String note = text.substring(command.length()).strip().replaceFirst("^#+\\s*", "");
            out.add(new FenceToken(FenceToken.Kind.COMMENT, note, lines.get(at).number()));
        }
        session = sessionOf(command);
        opened = OPENED.in(command);
        prompted = false;
        return n;
    }

    // A "#" after white space and outside quotes begins a comment.
    private static String uncommented(String text) {
        char quote = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\') {
                i++;
            } else if (quote == 0 && (c == '"' || c == '\'')) {
                quote = c;
            } else if (c == quote) {
                quote = 0;
            } else if (quote == 0 && c == '#' && i > 0 && Character.isWhitespace(text.charAt(i - 1))) {
                return text.substring(0, i).strip();
            }
        }
        return text;
    }

    private static @Nullable Pattern sessionOf(String command) {
        String language = Waits.session(command);
        return language == null ? null : CommandPatterns.STANDARD.inputs().get(language);
    }

    /// Whether the command opens a session that waits for input.
    static boolean opensSession(String command) {
        return sessionOf(command) != null;
    }
}
