package plantao.values;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What is known of programs by their names: which of them read a text as code.
final class Programs {
    static final Set<String> SHELLS = Set.of(
            "sh", "bash", "dash", "zsh", "ksh", "ash", "fish", "su", "runuser", "pwsh", "powershell", "cmd", "tclsh");
    /// Programs that take a query as a word of its own.
    static final Set<String> DATABASES = Set.of(
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
    /// Programs whose `-c`, `-e`, `-x`, … carries a program or a query, or that run what they are piped.
    static final Set<String> LANGUAGES = both(
            DATABASES,
            Set.of(
                    "redis-cli",
                    "valkey-cli",
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
                    "xargs"));
    /// Programs that hand all their words to a shell, or expand them in a language of their own.
    static final Set<String> JOINING = Set.of(
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
    /// Programs whose first word is a program.
    static final Set<String> FILTERS = Set.of("awk", "gawk", "mawk", "nawk", "sed", "gsed", "jq", "yq", "gojq");
    /// Shell builtins that evaluate a subscript in a name they are given.
    static final Set<String> NAMING = Set.of(
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
    /// Builtins that put lines which they read into variables.
    static final Set<String> READING = Set.of("read", "mapfile", "readarray");
    static final Set<String> HARMLESS = Set.of(
            "echo", "grep", "egrep", "fgrep", "zgrep", "rg", "head", "tail", "wc", "logger", "cut", "sort", "curl",
            "git");
    /// Words of a program that mean: what follows is run.
    static final Set<String> RUNNING = Set.of("run", "exec", "shell", "runner", "console", "eval", "cmd");
    /// Words that stand before a command and are none.
    static final Set<String> BEFORE_COMMAND = Set.of(
            "do", "then", "else", "elif", "if", "while", "until", "{", "!", "time", "sudo", "nohup", "env", "command",
            "exec");

    private Programs() {}

    /// Whether a program runs what it is handed on its standard input.
    static boolean runs(String program) {
        return SHELLS.contains(program) || LANGUAGES.contains(program) || JOINING.contains(program);
    }

    /// A program's name without its folder, quotes and version: `/usr/bin/python3.12` → `python`. Where the
    /// runbook says by a variable which program it is, `${BASH:-bash}`, it may be any: a shell.
    static String name(String word) {
        String plain = word.replaceAll("[\"'\\\\]", "");
        String name = plain.substring(plain.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
        String bare = name.replaceFirst("(?:\\.exe)?[\\d.]+$", "");
        return bare.isEmpty() ? name : bare;
    }

    private static Set<String> both(Set<String> some, Set<String> others) {
        return Stream.concat(some.stream(), others.stream()).collect(Collectors.toUnmodifiableSet());
    }
}
