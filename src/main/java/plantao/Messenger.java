package plantao;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import plantao.desk.Effect;
import plantao.desk.Event;
import plantao.link.ChatHook;
import plantao.link.ChatPost;
import plantao.runbook.MessageSettings;
import plantao.values.CommandReply;
import plantao.values.Masking;

/// Posts messages about incidents. What was surely not taken is tried again, a few times and not for long: a late
/// message misleads. What may have been taken is never tried again. What comes of each attempt is told to the desk.
final class Messenger implements AutoCloseable {
    /// How patient it is.
    ///
    /// @param attempt how long one attempt may take
    /// @param pause before the second one, doubled each time
    /// @param whole after so long nothing is tried any more
    record Patience(Duration attempt, Duration pause, Duration whole) {
        static final Patience USUAL =
                new Patience(Duration.ofSeconds(10), Duration.ofSeconds(2), Duration.ofMinutes(10));
    }

    private static final int TRIES = 6;
    private static final Duration ANSWER = Duration.ofSeconds(60);

    private final Map<String, String> environment;
    private final InstantSource clock;
    private final Consumer<Masking> secrets;
    private final Consumer<Event> desk;
    private final Patience patience;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("messages").daemon().factory());

    /// @param environment where addresses are
    /// @param secrets is given each address, to take it out of everything
    Messenger(
            Map<String, String> environment,
            InstantSource clock,
            Consumer<Masking> secrets,
            Consumer<Event> desk,
            Patience patience) {
        this.environment = Map.copyOf(environment);
        this.clock = clock;
        this.secrets = secrets;
        this.desk = desk;
        this.patience = patience;
    }

    /// Posts a message; returns at once.
    void post(Effect.Post order) {
        Instant begun = clock.instant();
        thread.execute(() -> attempt(order, 1, begun));
    }

    private void attempt(Effect.Post order, int attempt, Instant begun) {
        switch (tried(order)) {
            case ChatHook.Answer.Taken _ -> tell(order, attempt, "taken", null);
            case ChatHook.Answer.Unknown(String reason) -> tell(order, attempt, "unknown", reason);
            case ChatHook.Answer.Refused(String reason, boolean again, @Nullable Duration later) -> {
                Duration pause = patience.pause().multipliedBy(1L << (attempt - 1));
                Duration wait = later == null || later.compareTo(pause) < 0 ? pause : later;
                boolean late = clock.instant().plus(wait).isAfter(begun.plus(patience.whole()));
                if (!again || attempt >= TRIES || late) {
                    tell(order, attempt, "given-up", reason);
                } else {
                    tell(order, attempt, "refused", reason);
                    var _ = thread.schedule(
                            () -> attempt(order, attempt + 1, begun), wait.toMillis(), TimeUnit.MILLISECONDS);
                }
            }
        }
    }

    private ChatHook.Answer tried(Effect.Post order) {
        try {
            String url = address(order.place());
            secrets.accept(Masking.of(List.of(url)));
            try (ChatHook hook = new ChatHook(url, form(order.place().kind()), patience.attempt())) {
                return hook.post(order.post(), clock.instant());
            }
        } catch (IOException | IllegalArgumentException e) {
            return new ChatHook.Answer.Refused(String.valueOf(e.getMessage()), false, null);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new ChatHook.Answer.Refused("the console was closed", false, null);
        }
    }

    /// @throws IOException when there is none; the message says why
    private String address(MessageSettings.Place place) throws IOException, InterruptedException {
        String known = place.env() == null ? null : environment.get(place.env());
        if (known != null && !known.isBlank()) {
            return known.strip();
        }
        if (place.command() == null) {
            throw new IOException("the environment variable " + place.env() + " is not set");
        }
        CommandReply asked = CommandReply.of(
                List.of("bash", "-c", place.command()),
                Path.of(environment.getOrDefault("HOME", "/")),
                environment,
                ANSWER);
        String printed = asked.printed().strip();
        if (!asked.ended() || asked.status() != 0 || printed.isEmpty()) {
            throw new IOException("the command for its address "
                    + (asked.ended() ? "ended with " + asked.status() : "did not answer in time"));
        }
        return printed;
    }

    private static ChatPost.Form form(MessageSettings.Kind kind) {
        return switch (kind) {
            case SLACK -> ChatPost.Form.SLACK;
            case TEAMS -> ChatPost.Form.TEAMS;
            case WEBHOOK, MAIL -> ChatPost.Form.PLAIN;
        };
    }

    private void tell(Effect.Post order, int attempt, String outcome, @Nullable String reason) {
        desk.accept(new Event.MessageTried(
                order.incident(), order.post().id(), order.place().name(), attempt, outcome, reason));
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
