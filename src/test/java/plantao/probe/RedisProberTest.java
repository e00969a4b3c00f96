package plantao.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import redis.embedded.RedisServer;

/// Against a real Redis with a password, and servers that are none.
@Timeout(60)
class RedisProberTest {
    private static final Probers PROBERS = new Probers();
    private static RedisServer server;
    private static int port;

    @BeforeAll
    static void start() throws Exception {
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        server = RedisServer.newRedisServer()
                .port(port)
                .bind("127.0.0.1")
                .setting("requirepass s3cret")
                .build();
        server.start();
        try (Socket socket = new Socket("127.0.0.1", port)) {
            Resp redis = new Resp(socket.getInputStream(), socket.getOutputStream());
            for (String command : List.of(
                    "AUTH s3cret", "RPUSH jobs a b c", "SET load 0.75", "SET word many", "SELECT 1", "SET only here")) {
                assertThat(redis.call(List.of(command.split(" ")))).isNotInstanceOf(Resp.Reply.Refused.class);
            }
        }
    }

    @AfterAll
    static void stop() throws IOException {
        server.stop();
        PROBERS.close();
    }

    private static Check.Redis check(
            @Nullable String password, int database, @Nullable Double atLeast, String command) {
        return new Check.Redis(
                "127.0.0.1",
                port,
                null,
                password,
                false,
                database,
                List.of(command.split(" ")),
                new Check.Limits(atLeast, null));
    }

    private static Reading service(Check.Redis check) {
        return PROBERS.read(Probes.service(check, Probes.PATIENT), Probes.AT);
    }

    private static Reading metric(String command) {
        return PROBERS.read(Probes.metric(check("s3cret", 0, null, command)), Probes.AT);
    }

    @Test
    void ping() {
        assertThat(Probes.up(service(check("s3cret", 0, null, "PING"))).detail())
                .isEqualTo("PING → PONG");
    }

    @Test
    void figures() {
        assertThat(Probes.up(metric("LLEN jobs")).value()).isEqualTo(3);
        assertThat(Probes.up(metric("EXISTS jobs")).value()).isEqualTo(1);
        assertThat(Probes.up(metric("GET load")).value()).isEqualTo(0.75);
        assertThat(Probes.up(metric("INFO memory used_memory")).value()).isGreaterThan(100_000);
        assertThat(Probes.up(metric("INFO keyspace db0.keys")).value()).isEqualTo(3);
        assertThat(Probes.up(metric("INFO used_memory")).value()).isGreaterThan(100_000);
    }

    @Test
    void noFigure() {
        assertThat(Probes.noData(metric("GET nothing")).reason()).isEqualTo("GET nothing → nothing");
        assertThat(Probes.noData(metric("GET word")).reason()).isEqualTo("GET word → many, not a number");
        assertThat(Probes.noData(metric("INFO memory")).reason())
                .isEqualTo("INFO memory → answered: name one of its figures (INFO memory used_memory)");
        assertThat(Probes.noData(metric("INFO memory used_memry")).reason())
                .isEqualTo("INFO memory used_memry → nothing: this Redis has no such figure");
    }

    @Test
    void databaseIsSelected() {
        assertThat(Probes.up(service(check("s3cret", 1, 1.0, "EXISTS only"))).value())
                .isEqualTo(1);
    }

    @Test
    void belowTheFloorIsDown() {
        assertThat(Probes.down(service(check("s3cret", 0, 1.0, "EXISTS heartbeat")))
                        .reason())
                .isEqualTo("EXISTS heartbeat → 0, below 1");
        assertThat(Probes.down(service(check("s3cret", 0, 1.0, "GET nothing"))).reason())
                .isEqualTo("GET nothing → nothing, not a number of at least 1");
    }

    @Test
    void refusals() {
        assertThat(Probes.down(service(check(null, 0, null, "PING"))).reason())
                .isEqualTo("Redis wants a password (NOAUTH)");
        Reading.Down wrong = Probes.down(service(check("guess-me", 0, null, "PING")));
        assertThat(wrong.reason()).isEqualTo("wrong user or password (WRONGPASS)");
        assertThat(wrong.toString()).doesNotContain("guess-me");
        assertThat(Probes.down(metric("LLEN load")).reason()).startsWith("LLEN load → WRONGTYPE");
    }

    @Test
    void serversThatAreNoRedis() throws Exception {
        assertThat(against((socket, it) -> it.silence()).reason()).isEqualTo("no answer in 400 ms");
        assertThat(against((socket, it) -> it.drip(socket, "+P")).reason()).isEqualTo("no answer in 400 ms");
        assertThat(against((socket, it) -> socket.getInputStream().read()).reason())
                .isIn("closed without an answer", "connection reset");
        Reading.Down http = against((socket, it) -> HostileServer.say(socket, "HTTP/1.1 400 Bad Request\r\n"));
        assertThat(http.reason()).isEqualTo("not a Redis answer");
        assertThat(http.evidence()).contains("HTTP/1.1 400");
        assertThat(against((socket, it) -> {
                            while (true) {
                                HostileServer.say(socket, "+" + "x".repeat(5000));
                            }
                        })
                        .reason())
                .isEqualTo("not a Redis answer");
        // An announced length is not believed.
        assertThat(against((socket, it) -> {
                            HostileServer.say(socket, "$2147483647\r\n");
                            it.silence();
                        })
                        .reason())
                .isEqualTo("no answer in 400 ms");
    }

    private static Reading.Down against(HostileServer.Behaviour behaviour) throws Exception {
        try (HostileServer server = new HostileServer(behaviour)) {
            Check check = new Check.Redis(
                    "127.0.0.1", server.port(), null, null, false, 0, List.of("PING"), Check.Limits.NONE);
            return Probes.down(PROBERS.read(Probes.service(check, Duration.ofMillis(400)), Probes.AT));
        }
    }
}
