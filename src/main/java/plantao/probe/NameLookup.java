package plantao.probe;

import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Looks up names on threads of their own: the system's resolver cannot be interrupted, and on a virtual thread it
/// holds the carrier. A name that hangs takes one thread, however many probes ask for it; there are threads for as
/// many names as probes may wait for at a time, so that a dead name server delays no name that another one knows.
final class NameLookup implements AutoCloseable {
    /// How a name becomes addresses; the system's way, but for tests.
    interface Resolver {
        InetAddress[] addresses(String host) throws UnknownHostException;
    }

    private static final int THREADS = ProbeSchedule.SLOW_AT_A_TIME;
    /// What a look-up needs of stack is little.
    private static final long STACK = 256 << 10;

    private static final int PATIENCE_MILLIS = 50;

    /// The system's resolver speaks the user's language.
    private static final Pattern FOR_NOW = Pattern.compile("(?i)temporary failure|try again|falha temporária");

    /// The name server answers with an error, or does not answer the system's resolver: not the same as "no such
    /// host".
    static final class ServerFailed extends UnknownHostException {
        private static final long serialVersionUID = 1L;

        ServerFailed(String host) {
            super(host);
        }
    }

    private final Map<String, CompletableFuture<List<InetAddress>>> underWay = new ConcurrentHashMap<>();
    private final Set<String> erring = ConcurrentHashMap.newKeySet();
    private final AtomicLong made = new AtomicLong();
    private final ExecutorService threads;
    private final Resolver resolver;

    NameLookup() {
        this(InetAddress::getAllByName);
    }

    NameLookup(Resolver resolver) {
        this.resolver = resolver;
        threads = new ThreadPoolExecutor(
                0,
                THREADS,
                20,
                TimeUnit.SECONDS,
                new SynchronousQueue<>(),
                work -> daemon(work, "look-up-" + made.incrementAndGet()));
    }

    private static Thread daemon(Runnable work, String name) {
        Thread thread = new Thread(null, work, name, STACK);
        thread.setDaemon(true);
        return thread;
    }

    /// The addresses of a host, at least one.
    ///
    /// @param host a name, or a literal address, which needs no look-up
    /// @throws UnknownHostException when there is no such name, or as [ServerFailed] when nobody can say
    /// @throws InterruptedIOException when there was no answer within the attempt's time, or on interruption
    List<InetAddress> lookUp(String host, Attempt attempt) throws UnknownHostException, InterruptedIOException {
        try {
            return List.of(InetAddress.ofLiteral(host));
        } catch (IllegalArgumentException e) {
            // not a literal: ask
        }
        try {
            return asked(host, attempt).get(attempt.left().toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw new SocketTimeoutException("name look-up");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("name look-up");
        } catch (ExecutionException e) {
            throw failure(host, e.getCause());
        }
    }

    /// The platform keeps a failure for some seconds, and then tells no more than the name: it means the same as
    /// before.
    private UnknownHostException failure(String host, @Nullable Throwable cause) {
        String said = cause == null ? null : cause.getMessage();
        if (said != null && FOR_NOW.matcher(said).find()) {
            erring.add(host);
        } else if (said == null || !said.equals(host)) {
            erring.remove(host);
        }
        return erring.contains(host) ? new ServerFailed(host) : new UnknownHostException(host);
    }

    /// Waits its turn while every thread hangs in a name.
    private CompletableFuture<List<InetAddress>> asked(String host, Attempt attempt)
            throws TimeoutException, InterruptedException {
        while (true) {
            try {
                return underWay.computeIfAbsent(host, this::ask);
            } catch (RejectedExecutionException e) {
                if (threads.isShutdown() || attempt.left().isZero()) {
                    throw new TimeoutException(host);
                }
                TimeUnit.MILLISECONDS.sleep(Math.min(PATIENCE_MILLIS, attempt.leftMillis()));
            }
        }
    }

    private CompletableFuture<List<InetAddress>> ask(String host) {
        CompletableFuture<List<InetAddress>> answer = new CompletableFuture<>();
        threads.execute(() -> {
            List<InetAddress> found = List.of();
            @Nullable Exception failure = null;
            try {
                found = List.of(resolver.addresses(host));
            } catch (UnknownHostException | RuntimeException e) {
                failure = e;
            }
            // First: who asks again after the answer asks anew.
            underWay.remove(host, answer);
            if (failure == null) {
                answer.complete(found);
            } else {
                answer.completeExceptionally(failure);
            }
        });
        return answer;
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
