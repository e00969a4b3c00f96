package plantao.runbook.command;

import java.util.List;
import java.util.Set;
import plantao.runbook.risk.Cmdlets;
import plantao.runbook.text.Expression;
import plantao.runbook.tree.Fence;
import plantao.runbook.tree.Line;

/// What a fence holds: by its info string, else by its content.
public final class FenceLanguage {
    private static final Expression SQL = Expression.of(
            "(?i)^\\s*(?:select|insert into|update \\w+ set|delete from|alter table|create (?:table|index)|with \\w+ as|explain)\\b.*");
    /// A request line of an `.http` file (RFC 9112, section 3) with a whole address.
    private static final Expression HTTP =
            Expression.of("^\\s*(?:GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS)\\s+https?://\\S+(?:\\s+HTTP/[\\d.]+)?\\s*$");
    private static final Expression NUMBERED = Expression.of("^\\s{0,3}\\d+[.)]\\s+\\S.*");
    private static final Expression BOX =
            Expression.of("^\\s*(?:[-*]\\s+)?(?:\\[[ xX]\\]|\\( {1,3}\\)|[□☐▢◻⬜❏❑☑☒])\\s.*");
    private static final String DRAWN = "│┌└├╔║╠▼┐┘";
    private static final Expression SCRIPT =
            Expression.of("(?:\\.{0,2}/|[\\w.-]+/).*\\.(?:sh|bash|py|rb|js|pl|ps1)|\\./.+");
    private static final Expression CMDLET = Expression.of("([A-Z][a-z]+)-[A-Z][A-Za-z]+\\s+\\S.*");
    private static final Expression WORD = Expression.of("[a-z][a-z0-9-]+");
    private static final Expression CLI = Expression.of(
            "[a-z][a-z0-9-]+(?:\\s+[a-z][\\w:-]*)+\\s+(?:--?[a-z]).*|[a-z][a-z0-9_-]{2,}(?:\\s+[\\w./:@=-]+){0,4}?\\s+-{1,2}[a-zA-Z][\\w-]*(?:[\\s=].*)?");
    private static final Expression FIRST_WORD =
            Expression.of("(?s)^\\s*(?:\\$\\s+)?(?:sudo\\s+)?([\\w./-]+)(?:[\\s;|&<>].*)?$");

    private static final Set<String> MARKUP = Set.of("yaml", "yml");
    private static final Expression KEY = Expression.of("[\\w.-]+:(?:\\s|$)");

    private FenceLanguage() {}

    /// `bash`, `sql`, `powershell`, another language that can be read, `numbered` for a numbered list, `dialogue`
    /// for what was typed at a prompt, or an empty text when there is nothing to do in it.
    public static String of(Fence fence) {
        if (isBoxes(fence)) {
            return "";
        }
        String named = CommandPatterns.STANDARD.languages().get(fence.info());
        boolean plain = fence.info().isEmpty() || fence.info().equals("text");
        if ((plain || "bash".equals(named) || "sql".equals(named)) && Dialogue.isOne(fence)) {
            return "dialogue";
        }
        if (named != null) {
            boolean repl = fence.text().contains("\n>>> ");
            return repl ? "bash" : named.equals("bash") && isSql(fence.lines()) ? "sql" : named;
        }
        if (MARKUP.contains(fence.info()) && isCommands(fence.lines())) {
            return "bash";
        }
        return plain ? guessed(fence.lines()) : "";
    }

    // A command in a fence that says "yaml".
    private static boolean isCommands(List<Line> lines) {
        for (Line line : lines) {
            String text = line.text();
            if (!text.isBlank() && !text.startsWith("#")) {
                return !KEY.matcher(text).lookingAt() && isCommand(text);
            }
        }
        return false;
    }

    /// Whether the fence is a checklist of boxes.
    public static boolean isBoxes(Fence fence) {
        int boxes = 0;
        for (Line line : fence.lines()) {
            boxes += mayBeBox(line.text()) && BOX.matcher(line.text()).matches() ? 1 : 0;
            if (boxes == 2) {
                return true;
            }
        }
        return false;
    }

