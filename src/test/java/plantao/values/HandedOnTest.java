package plantao.values;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import plantao.runbook.Command;

/// Attacks that take a way round: a value is piped, read, substituted, given to a function or to the shell's
/// parameters, or a program runs another that reads it. What is not refused is run by the real bash.
final class HandedOnTest {
    private static final List<String> VALUES = List.of(
            "; touch hit",
            "$(touch hit)",
            "\ntouch hit\n",
            "';touch hit;'",
            "\";touch hit;\"",
            "x[$(touch hit)]",
            "'; touch hit; --",
            "-oProxyCommand=touch hit",
            "$IFS;touch${IFS}hit",
            "touch hit");

    private static final List<String> TEXTS = List.of(
            // piped or handed to something that reads its lines
            "echo {v} | while read h; do bash -c \"true $h\"; done",
            "echo {v} | while IFS= read -r h; do ssh $h uptime; done",
            "echo {v} | while IFS=, read -r a b; do true \"$a\"; eval \"true $b\"; done",
            "while read h; do bash -c \"true $h\"; done <<< {v}",
            "while read h; do bash -c \"true $h\"; done < <(echo {v})",
            "while read h; do bash -c \"true $h\"; done <<EOF\n$V\nEOF\n",
            "read h <<< {v}; sh -c \"true $h\"",
            "mapfile -t h <<< {v}; sh -c \"true ${h[0]}\"",
            "echo {v} | { read h; eval \"true $h\"; }",
            "echo {v} | (read h; eval \"true $h\")",
            "echo {v} | xargs",
            "echo {v} | xargs -n1 true",
            "echo {v} | xargs -I{} true {}",
            "echo {v} | xargs -I{} sh -c 'true {}'",
            "echo {v} | xargs -I% bash -lc 'true %'",
            "echo {v} | xargs -0 env",
            "printf '%s\\n' {v} | xargs -n1 nohup",
            "printf '%s\\n' a {v} | xargs -P2 -n1 env",
            "xargs -n1 env <<< {v}",
            "xargs -n1 env < <(echo {v})",
            "xargs -I{} sh -c 'true {}' <<EOF\n$V\nEOF\n",
            "echo {v} | tee x | xargs -n1 env; rm -f x",
            "bash -s <<< {v}",
            "bash -s -- {v} <<< 'true $1'",
            "bash -s -- {v} <<< 'eval \"true $1\"'",
            "echo 'true' | bash -s -- {v}",
            "echo \"true {v}\" | sudo bash",
            "echo \"true {v}\" | sudo -u x bash -s",
            "echo \"true {v}\" | ssh h bash -s",
            "echo \"true {v}\" | docker exec -i c sh",
            "echo \"true {v}\" | kubectl exec -i p -- sh",
            "echo \"true {v}\" | env -i bash",
            "echo \"true {v}\" | timeout 5 bash",
            "echo \"true {v}\" > s.sh; bash s.sh; rm -f s.sh",
            "echo \"true {v}\" > s.sh; . ./s.sh; rm -f s.sh",
            "printf 'true %s\\n' {v} >> s.sh; sh < s.sh; rm -f s.sh",
            "echo \"true {v}\" | tee s.sh; chmod +x s.sh; ./s.sh; rm -f s.sh",
            "source <(echo \"true {v}\")",
            "bash <(echo \"true {v}\")",
            "echo \"select '{v}'\" | psql",
            "echo \"select '{v}'\" | psql -f -",
            "psql -f <(echo \"select '{v}'\")",
            "echo \"select '{v}';\" > q.sql; psql -f q.sql; rm -f q.sql",
            "echo \"select '{v}';\" > q.sql; psql < q.sql; rm -f q.sql",
            "psql <<< \"select '$V'\"",
            "echo \"select '{v}'\" | sqlplus -s x",
            "sqlplus -s x <<EOF\nselect '$V' from dual;\nEOF\n",
            "echo \"get {v}\" | redis-cli",
            "redis-cli <<< \"get {v}\"",
            "echo {v} | redis-cli -x set k",
            "echo \"print('{v}')\" | python3 -",
            "echo \"print('{v}')\" | python3",
            "python3 - {v} <<< 'import sys; sys.argv'",
            "python3 -c 'import sys; sys.argv' {v}",
            "python3 -c \"print('$V')\"",
            "perl -e 'print \"{v}\"'",
            "perl -ne 'print if /{v}/' /dev/null",
            "node -e \"'{v}'\"",
            "echo {v} | awk '{system(\"true \" $1)}'",
            "echo {v} | awk '{print $1 | \"sh\"}'",
            "echo {v} | awk '{print \"true \" $0}' | sh",
            "echo {v} | sed 's/^/true /' | bash",
            "echo {v} | sed 's/^/true /e'",
            "echo {v} | at now",
            "echo {v} | ssh h 'xargs env'",
            "bash -c \"$(echo \"true {v}\")\"",
            "eval $(echo \"true {v}\")",
            "eval \"$(echo X={v})\"",
            "$(echo {v})",
            "x=$(echo {v}); bash -c \"true $x\"",
            "x=$(echo {v}); eval true $x",
            "x=$(echo \"a {v}\" | cut -d' ' -f2-); ssh h ls $x",
            "x=`echo {v}`; eval \"true $x\"",
            "x=$(printf %s {v}) y=$x; eval \"true $y\"",
            "x=(a $(echo {v})); eval \"true ${x[1]}\"",
            "x=${V}; eval \"true ${x}\"",
            "x=${V:-a}; eval \"true ${x:-b}\"",
            "x=\"${V#a}\"; ssh h ls \"${x%b}\"",
            "x={v}; y=\"a ${x}\"; z=$y; sh -c \"true $z\"",
            "for i in $(echo {v}); do eval \"true $i\"; done",
            "for i in $(echo {v} | tr , ' '); do sh -c \"true $i\"; done",
            "printf -v x %s {v}; eval \"true $x\"",
            "declare x={v}; eval \"true $x\"",
            "local_x() { local x={v}; eval \"true $x\"; }; local_x",
            "export X={v}; bash -c 'eval true $X'",
            "export X={v}; sh -c \"true $X\"",
            "X={v} sh -c 'eval \"true $X\"'",
            "X={v} envsubst < /dev/null | sh",
            "x={v}; x+=\" b\"; eval \"true $x\"",
            "x=(); x+=({v}); eval \"true ${x[@]}\"",
            "declare -A m; m[k]={v}; eval \"true ${m[k]}\"",
            "f() { true \"$1\" $1; }; f {v}",
            "f() { bash -c \"true $1\"; }; f {v}",
            "f() { local h=$1; ssh \"$h\" ls; }; f {v}",
            "f() { ssh h ls \"$@\"; }; f a {v}",
            "f() { eval \"$*\"; }; f true {v}",
            "f() { \"$@\"; }; f {v}",
            "f() { $1; }; f {v}",
            "f() { g \"$2\"; }; g() { sh -c \"true $1\"; }; f a {v}",
            "f() { while read l; do eval \"true $l\"; done; }; echo {v} | f",
            "f() { bash; }; echo {v} | f",
            "run() { echo $(( $1 + 1 )); }; run {v}",
            "function f { eval \"true $1\"; }; f {v}",
            "set -- {v}; eval \"true $1\"",
            "set -- a {v}; sh -c \"true $2\"",
            "set -- {v}; bash -c 'true \"$@\"' x \"$@\"",
            "x={v}; set -- $x; eval \"true $1\"",
            "x={v}; echo \"true $x\" | sh",
            "x={v}; sh <<< \"true $x\"",
            "x={v}; sh <<EOF\ntrue $x\nEOF\n",
            "x={v}; psql -c \"select '$x'\"",
            "x={v}; cat <<EOF | sh\ntrue $x\nEOF\n",
            "x={v}; awk \"BEGIN {print \\\"$x\\\"}\"",
            "x={v}; echo a | sed \"s/a/$x/\"",
            "x={v}; jq -n \"\\\"$x\\\"\"",
            "x={v}; find . -maxdepth 0 -exec sh -c \"true $x\" \\;",
            "x={v}; $x",
            "x={v}; [[ $x -eq 1 ]]",
            "x={v}; coproc sh -c \"true $x\"",
            "q=\"select '{v}'\"; psql -c \"$q\"",
            "q=\"select '{v}'\"; echo \"$q\" | psql",
            // programs that run another
            "find . -maxdepth 0 -exec bash -c \"true $V\" \\;",
            "find . -maxdepth 0 -exec sh -c 'true \"$1\"' _ {v} \\;",
            "find . -maxdepth 0 -exec true {v} \\;",
            "find . -maxdepth 0 -exec {v} \\;",
            "find . -maxdepth 0 -name \"*{v}*\" -print",
            "xargs -a /dev/null -I@ sh -c \"true {v}\"",
            "kubectl exec p -c x -- sh -c \"true $V\"",
            "kubectl exec p -- bash -c 'true {v}'",
            "kubectl exec p -- true {v}",
            "docker exec -i c bash -c \"true '{v}'\"",
            "docker exec -e X={v} c true",
            "docker run --rm i sh -c 'true {v}'",
            "docker compose exec -T c sh -c \"true {v}\"",
            "docker-compose exec c sh -c 'true {v}'",
            "podman exec c sh -c 'true {v}'",
            "nsenter -t 1 -m sh -c 'true {v}'",
            "chroot / sh -c 'true {v}'",
            "unshare sh -c 'true {v}'",
            "timeout 5 sh -c 'true {v}'",
            "nice -n 5 bash -c 'true {v}'",
            "setsid bash -c \"true $V\"",
            "nohup sh -c \"true $V\" &",
            "flock /dev/null -c 'true {v}'",
            "script -qc 'true {v}' /dev/null",
            "env -S 'true {v}'",
            "env X={v} sh -c 'eval true $X'",
            "busybox sh -c 'true {v}'",
            "command eval 'true {v}'",
            "builtin eval 'true {v}'",
            "exec bash -c 'true {v}'",
            "time bash -c 'true {v}'",
            "if bash -c 'true {v}'; then true; fi",
            "! bash -c 'true {v}'",
            "\\eval 'true {v}'",
            "/bin/sh -c 'true {v}'",
            "\"bash\" -c 'true {v}'",
            "$SHELL -c 'true {v}'",
            "${BASH:-bash} -c \"true {v}\"",
            "b=bash; $b -c 'true {v}'",
            "c='bash -c'; $c 'true {v}'",
            "alias r='bash -c'; r 'true {v}'",
            // words of their own
            "ls {v}* ?{v}",
            "ls \"{v}\"*",
            "cat ~{v}",
            "cat ~/{v}",
            "rm -f /nowhere/{v}*",
            "cp {v} /dev/null",
            "mv -- {v} /dev/null",
            "grep {v} /dev/null",
            "grep -e {v} /dev/null",
            "curl -s -d '{\"k\":\"{v}\"}' http://127.0.0.1:1",
            "curl -s \"http://127.0.0.1:1/?q={v}\"",
            "curl -s -K <(echo \"url={v}\")",
            "jq -n --arg x {v} '$x'",
            "jq -n \".a == \\\"{v}\\\"\"",
            "awk \"/$V/\" /dev/null",
            "sed -n \"/{v}/p\" /dev/null",
            "sed -i.bak \"s/a/{v}/\" /dev/null",
            "echo {v} > \"{v}.txt\"; rm -f -- *.txt",
            "test -f {v} && . {v}",
            "[[ x =~ {v} ]]",
            "[[ x == {v} ]]",
            "(( {v} > 1 ))",
            "echo ${PATH:{v}}",
            "echo ${V:{v}}",
            "echo \"${HOME}{v}\"");

