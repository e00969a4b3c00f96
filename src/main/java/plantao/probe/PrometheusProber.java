package plantao.probe;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import okhttp3.HttpUrl;
import plantao.probe.Fetch.Outcome.Answered;
import plantao.probe.Fetch.Outcome.Failed;
import plantao.runbook.ProbeSpec.Subject;
import tools.jackson.databind.JsonNode;

/// Asks a Prometheus server over its HTTP API. That the server itself does not answer says nothing about a service
/// that it watches.
///
/// @see <a href="https://prometheus.io/docs/prometheus/latest/querying/api/">HTTP API</a>
final class PrometheusProber implements Prober<Check.Prometheus> {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration STEP = Duration.ofMinutes(1);

    private final Fetch fetch;

    PrometheusProber(Fetch fetch) {
        this.fetch = fetch;
    }

    @Override
    public Reading read(Attempt attempt, Check.Prometheus check) {
        HttpUrl.Builder url = api(check, "query").addQueryParameter("query", check.query());
        return switch (ask(attempt, check, url.build())) {
            case Failed<JsonProber.Page> failed -> failed(attempt, "Prometheus: " + failed.reason(), failed.evidence());
            case Answered<JsonProber.Page> answered -> judged(attempt, check, answered);
        };
    }

    /// The last hour of a query by minute, oldest first; empty when there is no answer, or more than one series.
    List<Probers.Point> lastHour(Attempt attempt, Check.Prometheus check) {
        Instant end = attempt.at();
        HttpUrl.Builder url = api(check, "query_range")
                .addQueryParameter("query", check.query())
                .addQueryParameter("start", Long.toString(end.minus(HOUR).getEpochSecond()))
                .addQueryParameter("end", Long.toString(end.getEpochSecond()))
                .addQueryParameter("step", Long.toString(STEP.toSeconds()));
        if (!(ask(attempt, check, url.build()) instanceof Answered<JsonProber.Page> answered)
                || !(JsonDocument.read(answered.body().bytes(), answered.body().whole())
                        instanceof JsonDocument.Read(JsonNode root))) {
            return List.of();
        }
        JsonNode series = root.path("data").path("result");
        List<Probers.Point> points = new ArrayList<>();
        if (series.size() == 1) {
            for (JsonNode point : series.path(0).path("values")) {
                Double value = FigureText.finite(point.path(1).asString());
                if (value != null && point.path(0).isNumber()) {
                    points.add(new Probers.Point(
                            Instant.ofEpochMilli(Math.round(point.path(0).asDouble() * 1000)), value));
                }
            }
        }
        return List.copyOf(points);
    }

    private static HttpUrl.Builder api(Check.Prometheus check, String name) {
        HttpUrl base = HttpUrl.get(check.url());
        return base.newBuilder()
                .encodedPath(base.encodedPath().replaceFirst("/+$", "") + "/api/v1/" + name)
                .query(null);
    }

    private Fetch.Outcome<JsonProber.Page> ask(Attempt attempt, Check.Prometheus check, HttpUrl url) {
        Map<String, String> headers = new HashMap<>(Map.of("Accept", "application/json"));
        headers.putAll(check.headers());
        return fetch.send(
                attempt,
                "GET",
                url.toString(),
                headers,
                status -> status / 100 == 2,
                (_, source) -> JsonProber.Page.of(source));
    }

    private static Reading failed(Attempt attempt, String reason, String evidence) {
        return attempt.probe().of() == Subject.METRIC ? attempt.down(reason, evidence) : attempt.noData(reason);
    }

    private static Reading judged(Attempt attempt, Check.Prometheus check, Answered<JsonProber.Page> answered) {
        String evidence = Evidence.of(
                answered.phases(), answered.head(), answered.body().bytes().toByteArray());
        JsonDocument document =
                JsonDocument.read(answered.body().bytes(), answered.body().whole());
        if (!(document instanceof JsonDocument.Read(JsonNode root))
                || !root.path("status").isString()) {
            return failed(attempt, "no answer of a Prometheus (status " + answered.status() + ")", evidence);
        }
        if (!root.path("status").asString().equals("success")) {
            String error = Evidence.oneLine(root.path("error").asString(""), 120);
            return failed(attempt, "Prometheus refuses the query: " + error, evidence);
        }
        JsonNode result = root.path("data").path("result");
        boolean scalar = root.path("data").path("resultType").asString("").equals("scalar");
        String type = root.path("data").path("resultType").asString("");
        if (type.equals("string")) {
            return attempt.noData("the query gives a text, not a number");
        }
        if (!scalar && result.size() != 1) {
            return attempt.noData(
                    result.isEmpty()
                            ? "Prometheus has no series for the query"
                            : "the query gives " + result.size() + " series: make it one with sum(…) or max(…)");
        }
        JsonNode sample = scalar ? result : last(result.path(0));
        String given = sample.path(1).asString("");
        Double value = FigureText.finite(given);
        String figure = value == null
                ? Evidence.oneLine(given, 20) + ", not a number: does the query divide by nothing?"
                : FigureText.shown(value);
        String said = Evidence.oneLine(check.query(), 60) + " → " + figure + warnings(root);
        String broken = value == null ? null : check.limits().broken(value);
        if (broken != null) {
            return attempt.down(said + broken, evidence);
        }
        return value == null ? attempt.noData(said) : attempt.up(value, said);
    }

    /// What the server says may be wrong with its answer.
    private static String warnings(JsonNode root) {
        JsonNode warnings = root.path("warnings");
        return warnings.isEmpty()
                ? ""
                : ", but it warns: " + Evidence.oneLine(warnings.path(0).asString(""), 120);
    }

    /// The sample of a vector's series, or the last of a matrix's.
    private static JsonNode last(JsonNode series) {
        JsonNode values = series.path("values");
        return values.isArray() ? values.path(values.size() - 1) : series.path("value");
    }
}
