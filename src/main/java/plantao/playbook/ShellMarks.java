package plantao.playbook;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Finds the mark at the end of a step's output: OSC 133 D, as terminals and shells agreed on, with a word that
/// was made for this one mark. Any other mark is a control sequence like others and is left in.
final class ShellMarks {
    /// Takes what is printed, in order.
    interface Sink {
        /// Bytes `from` (inclusive) to `to` (exclusive).
        void bytes(byte[] bytes, int from, int to);

        /// The mark was found here.
        void mark();
    }

    private final Sink sink;
    /// What looked like the beginning of the mark at the end of the last bytes.
    private byte[] held = new byte[0];
    private volatile byte @Nullable [] awaited;

    ShellMarks(Sink sink) {
        this.sink = sink;
    }

    /// From now on the mark with this word is looked for, once. To be called before anybody could print it.
    void await(String word) {
        awaited = ("\u001b]133;D;" + word + "\u0007").getBytes(StandardCharsets.US_ASCII);
    }

    /// The next `count` bytes; always from the same thread.
    void accept(byte[] bytes, int count) {
        byte[] mark = awaited;
        if (mark == null && held.length == 0) {
            sink.bytes(bytes, 0, count);
            return;
        }
        byte[] all = Arrays.copyOf(held, held.length + count);
        System.arraycopy(bytes, 0, all, held.length, count);
        held = new byte[0];
        int found = mark == null ? -1 : find(all, mark);
        if (mark == null || found < 0) {
            int kept = mark == null ? 0 : beginning(all, mark);
            sink.bytes(all, 0, all.length - kept);
            held = Arrays.copyOfRange(all, all.length - kept, all.length);
            return;
        }
        awaited = null;
        sink.bytes(all, 0, found);
        sink.mark();
        sink.bytes(all, found + mark.length, all.length);
    }

    /// Nothing more is printed.
    void end() {
        sink.bytes(held, 0, held.length);
        held = new byte[0];
    }

    private static int find(byte[] all, byte[] mark) {
        for (int i = 0; i + mark.length <= all.length; i++) {
            if (all[i] == mark[0] && Arrays.equals(all, i, i + mark.length, mark, 0, mark.length)) {
                return i;
            }
        }
        return -1;
    }

    /// How many bytes at the end could begin a mark.
    private static int beginning(byte[] all, byte[] mark) {
        for (int n = Math.min(all.length, mark.length - 1); n > 0; n--) {
            if (Arrays.equals(all, all.length - n, all.length, mark, 0, n)) {
                return n;
            }
        }
        return 0;
    }
}
