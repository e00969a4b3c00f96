package plantao;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import plantao.desk.Effect;
import plantao.desk.Event;
import plantao.desk.PracticeBoard;
import plantao.practice.PartStatus;
import plantao.practice.PracticeEvent;
import plantao.practice.PracticeException;
import plantao.practice.PracticeStack;
import plantao.practice.blueprint.BlueprintException;
import plantao.practice.blueprint.BlueprintReader;
import plantao.practice.blueprint.Scenario;
import plantao.runbook.Runbook;

/// Starts and runs the practice stack for the desk, on a thread of its own, and tells how it goes.
final class PracticeRoom implements AutoCloseable {
    private static final int PROOF_SECONDS = 2;

    private final Path scratch;
    private final InstantSource clock;
    private final Consumer<Event> desk;
    private final BiConsumer<Runbook, PracticeStack> started;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("practice").daemon().factory());
    private final Map<String, String> progress = new LinkedHashMap<>();
    private volatile @Nullable PracticeStack stack;
    private volatile List<PracticeBoard.Choice> choices = List.of();
    private volatile PracticeBoard board = PracticeBoard.OFF;

    /// @param started is given the stack once it runs, to open its system on it
    PracticeRoom(Path scratch, InstantSource clock, Consumer<Event> desk, BiConsumer<Runbook, PracticeStack> started) {
        this.scratch = scratch;
        this.clock = clock;
        this.desk = desk;
        this.started = started;
    }

    /// What can be practised on the stack in this folder; nothing when its description cannot be read, which its
    /// start will tell.
    static List<PracticeBoard.Scenario> scenarios(Path folder) {
        try {
            return told(new BlueprintReader().read(folder).scenarios());
        } catch (BlueprintException e) {
            return List.of();
        }
    }

    private static List<PracticeBoard.Scenario> told(List<Scenario> scenarios) {
        return scenarios.stream()
                .map(s -> new PracticeBoard.Scenario(
                        s.id(), s.title(), s.text(), s.alert(), s.playbook(), s.values(), s.byHand(), s.beyond()))
                .toList();
    }

    /// Starts the stack that this runbook's folder describes; a stack that runs goes on.
    ///
    /// @param all the systems that can be practised on
    void start(Runbook runbook, Path folder, List<PracticeBoard.Choice> all) {
        choices = all;
        thread.execute(() -> {
            if (stack != null) {
                return;
            }
            tell(new PracticeBoard(
                    PracticeBoard.State.STARTING, "", runbook.system(), List.of(), List.of(), null, null));
            try {
                Files.createDirectories(scratch);
                PracticeStack running =
                        PracticeStack.start(folder, scratch, clock.withZone(ZoneOffset.UTC), this::happened);
                stack = running;
                tell(on(runbook.system(), running, null, null));
                var _ = thread.scheduleWithFixedDelay(this::prove, PROOF_SECONDS, PROOF_SECONDS, TimeUnit.SECONDS);
                started.accept(runbook, running);
            } catch (PracticeException e) {
                failed(runbook.system(), e.getMessage());
            } catch (java.io.IOException e) {
                failed(runbook.system(), "No scratch folder for practice could be made in " + scratch + ": " + e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    void carryOut(Effect.Practice order) {
        thread.execute(() -> {
            PracticeStack running = stack;
            if (running == null) {
                return;
            }
            try {
                switch (order) {
                    case Effect.Practice.Start _ -> {}
                    case Effect.Practice.Begin begin -> {
                        running.begin(begin.scenario());
                        tell(on(board.system(), running, begin.scenario(), clock.instant()));
                    }
                    case Effect.Practice.End _ -> {
                        running.end();
                        tell(on(board.system(), running, null, null));
                    }
                }
            } catch (PracticeException e) {
                desk.accept(
                        new Event.NoticeRaised(plantao.desk.Board.Notice.Level.ERROR, String.valueOf(e.getMessage())));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    private void happened(PracticeEvent event) {
        switch (event) {
            case PracticeEvent.PartStarting p -> starting(p.part(), "starting");
            case PracticeEvent.PartReady p -> starting(p.part(), "running");
            case PracticeEvent.ProcessDied _, PracticeEvent.Acted _ -> refresh();
            case PracticeEvent.FaultBegun _, PracticeEvent.FaultEnded _, PracticeEvent.Closed _ -> {}
        }
    }

    private void starting(String part, String state) {
        if (stack != null) {
            return;
        }
        List<PracticeBoard.Part> parts;
        synchronized (progress) {
            progress.put(part, state);
            parts = progress.entrySet().stream()
                    .map(e -> new PracticeBoard.Part(e.getKey(), 0, 0, e.getValue()))
                    .toList();
        }
        PracticeBoard now = board;
        if (now.state() == PracticeBoard.State.STARTING) {
            tell(new PracticeBoard(now.state(), "", now.system(), parts, now.scenarios(), null, null));
        }
    }

    /// Brings the list of parts up to date, on the room's own thread.
    private void refresh() {
        if (thread.isShutdown()) {
            return;
        }
        thread.execute(() -> {
            PracticeStack running = stack;
            if (running != null) {
                tell(on(board.system(), running, board.scenario(), board.begun()));
            }
        });
    }

    /// Looks whether the scenario's trouble is over.
    private void prove() {
        PracticeStack running = stack;
        PracticeBoard now = board;
        if (running == null || now.scenario() == null) {
            return;
        }
        try {
            running.pass();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return;
        }
        Boolean mended = running.mended().orElse(null);
        if (!Objects.equals(mended, now.mended())) {
            tell(now.withMended(mended));
        }
    }

    private static PracticeBoard on(
            String system, PracticeStack stack, @Nullable String scenario, @Nullable Instant begun) {
        List<PracticeBoard.Part> parts = stack.describe().stream()
                .map(r -> new PracticeBoard.Part(
                        r.name(), r.pid() == null ? 0 : r.pid(), r.port() == null ? 0 : r.port(), word(r.state())))
                .toList();
        return new PracticeBoard(PracticeBoard.State.ON, "", system, parts, told(stack.scenarios()), scenario, begun);
    }

    private static String word(PartStatus.State state) {
        return state.name().toLowerCase(java.util.Locale.ROOT);
    }

    private void failed(String system, @Nullable String message) {
        tell(new PracticeBoard(
                PracticeBoard.State.FAILED, message == null ? "" : message, system, List.of(), List.of(), null, null));
    }

    private void tell(PracticeBoard next) {
        PracticeBoard whole = next.withChoices(choices);
        board = whole;
        desk.accept(new Event.PracticeChanged(whole));
    }

    @Override
    public void close() {
        thread.shutdownNow();
        PracticeStack running = stack;
        if (running != null) {
            running.close();
        }
    }
}
