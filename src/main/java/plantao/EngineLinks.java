package plantao;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import plantao.desk.Board;
import plantao.desk.Effect;
import plantao.desk.Event;
import plantao.desk.SystemBoard;
import plantao.link.Alertmanager;
import plantao.link.LabelMatcher;
import plantao.link.Webhook;
import plantao.runbook.LinkSettings;
import plantao.values.Target;
import plantao.values.Variable;

/// Talks to the other alerting programs of each system whose settings are approved: asks its Alertmanager what
/// fires, silences there what was silenced here, calls over its webhook. On threads of its own, so that one that
/// hangs holds up neither the desk nor a call.
final class EngineLinks implements AutoCloseable {
    private static final Pattern NAME = Pattern.compile("\\$(?:\\{([A-Za-z_]\\w*)\\}|([A-Za-z_]\\w*))");
    private static final int TRIES = 6;
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(2);

    private record Asked(LinkSettings.Engine settings, String url, Alertmanager client, long next) {}

    private final Supplier<Board> board;
    private final Consumer<Event> desk;
    private final Map<String, String> environment;
    private final Duration pause;
    private final Map<String, Asked> engines = new HashMap<>();
    private final Set<String> failing = new HashSet<>();
    private final ScheduledExecutorService asking = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("alertmanager").daemon().factory());
    private final ScheduledExecutorService calling = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("webhook").daemon().factory());

    /// Begins to ask.
    ///
    /// @param environment where the webhook's address is
    EngineLinks(Map<String, String> environment, Supplier<Board> board, Consumer<Event> desk) {
        this(environment, board, desk, FIRST_PAUSE);
    }

    /// @param pause before a call is tried again, doubled each time
    EngineLinks(Map<String, String> environment, Supplier<Board> board, Consumer<Event> desk, Duration pause) {
        this.environment = Map.copyOf(environment);
        this.board = board;
        this.desk = desk;
        this.pause = pause;
        var _ = asking.scheduleWithFixedDelay(this::ask, 1, 1, TimeUnit.SECONDS);
    }

    private void ask() {
        for (SystemBoard system : board.get().systems()) {
            Asked asked = engine(system);
            if (asked == null || asked.next() - System.nanoTime() > 0) {
                continue;
            }
            long next = System.nanoTime() + asked.settings().interval().toNanos();
            engines.put(system.name(), new Asked(asked.settings(), asked.url(), asked.client(), next));
            switch (asked.client().alerts()) {
                case Alertmanager.Answer.Firing(var alerts) -> {
                    failing.remove(system.name());
                    desk.accept(new Event.EngineAlertsRead(system.name(), alerts));
                }
                case Alertmanager.Answer.Failed(String reason) -> failed(system.name(), reason);
                case Alertmanager.Answer.Silenced _, Alertmanager.Answer.Lifted _ -> {}
            }
        }
    }

    private void failed(String system, String reason) {
        if (failing.add(system)) {
            tell(
                    Board.Notice.Level.WARNING,
                    "The Alertmanager of " + system + " does not tell its alerts (" + reason
                            + "). What it told last stays on the board; it is asked again and again.");
        }
    }

    /// The client for a system's settings as they are now; null when there are none, or none that are approved.
    private @Nullable Asked engine(SystemBoard system) {
        LinkSettings.Engine settings =
                system.runbook().settings().watch().links().alertmanager();
        Asked known = engines.get(system.name());
        boolean allowed = system.trust().settled() && system.target().kind() != Target.Kind.PRACTICE;
        String url = settings == null || !allowed ? null : filled(settings.url(), system.target());
        if (settings == null || url == null) {
            return null;
        }
        if (known != null && known.settings().equals(settings) && known.url().equals(url)) {
            return known;
        }
        if (known != null) {
            known.client().close();
        }
        Map<String, String> headers = new HashMap<>();
        settings.headers().forEach((name, value) -> headers.put(name, filled(value, system.target())));
        try {
            Asked begun =
                    new Asked(settings, url, new Alertmanager(url, headers, settings.filters()), System.nanoTime());
            engines.put(system.name(), begun);
            return begun;
        } catch (IllegalArgumentException e) {
            failed(system.name(), String.valueOf(e.getMessage()));
            return null;
        }
    }

    private static String filled(String text, Target target) {
        return NAME.matcher(text).replaceAll(m -> {
            Variable variable = target.variables().get(m.group(1) == null ? m.group(2) : m.group(1));
            return Matcher.quoteReplacement(variable == null ? m.group() : variable.value());
        });
    }

    /// Silences something there; returns at once.
    void silence(Effect.SilenceInEngine order) {
        asking.execute(() -> board.get().system(order.system()).ifPresent(system -> {
            Asked asked = engine(system);
            if (asked == null) {
                return;
            }
            List<LabelMatcher> ours = new ArrayList<>();
            for (String filter : order.filtered() ? asked.settings().filters() : List.<String>of()) {
                LabelMatcher matcher = LabelMatcher.parse(filter);
                if (matcher == null) {
                    unsilenced(order, "the filter " + filter + " is none that a silence can have");
                    return;
                }
                ours.add(matcher);
            }
            UUID silence = order.silence();
            String comment = silence == null ? order.comment() : order.comment() + " " + mark(silence);
            int done = 0;
            for (List<LabelMatcher> each : order.silences()) {
                List<LabelMatcher> wanted = new ArrayList<>(each);
                wanted.addAll(ours);
                if (asked.client().silence(wanted, order.from(), order.until(), order.by(), comment)
                        instanceof Alertmanager.Answer.Failed(String reason)) {
                    int all = order.silences().size();
                    unsilenced(order, reason + (done == 0 ? "" : "; " + done + " of " + all + " silences stand"));
                    return;
                }
                done++;
            }
        }));
    }

    private void unsilenced(Effect.SilenceInEngine order, String reason) {
        tell(
                Board.Notice.Level.ERROR,
                order.name() + " could not be silenced in the Alertmanager of " + order.system() + " (" + reason
                        + "). Silence it there yourself, or it goes on calling.");
    }

    /// What a silence there is found again by: a part of its comment.
    private static String mark(UUID silence) {
        return "(Plantão " + silence + ")";
    }

    /// Ends a silence there; returns at once.
    void lift(Effect.LiftSilenceInEngine order) {
        asking.execute(() -> board.get().system(order.system()).ifPresent(system -> {
            Asked asked = engine(system);
            if (asked != null
                    && asked.client().lift(mark(order.silence()))
                            instanceof Alertmanager.Answer.Failed(String reason)) {
                tell(
                        Board.Notice.Level.ERROR,
                        "The silence of " + order.name() + " could not be ended in the Alertmanager of "
                                + order.system() + " (" + reason + "). End it there yourself, or it calls nobody.");
            }
        }));
    }

    /// Calls over a system's webhook, again and again until it is taken; returns at once.
    void call(Effect.PostCall order) {
        LinkSettings.Hook hook = board.get()
                .system(order.system())
                .map(s -> s.runbook().settings().watch().links().webhook())
                .orElse(null);
        String url = hook == null ? null : environment.get(hook.env());
        if (hook == null) {
            return;
        }
        if (url == null || url.isBlank()) {
            lost(order, "the environment variable " + hook.env() + " is not set");
            return;
        }
        calling.execute(() -> call(order, url, 1));
    }

    private void call(Effect.PostCall order, String url, int attempt) {
        try (Webhook webhook = new Webhook(url)) {
            switch (webhook.post(order.call())) {
                case Webhook.Answer.Taken _ -> {}
                case Webhook.Answer.Failed(String reason, boolean again) -> {
                    if (again && attempt < TRIES) {
                        long wait = pause.toMillis() << (attempt - 1);
                        var _ = calling.schedule(() -> call(order, url, attempt + 1), wait, TimeUnit.MILLISECONDS);
                    } else {
                        lost(order, reason);
                    }
                }
            }
        } catch (IllegalArgumentException e) {
            lost(order, String.valueOf(e.getMessage()));
        }
    }

    private void lost(Effect.PostCall order, String reason) {
        tell(
                Board.Notice.Level.ERROR,
                "Nobody could be called about " + order.call().alert() + " over the webhook of " + order.system() + " ("
                        + reason + "). Call somebody yourself.");
    }

    private void tell(Board.Notice.Level level, String text) {
        desk.accept(new Event.NoticeRaised(level, text));
    }

    @Override
    public void close() {
        asking.shutdownNow();
        calling.shutdownNow();
        engines.values().forEach(a -> a.client().close());
    }
}
