package plantao.runbook.command;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import plantao.runbook.text.Expression;

/// Placeholders (`{deploy_id}`, `<pod>`, `[project-id]`, `YYYYMMDD`) and variables (`$DATABASE_URL`) in a text.
public final class Blanks {
    private static final Expression PLACEHOLDER = Expression.of(
            "(?<![<\\w])<([A-Za-zÀ-ÿ][\\wÀ-ÿ .\\-/|]{0,40})>(?!>)|<[A-Za-z]{2,4}:[A-Za-z]{2,4}(?::[A-Za-z]{2})?>"
                    + "|(?<![!\\w\\])$.\\[\\\\])\\[([A-Za-zÀ-ÿ@][^\\[\\]\\n\"'=$*|\\\\]{1,48})\\](?![(\\[:\\w])"
                    + "|(?<![$\\{\\w%\\\\])\\{([A-Za-zÀ-ÿ][\\wÀ-ÿ \\-./]{0,40})\\}(?!\\})"
                    + "|\\b(?:YOUR|SEU|SUA|TU)[_-][A-Z0-9_-]+\\b|\\b(?:your|seu|sua)-[a-z0-9-]+\\b"
                    + "|(?<![A-Za-z])(?:YYYY|AAAA)[-_/.]?MM(?:[-_/.]?DD)?(?:[_T-]?HH:?-?MM(?::?-?SS)?)?(?![A-Za-z])"
                    + "|\\{\\{\\s*[A-Za-zÀ-ÿ][\\wÀ-ÿ .-]{0,40}\\s*\\}\\}"
                    + "|(?<![\\w%])%[A-Z][A-Z0-9_]{2,40}%(?![\\w%])"
                    + "|(?<![!\\w\\])$.\\[\\\\])\\[\\w+(?:/\\w+)+\\](?![(\\[:\\w])"
                    + "|(?<![\\w])[xX]{3,}(?:-[xX]+)*(?![\\w])");
    private static final Expression CAPITALS = Expression.of(
            "(?<=[\\s/@:=\"'])(?<!\\s-[eEv]\\s|--env\\s|--env=)[A-Z][A-Z0-9]*(?:[_-][A-Z0-9]+)*[_-](?:ID|NAME|IP|HERE|ARN)(?![\\w.*-]|=[^\\d]|:\\s)");
    // Nouns that nothing is called by: `kill -9 PID`, `-n NAMESPACE`, `ssh ops@HOST`, `PUBLISHER-HOST`.
    private static final List<String> NOUNS = List.of(
            "PID",
            "POD",
            "CONTAINER",
            "HOST",
            "HOSTNAME",
            "SERVER",
            "SERVIDOR",
            "NAMESPACE",
            "NAMESPACES",
            "NODE",
            "NODENAME",
            "SERVICO",
            "SERVICIO",
            "VERSION",
            "VERSAO",
            "REVISION",
            "COMMIT",
            "SHA",
            "BRANCH",
            "BUCKET",
            "INSTANCE",
            "DEPLOYMENT",
            "UUID");
    private static final Expression NOUN = Expression.of(
            "(?<=[\\s@/])(?<!\\s-[eEv]\\s)(?:[A-Z]+-)*(?:" + String.join("|", NOUNS) + ")(?=[\\s/\"':]|$)(?!:\\s)");
    private static final List<String> ENDS = List.of("_ID", "_NAME", "_IP", "_HERE", "_ARN", "-NAME", "-ID", "-HERE");
    // Regions and accounts of an ARN are never in capitals, hosts hardly ever.
    private static final Expression ADDRESS =
            Expression.of("(?<=\\barn:[a-z0-9-]{1,12}:[a-z0-9-]{0,30}:(?:[\\w-]{0,30}:)?)[A-Z][A-Z_]{2,30}(?=:)"
                    + "|(?<=://)[A-Z][A-Z_-]{2,30}(?=[:/.\\s\"']|$)");
    // Commands whose words are names of variables and fields, and search terms.
    private static final Expression NAMES_THEM = Expression.of(
            "(?:^|[|;&]\\s*)(?:sudo\\s+)?(?:export|unset|printenv|echo|printf|read|declare|local|[ezf]?grep|rg|jq|awk|sed|psql|mysql)\\b|\\b(?:SELECT|INSERT|UPDATE)\\b|\\b(?:secrets?|config|env)(?::|\\s+)(?:set|get|list|unset)\\b");
    private static final Expression TAG = Expression.of(
            "(?iU)<(?:br|p|b|i|div|span|details|summary|img|a|tr|td|th|pre|ul|ol|li|kbd|sub|sup|html|head|body|h[1-6]|none|meta|EOF)\\b[^>]*>|\\[(?:ERROR|WARN|WARNING|INFO|DEBUG|FATAL|OK|FAIL|a-z|A-Z|[xX])\\w*[^\\]]*\\]|\\{(?:print|start|end)\\}|\\[[A-Za-z]-[A-Za-z0-9].*\\]");
    private static final Expression VARIABLE =
            Expression.of("(?<!\\\\)\\$(?:\\{([A-Z_][A-Z0-9_]*)(?:[:#%/][^}]*)?\\}|([A-Z_][A-Z0-9_]*))");
    private static final Expression ASSIGNED = Expression.of(
            "(?:^|[;&\\s])(?:export\\s+|local\\s+|read\\s+(?:-\\w+\\s+)*|for\\s+)?([A-Z_][A-Z0-9_]*)(?==[^=]|\\s+in\\b)");

