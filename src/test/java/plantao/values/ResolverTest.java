package plantao.values;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import plantao.runbook.Command;
import plantao.runbook.Origin;
import plantao.runbook.Risk;
import plantao.runbook.Runner;
import plantao.values.ResolvedCommand.Piece.Kind;

final class ResolverTest {
    @Test
    void whatIsReadAndCopiedIsOneWordAsWhatRuns() {
        Map<String, String> hostile = Map.of("unit", "a; rm -rf ~'\"");

        assertThat(Cases.resolve("ctl restart <unit>", hostile, "<unit>").shown())
                .isEqualTo("ctl restart 'a; rm -rf ~'\\''\"'");
        assertThat(Cases.resolve("ctl restart \"<unit>\"", hostile, "<unit>").shown())
                .isEqualTo("ctl restart \"a; rm -rf ~'\\\"\"");
        assertThat(Cases.resolve("ctl restart <unit>", Map.of("unit", "web-1"), "<unit>")
                        .shown())
                .isEqualTo("ctl restart web-1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "curl -s -o /dev/null -w \"%{http_code}\" https://a.example/",
                "ps aux | awk '{print $1}'",
                "awk '{print}' f",
                "curl 'p:9090/api/v1/query?query=rate(x_total[5m])'",
                "jq '.[0].count' f; jq -r '.items[] | select(.name == \"a\")' f",
                "kubectl get pods -o jsonpath='{.items[*].metadata.name}'",
                "docker ps --format '{{.Names}}'",
                "echo ${PORT:-80} \"${NAME:=x}\" ${1:-y} $? $$ $# $1 \"$@\"",
                "echo $(date +%s) \"$(hostname)\"",
                "[[ -f x ]] && [ -n \"$HOME\" ] && [ x = x ]",
                "curl -d '{\"name\": \"a\", \"n\": {\"x\": 1}}' http://a.example",
                "cp a.{txt,bak} {1..5}.log {a..c}",
                "git log HEAD@{upstream}..HEAD stash@{0}",
                "grep -E '[ERROR]|[a-z]+|[0-9]' f",
                "find . -name '*.log' -exec gzip {} \\;",
                "sort <in.txt >out.txt",
                "sort <input >output",
                "for i in 1 2; do echo $i \"${i}\"; done",
                "read -r line; echo $line; while read a b; do echo $a$b; done < f",
                "X=1; export Y=2; echo $X $Y ${X}",
                "python3 <<'EOF'\nfor name in names:\n    print(f\"{name}: {x}\")\nEOF",
                "python3 -c \"print(f'{name}')\"",
                "echo '$NOT_EXPANDED' \\$ESCAPED",
                "# choose {deploy} and $NOBODY",
                "arr=(a b); echo ${arr[0]} ${#arr[@]}",
                "source .env; echo $FROM_FILE",
                "for ((i=0; i<3; i++)); do echo $i; done",
                "cat <<EOF > index.html\n<html><body><p>x</p><br/></body></html>\nEOF",
                "x=$(cat f); case $x in a) echo b;; esac",
            })
    void leavesAloneWhatOnlyLooksLikeABlank(String text) {
        ResolvedCommand resolved = Cases.resolve(text, Map.of());

        assertThat(resolved.missing()).isEmpty();
        assertThat(resolved.script()).isEqualTo(text);
        assertThat(resolved.shown()).isEqualTo(text);
        assertThat(resolved.ready()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "tool redeploy -s web --deploy {deploy_id} | deploy_id",
                "kubectl logs <pod-name> -n <namespace> | pod-name,namespace",
                "curl 'https://[project-id].db.example/v1' -H \"apikey: [anon-key]\" | project-id,anon-key",
                "psql $DATABASE_URL -c 'select 1' | DATABASE_URL",
                "PGPASSWORD=$DB_PASSWORD psql -h ${DB_HOST} | DB_PASSWORD,DB_HOST",
                "tool env set SECRET_KEY=\"{valor_antigo}\" | valor_antigo",
                "echo $LATER; LATER=1 | LATER",
                "echo \"$(cat $FILE)\" `cat $OTHER` | FILE,OTHER",
                "cat <<EOF¶$NAME {título}¶EOF | NAME,título",
                "echo {a_b} <A-B> | a_b,A-B",
                "echo ${NAME%%.*} ${LIST#a} | NAME,LIST",
            })
    void asksForWhatIsMissing(String text, String names) {
        ResolvedCommand resolved = Cases.resolve(text.replace("¶", "\n"), Map.of());

        assertThat(resolved.missing()).containsExactly(names.split(","));
        assertThat(resolved.ready()).isFalse();
        assertThat(resolved.shown()).isEqualTo(text.replace("¶", "\n"));
    }

