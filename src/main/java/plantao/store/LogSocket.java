package plantao.store;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// Where the process that has a log open can be asked: a Unix socket in a folder that only its owner can enter.
final class LogSocket {
    /// What fits into `sun_path` on Linux (108) and macOS (104), with its end.
    private static final int LONGEST = 100;

    private LogSocket() {}

    /// The socket of a log's folder: in it, or in a folder for temporary files when its name is too long there.
    static Path of(Path folder) {
        Path usual = folder.toAbsolutePath().resolve("open.sock");
        if (usual.toString().getBytes(StandardCharsets.UTF_8).length <= LONGEST) {
            return usual;
        }
        String name = Chain.sha256(folder.toAbsolutePath().normalize().toString());
        return Path.of(System.getProperty("java.io.tmpdir"), "plantao-" + name.substring(0, 24))
                .resolve("open.sock");
    }

    /// Whether a folder may hold a socket: it is there, and nobody else owns or can enter it.
    static boolean ours(Path folder) {
        try {
            return Files.isDirectory(folder)
                    && Files.getOwner(folder).equals(Files.getOwner(Path.of(System.getProperty("user.home"))))
                    && OwnerOnly.closed(folder);
        } catch (IOException e) {
            return false;
        }
    }

    /// Asks whoever holds the log.
    ///
    /// @throws IOException when nobody does, or it ends before it has answered
    static LogReply ask(Path folder, LogRequest ask) throws IOException {
        Path socket = of(folder);
        Path parent = socket.getParent();
        if (parent == null || !Files.exists(socket) || !ours(parent)) {
            throw new java.nio.file.NoSuchFileException(socket.toString());
        }
        LogRequestLine lines = new LogRequestLine();
        try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            channel.connect(UnixDomainSocketAddress.of(socket));
            ByteBuffer bytes = StandardCharsets.UTF_8.encode(lines.write(ask) + "\n");
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.shutdownOutput();
            try (var reader = Channels.newReader(channel, StandardCharsets.UTF_8);
                    var buffered = new java.io.BufferedReader(reader)) {
                String answer = buffered.readLine();
                return lines.answer(answer == null ? "" : answer)
                        .orElseThrow(() -> new IOException("the window that has the log open gave no answer"));
            }
        }
    }
}
