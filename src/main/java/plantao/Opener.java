package plantao;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import plantao.cli.Rooms;
import plantao.desk.Approvals;
import plantao.desk.Event;
import plantao.desk.SystemBoard;
import plantao.desk.Systems;
import plantao.desk.Targets;
import plantao.desk.Trust;
import plantao.practice.PracticeStack;
import plantao.runbook.Runbook;
import plantao.runbook.read.Loaded;
import plantao.runbook.read.RunbookFolder;
import plantao.store.TrustFile;

/// Reads folders and puts what is in them onto the desk.
final class Opener {
    private final TrustFile trustFile;
    private final Map<String, String> environment;
    private final InstantSource clock;
    private final Consumer<Event> desk;
    private final Consumer<SystemBoard> read;
    private final Consumer<SystemBoard> opened;

    /// @param read is given every system before it is on the desk
    /// @param opened is given every system that may be probed
    Opener(
            TrustFile trustFile,
            Map<String, String> environment,
            InstantSource clock,
            Consumer<Event> desk,
            Consumer<SystemBoard> read,
            Consumer<SystemBoard> opened) {
        this.trustFile = trustFile;
        this.environment = environment;
        this.clock = clock;
        this.desk = desk;
        this.read = read;
        this.opened = opened;
    }

    /// Opens a folder of the operator's own: bound to its environments, as far as it is trusted.
    void open(Path path) {
        for (Loaded loaded : RunbookFolder.load(path)) {
            switch (loaded) {
                case Loaded.Failed(Path where, String reason) ->
                    desk.accept(new Event.OpenFailed(where.toString(), reason));
                case Loaded.Read(Path where, Runbook runbook) -> {
                    Trust trust = Approvals.of(runbook, trustFile.approved(key(where)));
                    put(Systems.open(
                            runbook, Targets.of(runbook, folder(where), environment), 1, trust, clock.instant()));
                }
            }
        }
    }

    /// Opens a bundled runbook on its practice stack. The stack is fenced in, so nothing of it needs approval.
    void practise(Runbook runbook, PracticeStack stack) {
        put(Systems.open(runbook, List.of(stack.target()), stack.holdFactor(), Trust.FULL, clock.instant()));
    }

    private void put(SystemBoard system) {
        read.accept(system);
        desk.accept(new Event.Opened(system));
        if (system.trust().full()) {
            opened.accept(system);
        }
    }

    /// The operator has approved all that waits: remembered, and probing begins.
    void approve(SystemBoard system) {
        Path source = Path.of(system.runbook().source());
        approve(new Rooms.Pending(source, system.name(), system.trust()));
        opened.accept(system.withTrust(Trust.FULL));
    }

    /// What of a folder's systems is not approved yet.
    List<Rooms.Pending> pending(Path path) {
        return RunbookFolder.load(path).stream()
                .filter(Loaded.Read.class::isInstance)
                .map(Loaded.Read.class::cast)
                .map(r -> new Rooms.Pending(
                        r.path(), r.runbook().system(), Approvals.of(r.runbook(), trustFile.approved(key(r.path())))))
                .toList();
    }

    void approve(Rooms.Pending pending) {
        trustFile.approve(
                key(pending.path()),
                Set.copyOf(
                        pending.trust().waiting().stream().map(Trust.Item::hash).toList()));
    }

    private static Path folder(Path path) {
        Path parent = path.toAbsolutePath().getParent();
        return Files.isDirectory(path) || parent == null ? path.toAbsolutePath() : parent;
    }

    private static String key(Path path) {
        return path.toAbsolutePath().normalize().toString();
    }
}
