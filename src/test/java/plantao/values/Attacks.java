package plantao.values;

import java.util.List;

/// What attacks are made of: values that want a file called `hit` made, and programs that would make it.
final class Attacks {
    private static final String LONG = "A".repeat(20_000) + "$(touch hit)";

    static final List<String> VALUES = List.of(
            "; touch hit",
            "&& touch hit &",
            "| touch hit",
            "$(touch hit)",
            "`touch hit`",
            "\ntouch hit\n",
            "\r\ntouch hit\r\n",
            "';touch hit;'",
            "\";touch hit;\"",
            "'\";touch hit;\"'",
            "\\'; touch hit; #",
            "\\\"; touch hit; #",
            "$IFS;touch${IFS}hit",
            "x[$(touch hit)]",
            "a[$(touch hit)]+1",
            "0;system(\"touch hit\")",
            "/;system(\"touch hit\");/",
            "x/e;1e touch hit;s/a",
            "1etouch hit",
            "';system touch hit;'",
            "'); import os; os.system('touch hit'); ('",
            "__import__('os').system('touch hit')",
            "'; touch hit; --",
            "1; touch hit; --",
            "x'; \\! touch hit\n",
            "\\! touch hit",
            ".shell touch hit",
            "EOF\ntouch hit",
            "PLANTAO_INPUT\ntouch hit",
            "-exec touch hit ;",
            "--checkpoint-action=exec=touch hit",
            "--eval=$(shell touch hit)",
            "-ctouch hit",
            "-oProxyCommand=touch hit",
            "X=$(shell touch hit)",
            "$(shell touch hit)",
            "() { :; }; touch hit",
            "%s%n$(touch hit)",
            "touch hit",
            "touch\thit",
            "{touch,hit}",
            "~/../hit",
            "\u001b]0;$(touch hit)\u0007",
            "\u202e;touch hit",
            "；touch hit",
            "‘;touch hit;’",
            "*",
            LONG);

    /// Programs that hand on what they are told as the real ones do. SQL is tried by taking its literals out.
    static final String PROGRAMS = """
            shopt -s expand_aliases
            sudo() { while [[ $1 == -* ]]; do [ "$1" = -u ] && shift; shift; done; "$@"; }
            su() { while [ $# -gt 0 ]; do [ "$1" = -c ] && { shift; sh -c "$1"; }; shift; done; }
            ssh() { case $1 in -o*) sh -c "${1#*=}"; shift ;; esac; shift; sh -c "$*"; }
            docker() { shift; while [[ $1 == -* ]]; do shift; done; shift; "$@"; }
            kubectl() { while [ "$1" != -- ]; do shift; done; shift; "$@"; }
            watch() { shift; sh -c "$*"; }
            rsync() { [ "$1" = -e ] && sh -c "$2"; }
            git() { sh -c "${GIT_SSH_COMMAND:-true}"; }
            sql() { # without its literals and comments
              local text=$*; text=$(printf '%s' "$text" | sed -e "s/'[^']*'//g" -e 's/--.*//'); case $text in *'touch hit'*) touch hit ;; esac; }
            psql() { local set=() code=; while [ $# -gt 0 ]; do case $1 in
                -v) shift; set+=("$1") ;; --set=*) set+=("${1#--set=}") ;; -c) shift; code=$1 ;; -*c) shift; code=$1 ;; -*c*) code=${1#-*c} ;; *) case $1 in *-c*) touch hit;; esac ;; esac; shift; done
              [ -t 0 ] || [ -n "$code" ] || code=$(cat)
              for one in "${set[@]}"; do code=${code//":${one%%=*}"/"${one#*=}"}; done; sql "$code"; case $code in *'\\!'*'touch hit'*) touch hit ;; esac; }
            mysql() { [ $# -gt 1 ] && sql "$*" || sql "$* $(cat)"; }
            mongo() { case $* in *"x({"*|*"x('"*) ;; esac; local c=${*##*eval }; c=$(printf '%s' "$c" | sed "s/'[^']*'//g"); case $c in *touch*hit*) touch hit ;; esac; }
            mongosh() { mongo "$@"; }
            sqlite3() { sql "${@:2}"; case $2 in .read*touch*|.shell*) touch hit ;; esac; }
            sqlcmd() { sql "${@:2}"; }
            redis-cli() { [ "${1#--}" = eval ] && case $2 in *touch*hit*) touch hit ;; esac; }
            """;

    private Attacks() {}
}
