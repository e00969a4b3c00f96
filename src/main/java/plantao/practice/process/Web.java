package plantao.practice.process;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import plantao.practice.blueprint.Action;
import plantao.practice.blueprint.ProcessSpec.Route;

/// A web process: answers its routes by their actions, and `/metrics`.
final class Web {
    private final Launch launch;
    private final ActionRunner actor;
    private final ProcessLog log;
    private final Measurements measurements;
    private final Map<String, String> switches = new ConcurrentHashMap<>();
    private final AtomicLong queries = new AtomicLong();

    Web(Launch launch, ActionRunner actor, ProcessLog log) {
        this.launch = launch;
        this.actor = actor;
        this.log = log;
        this.measurements = new Measurements(launch, actor::connectionsInUse);
    }

    /// Listens from now on.
    ///
    /// @throws IOException when the port is taken
    void start() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", launch.port()), 256);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::serve);
        server.start();
        log.info("listening on 127.0.0.1:" + launch.port());
    }

    /// An answer.
    record Answer(int status, String type, byte[] body, Map<String, String> headers) {
        static Answer of(int status, String text) {
            return new Answer(status, "application/json", text.getBytes(StandardCharsets.UTF_8), Map.of());
        }
    }

    private void serve(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        if (path.equals("/metrics") && route("GET", path).isEmpty()) {
            send(
                    exchange,
                    new Answer(
                            200,
                            "text/plain; version=0.0.4",
                            measurements.text().getBytes(StandardCharsets.UTF_8),
                            Map.of()));
            return;
        }
        long begun = System.nanoTime();
        byte[] body = exchange.getRequestBody().readAllBytes();
        Optional<Route> route = route(exchange.getRequestMethod(), path);
        Answer answer =
                route.isEmpty() ? Answer.of(404, "{\"error\":\"not found\"}\n") : answer(route.get(), exchange, body);
        double seconds = (System.nanoTime() - begun) / 1e9;
        route.ifPresent(r -> measurements.finished(r.name(), answer.status(), seconds));
        String line = exchange.getRequestMethod() + " " + path + " " + answer.status() + " "
                + Math.round(seconds * 1000) + "ms";
        if (answer.status() >= 500) {
            log.error(line);
        } else if (answer.status() >= 400) {
            log.warning(line);
        } else {
            log.info(line);
        }
        send(exchange, answer);
    }

    private Optional<Route> route(String method, String path) {
        String asked = method.equals("HEAD") ? "GET" : method;
        return launch.spec().routes().stream()
                .filter(r -> r.method() == null || r.method().equals(asked))
                .filter(r -> r.path().endsWith("*")
                        ? path.startsWith(r.path().substring(0, r.path().length() - 1))
                        : path.equals(r.path()))
                .filter(r ->
                        r.when().entrySet().stream().allMatch(e -> e.getValue().equals(switched(e.getKey()))))
                .findFirst();
    }

    private @Nullable String switched(String name) {
        String said = switches.get(name);
        return said == null ? launch.environment().get(name) : said;
    }

    /// Spreads failures evenly, so that a share is kept over any few requests.
    private boolean fails() {
        double share = launch.behaviour().failShare();
        long nth = queries.incrementAndGet();
        return Math.floor(nth * share) > Math.floor((nth - 1) * share);
    }

    private Answer measured(Action.Measure measure, HttpExchange exchange) {
        String query = exchange.getRequestURI().getQuery();
        String wanted = measure.textFor();
        String text = measurements.text();
        for (Map.Entry<String, String> name : measure.names().entrySet()) {
            text = text.replaceAll(
                    "(?m)^((?:# (?:HELP|TYPE) )?)" + Pattern.quote(name.getKey()), "$1" + name.getValue());
        }
        boolean json = measure.json() && (wanted == null || query == null || !query.contains(wanted));
        return new Answer(
                200,
                json ? "application/json" : "text/plain; version=0.0.4",
                (json ? Measurements.json(text) : text).getBytes(StandardCharsets.UTF_8),
                Map.of());
    }

    private Answer answer(Route route, HttpExchange exchange, byte[] body) {
        Map<String, String> values = ActionRunner.values(launch.environment());
        try {
            if (launch.behaviour().pauseMillis() > 0) {
                Thread.sleep(launch.behaviour().pauseMillis());
            }
            for (Action action : route.actions()) {
                if (!ActionRunner.applies(action, values)) {
                    continue;
                }
                Action.Call call = action.call();
                Action.Respond respond = action.respond();
                Action.Measure measure = action.measure();
                if (call != null) {
                    return Upstream.ask(launch.addresses().get(call.process()), call.timeoutSeconds(), exchange, body);
                } else if (respond != null) {
                    return respond(respond, values);
                } else if (measure != null) {
                    return measured(measure, exchange);
                } else if (action.set() != null) {
                    switches.putAll(action.set());
                } else if (action.sql() != null && fails()) {
                    throw new SQLException("the query failed");
                }
                actor.act(action, values);
            }
            return Answer.of(204, "");
        } catch (SocketTimeoutException e) {
            return failed(504, "TimeoutError: no answer from upstream in time", e);
        } catch (ConnectException e) {
            return failed(502, "Connection refused by upstream", e);
        } catch (SQLException e) {
            return failed(route.onError(), "OperationalError: " + firstLine(e), e);
        } catch (IOException e) {
            return failed(
                    route.onError() == 500 ? 502 : route.onError(),
                    e.getClass().getSimpleName() + ": " + firstLine(e),
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return failed(503, "shutting down", e);
        }
    }

    private Answer failed(int status, String text, Exception cause) {
        log.error(text
                + (cause.getCause() == null
                        ? ""
                        : " (" + cause.getCause().getClass().getSimpleName() + ")"));
        return Answer.of(
                status,
                "{\"status\":\"error\",\"error\":\"" + text.replace("\\", "").replace("\"", "'") + "\"}\n");
    }

    private static String firstLine(Exception e) {
        String message = e.getMessage();
        return message == null ? "no message" : message.lines().findFirst().orElse("no message");
    }

    private Answer respond(Action.Respond respond, Map<String, String> values) throws IOException {
        byte[] body = respond.file() != null
                ? Files.readAllBytes(Path.of(launch.work()).resolve(respond.file()))
                : ActionRunner.fill(respond.body() == null ? "" : respond.body(), values)
                        .getBytes(StandardCharsets.UTF_8);
        return new Answer(respond.status(), respond.type(), body, respond.headers());
    }

    private static void send(HttpExchange exchange, Answer answer) throws IOException {
        try (exchange) {
            exchange.getResponseHeaders().set("Content-Type", answer.type());
            answer.headers().forEach(exchange.getResponseHeaders()::set);
            boolean bare = exchange.getRequestMethod().equals("HEAD") || answer.status() == 204;
            exchange.sendResponseHeaders(
                    answer.status(), bare || answer.body().length == 0 ? -1 : answer.body().length);
            if (!bare && answer.body().length > 0) {
                exchange.getResponseBody().write(answer.body());
            }
        }
    }
}