    @Test
    void takesTheReadersListAsTheListOfBlanks() {
        assertThat(Cases.resolve("load shop_db_YYYYMMDD_HHMMSS.sql", Map.of(), "YYYYMMDD_HHMMSS")
                        .missing())
                .containsExactly("YYYYMMDD_HHMMSS");
        assertThat(Cases.resolve("echo {a} {b} YYYYMMDD", Map.of(), "{a}", "YYYYMMDD")
                        .missing())
                .containsExactly("a", "YYYYMMDD");
    }

    @Test
    void prefersWhatTheOperatorGaveThenTheRunThenTheEnvironment() {
        Target target = Cases.target(
                Map.of(),
                new Variable("A", "3", false, "file"),
                new Variable("B", "3", false, "file"),
                new Variable("C", "3", false, "file"));

        ResolvedCommand resolved =
                Resolver.resolve(Cases.shell("echo {a} $B <c>"), target, Map.of("a", "1"), Map.of("A", "2", "B", "2"));

        assertThat(resolved.shown()).isEqualTo("echo 1 2 3");
        assertThat(resolved.values())
                .extracting(ResolvedCommand.Value::name, ResolvedCommand.Value::from)
                .containsExactly(tuple("a", "entered"), tuple("B", "this run"), tuple("c", "file"));
        assertThat(resolved.environment())
                .containsOnly(Map.entry("PLANTAO_A", "1"), Map.entry("B", "2"), Map.entry("PLANTAO_C", "3"));
        assertThat(resolved.script()).contains("$B").doesNotContain("{a}");
    }

    @Test
    void acceptsAValueUnderTheWrittenOrTheFoldedName() {
        assertThat(Cases.resolve("echo [project-id] {Título}", Map.of("[project-id]", "x", "TITULO", "y"))
                        .shown())
                .isEqualTo("echo x y");
    }

    @Test
    void showsWhatIsFilledInAndHidesSecrets() {
        Target target = Cases.target(
                Map.of("api.example.org", "127.0.0.1:8080"), new Variable("URL", "postgres://u:p@h/d", true, "vault"));

        ResolvedCommand resolved = Resolver.resolve(
                Cases.shell(
                        "psql $URL -c 'select {id}' # api.example.org {x} {new_password} ;\ncurl -H 'X: {api-key}' {y}"),
                target,
                Map.of("id", "7", "api-key", "hunter22"),
                Map.of());

        assertThat(resolved.pieces().stream().filter(p -> p.kind() != Kind.PLAIN))
                .extracting(ResolvedCommand.Piece::kind, ResolvedCommand.Piece::text, ResolvedCommand.Piece::name)
                .containsExactly(
                        tuple(Kind.SECRET, "••••••••", "URL"),
                        tuple(Kind.VALUE, "7", "id"),
                        tuple(Kind.VALUE, "127.0.0.1:8080", "api.example.org"),
                        tuple(Kind.SECRET, "••••••••", "api-key"),
                        tuple(Kind.MISSING, "{y}", "y"));
        assertThat(resolved.toString() + resolved.values()).doesNotContain("u:p@h", "hunter22");
    }

