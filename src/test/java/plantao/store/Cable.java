package plantao.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// The way to a server, which can be cut or go dead.
public final class Cable implements AutoCloseable {
    private final ServerSocket entrance;
    private final int server;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private volatile boolean cut;
    private volatile boolean dead;

    /// @param server its port on this machine
    public Cable(int server) throws IOException {
        this.server = server;
        this.entrance = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofPlatform().daemon().start(this::accept);
    }

    /// Where the way begins.
    public int port() {
        return entrance.getLocalPort();
    }

    /// Ends every connection and takes no more.
    public void cut() {
        cut = true;
        sockets.forEach(Cable::end);
    }

    /// From now on nothing comes through any more, and nobody is told.
    void dead() {
        dead = true;
    }

    /// From now on everything comes through again.
    public void mend() {
        cut = false;
        if (dead) {
            dead = false;
            sockets.forEach(Cable::end);
        }
    }

    private void accept() {
        try {
            while (!entrance.isClosed()) {
                Socket here = entrance.accept();
                if (cut) {
                    end(here);
                    continue;
                }
                Socket there = new Socket(InetAddress.getLoopbackAddress(), server);
                sockets.add(here);
                sockets.add(there);
                pipe(here, there);
                pipe(there, here);
            }
        } catch (IOException e) {
            // closed
        }
    }

    private void pipe(Socket from, Socket to) {
        Thread.ofPlatform().daemon().start(() -> {
            try {
                InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream();
                byte[] bytes = new byte[8192];
                for (int n = in.read(bytes); n >= 0; n = in.read(bytes)) {
                    if (!dead) {
                        out.write(bytes, 0, n);
                    }
                }
            } catch (IOException e) {
                // cut
            } finally {
                end(from);
                end(to);
                sockets.remove(from);
                sockets.remove(to);
            }
        });
    }

    private static void end(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        entrance.close();
        cut();
    }
}
