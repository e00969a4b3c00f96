package plantao.practice;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.AsynchronousCloseException;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import plantao.practice.command.StandInAnswer;

/// The stack's end of its control socket, a Unix domain socket in a folder that only its owner enters. Stand-ins
/// ask on it.
final class Control implements AutoCloseable {
    /// sun_path of unix(7) holds 108 bytes with the closing zero; some systems have 104.
    private static final int LONGEST_PATH = 100;

    private static final int AT_ONCE = 8;

    private final Path socket;
    private final ServerSocketChannel channel;
    private final ExecutorService threads = Executors.newFixedThreadPool(
            AT_ONCE, Thread.ofPlatform().daemon().name("practice-", 0).factory());
    private final Dispatcher dispatcher;

    private Control(Path socket, ServerSocketChannel channel, Dispatcher dispatcher) {
        this.socket = socket;
        this.channel = channel;
        this.dispatcher = dispatcher;
    }

    /// Listens on a socket in `folder`, or in a short folder of its own where that path is too long for a socket.
    static Control listen(Path folder, Guardian guardian, Dispatcher dispatcher) throws IOException {
        Path socket = folder.resolve("control");
        if (socket.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8).length > LONGEST_PATH) {
            Path small = Files.createTempDirectory("plantao-");
            guardian.folder(small);
            socket = small.resolve("control");
        }
        ServerSocketChannel channel = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        channel.bind(UnixDomainSocketAddress.of(socket));
        var control = new Control(socket, channel, dispatcher);
        Thread.ofPlatform().daemon().name("practice-control").start(control::accept);
        return control;
    }

    /// Where it listens.
    Path socket() {
        return socket;
    }

    private void accept() {
        while (true) {
            try {
                SocketChannel client = channel.accept();
                threads.execute(() -> serve(client));
            } catch (AsynchronousCloseException e) {
                return;
            } catch (IOException e) {
                return; // the socket is gone, and with it every stand-in
            }
        }
    }

    private void serve(SocketChannel client) {
        try (client;
                var in = new DataInputStream(Channels.newInputStream(client));
                var out = new DataOutputStream(Channels.newOutputStream(client))) {
            List<String> words = new ArrayList<>();
            for (int left = in.readInt(); left > 0; left--) {
                words.add(in.readUTF());
            }
            StandInAnswer answer = dispatcher.answer(words.getFirst(), words.subList(1, words.size()));
            answer.write(out);
            if (answer.exit() == StandInAnswer.SESSION) {
                session(words, in, out);
            }
        } catch (IOException e) {
            // the stand-in was interrupted: nobody waits for the answer
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Answers line by line; a call that goes on over several lines is answered at its end.
    private void session(List<String> words, DataInputStream in, DataOutputStream out)
            throws IOException, InterruptedException {
        var call = new StringBuilder();
        while (in.readBoolean()) {
            String line = in.readUTF();
            boolean ignored = line.isBlank() || line.strip().startsWith("#");
            if (!ignored) {
                call.append(call.isEmpty() ? "" : " ").append(line.strip());
            }
            if (ignored || open(call) > 0) {
                StandInAnswer.ok("").write(out);
                continue;
            }
            dispatcher
                    .typed(words.getFirst(), words.subList(1, words.size()), call.toString())
                    .write(out);
            call.setLength(0);
        }
    }

    /// How many brackets are still open.
    private static int open(CharSequence text) {
        int open = 0;
        for (int i = 0; i < text.length(); i++) {
            open += "([{".indexOf(text.charAt(i)) >= 0 ? 1 : ")]}".indexOf(text.charAt(i)) >= 0 ? -1 : 0;
        }
        return open;
    }

    @Override
    public void close() {
        threads.shutdownNow();
        try {
            channel.close();
        } catch (IOException e) {
            // the guardian deletes the socket's folder in any case
        }
    }
}
