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

/// Attacks: each value wants a file called `hit` made, in each text that a runbook may have. What is not refused is
/// run by the real bash, with programs that hand their words on as the real ones do.
final class InjectionTest {
    private static final List<String> TEXTS = List.of(
            // words of the shell's own
            "true {v}",
            "true \"{v}\" '{v}' $'{v}' a{v}b",
            "true $V \"$V\" ${V} \"${V}\"",
            "true \"$(true {v})\" \"$(true \"{v}\")\" \"$(true '{v}')\"",
            "true `true {v}` `true '{v}'` `true \"{v}\"`",
            "x={v}; true $x \"$x\"",
            "x=\"a {v}\"; true $x",
            "x={v} y='{v}' true",
            "for i in {v}; do true $i \"$i\"; done",
            "a=({v}); true ${a[@]} \"${a[0]}\"",
            "case {v} in {v}) true;; esac",
            "f() { true \"$1\"; }; f a {v}",
            "true > /dev/null {v} # {v}",
            "cat <<< {v} > /dev/null",
            "export X={v}; bash -c 'true \"$X\"'",
            // heredocs
            "cat > /dev/null <<EOF\n{v}\n$V\nEOF\n",
            "cat > /dev/null <<'EOF'\n{v}\nEOF\n",
            "bash <<EOF\ntrue {v} $V\nEOF\n",
            "bash <<'EOF'\ntrue {v}\nEOF\n",
            "cat > s.sh <<EOF\ntrue $V\nEOF\nbash s.sh; rm -f s.sh",
            "python3 - <<EOF\nprint('{v}')\nEOF\n",
            "python3 - <<'EOF'\nprint(\"{v}\")\nEOF\n",
            "mysql <<< \"select '{v}'\"",
            "db=x\nmysql $db <<SQL\nselect '$V'\nSQL\n",
            // calculations, tests, names
            "echo $(({v} + 1))",
            "echo $((V + 1)) $V",
            "n={v}; echo $((n + 1))",
            "n={v}; ((n > 3)) && true; (( i = n ))",
            "n={v}; a=(1 2); echo ${a[n]} ${a[$n]} ${PATH:n:2}",
            "[[ {v} -gt 3 ]]",
            "n={v}; [[ $n -gt 3 ]] || [[ n -gt 3 ]]",
            "n={v}; let n+1; let \"m=n\"",
            "[ {v} -gt 3 ]; test {v} = x; [ -n {v} ]",
            "a[{v}]=1; a[$V]=1",
            "declare -i n={v}",
            "declare -i n; n={v}",
            "local_name={v}; printf -v $local_name x; read $local_name < /dev/null; unset $local_name",
            "x={v}; echo ${!x}",
            "printf {v}",
            "printf \"{v}\\n\" a b",
            // second readers
            "eval echo {v}",
            "eval \"echo '{v}'\"",
            "x={v}; eval \"echo $x\"",
            "x={v}; y=$x; bash -c \"echo $y\"",
            "bash -c \"echo {v}\"",
            "bash -c 'echo {v}'",
            "bash -lc\"echo {v}\"",
            "sh -ec 'true {v}'",
            "x={v}; sh -c \"true $x\"",
            "x={v}; sh -c 'true '$x",
            "bash -c 'echo $1' -- {v}",
            "su - postgres -c \"psql -c 'select {v}'\"",
            "sudo -u postgres bash -c 'echo {v}'",
            "ssh host ls {v}",
            "ssh host \"ls '{v}'\"",
            "h={v}; ssh host ls $h",
            "ssh {v} ls",
            "for h in {v}; do ssh $h uptime; done",
            "docker exec c sh -c \"ls {v}\"",
            "docker exec c ls {v}",
            "docker exec -it c bash -lc 'ls {v}'",
            "kubectl exec pod -- sh -c \"ls {v}\"",
            "kubectl exec pod -- ls {v}",
            "xargs sh -c 'echo {v}' < /dev/null",
            "echo a | xargs -I% sh -c \"echo {v} %\"",
            "echo {v} | xargs sh -c",
            "echo {v} | sh",
            "echo {v} | tee x | bash; rm -f x",
            "find . -maxdepth 0 -exec sh -c 'echo {v}' \\;",
            "find . -maxdepth 0 -name {v}",
            "find {v} -maxdepth 0",
            "awk '{print {v}}' /dev/null",
            "awk 'BEGIN {print \"{v}\"}'",
            "awk \"BEGIN {print \\\"$V\\\"}\"",
            "awk -v x={v} 'BEGIN {print x}'",
            "echo a | sed 's/a/{v}/'",
            "echo a | sed \"s/a/$V/\"",
            "echo a | sed {v}",
            "echo a | sed -n {v}p",
            "echo a | sed -e '1{v}'",
            "jq -n '{v}'",
            "make -s deploy TAG={v}",
            "make -s {v}",
            "tar cf /dev/null {v}",
            "tar cf /dev/null --files-from /dev/null {v}",
            "rsync -e {v} a b",
            "watch -n1 echo {v}",
            "trap 'echo {v}' EXIT",
            "trap \"echo $V\" EXIT",
            "BASH_ENV={v} bash -c true",
            "PS4={v}; set -x; true; set +x",
            "PROMPT_COMMAND={v} bash -c true",
            "GIT_SSH_COMMAND={v} git fetch",
            "{v}",
            "sudo {v}",
            "env {v} true",
            "nohup {v}",
            "timeout 1 {v}",
            // names that stand for others, and ways round about
            "alias x='sh -c'\nx {v}",
            "alias 'x=eval' y=ls\nx {v}",
            "alias q=\"bash -c\"\ny={v}\nq \"$y\"",
            "cmd=(sh -c); \"${cmd[@]}\" {v}",
            "cmd=(); cmd+=(ssh \"$H\"); \"${cmd[@]}\" ls {v}",
            "h=x; c=\"ssh $h\"; $c ls {v}",
            "c=$(command -v sh); $c -c {v}",
            "declare -n r=x; x={v}; bash -c \"$r\"",
            "f() { local -n r=$1; bash -c \"${r[0]}\"; }\na=({v}); f a",
            "f() { bash -c \"${!1}\"; }\nx={v}; f x",
            "a=({v}); r='a[@]'; for x in \"${!r}\"; do bash -c \"$x\"; done",
            "x=${V@P}; echo \"$x\"",
            "n={v}; echo $[{v} + 1] $[n + 1]",
            "coproc sh; echo {v} >&${COPROC[1]}; eval \"exec ${COPROC[1]}>&-\"; wait",
            "echo {v} > >(sh); wait $!",
            "echo {v} > a.txt; while read -r l; do eval \"$l\"; done < a.txt; rm -f a.txt",
            "echo {v} > a.txt; x=$(< a.txt); bash -c \"$x\"; rm -f a.txt",
            "echo {v} > a.txt; cat a.txt | sh; rm -f a.txt",
            "echo {v} > a.txt; mv a.txt b.sh; . ./b.sh; rm -f b.sh",
            "history -s {v}; fc -s",
            "x={v}; export x; perl -e 'system($ENV{x})'",
            "c={v} awk 'BEGIN { system(ENVIRON[\"c\"]) }'",
            // databases
            "psql -c \"select '{v}'\"",
            "psql -tAc\"select '{v}'\"",
            "psql -v x={v} -c 'select :x'",
            "psql --set=x={v} -c 'select :x'",
            "psql -v x={v} -c \"select :'x'\"",
            "psql <<'EOF'\n\\set x {v}\nselect :x;\nEOF\n",
            "psql \"dbname=x options={v}\"",
            "psql {v}",
            "mysql -e \"select '{v}'\"",
            "mysql -Ne\"call f('{v}')\"",
            "mongo --eval \"db.x.find('{v}')\"",
            "mongosh db --quiet --eval 'x({v})'",
            "sqlite3 db \"select '{v}'\"",
            "sqlite3 db '.read {v}'",
            "sqlcmd -Q \"exec f '{v}'\"",
            "redis-cli get {v}",
            "redis-cli eval {v} 0",
            "redis-cli --eval {v}");

