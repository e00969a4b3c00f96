package plantao.runbook.command;

import java.util.List;
import java.util.regex.Matcher;
import plantao.runbook.Command;
import plantao.runbook.Runner;
import plantao.runbook.text.Expression;
import plantao.runbook.text.Phrases;
import plantao.runbook.text.Words;

/// Commands in running text: inline code that looks like one, a request, an SQL statement, or a script that the
/// sentence says to run without setting it as code.
final class InlineCommands {
    private static final Expression CALLED = Expression.of(
            "(?iu)\\b(?:run|execute|launch|call|rode|rodar|executar|execute|ejecutar|ejecuta|ejecute|corre|correr|lance|lanzar|chame|chamar)\\s+(?:the |o |a |el |la )?(?:script\\s+)?"
                    + "((?:(?:bash|sh|python3?|node|ruby)\\s+)?(?:\\.{0,2}/)?(?:[\\w.-]+/)*[\\w.-]+\\.(?:sh|bash|py|rb|js|pl|ps1)(?:\\s+(?:--?[\\w-]+(?:=\\S+)?|<[^<>]{1,40}>|\\$\\{?\\w+\\}?))*)");

    // Nothing but code, and called with what programs are called with.
    private static final Expression ALONE = Expression.of("^\\s*`[^`]+`\\s*(?:\\([^()]*\\))?[.;:]?\\s*$");
    private static final Expression CALL = Expression.of(
            "[a-z][\\w.-]*\\s+(?:.*\\s)?(?:--?[A-Za-z][\\w-]*|<[^<>]+>|&&|\\w+=\\S+|\\S*\\$\\{?\\w\\S*|\\S*[/\\\\]\\S+|\\d+(?:\\.\\d+){3})(?:[\\s=].*)?");

    private static final Expression KEYED = Expression.of("^[^`:]{3,80}:\\s*`[^`]+`\\s*[.;]?\\s*$");

    private static final Expression CODE = Expression.of("`[^`]*`");
    private static final String NOT =
            "(?iu)\\b(?:do not|don['’]t|never|must not|não|nao|nunca|jamais|jamás|no)(?: ever)?";
    // "Do not run `docker compose down`" names what must stay undone.
    private static final Expression FORBIDDEN = Expression.of(NOT
            + "\\s+(?:run|use|execute|call|issue|apply|rode|rodar|usar|uses|executar|ejecutar|ejecute|ejecutes|utilizar|utilize|utilice|corra|lance)"
            + "\\s+(?:the |o |a |el |la |un |um )?(?:command |comando )?`[^`]*`");
    // "and not `git reset`", "instead of `kill -9`"; "`docker stop` does not bring it back".
    private static final Expression SPARED = Expression.of(
            "(?iu)(?:\\b(?:and not|but not|y no|e não|e nao|rather than|instead of|en vez de|em vez de|en lugar de|ao inv[eé]s de)\\s+(?:the |o |a |el |la )?`[^`]*`"
                    + "|`[^`]*`(?:\\s*(?:/|,|and|e|y|or|ou|o)\\s*`[^`]*`)*\\s+(?:\\*\\*)?(?:does not|doesn['’]t|do not|don['’]t|no|não|nao|never|nunca)\\b)");
    private static final Expression FORBIDS = Expression.of(NOT + "\\s+$");

    private InlineCommands() {}

    static List<Command> in(String markdown, StepFrame frame, int line) {
        StepDraft draft = new StepDraft(frame, frame.phase(), "", line);
        boolean coded = markdown.indexOf('`') >= 0;
        if (mayCall(markdown)) {
            called(Words.plain(coded ? CODE.matcher(markdown).replaceAll("` `") : markdown), draft, line);
        }
        String allowed = coded
                ? SPARED.matcher(FORBIDDEN.matcher(markdown).replaceAll(" ")).replaceAll(" ")
                : "";
        for (String code : coded ? Words.code(allowed) : List.<String>of()) {
            if (FenceLanguage.isRequest(code)) {
                draft.command(code, "http", Runner.HTTP, line);
            } else if (FenceLanguage.isCmdlet(code)) {
                draft.command(code, "powershell", Runner.NONE, line);
            } else if (FenceLanguage.isCommand(code, frame.vocabulary().programs())
                    || (ALONE.matcher(markdown).matches() || isToDo(markdown, frame))
                            && CALL.matcher(code).matches()) {
                draft.command(code, "bash", Runner.SHELL, line);
            } else if (SqlScanner.isStatement(code)) {
                draft.command(code, "sql", Runner.SQL, line);
            }
        }
        return draft.finished();
    }

    // "Copy the database: `dumper app file=a.dmp`"
    private static boolean isToDo(String markdown, StepFrame frame) {
        return KEYED.matcher(markdown).matches()
                && Phrases.isOrder(Words.folded(Words.plain(markdown)), frame.vocabulary());
    }

    private static boolean mayCall(String markdown) {
        return markdown.contains(".sh")
                || markdown.contains(".py")
                || markdown.contains(".rb")
                || markdown.contains(".js")
                || markdown.contains(".ps1")
                || markdown.contains(".pl");
    }

    private static void called(String plain, StepDraft draft, int line) {
        Matcher m = CALLED.matcher(plain);
        while (m.find()) {
            boolean windows = m.group(1).contains(".ps1");
            if (!FORBIDS.in(plain.substring(0, m.start()))) {
                draft.command(
                        m.group(1).strip(),
                        windows ? "powershell" : "bash",
                        windows ? Runner.NONE : Runner.SHELL,
                        line);
            }
        }
    }
}
