package plantao.runbook.lint;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import plantao.runbook.Command;
import plantao.runbook.Origin;
import plantao.runbook.Runbook;
import plantao.runbook.lint.ShellText.Simple;
import plantao.runbook.lint.ShellText.Word;
import plantao.runbook.text.Expression;

/// Commands that cannot work as written, or not on this computer.
final class CommandRules {
    private static final Expression LONE_VARIABLE = Expression.of("\\$\\{?[A-Z][A-Z0-9_]+\\b");
    private static final Expression SINGLE_QUOTED = Expression.of("(?:-H|--header)\\s*'([^']*)'");
    private static final Expression FUNCTION =
            Expression.of("(?m)^\\s*(?:function\\s+)?([\\w-]+)\\s*\\(\\)|\\balias\\s+([\\w-]+)=");
    static final Set<String> SHELL = Set.of(
            "cd",
            "export",
            "set",
            "unset",
            "source",
            ".",
            "echo",
            "printf",
            "test",
            "[",
            "[[",
            "if",
            "then",
            "else",
            "elif",
            "fi",
            "for",
            "do",
            "done",
            "while",
            "until",
            "case",
            "esac",
            "function",
            "return",
            "exit",
            "read",
            "local",
            "declare",
            "alias",
            "eval",
            "exec",
            "trap",
            "wait",
            "kill",
            "ulimit",
            "umask",
            "true",
            "false",
            "type",
            "command",
            "history",
            "jobs",
            "fg",
            "bg",
            "shift",
            "break",
            "continue",
            "pwd",
            "pushd",
            "popd",
            "let",
            "readonly",
            "in",
            "select",
            "time",
            "!",
            "{",
            "}",
            "hash",
            "help",
            "logout",
            "disown",
            "mapfile",
            "shopt",
            "typeset",
            "unalias",
            ":");
    private static final Set<String> WRAPPERS = Set.of(
            "sudo", "time", "nohup", "env", "exec", "command", "then", "do", "else", "if", "while", "until", "!", "{");
    static final Expression NAME = Expression.of("[a-z][a-z0-9_+-]*(?:\\.sh)?");
    private static final Expression ASSIGNMENT = Expression.of("(?s)\\w+\\+?=.*");

    private CommandRules() {}

    static List<Finding> quotes(LintSubject e) {
        List<Finding> out = new ArrayList<>();
        for (LintSubject.Used u : e.shell()) {
            char open = u.words().open();
            if (open != 0) {
                out.add(new Finding(
                        u.command().origin(),
                        "A " + (open == '"' ? "double" : "single")
                                + " quote of this command is never closed, so the shell waits for more."));
            }
        }
        return out;
    }

    /// Variables between single quotes in what curl sends: the shell leaves them as they are.
    static List<Finding> unexpanded(LintSubject e) {
        List<Finding> out = new ArrayList<>();
        for (LintSubject.Used u : e.shell()) {
            String text = u.command().text();
            if (text.contains("curl")) {
                SINGLE_QUOTED
                        .matcher(text)
                        .results()
                        .map(r -> r.group(1))
                        .filter(h -> LONE_VARIABLE.in(h))
                        .findFirst()
                        .ifPresent(h -> out.add(new Finding(
                                u.command().origin(),
                                "The variable in '" + h
                                        + "' stands between single quotes, so it is sent as it is written.")));
            }
        }
        return out;
    }

    /// Programs that commands of this computer call and that are not among `tools`; each once, at its first place.
    static List<Finding> missing(Runbook runbook, Set<String> tools) {
        Map<String, Origin> first = new LinkedHashMap<>();
        Set<String> own = new HashSet<>();
        for (LintSubject.Used u : LintSubject.shell(runbook)) {
            Command c = u.command();
            own.addAll(functions(c.text()));
            for (Simple s : u.words().commands()) {
                String name = program(s);
                if (NAME.matcher(name).matches() && !SHELL.contains(name) && !tools.contains(name)) {
                    first.putIfAbsent(name, c.origin());
                }
            }
        }
        own.forEach(first::remove);
        List<Finding> out = new ArrayList<>();
        first.forEach((name, origin) -> out.add(
                new Finding(origin, "There is no program `" + name + "` on this computer, and a command calls it.")));
        return out;
    }

    static List<String> functions(String text) {
        return FUNCTION.matcher(text)
                .results()
                .map(r -> r.group(1) == null ? r.group(2) : r.group(1))
                .toList();
    }

    // What runs elsewhere (behind ssh, kubectl exec) stands in the words that follow and is not looked at.
    static String program(Simple s) {
        for (Word w : s.words()) {
            boolean skip = w.text().startsWith("-")
                    || WRAPPERS.contains(w.text())
                    || ASSIGNMENT.matcher(w.text()).matches();
            if (!skip) {
                return w.text().equals(w.bare()) ? w.text() : "";
            }
        }
        return "";
    }
}
