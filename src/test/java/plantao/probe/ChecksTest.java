package plantao.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import plantao.probe.Check.Figure;
import plantao.runbook.Origin;
import plantao.runbook.ProbeSpec;
import plantao.runbook.ProbeSpec.Subject;
import plantao.values.Place;
import plantao.values.Target;
import plantao.values.Variable;

class ChecksTest {
    private static final Origin ORIGIN = new Origin("console.yaml", 7);

    private static ProbeSpec spec(String kind, String... settings) {
        Map<String, String> map = new HashMap<>();
        for (int i = 0; i < settings.length; i += 2) {
            map.put(settings[i], settings[i + 1]);
        }
        return new ProbeSpec("Queue size", Subject.METRIC, kind, map, null, null, 2, 3, ORIGIN);
    }

    private static Target target(Map<String, String> substitutions, String... variables) {
        Map<String, Variable> map = new HashMap<>();
        for (int i = 0; i < variables.length; i += 2) {
            map.put(variables[i], new Variable(variables[i], variables[i + 1], true, "test"));
        }
        Place place = new Place("here", Path.of("."), false, Map.of(), null);
        return new Target("t", "T", Target.Kind.LOCAL, substitutions, map, place);
    }

    private static Check check(ProbeSpec spec, Target target) {
        BuiltProbe made = Checks.make("id", spec, target);
        if (made instanceof BuiltProbe.Ready(Probe probe)) {
            return probe.check();
        }
        throw new AssertionError(made.toString());
    }

    private static String why(ProbeSpec spec, String... variables) {
        BuiltProbe made = Checks.make("id", spec, target(Map.of(), variables));
        if (made instanceof BuiltProbe.Unusable unusable) {
            assertThat(unusable.problem().origin()).isEqualTo(ORIGIN);
            return unusable.message();
        }
        throw new AssertionError(made.toString());
    }

    @Test
    void anAuthorsBlankInAnAddressIsTheVariableOfThatName() {
        ProbeSpec spec = spec("http", "url", "https://[app-url]/health");
        assertThat(((Check.Http) check(spec, target(Map.of(), "APP_URL", "portal.example.com"))).url())
                .isEqualTo("https://portal.example.com/health");
        assertThat(((Check.Http) check(spec, target(Map.of(), "app_url", "http://localhost:3000"))).url())
                .isEqualTo("http://localhost:3000/health");
        assertThat(why(spec)).contains("[app-url] has no value here");
    }

    @Test
    void whatIsMissingIsNamed() {
        assertThat(why(spec("redis", "host", "$REDIS_HOST", "port", "1")))
                .isEqualTo("metrics › Queue size: redis needs `host`; $REDIS_HOST has no value here");
        assertThat(why(spec("redis", "port", "1"))).isEqualTo("metrics › Queue size: redis needs `host`");
        assertThat(why(spec("http", "url", "$URL"), "URL", ""))
                .isEqualTo("metrics › Queue size: http needs `url`; $URL is empty here");
        assertThat(why(spec("smtp"))).contains("`smtp` is not one of http, tcp, tls, sql, redis, exposition");
    }

    @Test
    void noValueOfAVariableIsShown() {
        assertThat(why(spec("tcp", "host", "a", "port", "$PORT"), "PORT", "hunter2"))
                .contains("$PORT")
                .doesNotContain("hunter2");
        assertThat(why(spec("http", "url", "ftp://me:$PW@x/"), "PW", "hunter2")).doesNotContain("hunter2");
        assertThat(why(spec("sql", "url", "mysql://$PW@x/"), "PW", "hunter2")).doesNotContain("hunter2");
    }

    @Test
    void rhythm() {
        Target nothing = target(Map.of());
        Probe plain = ((BuiltProbe.Ready) Checks.make("id", spec("http", "url", "https://a"), nothing)).probe();
        assertThat(plain.interval()).isEqualTo(Duration.ofSeconds(15));
        assertThat(plain.timeout()).isEqualTo(Duration.ofSeconds(5));
        assertThat(plain.failures()).isEqualTo(2);
        assertThat(plain.recoveries()).isEqualTo(3);
        ProbeSpec quick = new ProbeSpec(
                "x", Subject.SERVICE, "http", Map.of("url", "https://a"), Duration.ofSeconds(2), null, 1, 1, ORIGIN);
        assertThat(((BuiltProbe.Ready) Checks.make("id", quick, nothing))
                        .probe()
                        .timeout())
                .isEqualTo(Duration.ofSeconds(2));
        ProbeSpec patient = new ProbeSpec(
                "x",
                Subject.SERVICE,
                "http",
                Map.of("url", "https://a"),
                Duration.ofSeconds(2),
                Duration.ofSeconds(9),
                1,
                1,
                ORIGIN);
        assertThat(((BuiltProbe.Ready) Checks.make("id", patient, nothing))
                        .probe()
                        .timeout())
                .isEqualTo(Duration.ofSeconds(9));
    }

