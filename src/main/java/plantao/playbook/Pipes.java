package plantao.playbook;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import plantao.values.Masking;

/// Reads what a process prints, on two threads, into an [Output] and a spool file, to the end of both pipes.
final class Pipes {
    private static final int CHUNK = 32 * 1024;

    private final Process process;
    private final Output output;
    private final Masking masking;
    private final InstantSource clock;
    private final Executor threads;
    private final CompletableFuture<Boolean> ended = new CompletableFuture<>();
    private final AtomicInteger open = new AtomicInteger(2);
    private final AtomicInteger waiting = new AtomicInteger();
    private final AtomicLong count = new AtomicLong();
    private volatile @Nullable Spool spool;

    Pipes(Process process, Output output, Masking masking, InstantSource clock, Executor threads) {
        this.process = process;
        this.output = output;
        this.masking = masking;
        this.clock = clock;
        this.threads = threads;
    }

    /// Begins to read, before the process can end.
    void start(Path folder, String name, long limit) throws IOException {
        InputStream out = Shell.printed(process, 1);
        InputStream err = Shell.printed(process, 2);
        try {
            spool = Spool.open(folder, name, limit);
        } catch (IOException | UnsupportedOperationException e) {
            note("The whole output can't be kept in " + folder + ": " + e.getMessage() + ". Make the folder writable.");
        }
        threads.execute(() -> read(out, false));
        threads.execute(() -> read(err, true));
    }

    /// Completes when both pipes are at their end.
    CompletableFuture<Boolean> ended() {
        return ended;
    }

    /// How many bytes were read.
    long count() {
        return count.get();
    }

    /// Whether every pipe that is open waits for something to be printed.
    boolean waiting() {
        return waiting.get() == open.get();
    }

    Optional<Path> file() {
        Spool kept = spool;
        return kept == null ? Optional.empty() : Optional.of(kept.file());
    }

    void execute(Runnable work) {
        threads.execute(work);
    }

    void flush() {
        Spool kept = spool;
        if (kept != null) {
            try {
                kept.flush();
            } catch (IOException e) {
                note("The end of this output is not kept: " + e.getMessage() + ". Make room on the disk.");
            }
        }
    }

    private void read(InputStream in, boolean error) {
        LineText lines = new LineText(masking, clock, (text, begins, ends) -> take(text, begins, ends, error));
        byte[] chunk = new byte[CHUNK];
        try (in) {
            int n = next(in, chunk);
            while (n >= 0) {
                count.addAndGet(n);
                lines.accept(chunk, n);
                n = next(in, chunk);
            }
        } catch (IOException e) {
            note("The output could not be read to its end: " + e.getMessage());
        } finally {
            try {
                lines.end();
            } finally {
                closed();
            }
        }
    }

    private int next(InputStream in, byte[] chunk) throws IOException {
        waiting.incrementAndGet();
        try {
            return in.read(chunk);
        } finally {
            waiting.decrementAndGet();
        }
    }

    private void take(String text, boolean begins, boolean ends, boolean error) {
        Spool kept = spool;
        if (kept != null) {
            kept.write(text, ends).ifPresent(this::note);
        }
        if (begins) {
            output.add(new Output.Line(clock.instant(), ends ? text : text + " … (cut here)", error));
        }
    }

    private void note(String text) {
        output.add(new Output.Line(clock.instant(), "— " + text, true));
    }

    private void closed() {
        if (open.decrementAndGet() == 0) {
            Spool kept = spool;
            if (kept != null) {
                try {
                    kept.close();
                } catch (IOException e) {
                    note("The end of this output is not kept: " + e.getMessage() + ". Make room on the disk.");
                }
            }
            ended.complete(true);
        }
    }
}
