package plantao.probe;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;

/// A DNS server on loopback that does as the first word of a name says (`silent-…`, `servfail-…`, `slow-…`,
/// `none-…`; all others are 127.0.0.1), and a resolver that asks it and waits as long as the system's may (RFC
/// 1035).
final class NameServer implements AutoCloseable {
    private static final int SYSTEM_PATIENCE_MILLIS = 30_000;
    private static final int SLOW_MILLIS = 300;

    private final DatagramSocket socket =
            new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));

    NameServer() throws IOException {
        Thread.ofVirtual().start(this::serve);
    }

    private void serve() {
        try {
            while (true) {
                DatagramPacket asked = new DatagramPacket(new byte[512], 512);
                socket.receive(asked);
                Thread.ofVirtual().start(() -> answer(asked));
            }
        } catch (IOException e) {
            // closed
        }
    }

    private void answer(DatagramPacket asked) {
        ByteBuffer question = ByteBuffer.wrap(asked.getData(), 0, asked.getLength());
        String name = new String(asked.getData(), 13, asked.getData()[12], StandardCharsets.US_ASCII);
        if (name.startsWith("silent")) {
            return;
        }
        int code = name.startsWith("servfail") ? 2 : name.startsWith("none") ? 3 : 0;
        ByteBuffer answer = ByteBuffer.allocate(512).put(question);
        answer.putShort(2, (short) (0x8180 | code));
        if (code == 0) {
            answer.putShort(6, (short) 1);
            answer.putShort((short) 0xc00c)
                    .putShort((short) 1)
                    .putShort((short) 1)
                    .putInt(0)
                    .putShort((short) 4);
            answer.put(new byte[] {127, 0, 0, 1});
        }
        try {
            if (name.startsWith("slow")) {
                TimeUnit.MILLISECONDS.sleep(SLOW_MILLIS);
            }
            socket.send(new DatagramPacket(answer.array(), answer.position(), asked.getSocketAddress()));
        } catch (IOException e) {
            // closed meanwhile
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Asks this server, as the system's resolver would.
    InetAddress[] addresses(String host) throws UnknownHostException {
        try (DatagramSocket own = new DatagramSocket()) {
            own.setSoTimeout(SYSTEM_PATIENCE_MILLIS);
            ByteBuffer question = ByteBuffer.allocate(512).putShort((short) 7).putShort((short) 0x0100);
            question.putShort((short) 1).putShort((short) 0).putInt(0);
            for (String label : host.split("\\.")) {
                question.put((byte) label.length()).put(label.getBytes(StandardCharsets.US_ASCII));
            }
            question.put((byte) 0).putShort((short) 1).putShort((short) 1);
            own.send(new DatagramPacket(question.array(), question.position(), socket.getLocalSocketAddress()));
            DatagramPacket told = new DatagramPacket(new byte[512], 512);
            own.receive(told);
            return switch (told.getData()[3] & 15) {
                case 0 -> {
                    byte[] address = new byte[4];
                    System.arraycopy(told.getData(), told.getLength() - 4, address, 0, 4);
                    yield new InetAddress[] {InetAddress.getByAddress(host, address)};
                }
                case 3 -> throw new UnknownHostException(host + ": Name or service not known");
                default -> throw new UnknownHostException(host + ": Temporary failure in name resolution");
            };
        } catch (SocketTimeoutException e) {
            throw new UnknownHostException(host + ": Temporary failure in name resolution");
        } catch (UnknownHostException e) {
            throw e;
        } catch (IOException e) {
            throw new UnknownHostException(host + ": " + e.getMessage());
        }
    }

    @Override
    public void close() {
        socket.close();
    }
}
