package plantao.playbook;

import java.math.BigDecimal;
import java.math.MathContext;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import plantao.values.HttpText;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Asks a Prometheus: each query's value now as a table, and how it went in the last hour as a small chart of
/// letters.
///
/// @see <a href="https://prometheus.io/docs/prometheus/latest/querying/api/">the HTTP API</a>
final class HttpPromQl implements DirectStep.Work {
    private static final int MOST_SERIES = 50;
    private static final Duration BEFORE = Duration.ofHours(1);
    private static final int POINTS = 24;
    private static final String BARS = "▁▂▃▄▅▆▇█";

    private final HttpExchange http;

    HttpPromQl(HttpExchange http) {
        this.http = http;
    }

    @Override
    public void run(DirectStep step) throws DirectStep.Stopped {
        String base = String.valueOf(step.order().handling().source()).replaceFirst("/+$", "");
        boolean first = true;
        for (String query : queries(step.order().script())) {
            if (!step.wanted()) {
                return;
            }
            JsonNode now = ask(step, base + "/api/v1/query?query=" + encoded(query), first);
            first = false;
            step.print("> " + query.replaceAll("\\s*\\R\\s*", " "));
            show(step, now.path("result"), now.path("resultType").asString(""), history(step, base, query, now));
        }
    }

    /// Queries are parted by blank lines; comments are left out.
    private static List<String> queries(String text) {
        List<String> all = new ArrayList<>();
        for (String part : text.split("\\R\\s*\\R")) {
            String query = part.replaceAll("(?m)^\\s*#.*$", "").strip();
            if (!query.isEmpty()) {
                all.add(query);
            }
        }
        return all;
    }

    private JsonNode ask(DirectStep step, String url, boolean first) throws DirectStep.Stopped {
        HttpExchange.Answer answer = http.send(step, new HttpText.Request("GET", url, Map.of(), ""), first);
        JsonNode root;
        try {
            root = JsonMapper.shared().readTree(answer.body());
        } catch (JacksonException e) {
            throw new DirectStep.Stopped(
                    "HTTP " + answer.status() + ", and no answer of a Prometheus. Check `prometheus` in console.yaml.",
                    true);
        }
        if (!root.path("status").asString("").equals("success")) {
            String why = root.path("error").asString("HTTP " + answer.status());
            throw new DirectStep.Stopped("Prometheus refused the query: " + why, true);
        }
        return root.path("data");
    }

    /// The values of the last hour by series; nothing when there is no series to follow.
    private Map<String, List<Double>> history(DirectStep step, String base, String query, JsonNode now)
            throws DirectStep.Stopped {
        Map<String, List<Double>> series = new LinkedHashMap<>();
        boolean vector = now.path("resultType").asString("").equals("vector");
        int size = now.path("result").size();
        if (!vector || size == 0 || size > MOST_SERIES) {
            return series;
        }
        Instant end = Instant.ofEpochMilli(
                (long) (now.path("result").get(0).path("value").path(0).asDouble(0) * 1000));
        long length = BEFORE.toSeconds() / POINTS;
        String url = base + "/api/v1/query_range?query=" + encoded(query) + "&start="
                + end.minus(BEFORE).getEpochSecond() + "&end=" + end.getEpochSecond() + "&step=" + length;
        for (JsonNode one : ask(step, url, false).path("result")) {
            List<Double> values = new ArrayList<>();
            one.path("values").forEach(v -> values.add(number(v.path(1).asString(""))));
            series.put(one.path("metric").toString(), values);
        }
        return series;
    }

    private static void show(DirectStep step, JsonNode result, String type, Map<String, List<Double>> history) {
        if (type.equals("scalar") || type.equals("string")) {
            step.print(shown(result.path(1).asString("")));
            return;
        }
        if (result.isEmpty()) {
            step.print("-- nothing: no series fits");
            return;
        }
        TreeSet<String> labels = new TreeSet<>();
        result.forEach(r -> labels.addAll(r.path("metric").propertyNames()));
        List<List<String>> grid = new ArrayList<>();
        List<String> head = new ArrayList<>(labels);
        head.add("value");
        head.add("1 h");
        grid.add(head);
        for (JsonNode one : result) {
            if (grid.size() > MOST_SERIES) {
                break;
            }
            List<String> row = new ArrayList<>();
            labels.forEach(l -> row.add(one.path("metric").path(l).asString("")));
            JsonNode last = one.path("values").isEmpty()
                    ? one.path("value")
                    : one.path("values").get(one.path("values").size() - 1);
            row.add(shown(last.path(1).asString("")));
            row.add(bars(history.get(one.path("metric").toString())));
            grid.add(row);
        }
        boolean[] right = new boolean[head.size()];
        right[head.size() - 2] = true;
        TextGrid.lines(grid, right).forEach(step::print);
        int rows = grid.size() - 1;
        step.print("-- " + rows + (rows < result.size() ? " of " + result.size() : "") + " series");
    }

    private static String bars(@Nullable List<Double> values) {
        if (values == null || values.size() < 2) {
            return "";
        }
        double low = values.stream()
                .filter(Double::isFinite)
                .mapToDouble(v -> v)
                .min()
                .orElse(0);
        double high = values.stream()
                .filter(Double::isFinite)
                .mapToDouble(v -> v)
                .max()
                .orElse(0);
        StringBuilder bars = new StringBuilder();
        for (double v : values) {
            int height = !Double.isFinite(v) || high <= low ? 0 : (int) Math.round((v - low) / (high - low) * 7);
            bars.append(BARS.charAt(height));
        }
        return bars.toString();
    }

    private static double number(String text) {
        try {
            return Double.parseDouble(text.replace("Inf", "Infinity"));
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    /// Six digits tell enough.
    private static String shown(String value) {
        double number = number(value);
        return Double.isFinite(number)
                ? BigDecimal.valueOf(number)
                        .round(new MathContext(6))
                        .stripTrailingZeros()
                        .toPlainString()
                : value;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
