package plantao.values;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Tells where a value is read a second time, by something that could take it for code: a remote or inner shell, a
/// database, a program text. Cautious: a false alarm costs an unusual value, a miss would run it.
final class Interpreters {
    private static final Set<String> SHELLS = Set.of(
            "sh", "bash", "dash", "zsh", "ksh", "ash", "fish", "su", "runuser", "pwsh", "powershell", "cmd", "tclsh");
    /// Programs whose `-c`, `-e`, `-x`, … carries a program or a query, or that run what they are piped.
    private static final Set<String> LANGUAGES = Set.of(
            "psql",
            "mysql",
            "mariadb",
            "sqlite",
            "sqlcmd",
            "sqlplus",
            "cqlsh",
            "clickhouse-client",
            "duckdb",
            "mongo",
            "mongosh",
            "redis-cli",
            "valkey-cli",
            "influx",
            "python",
            "pypy",
            "ipython",
            "perl",
            "ruby",
            "irb",
            "node",
            "nodejs",
            "deno",
            "bun",
            "php",
            "rscript",
            "lua",
            "osascript",
            "jshell",
            "groovy",
            "iex",
            "elixir",
            "gdb",
            "script",
            "flock",
            "at",
            "batch",
            "crontab",
            "xargs");
    /// Programs that take a query as a word of its own.
    private static final Set<String> DATABASES = Set.of(
            "psql",
            "mysql",
            "mariadb",
            "sqlite",
            "sqlcmd",
            "sqlplus",
            "cqlsh",
            "clickhouse-client",
            "duckdb",
            "mongo",
            "mongosh",
            "influx");
    /// Programs that hand all their words to a shell, or expand them in a language of their own.
    private static final Set<String> JOINING = Set.of(
            "ssh",
            "rsh",
            "mosh",
            "autossh",
            "sshpass",
            "pssh",
            "pdsh",
            "clush",
            "eval",
            "watch",
            "parallel",
            "trap",
            "alias",
            "bind",
            "make",
            "gmake",
            "just",
            "ansible",
            "ansible-playbook",
            "salt",
            "tmux",
            "screen");
    /// Variables whose value programs run, or are changed by.
    private static final Pattern RUN_VARIABLE = Pattern.compile(
            "(?:BASH_ENV|ENV|PROMPT_COMMAND|PS[0-4]|IFS|PATH|(?:\\w+_)?PAGER|EDITOR|VISUAL|LESSOPEN|"
                    + "GIT_\\w*(?:COMMAND|EDITOR)|GIT_SSH|\\w*RSH|LD_\\w+|DYLD_\\w+|\\w+_OPTIONS|NODE_OPTIONS|PERL5OPT|RUBYOPT|PYTHONSTARTUP|MAKEFLAGS)\\+?=.*",
            Pattern.DOTALL);
    /// Programs whose first word is a program.
    private static final Set<String> FILTERS = Set.of("awk", "gawk", "mawk", "nawk", "sed", "gsed", "jq", "yq", "gojq");
    private static final Set<String> BINDING = Set.of("--arg", "--argjson", "-v", "--args", "--slurpfile", "--rawfile");
    /// Shell builtins that evaluate a subscript in a name they are given.
    private static final Set<String> NAMING = Set.of(
            "declare",
            "typeset",
            "local",
            "export",
            "readonly",
            "let",
            "unset",
            "read",
            "mapfile",
            "readarray",
            "getopts",
            "wait",
            "printf");
    private static final Set<String> ARITHMETIC_TESTS = Set.of("-eq", "-ne", "-lt", "-le", "-gt", "-ge", "-v", "-R");
    private static final Set<String> HARMLESS = Set.of(
            "echo", "grep", "egrep", "fgrep", "zgrep", "rg", "head", "tail", "wc", "logger", "cut", "sort", "curl",
            "git");
    private static final Set<String> RUNNING = Set.of("run", "exec", "shell", "runner", "console", "eval", "cmd");
    private static final Set<String> BEFORE_COMMAND = Set.of(
            "do", "then", "else", "elif", "if", "while", "until", "{", "!", "time", "sudo", "nohup", "env", "command",
            "exec");
    private static final Pattern CODE_OPTION = Pattern.compile("-[A-Za-z]{0,6}[cerxECQ]");
    private static final Pattern ATTACHED_CODE =
            Pattern.compile("(?:-[A-Za-z]{0,6}[cerxE][\"'$].*|-[cerx].+)", Pattern.DOTALL);
    private static final Pattern LONG_CODE_OPTION = Pattern.compile(
            "--(?:command|eval|execute|exec|query|sql|expression|run|print|script|filter|code)(?:=.*)?",
            Pattern.DOTALL);
    private static final Pattern SQL = Pattern.compile(
            "\\b(?:select\\b.*\\bfrom|insert\\s+into|update\\b.*\\bset|delete\\s+from|alter\\s+\\w+|drop\\s+\\w+|create\\s+\\w+"
                    + "|grant\\b.*\\bto|revoke\\b.*\\bfrom|truncate\\s+\\w+|vacuum|reindex|explain|copy\\b.*\\b(?:from|to)"
                    + "|pg_\\w+\\s*\\(|where\\b.*=)",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern SET = Pattern.compile("(?:-v|--set=|--variable=)[\"']?(\\w+)=.*", Pattern.DOTALL);
    private static final Pattern ASSIGNMENT = Pattern.compile("\\w+(?:\\[[^\\]]*\\])?\\+?=.*", Pattern.DOTALL);

    private final String text;
    private final Layout layout;

    Interpreters(String text, Layout layout) {
        this.text = text;
        this.layout = layout;
    }

    /// What reads the value that stands at `start` again, for the operator to read; empty when only the shell does.
    ///
    /// @param variable whether it is a variable of the text rather than a blank
    Optional<String> readerAt(int start, boolean variable) {
        switch (layout.at()[start]) {
            case BACKTICK -> {
                return Optional.of("a command in backticks");
            }
            case HEREDOC, RAW_HEREDOC -> {
                return heredoc(start, variable);
            }
            default -> {}
        }
        int at = layout.wordAt()[start];
        if (at < 0) {
            return Optional.empty();
        }
        Layout.Word word = layout.words().get(at);
        List<String> before = wordsBefore(at);
        return byWords(
                        before,
                        shown(word),
                        shown(word).indexOf(' ') >= 0 || shown(word).indexOf('\n') >= 0,
                        variable)
                .or(() -> subscript(word, start))
                .or(() -> hereString(word))
                .or(() -> piped(word.command()));
    }

    private Optional<String> byWords(List<String> before, String word, boolean codeLike, boolean variable) {
        List<String> names = before.stream().map(Interpreters::program).toList();
        String last = before.isEmpty() ? "" : before.getLast();
        if (!variable && before.isEmpty() && !ASSIGNMENT.matcher(word).matches()) {
            return Optional.of("the name of a command");
        }
        Optional<String> joining = names.stream().filter(JOINING::contains).findFirst();
        if (joining.isPresent()) {
            return joining;
        }
        Optional<String> language = names.stream()
                .filter(n -> SHELLS.contains(n) || LANGUAGES.contains(n))
                .findFirst();
        boolean attached = ATTACHED_CODE.matcher(word).matches()
                || LONG_CODE_OPTION.matcher(word).matches() && word.contains("=");
        boolean told = attached
                || CODE_OPTION.matcher(last).matches()
                || last.equals("-p")
                || RUNNING.contains(program(last))
                || codeLike && names.stream().anyMatch(DATABASES::contains);
        if (language.isPresent() && told) {
            return language;
        }
        if (names.contains("psql") && interpolated(last, word)) {
            return Optional.of("SQL, in which it stands as it is (write :'name' there, with quotes)");
        }
        if (RUN_VARIABLE.matcher(word).matches()) {
            return Optional.of("programs that run what stands in this variable");
        }
        if (names.stream().anyMatch(FILTERS::contains) && !bound(before)) {
            return names.stream().filter(FILTERS::contains).findFirst();
        }
        if (attached && word.startsWith("--") || LONG_CODE_OPTION.matcher(last).matches() && !last.contains("=")) {
            return Optional.of("what " + (names.isEmpty() ? "it" : names.getFirst()) + " is told to run");
        }
        if (codeLike
                && (CODE_OPTION.matcher(last).matches() || RUNNING.stream().anyMatch(names::contains))
                && names.stream().noneMatch(HARMLESS::contains)) {
            return Optional.of("what " + names.getFirst() + " is told to run");
        }
        if (last.matches("-[ce]")
                && !ASSIGNMENT.matcher(word).matches()
                && names.stream().noneMatch(HARMLESS::contains)) {
            return Optional.of("what " + names.getFirst() + " is told to run");
        }
        if (names.contains("[[") || ARITHMETIC_TESTS.contains(last)) {
            return Optional.of("a test");
        }
        if (!names.isEmpty()
                && NAMING.contains(names.getFirst())
                && (!names.getFirst().equals("printf") || last.equals("-v"))
                && !ASSIGNMENT.matcher(word).matches()) {
            return Optional.of("the name of a variable");
        }
        return codeLike && SQL.matcher(word).find() ? Optional.of("SQL") : Optional.empty();
    }

    /// How a program would take a value for something that it is not; empty when it would not.
    Optional<String> misread(int start, String value) {
        int at = layout.wordAt()[start];
        if (at < 0) {
            return Optional.empty();
        }
        Layout.Word word = layout.words().get(at);
        return Misreadings.of(wordsBefore(at), text.substring(word.start(), start), value);
    }

    /// psql's own variables: `:name` is put into the SQL as it is, `:'name'` and `:"name"` are quoted.
    private boolean interpolated(String last, String word) {
        Matcher set = SET.matcher(last.matches("-v|--set|--variable") ? "-v" + word : word);
        return set.matches()
                && Pattern.compile("(?<![:\\w]):" + set.group(1) + "\\b")
                        .matcher(text)
                        .find();
    }

    private static boolean bound(List<String> before) {
        int n = before.size();
        return BINDING.contains(before.get(n - 1))
                || n > 1
                        && BINDING.contains(before.get(n - 2))
                        && !before.get(n - 2).equals("-v");
    }

    private Optional<String> subscript(Layout.Word word, int start) {
        String head = text.substring(word.start(), start);
        boolean inName = head.matches("\\w*") && ASSIGNMENT.matcher(shown(word)).matches();
        return inName || head.matches("[A-Za-z_]\\w*\\[[^\\]]*")
                ? Optional.of("the shell as a variable's name")
                : Optional.empty();
    }

    private Optional<String> hereString(Layout.Word word) {
        boolean handed = text.substring(0, word.start()).stripTrailing().endsWith("<<<");
        return handed
                ? words(word.command()).stream()
                        .map(Interpreters::program)
                        .filter(Interpreters::runs)
                        .findFirst()
                : Optional.empty();
    }

    private static boolean runs(String program) {
        return SHELLS.contains(program) || LANGUAGES.contains(program) || JOINING.contains(program);
    }

    private Optional<String> heredoc(int start, boolean variable) {
        for (Layout.Heredoc doc : layout.heredocs()) {
            if (start >= doc.bodyStart() && start < doc.bodyEnd()) {
                List<String> names =
                        words(doc.command()).stream().map(Interpreters::program).toList();
                boolean copies = names.contains("cat") || names.contains("tee");
                return variable && copies && piped(doc.command()).isEmpty() && !runsAnything()
                        ? Optional.empty()
                        : Optional.of("the text handed to " + (names.isEmpty() ? "a command" : names.getFirst()));
            }
        }
        return Optional.empty();
    }

    /// Whether anything in the text could run a file that was written before.
    private boolean runsAnything() {
        return layout.words().stream()
                .map(w -> program(shown(w)))
                .anyMatch(p -> runs(p) || p.equals("source") || p.equals(".") || p.equals("chmod"));
    }

    /// Whether a later command of the same pipeline, or of the one around it, runs what it reads.
    private Optional<String> piped(int command) {
        for (int line = layout.commands().get(command);
                line >= 0;
                line = layout.parents().get(line)) {
            for (int later = command + 1; later < layout.commands().size(); later++) {
                if (layout.commands().get(later) == line) {
                    Optional<String> reader = words(later).stream()
                            .map(Interpreters::program)
                            .filter(Interpreters::runs)
                            .findFirst();
                    if (reader.isPresent()) {
                        return reader;
                    }
                }
            }
        }
        return Optional.empty();
    }

    private List<String> wordsBefore(int word) {
        int command = layout.words().get(word).command();
        List<String> before = new ArrayList<>();
        for (int i = 0; i < word; i++) {
            if (layout.words().get(i).command() == command) {
                before.add(shown(layout.words().get(i)));
            }
        }
        return before.stream()
                .dropWhile(
                        w -> BEFORE_COMMAND.contains(w) || ASSIGNMENT.matcher(w).matches())
                .toList();
    }

    private List<String> words(int command) {
        return layout.words().stream()
                .filter(w -> w.command() == command)
                .map(this::shown)
                .toList();
    }

    private String shown(Layout.Word word) {
        return text.substring(word.start(), word.end());
    }

    /// A program's name without its folder, quotes and version: `/usr/bin/python3.12` → `python`.
    private static String program(String word) {
        String plain = word.replaceAll("[\"'\\\\]", "");
        String name = plain.substring(plain.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
        String bare = name.replaceFirst("(?:\\.exe)?[\\d.]+$", "");
        return bare.isEmpty() ? name : bare;
    }
}
