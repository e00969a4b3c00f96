package plantao;

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
import plantao.runbook.RunbookFolder;
import plantao.store.TrustFile;

/// Reads folders and puts what is in them onto the desk.
final class Opener {
    private final TrustFile trustFile;
    private final Map<String, String> environment;
    private final InstantSource clock;
    private final Consumer<Event> desk;
    private final Consumer<SystemBoard> opened;

    /// @param opened is given every system that may be probed
    Opener(
            TrustFile trustFile,
            Map<String, String> environment,
            InstantSource clock,
            Consumer<Event> desk,
            Consumer<SystemBoard> opened) {
        this.trustFile = trustFile;
        this.environment = environment;
        this.clock = clock;
        this.desk = desk;
        this.opened = opened;
    }

    /// Opens a folder of the operator's own: bound to its environments, as far as it is trusted.
    void open(Path path) {
        for (RunbookFolder.Loaded loaded : RunbookFolder.load(path)) {
            switch (loaded) {
                case RunbookFolder.Loaded.Failed f -> desk.accept(new Event.OpenFailed(f.source(), f.message()));
                case RunbookFolder.Loaded.Read r -> {
                    Trust trust = Approvals.of(r.runbook(), trustFile.approved(key(r.folder())));
                    put(Systems.open(
                            r.runbook(), Targets.of(r.runbook(), r.folder(), environment), 1, trust, clock.instant()));
                }
            }
        }
    }

    /// Opens a bundled runbook on its practice stack. The stack is fenced in, so nothing of it needs approval.
    void practise(Runbook runbook, PracticeStack stack) {
        put(Systems.open(runbook, List.of(stack.target()), stack.holdFactor(), Trust.FULL, clock.instant()));
    }

    private void put(SystemBoard system) {
        desk.accept(new Event.Opened(system));
        if (system.trust().full()) {
            opened.accept(system);
        }
    }

    /// The operator has approved all that waits: remembered, and probing begins.
    void approve(SystemBoard system) {
        approve(Path.of(system.runbook().source()), new Rooms.Pending(system.name(), system.trust()));
        opened.accept(system.withTrust(Trust.FULL));
    }

    /// What of a folder's systems is not approved yet.
    List<Rooms.Pending> pending(Path path) {
        return RunbookFolder.load(path).stream()
                .filter(RunbookFolder.Loaded.Read.class::isInstance)
                .map(RunbookFolder.Loaded.Read.class::cast)
                .map(r -> new Rooms.Pending(
                        r.runbook().system(), Approvals.of(r.runbook(), trustFile.approved(key(r.folder())))))
                .toList();
    }

    void approve(Path path, Rooms.Pending pending) {
        trustFile.approve(key(path), Set.copyOf(pending.trust().waiting().stream().map(Trust.Item::hash).toList()));
    }

    private static String key(Path path) {
        return path.toAbsolutePath().normalize().toString();
    }
}
