package plantao.cli;

import java.io.PrintWriter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import plantao.desk.Board;

/// The board as text, until the program is ended or nobody reads any more.
final class StatusWatch {
    // ECMA-48: cursor home, erase to the end of the line, erase to the end of the screen.
    private static final String HOME = "\u001b[H";
    private static final String REST_OF_LINE = "\u001b[K";
    private static final String REST_OF_SCREEN = "\u001b[J";

    private final Session session;
    private final PrintWriter out;
    private final boolean terminal;

    /// @param terminal whether the same place may be drawn over; else each change is printed below the last
    StatusWatch(Session session, PrintWriter out, boolean terminal) {
        this.session = session;
        this.out = out;
        this.terminal = terminal;
    }

    /// @param seconds between two looks
    /// @return the exit status by the last board, once nobody reads any more
    int run(int seconds) {
        // Ctrl+C ends the process without unwinding this thread: what the session started ends here.
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(session::close));
        List<String> before = List.of();
        while (true) {
            Board board = session.board().get();
            List<String> states = StatusText.states(board);
            if (terminal) {
                draw(board);
            } else if (!states.equals(before)) {
                text(board).forEach(out::println);
            }
            before = states;
            if (out.checkError()) {
                return StatusText.wrong(board) ? 1 : 0;
            }
            try {
                TimeUnit.SECONDS.sleep(seconds);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return StatusText.wrong(board) ? 1 : 0;
            }
        }
    }

    private void draw(Board board) {
        StringBuilder screen = new StringBuilder(HOME);
        text(board).forEach(line -> screen.append(line).append(REST_OF_LINE).append('\n'));
        out.print(screen.append("Ctrl+C ends").append(REST_OF_LINE).append('\n').append(REST_OF_SCREEN));
    }

    private static List<String> text(Board board) {
        List<String> lines = new ArrayList<>();
        lines.add(board.now().truncatedTo(ChronoUnit.SECONDS).toString());
        lines.addAll(StatusText.of(board));
        return lines;
    }
}
