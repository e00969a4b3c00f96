package plantao.store;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import plantao.journal.Entry;

/// The log as the console uses it: takes entries without ever making the caller wait, saves them in order on a
/// thread of its own, in groups, and keeps on trying. While the database does not take them they wait in a file
/// beside it ([SpillFile]); at the next start that file is read in first.
public final class Log implements AutoCloseable {
    /// Who is told; called on the log's thread, must return at once.
    ///
    /// @param remembered is given what a board begins with, once, when the database is open for the first time
    /// @param stored is given the ids that are on the disk now
    /// @param failed is given a message for the operator, each time saving fails
    /// @param joined is given entries that were saved by others, or read later than the others
    /// @param blanked is given entries whose detail was blanked since, as they are now
    public record Listener(
            Consumer<List<Entry>> remembered,
            Consumer<Set<UUID>> stored,
            Consumer<String> failed,
            Consumer<List<Entry>> joined,
            Consumer<List<Entry>> blanked) {}

    /// How long to wait before trying again: at first, and at most.
    public record Pace(Duration first, Duration longest) {
        public static final Pace USUAL = new Pace(Duration.ofMillis(500), Duration.ofSeconds(30));
    }

    private static final int GROUP = 1000;
    private static final Duration RESCUE = Duration.ofSeconds(2);

    private sealed interface Letter {
        record Keep(Entry entry) implements Letter {}

        record Work(Consumer<JournalStore> work, Consumer<RuntimeException> failed) implements Letter {}

        record Stop() implements Letter {}
    }

    private final Supplier<JournalStore> opening;
    private final @Nullable Path folder;
    private final SpillFile spill;
    private final Supplier<SpillFile> rescue;
    private final Listener listener;
    private final Pace pace;
    private final BlockingQueue<Letter> letters = new LinkedBlockingQueue<>();
    private final Map<UUID, Entry> unsaved = new LinkedHashMap<>();
    private final List<Letter.Work> works = new ArrayList<>();
    private final Thread thread;
    private @Nullable JournalStore store;
    private @Nullable LogServer asked;
    private boolean remembered;
    private boolean stopping;
    private volatile List<Entry> saving = List.of();
    private volatile boolean closed;
    private volatile @Nullable LogRequestHandler here;

    /// Starts at once.
    ///
    /// @param folder where others may ask this log, and it asks the one that has it open; null for a log of its own
    /// @param opening opens the database; is called again after each failure
    /// @param device this console's name, for the name of the file where entries wait
    /// @param spillFolders where that file may be, the best first
    public Log(
            @Nullable Path folder,
            Supplier<JournalStore> opening,
            String device,
            List<Path> spillFolders,
            Listener listener,
            Pace pace) {
        this.folder = folder;
        this.opening = opening;
        this.rescue = () -> new SpillFile(device, spillFolders);
        this.spill = rescue.get();
        this.listener = listener;
        this.pace = pace;
        this.thread = Thread.ofPlatform().name("log").daemon().start(this::work);
    }

    /// The log file in a folder. Entries that have to wait do so there or, where that is not possible, in a folder
    /// of the same name in `fallback`.
    public static Log in(Path folder, Path fallback, String device, Listener listener) {
        List<Path> spills = List.of(folder, fallback.resolve(folder.getFileName()));
        return new Log(folder, () -> JournalStore.open(folder), device, spills, listener, Pace.USUAL);
    }

    /// Keeps an entry; returns at once.
    ///
    /// @throws IllegalStateException after [#close]
    public void append(Entry entry) {
        if (closed) {
            throw new IllegalStateException("the log is closed");
        }
        letters.add(new Letter.Keep(entry));
    }

    /// Asks the log, wherever it is open; on another thread than this log's own.
    ///
    /// @return the answer; one that says why when it is not open yet, or not any more
    public LogReply ask(LogRequest ask) {
        LogRequestHandler open = here;
        try {
            if (open != null) {
                return open.answer(ask);
            }
            if (folder != null) {
                return LogSocket.ask(folder, ask);
            }
        } catch (StoreException e) {
            return LogReply.failed(e.text());
        } catch (IOException e) {
            // nobody has it open
        }
        return LogReply.failed("The log is not open yet. Try again in a moment.");
    }

