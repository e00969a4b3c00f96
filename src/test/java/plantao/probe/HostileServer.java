package plantao.probe;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/// A server on loopback that does to each connection whatever the test says.
final class HostileServer implements AutoCloseable {
    interface Behaviour {
        void meet(Socket socket, HostileServer server) throws Exception;
    }

    final AtomicInteger met = new AtomicInteger();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final ServerSocket server;

    HostileServer(Behaviour behaviour) throws IOException {
        server = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(() -> {
            while (!server.isClosed()) {
                try {
                    Socket socket = server.accept();
                    open.add(socket);
                    met.incrementAndGet();
                    Thread.ofVirtual().start(() -> {
                        try (socket) {
                            behaviour.meet(socket, this);
                        } catch (Exception e) {
                            // the prober hung up, as it should
                        }
                    });
                } catch (IOException e) {
                    return;
                }
            }
        });
    }

    int port() {
        return server.getLocalPort();
    }

    String url(String path) {
        return "http://127.0.0.1:" + port() + path;
    }

    /// Holds the connection open, saying nothing more.
    void silence() throws InterruptedException {
        closed.await();
    }

    /// Says one byte every so often for ever; false when the test is over.
    void drip(Socket socket, String endless) throws Exception {
        int i = 0;
        do {
            socket.getOutputStream().write(endless.charAt(i++ % endless.length()));
            socket.getOutputStream().flush();
        } while (!closed.await(20, TimeUnit.MILLISECONDS));
    }

    static void say(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
        socket.getOutputStream().flush();
    }

    /// Reads up to the empty line behind a request's headers.
    static void hear(Socket socket) throws IOException {
        int last = 0;
        for (int next = socket.getInputStream().read();
                next >= 0;
                next = socket.getInputStream().read()) {
            if (next == '\n' && last == '\n') {
                return;
            }
            last = next == '\r' ? last : next;
        }
    }

    @Override
    public void close() throws IOException {
        closed.countDown();
        server.close();
        for (Socket socket : open) {
            socket.close();
        }
    }
}
