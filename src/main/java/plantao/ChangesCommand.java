package plantao;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import plantao.desk.Approvals;
import plantao.desk.Board;
import plantao.desk.ChangeLines;
import plantao.desk.Event;
import plantao.desk.SystemBoard;
import plantao.values.CommandReply;

/// Asks a team's own command (`changes:` in `console.yaml`) what was changed lately, once it is approved: every two
/// minutes, ten seconds and 64 KiB at most, on a thread of its own.
final class ChangesCommand implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(ChangesCommand.class.getName());
    private static final int FIRST_SECONDS = 2;
    private static final int EVERY_SECONDS = 120;
    private static final Duration LONGEST = Duration.ofSeconds(10);

    private final Map<String, String> environment;
    private final InstantSource clock;
    private final Supplier<Board> board;
    private final Consumer<Event> desk;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("changes").daemon().factory());

    ChangesCommand(Map<String, String> environment, InstantSource clock, Supplier<Board> board, Consumer<Event> desk) {
        this.environment = environment;
        this.clock = clock;
        this.board = board;
        this.desk = desk;
        var _ = thread.scheduleWithFixedDelay(this::all, FIRST_SECONDS, EVERY_SECONDS, TimeUnit.SECONDS);
    }

    private void all() {
        for (SystemBoard system : board.get().systems()) {
            Approvals.changes(system).ifPresent(command -> {
                try {
                    String output = output(command, system);
                    desk.accept(new Event.ChangesRead(system.name(), ChangeLines.of(output, clock.instant())));
                } catch (IOException e) {
                    LOG.log(Level.INFO, "What was changed could not be asked: {0}", e.getMessage());
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            });
        }
    }

    private String output(String command, SystemBoard system) throws IOException, InterruptedException {
        return CommandReply.of(
                        List.of("bash", "-c", command), system.target().place().folder(), environment, LONGEST)
                .printed();
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