    private Blanks() {}

    /// The placeholders as written, each once, in order.
    public static List<String> placeholders(String text) {
        Set<String> out = new LinkedHashSet<>();
        Matcher m = null;
        for (int i = 0; i < text.length(); i++) {
            if (!mayBegin(text, i)) {
                continue;
            }
            m = m == null ? PLACEHOLDER.matcher(text).useTransparentBounds(true).useAnchoringBounds(false) : m;
            if (m.region(i, text.length()).lookingAt()) {
                if (!TAG.matcher(m.group()).matches() && !isClosed(m.group(), text)) {
                    out.add(m.group());
                }
                i = m.end() - 1;
            }
        }
        return List.copyOf(out);
    }

    /// The words of a shell command that stand in capitals for a value (`docker logs CONTAINER_ID`,
    /// `…/PROJECT_ID/…`), each once, in order: names that end as nobody's real values do, and an address's own
    /// parts.
    public static List<String> capitals(String command) {
        boolean named = ENDS.stream().anyMatch(command::contains);
        boolean addressed = command.contains("arn:") || hasHostInCapitals(command);
        boolean noun = NOUNS.stream().anyMatch(command::contains);
        if (!named && !addressed && !noun || NAMES_THEM.in(command)) {
            return List.of();
        }
        Set<String> out = new LinkedHashSet<>();
        if (named) {
            add(CAPITALS.matcher(command), command, out);
        }
        if (noun) {
            add(NOUN.matcher(command), command, out);
        }
        if (addressed) {
            add(ADDRESS.matcher(command), command, out);
        }
        return List.copyOf(out);
    }

    private static boolean hasHostInCapitals(String command) {
        for (int at = command.indexOf("://"); at >= 0; at = command.indexOf("://", at + 3)) {
            char host = at + 3 < command.length() ? command.charAt(at + 3) : ' ';
            if (host >= 'A' && host <= 'Z') {
                return true;
            }
        }
        return false;
    }

    private static void add(Matcher m, String command, Set<String> out) {
        while (m.find()) {
            boolean variable = command.contains("$" + m.group()) || command.contains("{" + m.group());
            if (!variable) {
                out.add(m.group());
            }
        }
    }

    // Whether one of the pattern's alternatives can begin here; tells nearly every character of a text apart at
    // once.
    private static boolean mayBegin(String text, int at) {
        char next = at + 1 < text.length() ? text.charAt(at + 1) : ' ';
        return switch (text.charAt(at)) {
            case '<', '{' -> next >= '@';
            case '[' -> next >= '@' || Character.isDigit(next);
            case '%' -> next >= 'A' && next <= 'Z';
            case 'Y' -> text.startsWith("YOUR", at) || text.startsWith("YYYY", at);
            case 'y' -> text.startsWith("your-", at);
            case 'S' -> text.startsWith("SEU", at) || text.startsWith("SUA", at);
            case 's' -> text.startsWith("seu-", at) || text.startsWith("sua-", at);
            case 'T' -> next == 'U';
            case 'A' -> text.startsWith("AAAA", at);
            case 'x', 'X' -> next == 'x' || next == 'X';
            default -> false;
        };
    }

    // "<title>" is a placeholder, "<title>…</title>" is HTML.
    private static boolean isClosed(String found, String text) {
        return found.startsWith("<") && text.contains("</" + found.substring(1));
    }

    /// The names of the environment variables used, each once, in order.
    public static List<String> variables(String text) {
        if (text.indexOf('$') < 0) {
            return List.of();
        }
        Set<String> out = new LinkedHashSet<>();
        Matcher m = VARIABLE.matcher(text);
        while (m.find()) {
            out.add(m.group(1) == null ? m.group(2) : m.group(1));
        }
        return List.copyOf(out);
    }

    /// The names that the text itself gives a value.
    public static List<String> assigned(String text) {
        if (!mayAssign(text)) {
            return List.of();
        }
        List<String> out = new ArrayList<>();
        Matcher m = ASSIGNED.matcher(text);
        while (m.find()) {
            out.add(m.group(1));
        }
        return out;
    }

    // A name in capitals right before "=" or before "in" as a word.
    private static boolean mayAssign(String text) {
        for (int at = text.indexOf('='); at >= 0; at = text.indexOf('=', at + 1)) {
            if (endsName(text, at)) {
                return true;
            }
        }
        for (int at = text.indexOf("in", 1); at > 0; at = text.indexOf("in", at + 2)) {
            int end = at;
            while (end > 0 && isSpace(text.charAt(end - 1))) {
                end--;
            }
            if (end < at && endsName(text, end)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isSpace(char c) {
        return c == ' ' || c >= '\t' && c <= '\r';
    }

    private static boolean endsName(String text, int end) {
        char before = end == 0 ? ' ' : text.charAt(end - 1);
        return before >= 'A' && before <= 'Z' || before >= '0' && before <= '9' || before == '_';
    }
}