    @Test
    void idsAreUnique() {
        ProbeSpec one = spec("http", "url", "https://a");
        assertThat(Checks.all(List.of(one, one, one), target(Map.of())))
                .extracting(made -> ((BuiltProbe.Ready) made).probe().id())
                .containsExactly("metric/Queue size/http", "metric/Queue size/http#2", "metric/Queue size/http#3");
    }

    @Test
    void substitutionsTakeTheLongestKeyOnceAndBeforeVariables() {
        Target target = target(
                Map.of(
                        "api.example.org",
                        "127.0.0.1:$PORT",
                        "https://api.example.org",
                        "http://127.0.0.1:$PORT",
                        "127.0.0.1",
                        "wrong"),
                "PORT",
                "8081");
        assertThat(check(spec("http", "url", "https://api.example.org/health"), target))
                .isEqualTo(new Check.Http("GET", "http://127.0.0.1:8081/health", Map.of(), 200, 299, null));
    }

    @Test
    void aSubstitutedHostMayBringItsPort() {
        Target target = target(Map.of("broker.example.org", "127.0.0.1:9999", "db.example.org:5432", "[::1]:7"));
        assertThat(check(spec("tcp", "host", "broker.example.org", "port", "5672"), target))
                .isEqualTo(new Check.Tcp("127.0.0.1", 9999));
        assertThat(check(spec("tcp", "host", "other", "port", "5672"), target)).isEqualTo(new Check.Tcp("other", 5672));
        assertThat(check(spec("tcp", "host", "fe80::1", "port", "80"), target)).isEqualTo(new Check.Tcp("fe80::1", 80));
        assertThat(check(spec("tcp", "host", "one:81"), target)).isEqualTo(new Check.Tcp("one", 81));
    }

    @Test
    void variablesInEveryShape() {
        Target target = target(Map.of(), "HOST", "h", "EMPTY", "");
        assertThat(check(spec("http", "url", "https://$HOST/${HOST}/${NONE:-else}/${EMPTY:-d}"), target))
                .extracting(check -> ((Check.Http) check).url())
                .isEqualTo("https://h/h/else/d");
    }

