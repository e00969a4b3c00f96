package plantao.values;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import plantao.runbook.Command;
import plantao.runbook.Origin;
import plantao.runbook.Risk;
import plantao.runbook.Runner;

/// Hostile values where a database, a server or a Prometheus reads them: data, or refused.
final class HostileQueriesTest {
    private static final List<String> VALUES = List.of(
            "'; drop table t; --",
            "' or '1'='1",
            "1 or true",
            "1; delete from t",
            "\\'; drop table t; --",
            "x--",
            "x/*",
            "a\nb",
            "$$; drop table t; $$",
            "\"; drop table t; --",
            "?",
            "id",
            "{v}",
            "\u0000x".substring(1) + ")");

    private static ResolvedCommand resolve(Runner runner, String language, String text, String value) {
        Target target = new Target(
                "x",
                "X",
                Target.Kind.STAGING,
                Map.of(),
                Map.of(),
                new Place("here", Path.of("/"), true, Map.of(), null),
                "jdbc:h2:mem:x",
                "http://127.0.0.1:9");
        Command command =
                new Command(text, language, runner, Risk.SAFE, false, List.of(), List.of("{v}"), new Origin("r.md", 1));
        return Resolver.resolve(command, target, Map.of("v", value), Map.of());
    }

    static Stream<Arguments> bound() {
        return Stream.of(
                        "select * from t where a = '{v}'",
                        "select * from t where a like '%{v}%' -- {v}",
                        "select * from t where a = {v} and b < 3",
                        "select * from t where a in ({v}, 2) limit {v}",
                        "insert into t values ('it''s {v}')")
                .flatMap(text -> VALUES.stream().map(v -> Arguments.of(text, v)));
    }

    @ParameterizedTest
    @MethodSource("bound")
    void whereAValueCanStandItIsBound(String text, String value) {
        ResolvedCommand resolved = resolve(Runner.SQL, "sql", text, value);

        assertThat(resolved.refusal()).isNull();
        assertThat(resolved.script().replace("?", "").replaceAll("--.*", ""))
                .doesNotContain("drop", "true", "delete", "{v}");
        assertThat(resolved.script()).contains("?");
        assertThat(resolved.environment().values())
                .isNotEmpty()
                .allSatisfy(v -> assertThat(v).contains(value));
        assertThat(SqlStatements.parameters(resolved.script()))
                .isEqualTo(resolved.environment().size());
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                        "select * from {v}",
                        "select * from public.{v} where a = 1",
                        "vacuum analyze {v}",
                        "alter table \"{v}\" add column a int",
                        "select interval '{v}'",
                        "select E'{v}'",
                        "do $$ begin perform '{v}'; end $$",
                        "{v}")
                .flatMap(text -> VALUES.stream()
                        .filter(v -> !v.equals("id"))
                        .filter(v -> !v.equals("1 or true") || !text.contains("interval") && !text.contains("E'"))
                        .map(v -> Arguments.of(text, v)));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void whereOnlyANameCanStandNothingElseIsTaken(String text, String value) {
        ResolvedCommand resolved = resolve(Runner.SQL, "sql", text, value);

        assertThat(resolved.refusal()).contains("\"v\"");
        assertThat(resolved.environment()).isEmpty();
    }

    @Test
    void aNameIsTakenThere() {
        assertThat(resolve(Runner.SQL, "sql", "select * from {v}", "public.jobs")
                        .script())
                .isEqualTo("select * from public.jobs;");
        assertThat(resolve(Runner.SQL, "sql", "vacuum {v}", "jobs").refusal()).isNull();
    }

    @Test
    void operatorsAreNoValues() {
        ResolvedCommand resolved =
                resolve(Runner.SQL, "sql", "select data ? 'a' from t where id = {v} and '?' = '{v}'", "7");

        assertThat(resolved.script()).isEqualTo("select data ?? 'a' from t where id = ? and '?' = ?;");
        assertThat(resolved.environment()).hasSize(2).containsValue("7");
    }

    @ParameterizedTest
    @MethodSource("values")
    void aRequestStaysTheOneItIs(String value) {
        String text = "GET https://a.example/x/{v}?q={v}\nX-Id: {v}\n\n{\"a\": \"{v}\"}";
        ResolvedCommand resolved = resolve(Runner.HTTP, "http", text, value);

        if (value.contains("\n")) {
            assertThat(resolved.refusal()).contains("line breaks");
            return;
        }
        List<HttpText.Request> requests = HttpText.requests(resolved.script());
        assertThat(requests).hasSize(1);
        assertThat(requests.getFirst().url()).startsWith("https://a.example/x/").doesNotContain(" ", "'", "\"");
        assertThat(requests.getFirst().headers()).containsExactly(Map.entry("X-Id", value.strip()));
        assertThat(requests.getFirst()
                        .body()
                        .replace("\\\\", "")
                        .replace("\\\"", "")
                        .chars()
                        .filter(c -> c == '"')
                        .count())
                .isEqualTo(4);
        assertThat(resolve(Runner.HTTP, "http", "GET https://{v}/x", value).refusal() == null)
                .isEqualTo(value.equals("id") || value.equals("x--"));
    }

    @ParameterizedTest
    @MethodSource("values")
    void aPromQlLabelStaysOne(String value) {
        ResolvedCommand resolved = resolve(Runner.PROMQL, "promql", "up{job=\"{v}\"}", value);

        assertThat(resolved.refusal()).isNull();
        assertThat(resolved.script()
                        .replace("\\\\", "")
                        .replace("\\\"", "")
                        .chars()
                        .filter(c -> c == '"')
                        .count())
                .isEqualTo(2);
        assertThat(resolved.script()).doesNotContain("\n");
        assertThat(resolve(Runner.PROMQL, "promql", "rate(up[{v}])", value).refusal() == null)
                .isEqualTo(value.equals("id"));
    }

    static Stream<String> values() {
        return VALUES.stream();
    }
}