    /// Two steps of one run: what the first leaves behind, the second reads.
    private static final List<List<String>> STEPS = List.of(
            List.of("HOST={v}", "ssh $HOST"),
            List.of("HOST={v}", "ssh h \"ls $HOST\""),
            List.of("export Q=\"select '{v}'\"", "psql -c \"$Q\""),
            List.of("X={v}", "bash -c \"true $X\""),
            List.of("X={v}", "eval true $X"),
            List.of("X={v}", "true $X; rm -f $X"),
            List.of("X={v}; Y=$X", "sh -c \"true $Y\""),
            List.of("X={v}", "Y=$X; echo \"true $Y\" | sh"),
            List.of("X=$(echo {v})", "eval \"true $X\""),
            List.of("read X <<< {v}", "eval \"true $X\""),
            List.of("export X={v}", "bash -c 'eval true $X'"),
            List.of("X={v}", "export X; sh -c 'eval true $X'"),
            List.of("N={v}", "echo $((N + 1))"),
            List.of("N={v}", "[[ $N -gt 1 ]]"),
            List.of("a=({v})", "eval \"true ${a[0]}\""),
            List.of("for X in {v}; do true; done", "eval \"true $X\""),
            List.of("X={v}", "$X"),
            List.of("f() { eval \"true $1\"; }", "f {v}"),
            List.of("f() { bash -c \"true $X\"; }", "X={v}; f"),
            List.of("X={v}", "f() { bash -c \"true $X\"; }; f"),
            List.of("alias r='bash -c'", "r 'true {v}'"),
            List.of("C='bash -c'", "$C 'true {v}'"),
            List.of("echo \"true {v}\" > ../s.sh", "bash ../s.sh; rm -f ../s.sh"),
            List.of("set -- {v}", "eval \"true $1\""),
            List.of("alias r=eval", "X={v}", "r \"true $X\""),
            List.of("c=(bash -c)", "X={v}; \"${c[@]}\" \"$X\""),
            List.of("X={v}", "declare -n r=X; bash -c \"$r\""),
            List.of("X={v}", "echo \"${X@P}\""),
            List.of("declare -n r=X", "X={v}", "bash -c \"$r\""),
            List.of("echo \"true {v}\" > ../s.txt", "eval \"$(cat ../s.txt)\"; rm -f ../s.txt"));

