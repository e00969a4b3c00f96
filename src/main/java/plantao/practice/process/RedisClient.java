package plantao.practice.process;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A connection to Redis that speaks RESP 2 (redis.io/docs/latest/develop/reference/protocol-spec). One thread at a
/// time.
public final class RedisClient implements AutoCloseable {
    private final Socket socket = new Socket();
    private final InputStream in;
    private final OutputStream out;

    /// Connects; a null password does not authenticate.
    ///
    /// @throws IOException when nobody answers within `timeoutMillis`, or the password is refused
    public RedisClient(String host, int port, @Nullable String password, int timeoutMillis) throws IOException {
        try {
            socket.connect(new InetSocketAddress(host, port), timeoutMillis);
            socket.setSoTimeout(timeoutMillis);
            socket.setTcpNoDelay(true);
            in = new BufferedInputStream(socket.getInputStream());
            out = new BufferedOutputStream(socket.getOutputStream());
            if (password != null && call("AUTH", password) instanceof Reply.Failure failure) {
                throw new IOException(failure.text());
            }
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    /// An answer.
    public sealed interface Reply {
        /// `+OK`
        record Status(String text) implements Reply {}

        /// `-ERR …`
        record Failure(String text) implements Reply {}

        /// `:42`
        record Number(long value) implements Reply {}

        /// A string, null for none.
        record Bulk(@Nullable String text) implements Reply {}

        /// A list, null for none.
        record Array(@Nullable List<Reply> items) implements Reply {}

        /// The answer as one line of plain text.
        default String plain() {
            return switch (this) {
                case Status s -> s.text();
                case Failure f -> f.text();
                case Number n -> Long.toString(n.value());
                case Bulk b -> b.text() == null ? "" : b.text();
                case Array a ->
                    a.items() == null
                            ? ""
                            : String.join(
                                    "\n", a.items().stream().map(Reply::plain).toList());
            };
        }
    }

    /// Sends a command and waits for its answer.
    public Reply call(String... words) throws IOException {
        return call(List.of(words));
    }

    /// Sends a command and waits for its answer.
    public Reply call(List<String> words) throws IOException {
        write("*" + words.size() + "\r\n");
        for (String word : words) {
            byte[] bytes = word.getBytes(StandardCharsets.UTF_8);
            write("$" + bytes.length + "\r\n");
            out.write(bytes);
            write("\r\n");
        }
        out.flush();
        return reply();
    }

    private void write(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.US_ASCII));
    }

    private Reply reply() throws IOException {
        int kind = in.read();
        String line = line(kind);
        return switch (kind) {
            case '+' -> new Reply.Status(line);
            case '-' -> new Reply.Failure(line);
            case ':' -> new Reply.Number(Long.parseLong(line));
            case '$' -> bulk(Integer.parseInt(line));
            case '*' -> array(Integer.parseInt(line));
            default -> throw new IOException("Redis answered with '" + (char) kind + "', which RESP 2 does not know");
        };
    }

    private Reply bulk(int length) throws IOException {
        if (length < 0) {
            return new Reply.Bulk(null);
        }
        byte[] bytes = in.readNBytes(length + 2);
        if (bytes.length < length + 2) {
            throw new EOFException("Redis closed the connection");
        }
        return new Reply.Bulk(new String(bytes, 0, length, StandardCharsets.UTF_8));
    }

    private Reply array(int length) throws IOException {
        if (length < 0) {
            return new Reply.Array(null);
        }
        List<Reply> items = new ArrayList<>();
        for (int i = 0; i < length; i++) {
            items.add(reply());
        }
        return new Reply.Array(List.copyOf(items));
    }

    private String line(int kind) throws IOException {
        if (kind < 0) {
            throw new EOFException("Redis closed the connection");
        }
        var text = new StringBuilder();
        for (int c = in.read(); c != '\r'; c = in.read()) {
            if (c < 0) {
                throw new EOFException("Redis closed the connection");
            }
            text.append((char) c);
        }
        in.read();
        return text.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
