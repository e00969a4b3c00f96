package plantao.playbook;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import plantao.values.Place;

/// The open shell sessions: one for each run and place.
final class ShellSessions {
    /// What a program is told of the terminal, so that none waits in a pager; a place may say otherwise.
    private static final Map<String, String> TERMINAL = Map.of(
            "TERM",
            "xterm-256color",
            "PAGER",
            "cat",
            "GIT_PAGER",
            "cat",
            "MANPAGER",
            "cat",
            "SYSTEMD_PAGER",
            "",
            "AWS_PAGER",
            "");

    private static final String NEW = "a new session: cd, exports and functions of earlier steps are gone";

    private record Key(UUID run, Place place) {}

    /// A session given to one step, or why there is none.
    sealed interface Lease {
        /// @param remark what the operator should know first, or null
        record Granted(ShellSession session, @Nullable String remark) implements Lease {}

        record Refused(String reason) implements Lease {}
    }

    private final ShellSystem system;
    private final ShellLogin login;
    private final Executor threads;
    private final LongConsumer started;
    private final int most;
    /// The one that was used last comes last.
    private final Map<Key, ShellSession> open = new LinkedHashMap<>(16, 0.75f, true);
    private final Set<Key> busy = new HashSet<>();
    private final Set<Key> gone = new HashSet<>();
    private boolean closed;

    /// @param most how many may be open at a time
    /// @param started told the process id of every session, which is its process group too
    ShellSessions(ShellSystem system, ShellLogin login, Executor threads, LongConsumer started, int most) {
        this.system = system;
        this.login = login;
        this.threads = threads;
        this.started = started;
        this.most = most;
    }

    /// Gives the session of the order's run and place to one step, until [#giveBack]; may block while it starts.
    synchronized Lease lease(StepOrder order) throws InterruptedException {
        Optional<String> obstacle = obstacle(order);
        if (obstacle.isPresent()) {
            return new Lease.Refused(obstacle.get());
        }
        Key key = new Key(order.run(), order.place());
        ShellSession session = open.get(key);
        if (session != null && !session.usable()) {
            lose(key);
            session = null;
        }
        String remark = null;
        if (session == null) {
            try {
                session = start(order.place());
            } catch (IOException e) {
                return new Lease.Refused(refusal(order.place(), e));
            }
            open.put(key, session);
            remark = gone.remove(key) ? NEW : null;
        }
        busy.add(key);
        return new Lease.Granted(session, remark);
    }

    private static String refusal(Place place, IOException e) {
        return place.here()
                ? "The shell could not be started in " + place.folder() + ": " + told(e)
                        + ". Nothing was run; look at the computer's memory and disk, then try again."
                : "The place " + place.label() + " could not be reached: " + told(e)
                        + ". Nothing was run. Try the same in a terminal, where it can ask for a password or a host's key;"
                        + " here it is never asked. bash is needed there too.";
    }

    /// A program's last words, without the full stop that they may bring.
    private static String told(IOException e) {
        return String.valueOf(e.getMessage()).strip().replaceFirst("\\.+$", "");
    }

    private Optional<String> obstacle(StepOrder order) {
        Place place = order.place();
        Key key = new Key(order.run(), place);
        if (closed) {
            return Optional.of("The console is being closed.");
        }
        if (busy.contains(key)) {
            return Optional.of("Another step of this run is still running. Wait for it or stop it, then run this one.");
        }
        if (!open.containsKey(key) && open.size() >= most && !makeRoom()) {
            return Optional.of(most + " runs have steps that are running. Stop one of them, then run this one again.");
        }
        return system.lacking()
                .or(() -> !place.here() || Files.isDirectory(place.folder())
                        ? Optional.empty()
                        : Optional.of("The folder " + place.folder() + " (" + place.label() + ") does not exist."
                                + " Make it, or correct `folder` in console.yaml."));
    }

    private boolean makeRoom() {
        for (Key key : open.keySet()) {
            if (!busy.contains(key)) {
                lose(key);
                return true;
            }
        }
        return false;
    }

    private void lose(Key key) {
        ShellSession lost = open.remove(key);
        gone.add(key);
        if (lost != null) {
            threads.execute(lost::close);
        }
    }

    private ShellSession start(Place place) throws IOException, InterruptedException {
        Map<String, String> variables = new LinkedHashMap<>(TERMINAL);
        variables.putAll(place.environment());
        ShellSession session = opened(place, variables);
        try {
            started.accept(session.pid());
            session.ready();
            return session;
        } catch (IOException | InterruptedException e) {
            threads.execute(session::close);
            throw e;
        }
    }

    private ShellSession opened(Place place, Map<String, String> variables) throws IOException, InterruptedException {
        if (place.here()) {
            return ShellSession.start(
                    system, place.folder(), place.inherits() ? login.environment() : Map.of(), variables, threads);
        }
        Path folder = Files.createTempDirectory("plantao-ssh"); // only its owner looks into it
        try {
            Map<String, String> environment = login.environment();
            ShellReach reach = ShellReach.of(
                            place,
                            environment.getOrDefault("PATH", "/usr/bin:/bin"),
                            folder.resolve("%C").toString())
                    .orElseThrow();
            ShellRemote remote =
                    ShellRemote.connect(reach, environment, place.folder(), ShellFrame.variables(variables));
            return ShellSession.start(remote, reach.shell(remote.folder()), place.folder(), environment, threads);
        } finally {
            folder.toFile().deleteOnExit();
        }
    }

    /// The step has ended.
    synchronized void giveBack(StepOrder order) {
        busy.remove(new Key(order.run(), order.place()));
    }

    /// Takes the sessions of a run out, for closing.
    synchronized List<ShellSession> end(UUID run) {
        gone.removeIf(key -> key.run().equals(run));
        List<ShellSession> ended = new ArrayList<>();
        open.entrySet().removeIf(e -> e.getKey().run().equals(run) && ended.add(e.getValue()));
        return ended;
    }

    /// Takes all out, for closing; there will be no more.
    synchronized List<ShellSession> endAll() {
        closed = true;
        List<ShellSession> all = List.copyOf(open.values());
        open.clear();
        return all;
    }
}
