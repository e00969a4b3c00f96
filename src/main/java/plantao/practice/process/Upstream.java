package plantao.practice.process;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Hands a request on to another web process.
final class Upstream {
    private Upstream() {}

    /// The other's answer.
    ///
    /// @param base its address, or null when there is no such process
    /// @throws IOException when it cannot be reached (`ConnectException`) or is late (`SocketTimeoutException`)
    static Web.Answer ask(@Nullable String base, double timeoutSeconds, HttpExchange exchange, byte[] body)
            throws IOException {
        if (base == null) {
            throw new ConnectException("no such process");
        }
        var url = URI.create(base + exchange.getRequestURI().getRawPath()).toURL();
        var connection = (HttpURLConnection) url.openConnection(Proxy.NO_PROXY);
        connection.setConnectTimeout((int) (timeoutSeconds * 1000));
        connection.setReadTimeout((int) (timeoutSeconds * 1000));
        connection.setInstanceFollowRedirects(false);
        connection.setRequestMethod(exchange.getRequestMethod());
        String type = exchange.getRequestHeaders().getFirst("Content-Type");
        if (type != null) {
            connection.setRequestProperty("Content-Type", type);
        }
        if (body.length > 0) {
            connection.setDoOutput(true);
            try (OutputStream out = connection.getOutputStream()) {
                out.write(body);
            }
        }
        int status = connection.getResponseCode();
        String answered = connection.getContentType();
        try (InputStream in = status >= 400 ? connection.getErrorStream() : connection.getInputStream()) {
            byte[] content = in == null ? new byte[0] : in.readAllBytes();
            return new Web.Answer(status, answered == null ? "application/octet-stream" : answered, content, Map.of());
        }
    }
}
