package plantao.practice.command;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/// What a stand-in prints and how it exits.
///
/// @param out for standard output @param err for standard error @param exit 0 for success
public record Answer(String out, String err, int exit) {
    /// sysexits(3): EX_UNAVAILABLE.
    public static final int NOT_POSSIBLE = 69;

    /// Success with this text.
    public static Answer ok(String out) {
        return new Answer(out, "", 0);
    }

    /// It was tried and did not work.
    public static Answer failed(String err) {
        return new Answer("", err + "\n", 1);
    }

    /// Nothing here can do that.
    public static Answer notPossible(String command, String reason) {
        return new Answer("", command + ": not possible in practice: " + reason + "\n", NOT_POSSIBLE);
    }

    /// Writes it to the other end of a control socket.
    public void write(DataOutputStream to) throws IOException {
        for (String text : new String[] {out, err}) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            to.writeInt(bytes.length);
            to.write(bytes);
        }
        to.writeInt(exit);
        to.flush();
    }

    /// Reads what `write` wrote.
    public static Answer read(DataInputStream from) throws IOException {
        String out = new String(from.readNBytes(from.readInt()), StandardCharsets.UTF_8);
        String err = new String(from.readNBytes(from.readInt()), StandardCharsets.UTF_8);
        return new Answer(out, err, from.readInt());
    }
}
