package plantao.playbook;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/// Stops what one step of a session has started, and nothing that was there before it.
final class ShellStop {
    /// How long a signal is given to work.
    private static final long PATIENCE_MILLIS = 2000;
    private static final long LOOK_MILLIS = 20;
    /// How long processes that are just ending are given before they count as left running.
    private static final int LOOKS_FOR_LEFT = 10;

    private final ShellHost system;
    private final ShellSession session;
    private final Set<Long> before;
    private final String mark;

    /// To be made before the step begins.
    ///
    /// @param mark stands in the environment of whatever the step starts
    ShellStop(ShellSession session, String mark) {
        this.mark = mark;
        this.system = session.host();
        this.session = session;
        this.before = Set.copyOf(system.members(session.leader()).keySet());
    }

    /// Stops the step: INT as Ctrl+C does, TERM, HUP, KILL, each only when the one before did not help. Its own
    /// shell is killed last of all, for with it goes what the step has set.
    void gently(CompletableFuture<ShellAnswer> answer) throws InterruptedException {
        interrupt();
        if (gone(answer, PATIENCE_MILLIS)) {
            return;
        }
        for (ShellSystem.Signal signal : List.of(ShellSystem.Signal.TERM, ShellSystem.Signal.HUP)) {
            programs().forEach(pid -> system.signal(pid, signal));
            if (gone(answer, PATIENCE_MILLIS / 2)) {
                return;
            }
        }
        kill(answer);
    }

    private void kill(CompletableFuture<ShellAnswer> answer) throws InterruptedException {
        long patient = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(PATIENCE_MILLIS);
        do {
            programs().forEach(pid -> system.signal(pid, ShellSystem.Signal.KILL));
            if (gone(answer, PATIENCE_MILLIS / 10)) {
                return;
            }
        } while (System.nanoTime() < patient);
        if (!answer.isDone()) {
            started().forEach(pid -> system.signal(pid, ShellSystem.Signal.KILL));
            gone(answer, PATIENCE_MILLIS);
        }
        if (!answer.isDone()) {
            session.kill();
            gone(answer, PATIENCE_MILLIS);
        }
    }

    /// Stops these processes, if they still run.
    void left(Set<Long> left) {
        for (ShellSystem.Signal signal :
                List.of(ShellSystem.Signal.TERM, ShellSystem.Signal.HUP, ShellSystem.Signal.KILL)) {
            Set<Long> still = new HashSet<>(system.members(session.leader()).keySet());
            still.addAll(system.marked(mark).keySet());
            left.stream().filter(still::contains).forEach(pid -> system.signal(pid, signal));
            try {
                Thread.sleep(PATIENCE_MILLIS / 4);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /// What of the step runs on behind its end, a session of its own or not, and what each was started by: nothing
    /// for a part of the step's script. Told as of the last look: at the first one a program may not have begun yet
    /// in the shell's copy that is to become it.
    Map<Long, String> left() throws InterruptedException {
        Map<Long, String> left = remaining();
        for (int i = 0; i < LOOKS_FOR_LEFT && !left.isEmpty(); i++) {
            Thread.sleep(LOOK_MILLIS);
            Map<Long, String> still = remaining();
            still.keySet().retainAll(left.keySet());
            left = still;
        }
        return left;
    }

    private Map<Long, String> remaining() {
        Map<Long, String> all = new TreeMap<>();
        programs().forEach(pid -> all.put(pid, ""));
        all.putAll(system.marked(mark));
        all.remove(session.stepShell());
        return all;
    }

    /// As the terminal's Ctrl+C, and to groups that job control has made apart. A shell and its program must have
    /// it at once: a shell whose program ends well goes on.
    private void interrupt() {
        Map<Long, Long> members = system.members(session.leader());
        system.signal(-session.leader(), ShellSystem.Signal.INT);
        members.forEach((pid, group) -> {
            if (!before.contains(pid) && group != session.leader()) {
                system.signal(pid, ShellSystem.Signal.INT);
            }
        });
    }

    private boolean gone(CompletableFuture<ShellAnswer> answer, long millis) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        while (!answer.isDone() || !programs().isEmpty()) {
            if (System.nanoTime() > end) {
                return false;
            }
            Thread.sleep(LOOK_MILLIS);
        }
        return true;
    }

    /// All that was not there before the step.
    private Set<Long> started() {
        Set<Long> all = new HashSet<>(system.members(session.leader()).keySet());
        all.removeAll(before);
        return all;
    }

    /// The same without the shell that runs the step's script.
    private Set<Long> programs() {
        Set<Long> all = started();
        all.remove(session.stepShell());
        return all;
    }
}
