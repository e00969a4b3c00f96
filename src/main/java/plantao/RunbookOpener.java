package plantao;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import plantao.cli.ConsoleAccess;
import plantao.desk.Approvals;
import plantao.desk.Board;
import plantao.desk.Event;
import plantao.desk.SystemBoard;
import plantao.desk.SystemBoardFactory;
import plantao.desk.Targets;
import plantao.desk.Trust;
import plantao.practice.PracticeStack;
import plantao.runbook.Problem;
import plantao.runbook.Runbook;
import plantao.runbook.read.LoadedRunbook;
import plantao.runbook.read.RunbookFolder;
import plantao.store.StoreException;
import plantao.store.TrustFile;
import plantao.values.Target;

/// Reads folders, again after each change, and puts what is in them onto the desk. A version that is broken does
/// not take the place of one that was good.
final class RunbookOpener {
    private static final String KEPT = " The version read before stays in use.";

    private final TrustFile trustFile;
    private final Map<String, String> environment;
    private final InstantSource clock;
    private final Consumer<Event> desk;
    private final Consumer<SystemBoard> read;
    private final Consumer<Path> watch;
    private LocalDate day = LocalDate.EPOCH;
    private final List<Path> roots = new CopyOnWriteArrayList<>();
    private final Map<Path, Runbook> good = new HashMap<>();
    private final Set<Path> failing = new HashSet<>();

    /// @param read is given every system before it is on the desk
    /// @param watch is given every folder before it is read
    RunbookOpener(
            TrustFile trustFile,
            Map<String, String> environment,
            InstantSource clock,
            Consumer<Event> desk,
            Consumer<SystemBoard> read,
            Consumer<Path> watch) {
        this.trustFile = trustFile;
        this.environment = environment;
        this.clock = clock;
        this.desk = desk;
        this.read = read;
        this.watch = watch;
    }

    /// Opens a folder of the operator's own, or reads it again: bound to its environments, as far as it is trusted.
    synchronized void open(Path path) {
        watch.accept(path);
        day = today();
        List<LoadedRunbook> all = RunbookFolder.load(path, day);
        Path root = path.toAbsolutePath().normalize();
        if (all.stream().anyMatch(LoadedRunbook.Read.class::isInstance) && !roots.contains(root)) {
            roots.add(root);
        }
        for (LoadedRunbook loaded : all) {
            switch (loaded) {
                case LoadedRunbook.Failed(Path where, String reason) -> failed(where, reason);
                case LoadedRunbook.Read(Path where, Runbook runbook) -> take(where, runbook);
            }
        }
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneId.systemDefault());
    }

    /// Reads everything again when another day has begun since it was read: a review may be overdue now.
    synchronized void newDay() {
        if (!roots.isEmpty() && !today().equals(day)) {
            List.copyOf(roots).forEach(this::open);
        }
    }

    private void failed(Path where, String reason) {
        failing.add(where);
        boolean known = good.keySet().stream().anyMatch(p -> p.startsWith(where));
        desk.accept(new Event.OpenFailed(where.toString(), known ? reason + KEPT : reason));
    }

    private void take(Path where, Runbook runbook) {
        Runbook before = good.get(where);
        String broken = before == null ? "" : broken(before, runbook);
        if (!broken.isEmpty()) {
            failed(where, broken);
            return;
        }
        boolean mended = failing.remove(where);
        if (mended || !runbook.equals(before)) {
            good.put(where, runbook);
            put(where, runbook);
        }
    }

    /// The errors that the version before did not have, each with its file and line.
    private static String broken(Runbook before, Runbook now) {
        Set<String> old = before.problems().stream().map(Problem::message).collect(Collectors.toSet());
        return now.problems().stream()
                .filter(p -> p.severity() == Problem.Severity.ERROR && !old.contains(p.message()))
                .map(p -> p.origin().file() + ":" + p.origin().line() + ": " + p.message())
                .collect(Collectors.joining(" "));
    }

    private void put(Path where, Runbook runbook) {
        List<Target> targets = Targets.of(runbook, folder(where), environment);
        put(SystemBoardFactory.open(runbook, targets, 1, Approvals.of(runbook, approved(where)), clock.instant()));
    }

    private Set<String> approved(Path where) {
        try {
            return trustFile.approved(key(where));
        } catch (StoreException e) {
            desk.accept(new Event.NoticeRaised(Board.Notice.Level.ERROR, e.text()));
            return Set.of();
        }
    }

    /// What was opened with success, in order, as absolute paths.
    List<Path> roots() {
        return List.copyOf(roots);
    }

    /// Opens a bundled runbook on its practice stack. The stack is fenced in, so nothing of it needs approval.
    void practise(Runbook runbook, PracticeStack stack) {
        var steps = runbook.settings().steps();
        Target target = stack.target().asking(steps.database(), steps.prometheus());
        put(SystemBoardFactory.open(runbook, List.of(target), stack.holdFactor(), Trust.FULL, clock.instant()));
    }

    private void put(SystemBoard system) {
        read.accept(system);
        desk.accept(new Event.Opened(system));
    }

    /// The operator has approved all that waits: remembered, and what was held back until then is put on the desk.
    synchronized void approve(SystemBoard system) {
        Path source = Path.of(system.runbook().source());
        try {
            approve(new ConsoleAccess.Pending(source, system.name(), system.trust()));
        } catch (StoreException e) {
            desk.accept(new Event.NoticeRaised(Board.Notice.Level.ERROR, e.text()));
            return;
        }
        Runbook runbook = good.get(source);
        if (runbook != null) {
            put(source, runbook);
        }
    }

    /// What of a folder's systems is not approved yet.
    List<ConsoleAccess.Pending> pending(Path path) {
        return RunbookFolder.load(path).stream()
                .filter(LoadedRunbook.Read.class::isInstance)
                .map(LoadedRunbook.Read.class::cast)
                .map(r -> new ConsoleAccess.Pending(
                        r.path(), r.runbook().system(), Approvals.of(r.runbook(), trustFile.approved(key(r.path())))))
                .toList();
    }

    void approve(ConsoleAccess.Pending pending) {
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
