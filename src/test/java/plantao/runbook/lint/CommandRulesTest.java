package plantao.runbook.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import plantao.runbook.Problem;
import plantao.runbook.read.RunbookReader;

class CommandRulesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "curl \"http://prom:9090/api/v1/query?query=rate(errors_total[5m])\"",
                "curl -s 'http://prom:9090/api/v1/query?query=up{job=\"api\"}' | jq .",
                "curl -sS -H 'Accept: a/b' http://prom:9090/q?query='rate(x[1h])'",
                "docker exec web curl \"http://prom/api?query=up{job='a',env='b'}\"",
                "N=$(curl -s \"http://prom/api?query=sum(up[2m])\" | wc -l)",
            })
    void curlTakesBracketsForPatterns(String command) {
        assertThat(Linted.problems("curl-glob", Linted.command(command)))
                .singleElement()
                .satisfies(p -> {
                    assertThat(p.origin().line()).isEqualTo(6);
                    assertThat(p.severity()).isEqualTo(Problem.Severity.ERROR);
                    assertThat(p.message()).contains("-g");
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "curl -g \"http://prom:9090/api/v1/query?query=rate(errors_total[5m])\"",
                "curl -sg 'http://prom/api?query=up{job=\"api\"}'",
                "curl --globoff \"http://prom/api?query=rate(x[5m])\"",
                "curl -G http://prom/api/v1/query --data-urlencode 'query=rate(errors_total[5m])'",
                "curl -X POST http://api/items -d '{\"ids\": [1, 2]}' -H 'Content-Type: application/json'",
                "curl \"http://host/img[1-10].png\"",
                "curl \"http://[::1]:8080/health\"",
                "curl 'http://host/{one,two}'",
                "curl \"https://api/${ID}/items?at=$(date +%s)\"",
                "curl https://api/{item_id}/state",
                "curl -s -o /dev/null -w '%{http_code}' https://api/health",
            })
    void theseAreFine(String command) {
        assertThat(Linted.problems("curl-glob", Linted.command(command))).isEmpty();
        assertThat(Linted.problems("unclosed-quote", Linted.command(command))).isEmpty();
        assertThat(Linted.problems("unquoted-url", Linted.command(command))).isEmpty();
    }

    @Test
    void theShellCutsAUrlAtAnAmpersand() {
        assertThat(Linted.lines("unquoted-url", Linted.command("curl http://api/items?a=1&b=2")))
                .containsExactly(6);
        assertThat(Linted.lines("unquoted-url", Linted.command("curl 'http://api/items?a=1&b=2' &")))
                .isEmpty();
        assertThat(Linted.lines("unquoted-url", Linted.command("curl http://api/items?a=1 > out 2>&1")))
                .isEmpty();
    }

    @Test
    void quotesMustBeClosed() {
        assertThat(Linted.lines("unclosed-quote", Linted.command("psql -c \"select 1;")))
                .containsExactly(6);
        assertThat(Linted.lines("unclosed-quote", Linted.command("echo it\\'s $'don\\'t' # don't")))
                .isEmpty();
        assertThat(Linted.lines("unclosed-quote", Linted.command("cat <<EOF\nit's fine\nEOF")))
                .isEmpty();
    }

    @Test
    void aVariableInSingleQuotesIsSentAsWritten() {
        assertThat(Linted.lines(
                        "unexpanded-variable", Linted.command("curl -H 'Authorization: Bearer $TOKEN' https://api")))
                .containsExactly(6);
        assertThat(Linted.lines(
                        "unexpanded-variable", Linted.command("curl -H \"Authorization: Bearer $TOKEN\" https://api")))
                .isEmpty();
    }

    @Test
    void someProgramsNeverPrintWhatIsSought() {
        String rule = "grep-never-matches";
        assertThat(Linted.lines(rule, Linted.command("redis-cli -h $HOST INFO stats | grep hit_rate")))
                .containsExactly(6);
        assertThat(Linted.lines(
                        rule, Linted.command("redis-cli info memory | grep -E 'connected_clients|evicted_keys'")))
                .containsExactly(6);
        assertThat(Linted.lines(rule, Linted.command("redis-cli info stats | grep keyspace_hits")))
                .isEmpty();
        assertThat(Linted.lines(rule, Linted.command("redis-cli info stats | grep -v hit_rate")))
                .isEmpty();
        assertThat(Linted.lines(rule, Linted.command("redis-cli info stats | grep 'keyspace_.*'")))
                .isEmpty();
        assertThat(Linted.lines(rule, Linted.command("docker ps | grep hit_rate")))
                .isEmpty();
    }

    @Test
    void onlyProgramsCalledHereCanBeMissing() {
        String text = Linted.command(
                "cd /srv && FOO=1 sudo zap --all | grep x\n\nssh web1 'quux --now'\n\ndocker exec web frob -a\n\nzap");
        List<Problem> missing =
                RuleTable.missingTools(RunbookReader.read("x.md", Map.of("x.md", text)), Set.of("grep", "sudo", "ssh"));
        assertThat(missing).extracting(p -> p.origin().line()).containsExactly(6, 10);
        assertThat(missing)
                .extracting(Problem::message)
                .satisfiesExactly(
                        m -> assertThat(m).contains("`zap`"), m -> assertThat(m).contains("`docker`"));
    }

    @Test
    void destroyingCommandsNeedAWordOfWarning() {
        String rule = "destructive-without-warning";
        assertThat(Linted.lines(rule, Linted.command("kubectl delete pod api-0")))
                .containsExactly(6);
        assertThat(Linted.lines(rule, Linted.command("# Data is lost, ask first\nkubectl delete pod api-0")))
                .isEmpty();
        assertThat(Linted.lines(
                        rule,
                        "# A\n\n## Deploy\n\n⚠️ Only with a second person.\n\n```bash\nkubectl delete pod a\n```\n"))
                .isEmpty();
    }

    @Test
    void secretsAreFoundAndNeverRepeated() {
        assertThat(Linted.problems("secret-in-command", Linted.command("PGPASSWORD=Xk29fQ77 psql -h db")))
                .singleElement()
                .satisfies(p -> assertThat(p.message()).doesNotContain("Xk29fQ77"));
        assertThat(Linted.problems("secret-in-command", Linted.command("PGPASSWORD=$DB_PASSWORD psql -h db")))
                .isEmpty();
        assertThat(Linted.problems("secret-in-command", Linted.command("psql postgresql://user:pass@host/db")))
                .isEmpty();
        String token = "AKIA" + "ABCDEFGHIJKLMNOP";
        assertThat(Linted.problems("token-in-text", "# A\n\nKey: " + token + "\n"))
                .singleElement()
                .satisfies(p -> assertThat(p.message()).doesNotContain(token));
    }
}
