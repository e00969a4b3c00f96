package plantao;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import plantao.desk.Effect;
import plantao.desk.Event;
import plantao.link.ChatPost;
import plantao.runbook.MessageSettings;
import plantao.runbook.MessageSettings.Kind;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Posting against a real server on this computer.
class MessengerTest {
    private static final Messenger.Patience PATIENCE =
            new Messenger.Patience(Duration.ofSeconds(5), Duration.ofMillis(20), Duration.ofMinutes(1));
    private static final ChatPost POST = new ChatPost(
            "0190c0de-0000-7000-8000-000000000001", "shop", 3, "Shop is down", 1, "fixing", "A < B & *C*\n\nline two");

    private record Got(@Nullable String id, JsonNode body) {}

    private final List<Got> got = new CopyOnWriteArrayList<>();
    private final BlockingQueue<Event.MessageTried> told = new LinkedBlockingQueue<>();
    private final List<UnaryOperator<String>> masks = new CopyOnWriteArrayList<>();
    private final CountDownLatch hold = new CountDownLatch(1);
    private HttpServer server;

    /// One answer of the server: a status, with headers perhaps; 0 takes the message and never answers.
    private record Answer(int status, Map<String, String> headers) {
        Answer(int status) {
            this(status, Map.of());
        }
    }

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newCachedThreadPool());
        server.start();
    }

    @AfterEach
    void stop() {
        hold.countDown();
        server.stop(0);
    }

    private String serve(Answer... answers) {
        server.createContext("/hook/s3cret", exchange -> answer(exchange, answers));
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/hook/s3cret";
    }

    private void answer(HttpExchange exchange, Answer... answers) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        Answer answer = answers[Math.min(got.size(), answers.length - 1)];
        got.add(new Got(exchange.getRequestHeaders().getFirst("Idempotency-Key"), new JsonMapper().readTree(body)));
        try (exchange) {
            if (answer.status() == 0) {
                hold.await();
                return;
            }
            answer.headers().forEach(exchange.getResponseHeaders()::add);
            exchange.sendResponseHeaders(answer.status(), -1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Posts and waits for the last attempt.
    ///
    /// @return `attempt outcome reason` of each
    private List<String> posted(Kind kind, String url, Messenger.Patience patience) throws InterruptedException {
        return posted(new MessageSettings.Place("#ops", kind, "HOOK", null, List.of()), Map.of("HOOK", url), patience);
    }

    private List<String> posted(
            MessageSettings.Place place, Map<String, String> environment, Messenger.Patience patience)
            throws InterruptedException {
        List<String> all = new ArrayList<>();
        try (Messenger messenger =
                new Messenger(environment, InstantSource.system(), m -> masks.add(m::mask), this::told, patience)) {
            messenger.post(new Effect.Post(new UUID(1, 1), place, POST));
            Event.MessageTried last;
            do {
                last = told.poll(60, TimeUnit.SECONDS);
                assertThat(last).as("what became of it").isNotNull();
                assertThat(last.message()).isEqualTo(POST.id());
                all.add(last.attempt() + " " + last.outcome() + (last.reason() == null ? "" : " " + last.reason()));
            } while (last.outcome().equals("refused"));
        }
        return all;
    }

    private void told(Event event) {
        told.add((Event.MessageTried) event);
    }

    @Test
    void whatFailsTwiceIsTriedUntilItIsTakenWithOneId() throws Exception {
        String url = serve(new Answer(500), new Answer(503), new Answer(200));
        assertThat(posted(Kind.SLACK, url, PATIENCE))
                .containsExactly("1 refused it answers 500", "2 refused it answers 503", "3 taken");
        assertThat(got).extracting(Got::id).containsOnly(POST.id()).hasSize(3);
        assertThat(got.getLast().body().properties()).hasSize(1);
        assertThat(got.getLast().body().path("text").asString()).isEqualTo("A &lt; B &amp; *C*\n\nline two");
    }

    @Test
    void whatMayHaveBeenTakenIsNeverPostedAgain() throws Exception {
        String url = serve(new Answer(0));
        Messenger.Patience short_ =
                new Messenger.Patience(Duration.ofSeconds(2), Duration.ofMillis(1), Duration.ofMinutes(1));
        assertThat(posted(Kind.WEBHOOK, url, short_)).last().asString().endsWith("unknown no answer in time");
        assertThat(got).hasSize(1);
    }

    @Test
    void theServerSaysWhenToTryAgain() throws Exception {
        String url = serve(new Answer(429, Map.of("Retry-After", "1")), new Answer(202));
        Instant begun = Instant.now();
        assertThat(posted(Kind.TEAMS, url, PATIENCE)).containsExactly("1 refused it answers 429", "2 taken");
        assertThat(Duration.between(begun, Instant.now())).isGreaterThanOrEqualTo(Duration.ofSeconds(1));
        JsonNode card = got.getLast().body().path("attachments").path(0).path("content");
        assertThat(card.path("type").asString()).isEqualTo("AdaptiveCard");
        assertThat(card.path("body").size()).isEqualTo(2);
        assertThat(card.path("body")
                        .path(0)
                        .path("inlines")
                        .path(0)
                        .path("text")
                        .asString())
                .isEqualTo("A < B & *C*");
    }

    @Test
    void whoIsToldToWaitTooLongGivesUp() throws Exception {
        String url = serve(new Answer(429, Map.of("Retry-After", "3600")));
        assertThat(posted(Kind.SLACK, url, PATIENCE)).containsExactly("1 given-up it answers 429");
    }

    @Test
    void whatIsRefusedForGoodIsNotTriedAgain() throws Exception {
        assertThat(posted(Kind.SLACK, serve(new Answer(404)), PATIENCE)).containsExactly("1 given-up it answers 404");
        assertThat(got).hasSize(1);
    }

    @Test
    void aPlaceThatIsAwayIsTriedAFewTimes() throws Exception {
        String url = serve(new Answer(200));
        server.stop(0);
        assertThat(posted(Kind.WEBHOOK, url, PATIENCE)).hasSize(6).last().isEqualTo("6 given-up connection refused");
    }

    @Test
    void theAddressComesFromACommandAndIsKnownAsASecret() throws Exception {
        String url = serve(new Answer(200));
        MessageSettings.Place place =
                new MessageSettings.Place("#ops", Kind.WEBHOOK, null, "echo \"$BASE/hook/s3cret\"", List.of());
        Map<String, String> environment =
                Map.of("BASE", url.replace("/hook/s3cret", ""), "PATH", System.getenv("PATH"), "HOME", "/tmp");
        assertThat(posted(place, environment, PATIENCE)).containsExactly("1 taken");
        assertThat(masks).isNotEmpty();
        assertThat(masks.getFirst().apply("at " + url)).doesNotContain("s3cret");
        assertThat(got.getFirst().body().path("status").asString()).isEqualTo("fixing");
    }

    @Test
    void aMissingAddressIsSaidWithoutTrying() throws Exception {
        MessageSettings.Place place = new MessageSettings.Place("#ops", Kind.SLACK, "NOT_SET", null, List.of());
        assertThat(posted(place, Map.of(), PATIENCE))
                .containsExactly("1 given-up the environment variable NOT_SET is not set");
    }
}
