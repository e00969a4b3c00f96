package plantao.probe;

import java.io.IOException;
import java.net.Socket;

/// Opens a TCP connection and closes it.
final class TcpProber implements Prober<Check.Tcp> {
    private final NameLookup names;

    TcpProber(NameLookup names) {
        this.names = names;
    }

    @Override
    public Reading read(Attempt attempt, Check.Tcp check) {
        Phases phases = new Phases();
        String place = HostPort.join(check.host(), Integer.toString(check.port()));
        try (Socket _ = TcpConnector.open(check.host(), check.port(), names, attempt, phases)) {
            return attempt.up(attempt.tookAsValue(), "connected to " + place);
        } catch (IOException e) {
            return attempt.down(SocketReasons.of(e, check.host(), phases, attempt), phases.text());
        }
    }
}