    @Test
    void http() {
        Target target = target(Map.of(), "TOKEN", "t0ken");
        Check check = check(
                spec(
                        "http",
                        "url",
                        "localhost:8080/x",
                        "method",
                        "head",
                        "status",
                        "200-399",
                        "contains",
                        "ok",
                        "headers.Authorization",
                        "Bearer $TOKEN"),
                target);
        assertThat(check)
                .isEqualTo(new Check.Http(
                        "HEAD", "http://localhost:8080/x", Map.of("Authorization", "Bearer t0ken"), 200, 399, "ok"));
        assertThat(check(spec("http", "url", "example.org", "status", "4xx"), target))
                .isEqualTo(new Check.Http("GET", "https://example.org", Map.of(), 400, 499, null));
        assertThat(check.toString()).doesNotContain("t0ken");
        assertThat(check(spec("http", "url", "https://a", "headers.X-Key", "$TOKEN\n"), target))
                .extracting(made -> ((Check.Http) made).headers())
                .isEqualTo(Map.of("X-Key", "t0ken"));
        assertThat(why(spec("http", "url", "https://a", "headers.X-Key", "$PW"), "PW", "a\nb"))
                .endsWith("`headers.X-Key` holds a character that a header cannot carry");
        assertThat(why(spec("http", "url", "https://a", "method", "DELETE"))).contains("`method` must be");
        assertThat(why(spec("http", "url", "https://a", "status", "fine"))).contains("`status` must be like");
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "postgresql://u:p@h:1/d, jdbc:postgresql://h:1/d, u, p",
                "postgres://u:p%40ss@h/d?sslmode=require, jdbc:postgresql://h/d, u, p@ss",
                "postgres://u:p@s/s@h/d, jdbc:postgresql://h/d, u, p@s/s",
                "jdbc:postgresql://h:1/d?user=u&password=p, jdbc:postgresql://h:1/d, u, p",
                "jdbc:postgresql:d, jdbc:postgresql://localhost/d, -, -",
                "postgresql+psycopg://u:p@h/d, jdbc:postgresql://h/d, u, p",
                "postgresql://h, jdbc:postgresql://h/, -, -",
                "postgresql:///d, jdbc:postgresql://localhost/d, -, -",
            })
    void postgresAddresses(String url, String jdbc, String user, String password) {
        Check.Sql sql = (Check.Sql) check(spec("sql", "url", url, "query", "select 2;"), target(Map.of()));
        assertThat(sql.url()).isEqualTo(jdbc);
        assertThat(sql.properties().get("user")).isEqualTo(user);
        assertThat(sql.properties().get("password")).isEqualTo(password);
        assertThat(sql.query()).isEqualTo("select 2");
        assertThat(sql.toString()).isEqualTo("Sql[select 2]");
    }

    @Test
    void sqlBounds() {
        String url =
                "postgresql://u@h/d?sslmode=no-verify&socketTimeout=0&socketFactory=evil.Class&application_name=me";
        Check.Sql sql = (Check.Sql) check(spec("sql", "url", url, "atLeast", "2.5"), target(Map.of()));
        assertThat(sql.properties()).isEqualTo(Map.of("user", "u", "sslmode", "require", "ApplicationName", "me"));
        assertThat(sql.query()).isEqualTo("select 1");
        assertThat(sql.limits().atLeast()).isEqualTo(2.5);
        assertThat(why(spec("sql", "url", url, "query", "commit; drop table x")))
                .endsWith("must be one statement only");
        String quoted = "select ';' where 'a''b;' ~ '^a$'";
        assertThat(((Check.Sql) check(spec("sql", "url", url, "query", quoted), target(Map.of()))).query())
                .isEqualTo(quoted);
        assertThat(why(spec("sql", "url", url, "atLeast", "much"))).contains("`atLeast` must be a number, not `much`");
    }

    @Test
    void redis() {
        Target target = target(Map.of(), "PW", "s3cret");
        assertThat(check(
                        spec("redis", "host", "h", "password", "$PW", "command", "EXISTS a:b", "atLeast", "1"), target))
                .isEqualTo(new Check.Redis(
                        "h", 6379, null, "s3cret", false, 0, List.of("EXISTS", "a:b"), new Check.Limits(1.0, null)));
        Check url = check(spec("redis", "url", "rediss://me:$PW@h:6380/2"), target);
        assertThat(url)
                .isEqualTo(new Check.Redis("h", 6380, "me", "s3cret", true, 2, List.of("PING"), Check.Limits.NONE));
        assertThat(url.toString()).isEqualTo("Redis[h:6380 PING]");
        assertThat(check(spec("redis", "url", "redis://h"), target))
                .isEqualTo(new Check.Redis("h", 6379, null, null, false, 0, List.of("PING"), Check.Limits.NONE));
        assertThat(why(spec("redis", "host", "h", "command", "FLUSHALL"))).contains("must be one that only reads");
    }

    @Test
    void figures() {
        Target nothing = target(Map.of());
        assertThat(((Check.Exposition) check(
                                spec(
                                        "exposition",
                                        "url",
                                        "https://a/m",
                                        "quantile",
                                        "0.95",
                                        "of",
                                        "lat",
                                        "labels.route",
                                        "api",
                                        "factor",
                                        "1000"),
                                nothing))
                        .figure())
                .isEqualTo(new Figure.Quantile(0.95, "lat", Map.of("route", "api"), 1000));
        assertThat(((Check.Exposition) check(
                                spec(
                                        "exposition",
                                        "url",
                                        "https://a/m",
                                        "share",
                                        "r",
                                        "of",
                                        "r",
                                        "labels.status",
                                        "5xx"),
                                nothing))
                        .figure())
                .isEqualTo(new Figure.Share("r", Map.of("status", "5xx"), "r", Map.of(), 100));
        assertThat(why(spec("exposition", "url", "https://a", "gauge", "a", "rate", "b")))
                .contains("exactly one of")
                .contains("gauge and rate");
        assertThat(why(spec("exposition", "url", "https://a", "share", "a"))).endsWith("exposition needs `of`");
        assertThat(why(spec("exposition", "url", "https://a", "quantile", "95", "of", "b")))
                .contains("from 0 to 1");
        assertThat(why(spec("exposition", "url", "https://a", "gauge", "b", "labels.x", "~(")))
                .contains("broken pattern");
    }
}
