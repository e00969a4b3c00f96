package plantao;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import plantao.desk.Board;
import plantao.desk.Course;
import plantao.desk.Desk;
import plantao.desk.Effect;
import plantao.desk.Event;
import plantao.journal.Entry;
import plantao.journal.SearchResult;
import plantao.playbook.DirectRunner;
import plantao.playbook.Outputs;
import plantao.playbook.ShellRunner;
import plantao.playbook.SpoolArchive;
import plantao.playbook.StepOrder;
import plantao.practice.PracticeStack;
import plantao.probe.Probers;
import plantao.runbook.ProbeSpec.Subject;
import plantao.runbook.Runbook;
import plantao.runbook.read.LoadedRunbook;
import plantao.runbook.read.RunbookFolder;
import plantao.runbook.read.RunbookFolderWatch;
import plantao.store.Folders;
import plantao.store.Ids;
import plantao.store.RingReading;
import plantao.store.TrustFile;
import plantao.values.Masking;

/// The composition root: builds every room, carries out the desk's effects and closes all in reverse order.
///
/// A console is either for real systems or for practice, from the first thing it opens on: the two have logs of
/// their own, and what was practised is never counted.
public final class Console implements AutoCloseable {
    /// What a console needs to know of the world.
    ///
    /// @param bundled the folder of the bundled runbooks
    /// @param environment this process's environment variables
    /// @param operator who sits here, until somebody starts a shift
    /// @param sharing whether others hear of what happens here: the team's log, where the settings name one, and
    /// whoever is called over a webhook
    public record Setup(
            Folders folders,
            Path bundled,
            Map<String, String> environment,
            InstantSource clock,
            String operator,
            boolean sharing) {
        public Setup(
                Folders folders, Path bundled, Map<String, String> environment, InstantSource clock, String operator) {
            this(folders, bundled, environment, clock, operator, true);
        }

        /// The same world with another folder to practise on.
        Setup practisingOn(Path folder) {
            return new Setup(folders, folder, environment, clock, operator, sharing);
        }

        /// The same world with another place for what happens: neither the log nor what waits for it is touched.
        Setup rememberingIn(Path folder) {
            Folders other =
                    new Folders(folder.resolve("data"), folders.config(), folders.cache(), folder.resolve("state"));
            return new Setup(other, bundled, environment, clock, operator, false);
        }

        /// The same world with somebody else in the chair.
        Setup as(String other) {
            return new Setup(folders, bundled, environment, clock, other, sharing);
        }
    }

