package plantao.probe;

import java.net.InetSocketAddress;
import java.net.Proxy;
import okhttp3.Call;
import okhttp3.EventListener;
import okhttp3.Handshake;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/// Tells [Phases] what OkHttp is doing.
final class HttpEvents extends EventListener {
    private final Phases phases;

    HttpEvents(Phases phases) {
        this.phases = phases;
    }

    @Override
    public void dnsStart(Call call, String domainName) {
        phases.enter(Phases.Stage.LOOK_UP);
    }

    @Override
    public void connectStart(Call call, InetSocketAddress address, Proxy proxy) {
        phases.enter(Phases.Stage.CONNECT);
        phases.address(shown(address) + (proxy.type() == Proxy.Type.DIRECT ? "" : " through a proxy"));
    }

    @Override
    public void secureConnectStart(Call call) {
        phases.enter(Phases.Stage.TLS);
    }

    @Override
    public void secureConnectEnd(Call call, @Nullable Handshake handshake) {
        phases.leave();
    }

    @Override
    public void requestHeadersStart(Call call) {
        phases.enter(Phases.Stage.ANSWER);
    }

    @Override
    public void responseHeadersEnd(Call call, Response response) {
        phases.enter(Phases.Stage.BODY);
    }

    /// `127.0.0.1:80`, or the name where there is no address.
    static String shown(InetSocketAddress address) {
        return address.getAddress() == null
                ? address.getHostString() + ":" + address.getPort()
                : HostPort.join(address.getAddress().getHostAddress(), Integer.toString(address.getPort()));
    }
}
