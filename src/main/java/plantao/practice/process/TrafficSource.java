package plantao.practice.process;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;
import plantao.practice.blueprint.ProcessSpec.Request;
import plantao.practice.blueprint.ProcessSpec.Traffic;

/// A traffic process: sends requests at a steady rate whether or not they are answered, as users do.
final class TrafficSource {
    /// Requests under way at once; beyond this users give up.
    private static final int PATIENCE = 300;

    private static final int WARM_ROUNDS = 8;
    private static final long WARM_NANOS = 2_500_000_000L;

    private final Traffic traffic;
    private final String base;
    private final ProcessLog log;
    private final List<Request> deck = new ArrayList<>();
    private final AtomicLong turn = new AtomicLong();
    private final Semaphore under = new Semaphore(PATIENCE);
    private final LongAdder sent = new LongAdder();
    private final LongAdder failed = new LongAdder();
    private final Map<String, String> environment;

    TrafficSource(Launch launch, Traffic traffic, ProcessLog log) {
        this.traffic = traffic;
        this.base = launch.addresses().getOrDefault(traffic.to(), "");
        this.environment = launch.environment();
        this.log = log;
        traffic.requests().stream()
                .flatMap(r -> IntStream.range(0, r.weight()).mapToObj(i -> new Slot((i + 0.5) / r.weight(), r)))
                .sorted(Comparator.comparingDouble(Slot::place))
                .forEach(slot -> deck.add(slot.request()));
    }

    /// A request's place in one round, 0 to 1: spread evenly, so that kinds alternate.
    private record Slot(double place, Request request) {}

    /// Sends from now on, once those who answer are warm: whoever takes over a system finds it in use for long.
    void start() {
        warm();
        var senders = Executors.newVirtualThreadPerTaskExecutor();
        ScheduledExecutorService beat = Executors.newSingleThreadScheduledExecutor();
        long nanos = (long) (1e9 / traffic.perSecond());
        var _ = beat.scheduleAtFixedRate(
                () -> {
                    if (under.tryAcquire()) {
                        senders.execute(this::send);
                    }
                },
                0,
                nanos,
                TimeUnit.NANOSECONDS);
        var _ = beat.scheduleAtFixedRate(
                () -> log.info(sent.sum() + " requests, " + failed.sum() + " failed"), 30, 30, TimeUnit.SECONDS);
        log.info(traffic.perSecond() + " requests a second to " + traffic.to());
    }

    private void warm() {
        long end = System.nanoTime() + WARM_NANOS;
        for (int i = 0; i < WARM_ROUNDS * deck.size() && System.nanoTime() < end; i++) {
            under.acquireUninterruptibly();
            send();
        }
    }

    private void send() {
        try {
            Request request = deck.get((int) (turn.getAndIncrement() % deck.size()));
            var connection = (HttpURLConnection)
                    URI.create(base + request.path()).toURL().openConnection(Proxy.NO_PROXY);
            connection.setConnectTimeout(10_000);
            connection.setReadTimeout(10_000);
            connection.setRequestMethod(request.method());
            if (request.body() != null) {
                connection.setDoOutput(true);
                connection.setRequestProperty("Content-Type", "application/json");
                try (OutputStream out = connection.getOutputStream()) {
                    out.write(ActionRunner.fill(request.body(), ActionRunner.values(environment))
                            .getBytes(StandardCharsets.UTF_8));
                }
            }
            int status = connection.getResponseCode();
            try (InputStream in = status >= 400 ? connection.getErrorStream() : connection.getInputStream()) {
                if (in != null) {
                    in.readAllBytes();
                }
            }
            count(status >= 500);
        } catch (IOException e) {
            count(true);
        } finally {
            under.release();
        }
    }

    private void count(boolean bad) {
        sent.increment();
        if (bad) {
            failed.increment();
        }
    }
}
