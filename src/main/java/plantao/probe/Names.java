package plantao.probe;

import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Looks up names on a few threads of their own: the system's resolver cannot be interrupted, and on a virtual
/// thread it
/// holds the carrier. A name that hangs takes one thread, however many probes ask for it.
final class Names implements AutoCloseable {
    /// How a name becomes addresses; the system's way, but for tests.
    interface Resolver {
        InetAddress[] addresses(String host) throws UnknownHostException;
    }

    private static final int THREADS = 16;

    private final Map<String, CompletableFuture<List<InetAddress>>> underWay = new ConcurrentHashMap<>();
    private final ExecutorService threads;
    private final Resolver resolver;

    Names() {
        this(InetAddress::getAllByName);
    }

    Names(Resolver resolver) {
        this.resolver = resolver;
        ThreadPoolExecutor pool = new ThreadPoolExecutor(
                THREADS,
                THREADS,
                20,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                Thread.ofPlatform().daemon().name("look-up-", 0).factory());
        pool.allowCoreThreadTimeOut(true);
        threads = pool;
    }

    /// The addresses of a host, at least one.
    ///
    /// @param host a name, or a literal address, which needs no look-up
    /// @throws UnknownHostException when there is no such name
    /// @throws InterruptedIOException when there was no answer within the attempt's time, or on interruption
    List<InetAddress> lookUp(String host, Attempt attempt) throws UnknownHostException, InterruptedIOException {
        try {
            return List.of(InetAddress.ofLiteral(host));
        } catch (IllegalArgumentException e) {
            // not a literal: ask
        }
        CompletableFuture<List<InetAddress>> answer = underWay.computeIfAbsent(host, this::ask);
        try {
            return answer.get(attempt.left().toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw new SocketTimeoutException("name look-up");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("name look-up");
        } catch (ExecutionException e) {
            throw new UnknownHostException(host);
        }
    }

    private CompletableFuture<List<InetAddress>> ask(String host) {
        CompletableFuture<List<InetAddress>> answer = new CompletableFuture<>();
        threads.execute(() -> {
            try {
                answer.complete(List.of(resolver.addresses(host)));
            } catch (UnknownHostException | RuntimeException e) {
                answer.completeExceptionally(e);
            } finally {
                underWay.remove(host, answer);
            }
        });
        return answer;
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
