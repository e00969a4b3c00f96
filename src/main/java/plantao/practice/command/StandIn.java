package plantao.practice.command;

import java.io.BufferedReader;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// A stand-in for a command: passes its words to the stack, prints the answer, exits as told.
public final class StandIn {
    private StandIn() {}

    /// @param arguments the control socket, the command's name, its arguments
    public static void main(String[] arguments) {
        System.exit(ask(arguments));
    }

    private static int ask(String[] arguments) {
        try (SocketChannel channel = SocketChannel.open(UnixDomainSocketAddress.of(arguments[0]))) {
            var out = new DataOutputStream(Channels.newOutputStream(channel));
            out.writeInt(arguments.length - 1);
            for (int i = 1; i < arguments.length; i++) {
                out.writeUTF(arguments[i]);
            }
            out.flush();
            var in = new DataInputStream(Channels.newInputStream(channel));
            StandInAnswer answer = shown(StandInAnswer.read(in));
            if (answer.exit() == StandInAnswer.SESSION) {
                return session(in, out);
            }
            return answer.then().isEmpty() ? answer.exit() : goOn(answer.then());
        } catch (IOException e) {
            print(
                    System.err,
                    arguments[1] + ": the practice stack does not answer (" + e.getMessage()
                            + "); is practice still on?\n");
            return StandInAnswer.NOT_POSSIBLE;
        }
    }

    /// Runs the command in this one's place: same folder, same variables, same input and output.
    private static int goOn(List<String> command) {
        try {
            Process process = new ProcessBuilder(command).inheritIO().start();
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
            return process.waitFor();
        } catch (IOException e) {
            print(System.err, command.getFirst() + ": command not found\n");
            return 127; // as POSIX has it for a command that is not found
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 130;
        }
    }

    /// Hands on what is typed, line by line, until the input ends or `exit` is typed.
    ///
    /// @return the worst exit status of a line
    private static int session(DataInputStream in, DataOutputStream out) throws IOException {
        boolean terminal = System.console() != null && System.console().isTerminal();
        var typed = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        int worst = 0;
        while (true) {
            print(System.out, terminal ? ">>> " : "");
            String line = typed.readLine();
            if (line == null || line.strip().matches("(?:exit|quit)(?:\\(\\))?|\\\\q")) {
                out.writeBoolean(false);
                out.flush();
                return worst;
            }
            out.writeBoolean(true);
            out.writeUTF(line);
            out.flush();
            worst = Math.max(worst, shown(StandInAnswer.read(in)).exit());
        }
    }

    private static StandInAnswer shown(StandInAnswer answer) {
        print(System.out, answer.out());
        print(System.err, answer.err());
        return answer;
    }

    private static void print(PrintStream to, String text) {
        var utf8 = new PrintStream(to, false, StandardCharsets.UTF_8);
        utf8.print(text);
        utf8.flush();
    }
}