    private final Setup setup;
    private final Deque<AutoCloseable> closing = new ConcurrentLinkedDeque<>();
    private final List<Consumer<Board>> listeners = new CopyOnWriteArrayList<>();
    private final Secrets secrets = new Secrets();
    private final Outputs outputs;
    private final ConsoleStorage memory;
    private final Desk desk;
    private final ProbeSchedules schedules;
    private final Runners runners;
    private final EngineLinks links;
    private final Messenger messenger;
    private final RunbookOpener opener;
    private final PracticeRoom practice;
    private final ExecutorService reading = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("opening").daemon().factory());
    private final ExecutorService searching = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("searching").daemon().factory());
    private final ExecutorService probing = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("probing").daemon().factory());
    private volatile @Nullable PracticeStack stack;

    public Console(Setup setup) {
        this.setup = setup;
        this.outputs = new Outputs(setup.environment());
        String device = Device.name(setup.folders().state(), setup.environment());
        Ids ids = new Ids(setup.clock(), new SecureRandom());
        this.memory = keep(new ConsoleStorage(setup, device, ids, this::board, this::send)); // closed after the desk
        this.desk = keep(new Desk(
                Board.empty(setup.clock().instant(), setup.operator()),
                setup.clock(),
                device,
                ids,
                secrets::mask,
                board -> listeners.forEach(l -> l.accept(board)),
                this::carryOut));
        MachineWatch lookout = new MachineWatch(setup.clock(), desk::send);
        this.schedules = keep(new ProbeSchedules(new Probers(secrets::mask), setup.clock(), lookout::send));
        ShellRunner shell = new ShellRunner(
                setup.environment(),
                setup.folders().state().resolve("output"),
                SpoolArchive.limit(setup.environment()),
                this::masking,
                setup.clock(),
                this::guard);
        DirectRunner direct = new DirectRunner(
                setup.environment(),
                setup.folders().state().resolve("output"),
                SpoolArchive.limit(setup.environment()),
                this::masking,
                setup.clock());
        this.runners = keep(new Runners(shell, direct, outputs, desk::send));
        RunbookFolderWatch folderWatch = keep(new RunbookFolderWatch(this::again));
        this.opener = new RunbookOpener(
                new TrustFile(setup.folders().config()),
                setup.environment(),
                setup.clock(),
                desk::send,
                secrets::learn,
                folderWatch::watch);
        this.practice = keep(new PracticeRoom(
                setup.folders().cache().resolve("practice"), setup.clock(), desk::send, this::stackStarted));
        ScheduledExecutorService ticking = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("tick").daemon().factory());
        var _ = ticking.scheduleAtFixedRate(lookout::tick, 1, 1, TimeUnit.SECONDS);
        // what is more than 30 days ago falls off
        var _ = ticking.scheduleAtFixedRate(() -> board().systems().forEach(memory::recall), 1, 1, TimeUnit.HOURS);
        var _ = ticking.scheduleAtFixedRate(() -> reading.execute(opener::newDay), 1, 1, TimeUnit.MINUTES);
        SpoolArchive.begin(setup.folders().state().resolve("output"), setup.clock());
        closing.push(ticking::shutdownNow);
        keep(new ChangesCommand(setup.environment(), setup.clock(), desk::board, desk::send));
        this.links = keep(new EngineLinks(setup.environment(), desk::board, desk::send));
        this.messenger = keep(new Messenger(
                setup.environment(), setup.clock(), secrets::learn, desk::send, Messenger.Patience.USUAL));
        closing.push(reading::shutdownNow);
        closing.push(probing::shutdownNow);
        closing.push(searching::shutdownNow);
    }

    /// The secrets of a step, which from now on are taken out of everything.
    private Masking masking(StepOrder order) {
        secrets.learn(order.masking());
        return order.masking();
    }

    private <C extends AutoCloseable> C keep(C part) {
        closing.push(part);
        return part;
    }

    public Board board() {
        return desk.board();
    }

    public Outputs outputs() {
        return outputs;
    }

    /// Where the log and the exported documents lie: apart for practice.
    public Path data() {
        return memory.data();
    }

    /// Whether this console is for practice.
    public boolean practising() {
        return memory.practising();
    }

    /// The folders and files that were opened, in order, as absolute paths.
    public List<Path> opened() {
        return opener.roots();
    }

    public void send(Event event) {
        desk.send(event);
    }

    /// Adds somebody who is given the present board and every one after it, on the desk's thread; must return at
    /// once.
    public void listen(Consumer<Board> listener) {
        listeners.add(listener);
        desk.show(listener);
    }

    /// A text without the secrets this console knows of.
    String mask(String text) {
        return secrets.mask(text);
    }

    /// What of a folder is not approved yet.
    RunbookOpener opener() {
        return opener;
    }

    /// One of the desk's effects; returns at once.
    private void carryOut(Effect effect) {
        switch (effect) {
            case Effect.Append append -> memory.log().append(append.entry());
            case Effect.FetchEntries recall -> reading.execute(() -> memory.recall(recall));
            case Effect.StartStep step -> runners.start(step.system(), step.order());
            case Effect.CancelStep step -> runners.cancel(step.order().run());
            case Effect.StopLeft left -> outputs.of(left.run(), left.step()).stopLeft();
            case Effect.KeepSecret secret -> secrets.learn(Masking.of(List.of(secret.value())));
            case Effect.KeepText text -> reading.execute(() -> RunTextStore.keep(data(), text));
            case Effect.FindText text ->
                reading.execute(() -> RunTextStore.find(data(), text.hash())
                        .ifPresent(then -> desk.send(new Event.RunTextFound(text.system(), text.run(), then))));
            case Effect.EndSession session -> runners.end(session.run());
            case Effect.ProbeNow probe -> schedules.now(probe.system(), probe.subject());
            case Effect.WriteFile file -> reading.execute(() -> desk.send(DocumentFiles.write(data(), file)));
            case Effect.Open open ->
                reading.execute(() -> {
                    open(Path.of(open.path()));
                    memory.log(); // what was kept of earlier days belongs on the board too
                });
            case Effect.Probe probe -> {
                probing.execute(() -> schedules.probe(probe.system()));
                memory.recall(probe.system());
            }
            case Effect.StoreReading(RingReading measured) -> memory.keep(measured);
            case Effect.SilenceInEngine silence -> links.silence(silence);
            case Effect.LiftSilenceInEngine lift -> links.lift(lift);
            case Effect.PostCall call -> {
                if (setup.sharing()) {
                    links.call(call);
                }
            }
            case Effect.Post post -> messenger.post(post);
            case Effect.OpenAddress address ->
                reading.execute(() -> Editor.open(address, setup.environment(), desk::send));
            case Effect.Edit edit -> reading.execute(() -> Editor.open(edit, setup.environment(), desk::send));
            case Effect.TellPresence open -> memory.attend(open);
            case Effect.ShareLog share -> reading.execute(() -> memory.share(share.url()));
            case Effect.Approve approve -> reading.execute(() -> opener.approve(approve.system()));
            case Effect.Practice.Start start -> reading.execute(() -> practise(start.folder()));
            case Effect.Practice order -> practice.carryOut(order);
        }
    }

    /// Looks into the whole log; returns at once.
    ///
    /// @param found is given what there is, on another thread
    void find(String typed, int most, Consumer<SearchResult> found) {
        searching.execute(() -> found.accept(memory.find(typed, most)));
    }

    /// Gives what figures are counted from; returns at once.
    ///
    /// @param found is given it, on another thread
    void counted(Instant from, Consumer<List<Entry>> found) {
        searching.execute(() -> memory.counted(from).ifPresent(found));
    }

    /// Gives a figure's last day and month; returns at once.
    ///
    /// @param found is given them, on another thread
    void course(String system, Subject of, String subject, Consumer<Course> found) {
        board().system(system).ifPresent(s -> memory.course(s, of, subject, found));
    }

    /// Lets the board say which folders will be opened; returns when it does.
    void announce(List<Path> paths) {
        memory.expect();
        paths.forEach(path -> desk.send(new Event.Opening(path.toString(), true)));
        desk.settle();
    }

    /// Opens folders of the operator's own, in the order given; returns when all are on the desk or have failed.
    public void open(List<Path> paths) {
        read(paths);
        remember();
    }

    /// The same without the log: what was kept comes onto the board with [#remember()], or with the first entry.
    void read(List<Path> paths) {
        paths.forEach(this::open);
        desk.settle();
    }

    /// Opens the log, in the background.
    void remember() {
        memory.log();
    }

    private void open(Path path) {
        memory.expect();
        desk.send(new Event.Opening(path.toString(), true));
        try {
            opener.open(path);
        } finally {
            desk.send(new Event.Opening(path.toString(), false));
        }
    }

    /// Reads the bundled runbooks and starts the practice stack of the wanted one, else of the one with most to
    /// practise, the first of equals.
    private void practise(@Nullable String folder) {
        if (!memory.practising() && !board().systems().isEmpty()) {
            desk.send(new Event.NoticeRaised(
                    Board.Notice.Level.WARNING,
                    "Practice has a log and a window of its own, so that this one goes on watching: start "
                            + "`packaging/plantao` without a folder."));
            return;
        }
        memory.practise();
        memory.expect();
        memory.log();
        List<LoadedRunbook> bundled = RunbookFolder.load(setup.bundled());
        for (LoadedRunbook loaded : bundled) {
            if (loaded instanceof LoadedRunbook.Failed(Path path, String reason)) {
                desk.send(new Event.OpenFailed(path.toString(), reason));
            }
        }
        PracticeChoice choice = PracticeChoice.of(bundled, folder);
        if (choice != null) {
            practice.start(choice.runbook(), choice.stack(), choice.all());
            return;
        }
        desk.send(new Event.OpenFailed(
                setup.bundled().toString(), "No runbook there has a practice folder (`practice:` in console.yaml)."));
    }

    /// A folder that is open may have changed.
    private void again(Path root) {
        if (!reading.isShutdown()) {
            reading.execute(() -> opener.open(root));
        }
    }

    private void stackStarted(Runbook runbook, PracticeStack started) {
        stack = started;
        opener.practise(runbook, started);
    }

    /// Steps of the practice end with its stack, however that ends.
    private void guard(long pid) {
        PracticeStack running = stack;
        if (running != null) {
            running.guard(pid);
        }
    }

    /// Ends everything, the last thing built first.
    @Override
    public void close() {
        while (!closing.isEmpty()) {
            try {
                closing.pop().close();
            } catch (Exception e) {
                System.getLogger(Console.class.getName()).log(System.Logger.Level.WARNING, "Closing failed", e);
            }
        }
    }
}
