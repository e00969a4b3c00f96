package plantao.probe;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import plantao.values.CommandReply;
import plantao.values.Place;

/// Runs a shell command. On a few threads of the system's own, for waiting for a process holds a virtual thread's
/// carrier; what it prints is polled, so that a program that goes on in the background and keeps the pipe open
/// blocks nobody.
final class CommandProber implements Prober<Check.Command>, AutoCloseable {
    private static final int THREADS = 32;

    private final ExecutorService threads;

    CommandProber() {
        ThreadPoolExecutor pool = new ThreadPoolExecutor(
                THREADS,
                THREADS,
                20,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                Thread.ofPlatform().daemon().name("probe-command-", 0).factory());
        pool.allowCoreThreadTimeOut(true);
        threads = pool;
    }

    @Override
    public Reading read(Attempt attempt, Check.Command check) {
        Future<Reading> reading;
        try {
            reading = threads.submit(() -> run(attempt, check));
        } catch (RejectedExecutionException e) {
            return attempt.noData("the console is closing");
        }
        try {
            return reading.get(attempt.left().toMillis() + 1000, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            reading.cancel(true);
            return attempt.noData("too many commands are under way: it had to wait for its turn");
        } catch (InterruptedException e) {
            reading.cancel(true);
            Thread.currentThread().interrupt();
            return attempt.noData("the console is closing");
        } catch (ExecutionException e) {
            return attempt.noData("the probe itself failed: " + SocketReasons.words(e));
        }
    }

    private static Reading run(Attempt attempt, Check.Command check) {
        return check.reach() instanceof Place.Reach.Here ? here(attempt, check) : there(attempt, check);
    }

    /// In another place. What keeps the place from being reached says nothing about the service.
    private static Reading there(Attempt attempt, Check.Command check) {
        long seconds = Math.max(1, attempt.left().toSeconds());
        String word = HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
        CommandPlace way = CommandPlace.of(check.reach(), check, container(), seconds, word);
        try {
            CommandReply asked =
                    CommandReply.of(way.words(), check.folder(), System.getenv(), way.script(), attempt.left());
            String printed = way.behindMark(asked.printed());
            if (printed == null) {
                String why = asked.complaint()
                        .lines()
                        .filter(l -> !l.isBlank())
                        .findFirst()
                        .orElse("");
                String late = "no answer in " + Phases.limit(attempt.probe().timeout());
                return attempt.noData(named(check.reach()) + " cannot be reached: "
                        + Evidence.oneLine(!why.isEmpty() ? why : asked.ended() ? "it says nothing" : late, 160));
            }
            return asked.ended() && asked.status() != CommandPlace.STOPPED
                    ? CommandAnswer.judged(attempt, check, asked.status(), printed, asked.complaint())
                    : late(attempt, printed, asked.complaint());
        } catch (IOException e) {
            return attempt.noData(named(check.reach()) + " cannot be reached: " + SocketReasons.words(e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return attempt.noData("the console is closing");
        }
    }

    private static String named(Place.Reach reach) {
        return switch (reach) {
            case Place.Reach.Here _ -> "this computer";
            case Place.Reach.Ssh ssh -> "ssh " + ssh.alias();
            case Place.Reach.Container container -> "container " + container.name();
        };
    }

    /// What runs containers here.
    private static String container() {
        for (String folder : System.getenv().getOrDefault("PATH", "").split(File.pathSeparator)) {
            if (!folder.isEmpty() && Files.isExecutable(Path.of(folder, "docker"))) {
                return "docker";
            }
        }
        return "podman";
    }

    private static Reading late(Attempt attempt, String printed, String complaint) {
        return attempt.down(
                "not finished in " + Phases.limit(attempt.probe().timeout()),
                CommandAnswer.evidence(printed, complaint));
    }

    private static Reading here(Attempt attempt, Check.Command check) {
        Map<String, String> environment = new HashMap<>(check.inherits() ? System.getenv() : Map.of());
        environment.putAll(check.environment());
        try {
            CommandReply asked = CommandReply.of(
                    List.of("/bin/sh", "-c", check.command()), check.folder(), environment, attempt.left());
            return asked.ended()
                    ? CommandAnswer.judged(attempt, check, asked.status(), asked.printed(), asked.complaint())
                    : late(attempt, asked.printed(), asked.complaint());
        } catch (IOException e) {
            return attempt.noData("cannot be started: " + SocketReasons.words(e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return attempt.noData("the console is closing");
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