    @ParameterizedTest
    @CsvSource({
        "curl https://api.example.org/health, curl https://127.0.0.1:9/health",
        "curl https://api.example.org., curl https://127.0.0.1:9.",
        "curl https://myapi.example.org/x, curl https://myapi.example.org/x",
        "curl https://api.example.org.evil/x, curl https://api.example.org.evil/x",
        "curl https://my.api.example.org, curl https://my.api.example.org",
        "curl https://api.example.org@evil/x, curl https://api.example.org@evil/x",
        "curl https://api.example.org:8443/x, curl https://api.example.org:8443/x",
        "curl \"https://api.example.org\", curl \"https://127.0.0.1:9\"",
        "tool restart web, tool restart site",
        "tool restart web-worker, tool restart worker2",
        "tool restart webs my-web web_x, tool restart webs my-web web_x",
    })
    void substitutesWholeNamesOnlyLongestFirst(String text, String expected) {
        Map<String, String> map =
                Map.of("api.example.org", "127.0.0.1:9", "web", "site", "web-worker", "worker2", "site", "no");

        assertThat(Resolver.resolve(Cases.shell(text), Cases.target(map), Map.of(), Map.of())
                        .script())
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a; rm -rf x", "$(x)", "-rf", "a b", "", "'"})
    void refusesASubstitutionThatMeansSomethingToTheShell(String value) {
        ResolvedCommand resolved =
                Resolver.resolve(Cases.shell("tool web"), Cases.target(Map.of("web", value)), Map.of(), Map.of());

        assertThat(resolved.refusal()).contains("\"web\"", "substitutions");
        assertThat(resolved.script()).isEqualTo("tool web");
    }

    @ParameterizedTest
    @CsvSource({
        "du -sh /*, du -sh /srv/tree/*, true",
        "ls /var/log/?.log, ls /srv/tree/?.log, true",
        "ls /var/log, ls /srv/*, false",
        "du /*, du /srv/*;id, false",
        "tool '/a b', tool '/c d', false"
    })
    void blanksAndPatternsMayStandWhereThereWereSome(String from, String to, boolean taken) {
        ResolvedCommand resolved =
                Resolver.resolve(Cases.shell("nice " + from), Cases.target(Map.of(from, to)), Map.of(), Map.of());

        assertThat(resolved.script()).isEqualTo("nice " + (taken ? to : from));
    }

    @Test
    void leavesTheOwnersOptionsToBeSplit(@TempDir Path folder) throws Exception {
        Target target = Cases.target(Map.of(), new Variable("OPTS", "-n a", false, "file"));

        assertThat(Cases.run(Resolver.resolve(Cases.shell("echo $OPTS"), target, Map.of(), Map.of()), folder))
                .isEqualTo("a");
    }

    @Test
    void handsInputsToTheProgramThatTheStepOpens(@TempDir Path folder) throws Exception {
        Command command = new Command(
                "tr a-z A-Z # shouts",
                "bash",
                Runner.SHELL,
                Risk.SAFE,
                true,
                List.of("hello {v}", "$x 'y'"),
                List.of("{v}"),
                new Origin("r.md", 1));

        ResolvedCommand resolved = Resolver.resolve(command, Cases.bare(), Map.of("v", "you"), Map.of());

        assertThat(Cases.run(resolved, folder)).isEqualTo("HELLO YOU\n$X 'Y'\n");
    }

    @Test
    void joinsTheCommandsOfAStepAndRemembersWhatTheyAssign(@TempDir Path folder) throws Exception {
        ResolvedCommand resolved = Resolver.resolve(
                List.of(Cases.shell("F=$(echo {a})", "{a}"), Cases.shell("echo \"$F\"-{b}", "{b}")),
                Cases.bare(),
                Map.of("a", "x y", "b", "*"),
                Map.of());

        assertThat(resolved.ready()).isTrue();
        assertThat(Cases.run(resolved, folder)).isEqualTo("x y-*\n");
    }

    @Test
    void refusesWhatNoShellCanRun() {
        Command sql = new Command(
                "select 1", "sql", Runner.SQL, Risk.SAFE, false, List.of(), List.of(), new Origin("r.md", 1));

        assertThat(Resolver.resolve(sql, Cases.bare(), Map.of(), Map.of()).refusal())
                .contains("SQL", "console.yaml", "copy");
    }

    @Test
    void neverFailsOnBrokenText() {
        for (String text : List.of(
                "",
                "'",
                "\"",
                "$",
                "${",
                "${x",
                "$(",
                "$((",
                "`",
                "<<",
                "<<EOF",
                "cat <<'",
                "((",
                ")",
                "\\",
                "a=(",
                "<(",
                "$'",
                "{x}'{y}\"{z}",
                "case",
                "esac)",
                "${{x}}",
                "$({x}",
                "cat <<A <<B\n{x}\nA\n{y}",
                "\u0000{x}",
                "<<<",
                "&",
                "|",
                "$(".repeat(50_000),
                "(".repeat(50_000),
                "`".repeat(999),
                "${".repeat(50_000))) {
            assertThat(Cases.resolve(text, Map.of("x", "1", "y", "2", "z", "3")))
                    .isNotNull();
        }
    }

    @Test
    void keepsWhatTheShellItselfKnowsFromBeingReplaced() {
        ResolvedCommand resolved = Cases.resolve("echo $PATH $HOME", Map.of("PATH", "/evil", "HOME", "/evil"));

        assertThat(resolved.environment()).isEmpty();
        assertThat(Set.copyOf(resolved.missing())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "host env set SECRET_KEY=\"{old}\" -s api",
                "host login --password {old}",
                "host env set DB_PASSWORD='{old}'"
            })
    void whatIsGivenToASecretNameIsSecretWhateverItsBlankIsCalled(String text) {
        ResolvedCommand resolved = Cases.resolve(text, Map.of("{old}", "correct-horse"), "{old}");
        assertThat(resolved.missing()).isEmpty();
        assertThat(resolved.shown()).doesNotContain("correct-horse");
        assertThat(Masking.of(resolved, Cases.bare()).mask("set to correct-horse"))
                .doesNotContain("correct-horse");
        assertThat(Cases.resolve("host env set REGION={old}", Map.of("{old}", "correct-horse"), "{old}")
                        .shown())
                .contains("correct-horse");
    }

    @Test
    void whatAnEarlierStepSetIsNotAskedFor(@TempDir Path folder) throws Exception {
        List<Command> earlier = List.of(Cases.shell("POD=$(get pods) NS=web\nexport A=1\nread -r line < f\n"
                + "TMP=x get nothing\nenv B=2 true\necho C=3"));
        List<Resolver.Before> left = List.of(new Resolver.Before(earlier, Map.of()));
        assertThat(Resolver.leaves(earlier)).containsExactlyInAnyOrder("POD", "NS", "A", "line");

        Command uses = Cases.shell("echo \"[$POD]\" ${NS:-none} $OTHER");
        assertThat(Cases.resolve(uses.text(), Map.of()).missing()).containsExactly("POD", "OTHER");
        ResolvedCommand resolved = Resolver.resolve(List.of(uses), Cases.bare(), Map.of("OTHER", "o"), Map.of(), left);
        assertThat(resolved.missing()).isEmpty();
        assertThat(resolved.shown()).isEqualTo("echo \"[$POD]\" ${NS:-none} o");
        assertThat(Cases.run(resolved, folder))
                .contains("POD: was set by an earlier step")
                .doesNotContain("[");
        ResolvedCommand given =
                Resolver.resolve(List.of(uses), Cases.bare(), Map.of("OTHER", "o", "POD", "p"), Map.of(), left);
        assertThat(Cases.run(given, folder)).isEqualTo("[p] none o\n");
    }
}