    @TempDir
    Path folder;

    static Stream<String> texts() {
        return TEXTS.stream();
    }

    @ParameterizedTest
    @MethodSource("texts")
    void noValueDoesMoreThanBeAValue(String text) throws Exception {
        List<ResolvedCommand> taken = new ArrayList<>();
        List<String> values = new ArrayList<>();
        for (String value : Attacks.VALUES) {
            ResolvedCommand resolved = resolve(text, value);
            if (resolved.refusal() == null) {
                taken.add(resolved);
                values.add(value);
            } else {
                assertThat(resolved.refusal()).contains("\"").endsWith(".");
            }
        }
        List<Cases.Ran> ran = Cases.run(taken, Attacks.PROGRAMS, Files.createDirectory(folder.resolve("here")));
        for (int i = 0; i < ran.size(); i++) {
            assertThat(ran.get(i).files()).as(values.get(i)).isEmpty();
        }
    }

    @Test
    void theProgramsHereWouldBeHit() throws Exception {
        // What the attacks are tried on does run code: without the console's care every one of these makes the
        // file.
        for (String text : List.of(
                "ssh host ls '; touch hit'",
                "docker exec c sh -c 'ls ;touch hit'",
                "psql -c \"select ''; touch hit; --'\"",
                "psql -v 'x=1; touch hit; --' -c 'select :x'",
                "n='x[$(touch hit)]'; echo $((n + 1))")) {
            Path script = Files.writeString(folder.resolve("script"), Attacks.PROGRAMS + text);
            new ProcessBuilder("bash", script.toString())
                    .directory(folder.toFile())
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
            assertThat(folder.resolve("hit")).as(text).exists();
            Files.delete(folder.resolve("hit"));
        }
    }

