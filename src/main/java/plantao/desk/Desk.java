package plantao.desk;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.logging.Level;
import java.util.logging.Logger;

/// The one thread that owns the board: takes events from the mailbox one by one, publishes the board that comes of
/// each and hands its effects on. Events may be sent from any thread.
public final class Desk implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(Desk.class.getName());

    private sealed interface Letter {
        record Of(Event event) implements Letter {}

        /// Somebody wants to see the board as it is now.
        record Show(Consumer<Board> to) implements Letter {}

        /// Tells that everything sent before it has been handled.
        record Settled(CountDownLatch done) implements Letter {}

        record Stop() implements Letter {}
    }

    private final BlockingQueue<Letter> mailbox = new LinkedBlockingQueue<>();
    private final InstantSource clock;
    private final String device;
    private final Supplier<UUID> ids;
    private final UnaryOperator<String> mask;
    private final Consumer<Board> screen;
    private final Consumer<Effect> outside;
    private final Thread thread;
    private volatile Board board;

    /// Starts at once.
    ///
    /// @param device the name of this console
    /// @param mask hides secrets; called on the desk's thread
    /// @param screen is given every board, on the desk's thread; must return at once
    /// @param outside carries out effects; is called on the desk's thread and must return at once
    public Desk(
            Board first,
            InstantSource clock,
            String device,
            Supplier<UUID> ids,
            UnaryOperator<String> mask,
            Consumer<Board> screen,
            Consumer<Effect> outside) {
        this.board = first;
        this.clock = clock;
        this.device = device;
        this.ids = ids;
        this.mask = mask;
        this.screen = screen;
        this.outside = outside;
        this.thread = Thread.ofPlatform().name("desk").daemon().start(this::work);
    }

    /// Puts an event into the mailbox.
    public void send(Event event) {
        mailbox.add(new Letter.Of(event));
    }

    /// Gives the latest board to somebody, on the desk's thread.
    ///
    /// @param to must return at once
    public void show(Consumer<Board> to) {
        mailbox.add(new Letter.Show(to));
    }

    /// The latest board.
    public Board board() {
        return board;
    }

    /// Waits until everything that was sent before has been handled; not to be called on the desk's own thread.
    public void settle() {
        CountDownLatch done = new CountDownLatch(1);
        mailbox.add(new Letter.Settled(done));
        try {
            done.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void work() {
        try {
            Letter letter;
            do {
                letter = mailbox.take();
                switch (letter) {
                    case Letter.Of(Event event) -> outlive(event, () -> handle(event));
                    case Letter.Show(Consumer<Board> to) -> outlive(to, () -> to.accept(board));
                    case Letter.Settled(CountDownLatch done) -> done.countDown();
                    case Letter.Stop _ -> {}
                }
            } while (!(letter instanceof Letter.Stop));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// A screen that can't draw what happened, or one effect that fails, costs none of the others: what happened is
    /// logged all the same.
    private void handle(Event event) {
        Outcome outcome =
                Watch.next(board, event, new EventContext(clock.instant(), device, ids, mask, ZoneId.systemDefault()));
        board = outcome.board();
        outlive(event, () -> screen.accept(outcome.board()));
        outcome.effects().forEach(effect -> outlive(effect, () -> outside.accept(effect)));
    }

    /// One of the three places with a broad catch: an error in one thing must not end the watch over the others.
    private void outlive(Object handled, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            StringWriter trace = new StringWriter();
            e.printStackTrace(new PrintWriter(trace)); // its message may hold whatever was handled
            String name = handled.getClass().getSimpleName();
            LOG.log(Level.SEVERE, "The desk could not handle " + name + ": " + mask.apply(trace.toString()));
        }
    }

    /// Handles what is in the mailbox, then ends.
    @Override
    public void close() {
        mailbox.add(new Letter.Stop());
        try {
            thread.join(2000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
