package plantao.runbook.command;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import plantao.runbook.text.Expression;
import plantao.runbook.tree.Line;

/// What shells print before what is typed: copied from a screen, it stands before commands in runbooks.
final class Prompts {
    /// Of bash and sh with user and host.
    static final String HOSTED = "\\[?[\\w.-]+@[\\w.-]+(?:[:\\s][^\\s$#\\]]*)?\\]?[$#]";
    /// The same, of fish with its folder, of zsh and its themes.
    static final String UNIX = HOSTED
            + "|[\\w.-]+@[\\w.-]+\\s[~/][^\\s>]*(?:\\s\\([^()\\n]*\\))?>"
            + "|[\\w.-]+@[\\w.-]+\\s[^\\s%]+\\s?%"
            + "|➜\\s+[\\w.~/-]+(?:\\s+git:\\([^()\\n]*\\))?(?:\\s+[✗✔])?";
    private static final Expression UNIX_LINE = Expression.of("^\\s*(?:" + UNIX + ")\\s+(?=\\S)");
    private static final Expression SECOND = Expression.of("^\\s*>(?:\\s|$)");

    private Prompts() {}

    /// Whether a line is typed behind a prompt that names user and host, or a theme's.
    static boolean isUnix(String text) {
        return (text.indexOf('@') >= 0 || text.indexOf('➜') >= 0) && UNIX_LINE.in(text);
    }

    /// The same lines, but those behind a prompted one without the second prompt `> `, if they have it.
    static List<Line> withoutSecond(List<Line> lines, Predicate<String> prompted) {
        List<Line> all = new ArrayList<>(lines.size());
        boolean goesOn = false;
        for (Line line : lines) {
            boolean second = goesOn && SECOND.in(line.text());
            goesOn = second || prompted.test(line.text());
            all.add(second ? new Line(SECOND.matcher(line.text()).replaceFirst(""), line.number()) : line);
        }
        return all;
    }
}