    @Test
    void whatIsSentStaysWhatItIs() {
        refuses("curl https://a.example/x/{v}", "../admin", "a?b", "a#b", "a b", "{a,b}");
        refuses("curl \"https://a.example/x?q={v}\"", "a&role=admin", "a#b", "x\ny");
        refuses("curl -H 'X-Id: {v}' https://a.example", "a\r\nX-Role: admin", "a\nb");
        refuses("curl -d {v} https://a.example", "@/etc/passwd", "-K/etc/x");
        refuses("curl -F 'file={v}' https://a.example", "@/etc/passwd", "</etc/passwd");
        refuses("curl -d '{\"a\": \"{v}\"}' https://a.example", "x\", \"role\": \"admin", "a\\", "a\nb");
        refuses("curl -d \"{\\\"a\\\": \\\"{v}\\\"}\" https://a.example", "x\", \"role\": \"admin", "a\\");
        refuses("curl -d '{\"a\": {v}}' https://a.example", "1, \"role\": 2", "{}");
        accepts("curl https://a.example/x/{v}", "ação", "a%20b", "a.b", "x/y");
        accepts("curl \"https://a.example/x?q={v}\"", "a%26b", "2026-11-22T10:00:00+00:00");
        accepts("curl -d '{\"a\": \"{v}\"}' https://a.example", "it's $(x) `y`; ção", "a, b: {c}");
        accepts("curl -d '{\"a\": {v}}' https://a.example", "12", "-1.5", "true", "null");
        accepts("rm -f -- {v}", "-rf", "a b");
        accepts("kill {v}", "-9", "-15");
        refuses("rm -f {v}", "-rf", "--no-preserve-root");
        accepts("grep -c {v} log", "it's; $(x)");
        accepts("alias k=kubectl; echo {v}; k get pods", "it's; $(x)");
        accepts("V={v} python3 -c 'import os; print(os.environ[\"V\"])'", "it's; $(x)");
        accepts("opts=(-s -H \"X: $H\"); curl \"${opts[@]}\" -d '{\"a\": \"{v}\"}' https://a.example", "it's; $(x)");
        accepts("echo {v} > a.txt; curl -T a.txt https://a.example; rm -f a.txt", "it's; $(x)");
        accepts("declare -A m=([a]=1); for k in \"${!m[@]}\"; do echo \"$k\"; done; echo {v}", "it's; $(x)");
        accepts("x={v}; echo \"$x\"", "a b; $(c)");
        accepts("cat > note.txt <<EOF\n$V\nEOF\n", "a b; $(c)");
    }

    private static void refuses(String text, String... values) {
        for (String value : values) {
            assertThat(resolve(text, value).refusal())
                    .as(text + " with " + value)
                    .isNotNull();
        }
    }

    private static void accepts(String text, String... values) {
        for (String value : values) {
            assertThat(resolve(text, value).refusal())
                    .as(text + " with " + value)
                    .isNull();
        }
    }

    private static ResolvedCommand resolve(String text, String value) {
        return Cases.resolve(text, Map.of("v", value, "V", value), "{v}");
    }
}
