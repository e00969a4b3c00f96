package plantao;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import plantao.cli.Session;
import plantao.desk.Board;
import plantao.desk.Desk;
import plantao.desk.Effect;
import plantao.desk.Event;
import plantao.desk.SystemBoard;
import plantao.desk.Systems;
import plantao.playbook.Outputs;
import plantao.playbook.ShellRunner;
import plantao.probe.ProbeSchedule;
import plantao.probe.Probers;

/// The composition root: builds every room, carries out the desk's effects and closes all in reverse order.
public final class Console implements AutoCloseable {
    /// What a console needs to know of the world.
    ///
    /// @param bundled the folder of the bundled runbooks
    /// @param environment this process's environment variables
    public record Setup(
            plantao.store.Folders folders,
            Path bundled,
            Map<String, String> environment,
            InstantSource clock,
            String operator) {}

    private final Setup setup;
    private final Deque<AutoCloseable> closing = new ConcurrentLinkedDeque<>();
}
