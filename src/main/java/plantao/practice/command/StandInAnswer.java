package plantao.practice.command;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// What a stand-in prints and how it exits.
///
/// @param out for standard output
/// @param err for standard error
/// @param exit 0 for success
/// @param then the command that goes on in its place, with the stand-in's own input and output; mostly empty
public record StandInAnswer(String out, String err, int exit, List<String> then) {
    /// sysexits(3): EX_UNAVAILABLE.
    public static final int NOT_POSSIBLE = 69;

    public StandInAnswer {
        then = List.copyOf(then);
    }

    /// Not an end: lines are read from standard input and each is answered.
    public static final int SESSION = -1;

    /// Success with this text.
    public static StandInAnswer ok(String out) {
        return new StandInAnswer(out, "", 0, List.of());
    }

    /// This command goes on, found on the closed search path.
    public static StandInAnswer then(List<String> command) {
        return new StandInAnswer("", "", 0, command);
    }

    /// It was tried and did not work.
    public static StandInAnswer failed(String err) {
        return new StandInAnswer("", err + "\n", 1, List.of());
    }

    /// Nothing here can do that.
    public static StandInAnswer notPossible(String command, String reason) {
        return new StandInAnswer("", command + ": not possible in practice: " + reason + "\n", NOT_POSSIBLE, List.of());
    }

    /// Writes it to the other end of a control socket.
    public void write(DataOutputStream to) throws IOException {
        text(to, out);
        text(to, err);
        to.writeInt(exit);
        to.writeInt(then.size());
        for (String word : then) {
            text(to, word);
        }
        to.flush();
    }

    /// Reads what `write` wrote.
    public static StandInAnswer read(DataInputStream from) throws IOException {
        String out = text(from);
        String err = text(from);
        int exit = from.readInt();
        List<String> then = new ArrayList<>();
        for (int left = from.readInt(); left > 0; left--) {
            then.add(text(from));
        }
        return new StandInAnswer(out, err, exit, then);
    }

    private static void text(DataOutputStream to, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        to.writeInt(bytes.length);
        to.write(bytes);
    }

    private static String text(DataInputStream from) throws IOException {
        return new String(from.readNBytes(from.readInt()), StandardCharsets.UTF_8);
    }
}