    private static boolean mayBeBox(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '[' || c == '(' || c > 0x2500) {
                return true;
            }
            if (c > ' ' && c != '-' && c != '*') {
                return false;
            }
        }
        return false;
    }

    /// Whether the text looks like a command: a known name first, a prompt or a path.
    public static boolean isCommand(String text) {
        String t = text.strip();
        var m = FIRST_WORD.matcher(t);
        if (!m.matches() || t.length() > 2000) {
            return false;
        }
        String word = m.group(1);
        boolean script = word.indexOf('/') >= 0 && SCRIPT.matcher(word).matches();
        boolean known = CommandPatterns.STANDARD.known().contains(word)
                || CommandPatterns.STANDARD.told().contains(word);
        boolean spaced = t.indexOf(' ') > 0;
        boolean cli = spaced
                && t.indexOf('-') > 0
                && WORD.matcher(word).matches()
                && CLI.matcher(t).matches();
        // By their names alone: "queuectl", "orders-cli".
        boolean named = spaced
                && (word.endsWith("ctl") || word.endsWith("-cli"))
                && WORD.matcher(word).matches();
        return script
                || named
                || isCmdlet(t)
                || known
                        && (spaced
                                || word.length() > 3
                                        && !word.equals("time")
                                        && !word.equals("host")
                                        && !word.equals("test"))
                || cli;
    }

    /// Whether the text looks like a command, or calls one of the team's own programs with something.
    public static boolean isCommand(String text, Set<String> programs) {
        if (isCommand(text)) {
            return true;
        }
        var m = FIRST_WORD.matcher(text.strip());
        return !programs.isEmpty() && m.matches() && text.strip().indexOf(' ') > 0 && programs.contains(m.group(1));
    }

    /// Whether the text calls a cmdlet of PowerShell with something (`Restart-Service -Name w3svc`).
    static boolean isCmdlet(String text) {
        var m = CMDLET.matcher(text.strip());
        return m.matches() && Cmdlets.isVerb(m.group(1));
    }

    /// Whether the text is the line of an HTTP request with its whole address.
    static boolean isRequest(String text) {
        return HTTP.matcher(text).matches();
    }

    // Queries in a fence that says "bash": as commands every line of them would be one.
    private static boolean isSql(List<Line> lines) {
        for (Line line : lines) {
            String text = line.text().strip();
            if (!text.isEmpty() && !text.startsWith("#") && !text.startsWith("--")) {
                return SQL.matcher(text).matches() && lines.stream().noneMatch(l -> isCommand(l.text()));
            }
        }
        return false;
    }

    private static boolean isDrawn(String line) {
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c >= 0x2500 && DRAWN.indexOf(c) >= 0) {
                return true;
            }
        }
        return false;
    }

    private static String guessed(List<Line> lines) {
        List<String> text =
                lines.stream().map(Line::text).filter(t -> !t.isBlank()).toList();
        if (text.isEmpty() || text.stream().anyMatch(FenceLanguage::isDrawn)) {
            return "";
        }
        if (Prompts.isUnix(text.getFirst()) || text.getFirst().startsWith("$ ") && isCommand(text.getFirst())) {
            return "bash";
        }
        if (HTTP.matcher(text.getFirst()).matches()) {
            return "http";
        }
        if (SQL.matcher(text.getFirst()).matches()) {
            return "sql";
        }
        if (text.stream().anyMatch(t -> t.strip().startsWith("$ ") && isCommand(t))) {
            return "bash";
        }
        long commands = text.stream()
                .filter(t -> isCommand(t) && !t.stripTrailing().endsWith("."))
                .count();
        if (commands * 5 >= text.size() * 2L) {
            return "bash";
        }
        long numbered = text.stream().filter(t -> NUMBERED.matcher(t).matches()).count();
        return numbered >= 2 && numbered * 2 >= text.size() ? "numbered" : "";
    }
}
