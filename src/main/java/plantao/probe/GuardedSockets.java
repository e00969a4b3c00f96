package plantao.probe;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.util.function.Consumer;
import javax.net.SocketFactory;

/// Plain sockets that the PostgreSQL driver asks for by this class's name. While [#OWNER] is bound, each is told
/// to it, so that it can be closed when the time is up; the driver itself has limits for single reads only.
public final class GuardedSockets extends SocketFactory {
    /// Who opens a connection, on this thread.
    static final ScopedValue<Owner> OWNER = ScopedValue.newInstance();

    /// For the driver.
    public GuardedSockets() {}

    /// Is told of every socket before it connects.
    record Owner(Phases phases, Consumer<Socket> opened) {}

    @Override
    public Socket createSocket() {
        if (!OWNER.isBound()) {
            return new Socket(); // the driver's own thread, which asks the server to cancel a query
        }
        Owner owner = OWNER.get();
        Socket socket = new Told(owner.phases());
        owner.opened().accept(socket);
        return socket;
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return connected(new InetSocketAddress(host, port));
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress local, int localPort) throws IOException {
        return connected(new InetSocketAddress(host, port));
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return connected(new InetSocketAddress(host, port));
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) throws IOException {
        return connected(new InetSocketAddress(host, port));
    }

    private Socket connected(InetSocketAddress address) throws IOException {
        Socket socket = createSocket();
        socket.connect(address);
        return socket;
    }

    /// Tells when it connects and when it has.
    private static final class Told extends Socket {
        private final Phases phases;

        Told(Phases phases) {
            this.phases = phases;
        }

        @Override
        public void connect(SocketAddress endpoint, int timeout) throws IOException {
            phases.enter(Phases.Stage.CONNECT);
            if (endpoint instanceof InetSocketAddress address) {
                phases.address(HttpEvents.shown(address));
            }
            super.connect(endpoint, timeout);
            phases.enter(Phases.Stage.LOGIN);
        }
    }
}
