package plantao.probe;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The little of the Redis protocol (RESP2) that a probe needs, bounded: a library would allocate whatever length a
/// server announces.
///
/// @see <a href="https://redis.io/docs/latest/develop/reference/protocol-spec/">the protocol</a>
final class Resp {
    private static final int LINE = 4 * 1024;
    private static final int BULK = 256 * 1024;

    private final InputStream in;
    private final OutputStream out;

    Resp(InputStream in, OutputStream out) {
        this.in = in;
        this.out = out;
    }

    /// An answer.
    sealed interface Reply {
        /// A simple or bulk string, at most 256 KiB of it; null for none.
        record Text(@Nullable String text) implements Reply {}

        /// An integer.
        record Whole(long value) implements Reply {}

        /// An error of the server (`NOAUTH …`).
        record Refused(String message) implements Reply {}
    }

    /// Sends a command and reads its answer.
    ///
    /// @throws NotRedis when what comes back is no answer of Redis
    Reply call(List<String> words) throws IOException {
        StringBuilder request = new StringBuilder("*" + words.size() + "\r\n");
        for (String word : words) {
            request.append('$')
                    .append(word.getBytes(StandardCharsets.UTF_8).length)
                    .append("\r\n");
            request.append(word).append("\r\n");
        }
        out.write(request.toString().getBytes(StandardCharsets.UTF_8));
        out.flush();
        return reply();
    }

    private Reply reply() throws IOException {
        String line = line();
        if (line.isEmpty()) {
            throw new NotRedis("an empty line");
        }
        String rest = line.substring(1);
        return switch (line.charAt(0)) {
            case '+' -> new Reply.Text(rest);
            case '-' -> new Reply.Refused(rest);
            case ':' -> new Reply.Whole(number(rest, line));
            case '$' -> bulk(number(rest, line));
            default -> throw new NotRedis(line);
        };
    }

    private Reply bulk(long length) throws IOException {
        if (length < 0) {
            return new Reply.Text(null);
        }
        byte[] bytes = in.readNBytes((int) Math.min(length, BULK));
        if (bytes.length < Math.min(length, BULK)) {
            throw new EOFException("unexpected end of stream");
        }
        if (length <= BULK) {
            in.skipNBytes(2);
        }
        return new Reply.Text(new String(bytes, StandardCharsets.UTF_8));
    }

    private String line() throws IOException {
        byte[] line = new byte[LINE];
        int length = 0;
        while (length < LINE) {
            int next = in.read();
            if (next < 0) {
                throw length == 0 ? new EOFException("unexpected end of stream") : new NotRedis(text(line, length));
            }
            if (next == '\n') {
                return text(line, length > 0 && line[length - 1] == '\r' ? length - 1 : length);
            }
            line[length++] = (byte) next;
        }
        throw new NotRedis(text(line, length));
    }

    private static String text(byte[] line, int length) {
        return new String(Arrays.copyOf(line, length), StandardCharsets.UTF_8);
    }

    private static long number(String text, String line) throws NotRedis {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new NotRedis(line);
        }
    }

    /// The other side does not speak the protocol; the message is how its answer begins.
    static final class NotRedis extends IOException {
        NotRedis(String begun) {
            super(begun);
        }

        String begun() {
            return String.valueOf(getMessage());
        }
    }
}
