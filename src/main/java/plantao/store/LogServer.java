package plantao.store;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;

/// Answers, for as long as this process has a log open, what others ask of it. One question at a time.
final class LogServer implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(LogServer.class.getName());

    private final Path socket;
    private final ServerSocketChannel server;
    private final Function<LogRequest, LogReply> answer;
    private final LogRequestLine lines = new LogRequestLine();

    private LogServer(Path socket, ServerSocketChannel server, Function<LogRequest, LogReply> answer) {
        this.socket = socket;
        this.server = server;
        this.answer = answer;
    }

    /// Begins to answer. Whoever calls this has the log's lock: a socket that is there already is left over.
    ///
    /// @throws IOException when the socket cannot be made
    static LogServer at(Path folder, Function<LogRequest, LogReply> answer) throws IOException {
        Path socket = LogSocket.of(folder);
        Path parent = socket.getParent();
        if (parent == null) {
            throw new IOException("no folder for the socket");
        }
        OwnerOnly.folder(parent);
        if (!LogSocket.ours(parent)) {
            throw new IOException(parent + " can be entered by others");
        }
        Files.deleteIfExists(socket);
        ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        try {
            server.bind(UnixDomainSocketAddress.of(socket));
        } catch (IOException e) {
            server.close();
            throw e;
        }
        LogServer asked = new LogServer(socket, server, answer);
        Thread.ofPlatform().name("log-asked").daemon().start(asked::attend);
        return asked;
    }

    private void attend() {
        while (server.isOpen()) {
            try (SocketChannel channel = server.accept()) {
                answer(channel);
            } catch (ClosedChannelException e) {
                return;
            } catch (IOException e) {
                LOG.log(Level.FINE, "a question was broken off", e);
            }
        }
    }

    private void answer(SocketChannel channel) throws IOException {
        BufferedReader reader = new BufferedReader(Channels.newReader(channel, StandardCharsets.UTF_8));
        String line = reader.readLine();
        LogReply said = lines.ask(line == null ? "" : line)
                .map(this::answered)
                .orElseGet(() -> LogReply.failed("The window that has the log open is of another version and does not"
                        + " know this. Close it, then try again."));
        ByteBuffer bytes = StandardCharsets.UTF_8.encode(lines.write(said) + "\n");
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    private LogReply answered(LogRequest ask) {
        try {
            return answer.apply(ask);
        } catch (StoreException e) {
            return LogReply.failed(e.text());
        } catch (RuntimeException e) {
            // A loop boundary: what one asks must not keep others from asking.
            LOG.log(Level.WARNING, "a question could not be answered", e);
            return LogReply.failed("It could not be done: " + e + ". Please report it.");
        }
    }

    @Override
    public void close() {
        try {
            server.close();
            Files.deleteIfExists(socket);
        } catch (IOException e) {
            LOG.log(Level.FINE, "closing the log's socket", e);
        }
    }
}