    @TempDir
    Path folder;

    static Stream<List<String>> texts() {
        return Stream.concat(TEXTS.stream().map(List::of), STEPS.stream());
    }

    @ParameterizedTest
    @MethodSource("texts")
    void noValueDoesMoreThanBeAValue(List<String> steps) throws Exception {
        List<ResolvedCommand> taken = new ArrayList<>();
        List<String> values = new ArrayList<>();
        for (String value : VALUES) {
            ResolvedCommand resolved = Cases.resolve(steps, Map.of("v", value, "V", value), "{v}");
            if (resolved.refusal() == null) {
                taken.add(resolved);
                values.add(value);
            } else {
                assertThat(resolved.refusal()).contains("\"").endsWith(".");
            }
        }
        List<Cases.Ran> ran = taken.isEmpty()
                ? List.of()
                : Cases.run(taken, Attacks.PROGRAMS, Files.createDirectory(folder.resolve("here")));
        for (int i = 0; i < ran.size(); i++) {
            assertThat(ran.get(i).files()).as(values.get(i)).isEmpty();
        }
        assertThat(Cases.resolve(steps, Map.of("v", "12", "V", "12"), "{v}").refusal())
                .as("a plain value")
                .isNull();
    }

    @Test
    void whatIsOnlyCountedOrShownStaysFree() {
        for (String text : List.of(
                "n=$(grep -c {v} log); echo $((n + 1))",
                "curl -s https://a.example | jq . | grep {v}",
                "x={v}; echo \"$x\"; grep -F \"$x\" log",
                "f() { grep \"$1\" log; }; f {v}",
                "echo {v} > note.txt; cat note.txt")) {
            assertThat(Cases.resolve(text, Map.of("v", "Erro: a (b), c"), "{v}").refusal())
                    .as(text)
                    .isNull();
        }
    }

    @Test
    void whatAnEarlierStepWasGivenCountsAsItWasThen() {
        Command sets = Cases.shell("HOST={v}", "{v}");
        Command uses = Cases.shell("ssh $HOST uptime");

        ResolvedCommand refused = Resolver.resolve(
                List.of(uses),
                Cases.bare(),
                Map.of("v", "web-1"),
                Map.of(),
                List.of(new Resolver.Before(List.of(sets), Map.of("v", "-oProxyCommand=x"))));
        assertThat(refused.refusal()).contains("\"v\"", "ssh", "earlier step");

        ResolvedCommand taken = Resolver.resolve(
                List.of(uses),
                Cases.bare(),
                Map.of("v", "-oProxyCommand=x"),
                Map.of(),
                List.of(new Resolver.Before(List.of(sets), Map.of("v", "web-1"))));
        assertThat(taken.refusal()).isNull();
    }
}
