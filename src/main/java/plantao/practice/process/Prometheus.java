package plantao.practice.process;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

/// A small Prometheus: scrapes the stack's other web processes every two seconds and answers instant queries.
/// Braces and quotes of a query must be URL-encoded (`curl --data-urlencode`): the server beneath refuses them
/// bare.
///
/// @see <a href="https://prometheus.io/docs/prometheus/latest/querying/api/">its HTTP API</a>
final class Prometheus {
    private static final int SCRAPE_MILLIS = 2000;

    private final Launch launch;
    private final ProcessLog log;
    private final ScrapedSeries series = new ScrapedSeries();

    Prometheus(Launch launch, ProcessLog log) {
        this.launch = launch;
        this.log = log;
    }

    /// Listens and scrapes from now on.
    ///
    /// @throws IOException when the port is taken
    void start() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", launch.port()), 64);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::serve);
        server.start();
        launch.addresses().forEach((name, address) -> {
            if (!name.equals(launch.name())) {
                Thread.ofPlatform().daemon().name("scrape-" + name).start(() -> scrapeForever(name, address));
            }
        });
        log.info("listening on 127.0.0.1:" + launch.port() + ", "
                + (launch.addresses().size() - 1) + " targets");
    }

    private void scrapeForever(String name, String address) {
        Map<String, String> own = Map.of("job", name, "instance", address.replace("http://", ""));
        while (true) {
            double time = System.currentTimeMillis() / 1000.0;
            boolean up = true;
            try {
                series.take(page(address + "/metrics"), own, time);
            } catch (IOException e) {
                up = false;
            }
            var labels = new HashMap<>(own);
            labels.put("__name__", "up");
            series.add(labels, up ? 1 : 0, time);
            try {
                Thread.sleep(SCRAPE_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private static String page(String address) throws IOException {
        var connection = (HttpURLConnection) URI.create(address).toURL().openConnection(Proxy.NO_PROXY);
        connection.setConnectTimeout(SCRAPE_MILLIS);
        connection.setReadTimeout(SCRAPE_MILLIS);
        try (InputStream in = connection.getInputStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private void serve(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        Map<String, String> said = parameters(exchange.getRequestURI().getRawQuery() + "&" + body);
        switch (path) {
            case "/-/ready", "/-/healthy" -> send(exchange, 200, "text/plain", "Prometheus Server is Ready.\n");
            case "/api/v1/query" -> query(exchange, said);
            default ->
                send(
                        exchange,
                        404,
                        "application/json",
                        "{\"status\":\"error\",\"errorType\":\"not_found\",\"error\":\"practice answers /api/v1/query only\"}\n");
        }
    }

    private void query(HttpExchange exchange, Map<String, String> said) throws IOException {
        double time = System.currentTimeMillis() / 1000.0;
        try {
            if (said.containsKey("time")) {
                time = Double.parseDouble(said.getOrDefault("time", ""));
            }
            List<ScrapedSeries.Point> points = series.find(PromQl.read(said.getOrDefault("query", "")), time);
            double at = time;
            String result = points.stream().map(p -> json(p, at)).collect(Collectors.joining(","));
            send(
                    exchange,
                    200,
                    "application/json",
                    "{\"status\":\"success\",\"data\":{\"resultType\":\"vector\",\"result\":[" + result + "]}}\n");
        } catch (IllegalArgumentException e) {
            send(
                    exchange,
                    400,
                    "application/json",
                    "{\"status\":\"error\",\"errorType\":\"bad_data\",\"error\":\""
                            + escaped(String.valueOf(e.getMessage())) + "\"}\n");
        }
    }

    private static String json(ScrapedSeries.Point point, double time) {
        String labels = new java.util.TreeMap<>(point.labels())
                .entrySet().stream()
                        .map(l -> "\"" + l.getKey() + "\":\"" + escaped(l.getValue()) + "\"")
                        .collect(Collectors.joining(",", "{", "}"));
        return String.format(
                Locale.ROOT, "{\"metric\":%s,\"value\":[%.3f,\"%s\"]}", labels, time, number(point.value()));
    }

    private static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : Double.toString(value).replace("Infinity", "+Inf");
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", " ");
    }

    private static Map<String, String> parameters(String query) {
        var found = new HashMap<String, String>();
        for (String pair : query.split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                found.put(
                        pair.substring(0, equals),
                        URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
            }
        }
        return found;
    }

    private static void send(HttpExchange exchange, int status, String type, String text) throws IOException {
        try (exchange) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", type);
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }
}