    /// Has something done with the database, on the log's thread and in turn with the entries.
    ///
    /// @return fails with a [StoreException] when the database is not open, and after [#close]
    <T> CompletableFuture<T> inTurn(Function<JournalStore, T> work) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        Consumer<RuntimeException> failed = answer::completeExceptionally;
        letters.add(new Letter.Work(store -> answer.complete(work.apply(store)), failed));
        if (closed) {
            failed.accept(notOpen());
        }
        return answer;
    }

    private static StoreException notOpen() {
        return new StoreException("The log is not open", "this window", "Wait until it is.", null);
    }

    private void asked(Letter.Work letter) {
        JournalStore open = store;
        if (open == null || !remembered) {
            letter.failed().accept(notOpen());
            return;
        }
        try {
            letter.work().accept(open);
        } catch (StoreException e) {
            drop();
            letter.failed().accept(e);
        } catch (RuntimeException e) {
            // The one who asked hears of it; whatever it is, entries go on being saved.
            letter.failed().accept(e);
        }
    }

    private void work() {
        spill.left().forEach(e -> unsaved.put(e.id(), e));
        Duration wait = Duration.ZERO;
        long next = System.nanoTime();
        try {
            while (!stopping) {
                if (remembered && unsaved.isEmpty()) {
                    take(letters.take());
                } else {
                    take(letters.poll(Math.max(0, next - System.nanoTime()), TimeUnit.NANOSECONDS));
                }
                drain();
                if (next - System.nanoTime() <= 0 || stopping) {
                    wait = save() ? Duration.ZERO : longer(wait);
                    next = System.nanoTime() + wait.toNanos();
                } else {
                    keepAside();
                }
                // After saving, so that whoever asks sees what was written before.
                works.forEach(this::asked);
                works.clear();
            }
        } catch (InterruptedException e) {
            keepAside();
        }
        drop();
    }

    private Duration longer(Duration wait) {
        Duration twice = wait.isZero() ? pace.first() : wait.multipliedBy(2);
        return twice.compareTo(pace.longest()) > 0 ? pace.longest() : twice;
    }

    private void take(@Nullable Letter letter) {
        switch (letter) {
            case Letter.Keep(Entry entry) -> unsaved.putIfAbsent(entry.id(), entry);
            case Letter.Work work -> works.add(work);
            case Letter.Stop _ -> stopping = true;
            case null -> {}
        }
    }

    private void drain() {
        for (Letter letter = letters.poll(); letter != null; letter = letters.poll()) {
            take(letter);
        }
    }

    /// Saves all that waits, in groups.
    ///
    /// @return false when it has to be tried again
    private boolean save() {
        saving = List.copyOf(unsaved.values());
        try {
            if (handedOver()) {
                return true;
            }
            JournalStore open = open();
            while (!unsaved.isEmpty()) {
                saved(open.append(group()));
            }
            if (!remembered) {
                listener.remembered().accept(open.remembered());
                remembered = true;
            }
            saving = List.of();
            spill.clear();
            return true;
        } catch (StoreException e) {
            drop();
            failed(e.text());
            return false;
        } catch (RuntimeException e) {
            // A loop boundary: whatever is wrong, the entries must not be lost with this thread.
            drop();
            failed(new StoreException(
                            "The log could not be written: " + e, "an error in this program", "Please report it.", e)
                    .text());
            return false;
        } catch (IOException e) {
            // All is saved; what is left of the spill is read at the next start and found to be known.
            return true;
        }
    }

    private List<Entry> group() {
        return unsaved.values().stream().limit(GROUP).toList();
    }

    private void saved(Set<UUID> ids) {
        unsaved.keySet().removeAll(ids);
        listener.stored().accept(ids);
    }

    /// When another window has the log open, it saves for this one.
    private boolean handedOver() throws IOException {
        if (store != null || folder == null) {
            return false;
        }
        LogClient other = new LogClient(folder);
        Set<UUID> ids;
        try {
            ids = other.save(group());
        } catch (IOException e) {
            return false; // nobody has it
        }
        saved(ids);
        while (!unsaved.isEmpty()) {
            saved(other.save(group()));
        }
        if (!remembered) {
            listener.joined().accept(other.remembered());
            remembered = true;
        }
        saving = List.of();
        spill.clear();
        return true;
    }

    private JournalStore open() {
        JournalStore open = store;
        if (open == null) {
            open = opening.get();
            store = open;
            attend(open);
        }
        return open;
    }

    /// Others that want something of this log ask here for as long as it is open.
    private void attend(JournalStore open) {
        LogRequestHandler answering =
                new LogRequestHandler(open, InstantSource.system(), listener.joined(), listener.blanked());
        here = answering;
        if (folder == null) {
            return;
        }
        try {
            asked = LogServer.at(folder, answering::answer);
        } catch (IOException e) {
            // Only other windows and commands miss it, and they say so themselves.
            Logger.getLogger(Log.class.getName()).log(Level.FINE, "nobody can ask this log", e);
        }
    }

    private void drop() {
        here = null;
        if (asked != null) {
            asked.close();
            asked = null;
        }
        if (store != null) {
            store.close();
            store = null;
        }
    }

    private void failed(String message) {
        String aside = keepAside();
        listener.failed().accept(aside.isEmpty() ? message : message + " " + aside);
    }

    /// What waits goes to the spill.
    ///
    /// @return where it is, or why it is nowhere but in memory; empty when nothing
    /// waits
    private String keepAside() {
        if (unsaved.isEmpty()) {
            return "";
        }
        try {
            spill.add(List.copyOf(unsaved.values()));
            return "Waiting in " + spill.where() + ".";
        } catch (IOException e) {
            return "They cannot be kept aside either (" + FileReason.of(e)
                    + "): leave this window open until they are saved.";
        }
    }

    /// Saves what waits, or leaves it in the spill, and ends. Waits at most this long; when the database does not
    /// answer in time, what it has not confirmed goes to the spill.
    ///
    /// @return whether it ended in time
    public boolean close(Duration longest) {
        if (!closed) {
            closed = true;
            letters.add(new Letter.Stop());
        }
        try {
            if (thread.join(longest)) {
                return true;
            }
            // On a thread of its own: the disk that does not answer may be the spill's too.
            Thread.ofPlatform().name("log-rescue").daemon().start(this::rescue).join(RESCUE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return false;
    }

    private void rescue() {
        List<Entry> waiting = new ArrayList<>(saving);
        for (Letter letter : letters) {
            if (letter instanceof Letter.Keep(Entry entry)) {
                waiting.add(entry);
            }
        }
        try {
            rescue.get().add(waiting);
        } catch (IOException e) {
            listener.failed().accept(waiting.size() + " entries could not be saved: " + FileReason.of(e));
        }
    }

    @Override
    public void close() {
        close(Duration.ofSeconds(5));
    }
}
