package plantao.probe;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.List;

/// Opens a TCP connection within an attempt's time, to the first of a host's addresses that takes it.
final class TcpConnector {
    private TcpConnector() {}

    /// @throws IOException when no address took the connection; the last one's failure
    static Socket open(String host, int port, NameLookup names, Attempt attempt, Phases phases) throws IOException {
        phases.enter(Phases.Stage.LOOK_UP);
        List<InetAddress> addresses = names.lookUp(host, attempt);
        IOException last = new IOException("no address for " + host);
        for (int i = 0; i < addresses.size(); i++) {
            phases.enter(Phases.Stage.CONNECT);
            InetSocketAddress address = new InetSocketAddress(addresses.get(i), port);
            phases.address(HttpEvents.shown(address));
            // A dead address must leave time for those after it.
            int share = Math.max(1, attempt.leftMillis() / (addresses.size() - i));
            Socket socket = new Socket();
            try {
                socket.connect(address, share);
                socket.setTcpNoDelay(true);
                return socket;
            } catch (IOException e) {
                socket.close();
                last = e;
            }
        }
        throw last;
    }
}
