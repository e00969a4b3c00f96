package plantao.runbook.text;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Bytes of a text file → text: UTF-8 and UTF-16 with or without byte order mark, else Windows-1252.
public final class Decoding {
    private static final Charset WINDOWS = Charset.forName("windows-1252");

    private Decoding() {}

    /// The text, or null when the bytes are no text (they hold NULs where no text has them).
    public static @Nullable String text(byte[] bytes) {
        if (starts(bytes, 0xEF, 0xBB, 0xBF)) {
            return new String(bytes, 3, bytes.length - 3, StandardCharsets.UTF_8);
        }
        if (starts(bytes, 0xFF, 0xFE)) {
            return new String(bytes, 2, bytes.length - 2, StandardCharsets.UTF_16LE);
        }
        if (starts(bytes, 0xFE, 0xFF)) {
            return new String(bytes, 2, bytes.length - 2, StandardCharsets.UTF_16BE);
        }
        int[] nuls = nuls(bytes);
        int sample = Math.min(bytes.length, 4096) / 2;
        if (nuls[0] + nuls[1] > 0) {
            boolean little = sample > 1 && nuls[0] == 0 && nuls[1] > sample * 0.7;
            boolean big = sample > 1 && nuls[1] == 0 && nuls[0] > sample * 0.7;
            return little
                    ? new String(bytes, StandardCharsets.UTF_16LE)
                    : big ? new String(bytes, StandardCharsets.UTF_16BE) : null;
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            return new String(bytes, WINDOWS);
        }
    }

    /// The bytes up to and with the last line feed, so that no character is cut in two.
    public static byte[] wholeLines(byte[] bytes) {
        int end = bytes.length;
        while (end > 0 && bytes[end - 1] != '\n') {
            end--;
        }
        // In UTF-16 with the low byte first the line feed has a second byte.
        end += end > 0 && end < bytes.length && bytes[end] == 0 ? 1 : 0;
        return end == 0 ? bytes : Arrays.copyOf(bytes, end);
    }

    // How many NULs stand at even and at odd places of the beginning.
    private static int[] nuls(byte[] bytes) {
        int[] out = new int[2];
        for (int i = 0; i < Math.min(bytes.length, 4096); i++) {
            if (bytes[i] == 0) {
                out[i % 2]++;
            }
        }
        return out;
    }

    private static boolean starts(byte[] bytes, int... mark) {
        for (int i = 0; i < mark.length; i++) {
            if (bytes.length <= i || (bytes[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }
}
