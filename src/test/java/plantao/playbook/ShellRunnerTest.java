package plantao.playbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plantao.playbook.StepResult.Cancelled;
import plantao.playbook.StepResult.Exited;
import plantao.playbook.StepResult.NotStarted;
import plantao.playbook.StepResult.TimedOut;
import plantao.values.Masking;
import plantao.values.Place;

/// Against the real bash.
final class ShellRunnerTest {
    private static final Duration LONG = Duration.ofMinutes(1);

    @TempDir
    Path folder;

    private final List<Long> pids = Collections.synchronizedList(new ArrayList<>());
    private final Output output = new Output();
    private ShellRunner runner;

    @AfterEach
    void close() {
        if (runner != null) {
            runner.close();
        }
    }

    private ShellRunner runner() {
        return runner(System.getenv("PATH"), 100L << 20);
    }

    private ShellRunner runner(String path, long limit) {
        runner = new ShellRunner(
                Map.of("PATH", path),
                folder.resolve("spool"),
                limit,
                _ -> Masking.of(List.of("hunter22")),
                InstantSource.system(),
                pids::add);
        return runner;
    }

    private StepOrder order(String script, Duration timeout, Map<String, String> environment) {
        return new StepOrder(UUID.randomUUID(), 0, script, environment, place(Map.of(), true), timeout);
    }

    private Place place(Map<String, String> environment, boolean inherits) {
        return new Place("test", folder, inherits, environment, null);
    }

    private StepResult run(String script) throws Exception {
        return run(order(script, LONG, Map.of()));
    }

    private StepResult run(StepOrder order) throws Exception {
        CompletableFuture<StepResult> result = new CompletableFuture<>();
        (runner == null ? runner() : runner).start(order, output, result::complete);
        return result.get(60, TimeUnit.SECONDS);
    }

    private String printed() {
        return output.tail(Output.KEPT).stream().map(Output.Line::text).collect(Collectors.joining("\n"));
    }

    /// Waits until `file` exists, so that a step is known to have come that far.
    private void await(Path file) throws Exception {
        until(() -> Files.exists(file));
    }

    private void until(java.util.concurrent.Callable<Boolean> condition) throws Exception {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (!condition.call()) {
            assertThat(System.nanoTime()).isLessThan(deadline);
            Thread.sleep(10);
        }
    }

    /// How many processes the only session has: its first shell, and one more for each step that came to its end.
    private int members() {
        return new ShellSystem(System.getenv("PATH")).members(pids.getFirst()).size();
    }

    @Test
    void givesStatusAndOutputOfBothStreams() throws Exception {
        assertThat(run("echo out; echo err >&2; (exit 7)"))
                .isInstanceOfSatisfying(
                        Exited.class, e -> assertThat(e.status()).isEqualTo(7));
        assertThat(output.tail(9)).extracting(Output.Line::text).startsWith("out", "err");
    }

    @Test
    void stopsAtTheFirstFailureAndSaysWhich() throws Exception {
        assertThat(run("echo one\ncd /no/such/folder\ntouch hit"))
                .matches(r -> r instanceof Exited e && e.status() == 1 && e.line() == 2);
        assertThat(printed()).contains("one", "stopped at line 2 (exit 1): cd /no/such/folder");
        assertThat(folder.resolve("hit")).doesNotExist();
    }

    @Test
    void runsNothingOfAStepItCannotRead() throws Exception {
        assertThat(run("touch hit\nif then")).isInstanceOf(NotStarted.class);
        assertThat(folder.resolve("hit")).doesNotExist();
        assertThat(printed()).contains("syntax error");
    }

    @Test
    void takesNothingFoundAsAnAnswer() throws Exception {
        assertThat(run("echo a > f; grep b f; diff f /dev/null; cat f | grep b").good())
                .isTrue();
        assertThat(run("grep b f; echo went-on; grep b /no/such; echo not-reached"))
                .matches(r -> r instanceof Exited e && e.status() == 2);
        assertThat(printed()).contains("went-on").doesNotContain("not-reached\n");
    }

    @Test
    void keepsBashsOwnSenseOfFailure() throws Exception {
        assertThat(
                        run("if false; then :; fi; false || true; ! true; false | cat; [ 1 = 2 ] || echo ok; f() { false; echo in-f; }; f || true")
                                .good())
                .isTrue();
        assertThat(printed()).contains("ok", "in-f");
    }

    @Test
    void handsValuesOverByEnvironmentUnchanged() throws Exception {
        Map<String, String> values = Map.of("A", "ação ✓\n'\"$(touch hit)`; x", "B", "", "UID", "0", "not a name", "x");
        StepOrder order = new StepOrder(
                UUID.randomUUID(),
                0,
                "printf '<%s>' \"$A\" \"$B\" \"$C\"",
                values,
                place(Map.of("C", "é", "PATH", System.getenv("PATH")), false),
                LONG);

        assertThat(run(order).good()).isTrue();
        assertThat(printed()).isEqualTo("<ação ✓\n'\"$(touch hit)`; x><><é>");
        assertThat(folder.resolve("hit")).doesNotExist();
        assertThat(order.toString()).doesNotContain("touch");
    }

    @Test
    void keepsTheConsolesEnvironmentOutOfAClosedPlaceAndTheHistoryOff() throws Exception {
        StepOrder order = new StepOrder(
                UUID.randomUUID(),
                0,
                "echo \"[$HOME][${HISTFILE-unset}][${LANG-}]\"; set -o | grep -c history",
                Map.of(),
                place(Map.of("PATH", System.getenv("PATH")), false),
                LONG);

        run(order);
        assertThat(printed()).startsWith("[][unset][]");
    }

    @Test
    void putsNoValueIntoTheArgumentsOfAProcess() throws Exception {
        run(order(
                "tr '\\0' ' ' < /proc/$$/cmdline; tr '\\0' ' ' < /proc/$PPID/cmdline",
                LONG,
                Map.of("S", "canary-value")));
        assertThat(printed()).isNotEmpty().doesNotContain("canary-value");
    }

    @Test
    void isTheLeaderOfItsOwnGroup() throws Exception {
        run("echo $$ $(ps -o pgid= -o sid= -p $$)");
        long pid = pids.getFirst();
        assertThat(printed().trim().split("\\s+")).containsOnly(Long.toString(pid));
    }

    @Test
    void stopsTheWholeGroupWhenTheTimeIsOver() throws Exception {
        assertThat(run(order("trap '' TERM INT; sleep 300 & sleep 300; sleep 300", Duration.ofMillis(300), Map.of())))
                .isInstanceOf(TimedOut.class);
        assertThat(members()).isBetween(1, 2);
    }

    @Test
    void cancelInterruptsFirst() throws Exception {
        CompletableFuture<StepResult> result = new CompletableFuture<>();
        RunningStep step = runner().start(
                        order("trap 'echo bye; exit 3' INT; touch ready; while :; do sleep 0.05; done", LONG, Map.of()),
                        output,
                        result::complete);
        await(folder.resolve("ready"));
        step.cancel();
        step.cancel();

        assertThat(result.get(30, TimeUnit.SECONDS)).isInstanceOf(Cancelled.class);
        assertThat(printed()).contains("bye");
        assertThat(members()).isEqualTo(1);
    }

    @Test
    void cancelEndsWhatIgnoresEverything() throws Exception {
        CompletableFuture<StepResult> result = new CompletableFuture<>();
        RunningStep step = runner().start(
                        order(
                                "trap '' INT TERM; (trap '' INT TERM; sleep 300) & touch ready; sleep 300; sleep 300",
                                LONG,
                                Map.of()),
                        output,
                        result::complete);
        await(folder.resolve("ready"));
        step.cancel();

        assertThat(result.get(30, TimeUnit.SECONDS)).isInstanceOf(Cancelled.class);
        assertThat(members()).isBetween(1, 2);
    }

    @Test
    void aBackgroundChildDoesNotHoldTheStepAndGoesOn() throws Exception {
        StepResult result = run(
                "(until [ -e go ]; do sleep 0.05; done; echo late; sleep 0.3; echo later; sleep 0.3; echo last; touch gone) & echo started");

        assertThat(result.good()).isTrue();
        assertThat(printed()).contains("started", "still runs in the background");
        assertThat(members()).isGreaterThan(2);
        Files.createFile(folder.resolve("go"));
        await(folder.resolve("gone"));
        until(() -> printed().contains("late\nlater\nlast"));
        until(() -> members() == 2);
    }

    @Test
    void whatHasLeftTheSessionIsToldAndCanBeStopped() throws Exception {
        assertThat(
                        run("setsid -f sh -c 'echo $$ > pid; exec sleep 307' > /dev/null 2>&1; until [ -s pid ]; do sleep 0.02; done")
                                .good())
                .isTrue();
        long pid = Long.parseLong(Files.readString(folder.resolve("pid")).strip());
        assertThat(printed()).contains("still runs in the background: process " + pid + ", sleep 307");

        assertThat(Objects.requireNonNull(output.left()).processes()).containsExactly(pid + " sleep 307");
        output.stopLeft();
        assertThat(output.left()).as("stopped once").isNull();
        until(() -> ProcessHandle.of(pid).isEmpty());
        until(() -> printed().contains("was stopped"));
    }

    @Test
    void whatHasLeftTheSessionOfAStoppedStepIsToldToo() throws Exception {
        CompletableFuture<StepResult> result = new CompletableFuture<>();
        RunningStep step = runner().start(
                        order("setsid -f sleep 308 > /dev/null 2>&1; touch ready; sleep 300", LONG, Map.of()),
                        output,
                        result::complete);
        await(folder.resolve("ready"));
        step.cancel();

        assertThat(result.get(30, TimeUnit.SECONDS)).isInstanceOf(Cancelled.class);
        assertThat(printed()).contains(", sleep 308");
        output.stopLeft();
        until(() -> printed().contains("was stopped"));
    }

    @Test
    void closingStopsWhatIsLeftInTheBackground() throws Exception {
        assertThat(run("trap '' TERM HUP; sleep 300 & echo started").good()).isTrue();
        runner.close();
        until(() -> members() == 0);
    }

    @Test
    void cancelBehindTheEndStopsWhatIsLeft() throws Exception {
        CompletableFuture<StepResult> result = new CompletableFuture<>();
        RunningStep step = runner().start(order("sleep 300 & echo started", LONG, Map.of()), output, result::complete);
        assertThat(result.get(30, TimeUnit.SECONDS).good()).isTrue();
        assertThat(members()).isEqualTo(3);
        step.cancel();
        until(() -> members() == 2);
    }

    @Test
    void saysWhatIsMissing() throws Exception {
        runner("/no/such/folder", 1 << 20);
        assertThat(run("true"))
                .isInstanceOfSatisfying(
                        NotStarted.class, n -> assertThat(n.reason()).contains("bash", "Install"));
        runner.close();
        runner();
        StepOrder lost = new StepOrder(
                UUID.randomUUID(),
                0,
                "true",
                Map.of(),
                new Place("here", folder.resolve("gone"), true, Map.of(), null),
                LONG);
        assertThat(run(lost))
                .isInstanceOfSatisfying(
                        NotStarted.class, n -> assertThat(n.reason()).contains("gone", "Make it"));
    }

    @Test
    void refusesMoreThanItHasRoomFor() throws Exception {
        runner();
        CountDownLatch ended = new CountDownLatch(ShellRunner.MOST + 1);
        BlockingQueue<StepResult> results = new LinkedBlockingQueue<>();
        List<RunningStep> steps = new ArrayList<>();
        for (int i = 0; i <= ShellRunner.MOST; i++) {
            steps.add(runner.start(order("sleep 300", LONG, Map.of()), new Output(), result -> {
                results.add(result);
                ended.countDown();
            }));
        }
        // They start side by side: whichever comes last is refused.
        assertThat(results.poll(30, TimeUnit.SECONDS)).isInstanceOf(NotStarted.class);
        assertThat(results).isEmpty();
        steps.forEach(RunningStep::cancel);
        assertThat(ended.await(30, TimeUnit.SECONDS)).isTrue();
        until(() -> run("true").good());
    }

    @Test
    void keepsTheWholeOutputMaskedForItsOwnerOnly() throws Exception {
        CompletableFuture<StepResult> result = new CompletableFuture<>();
        RunningStep step = runner().start(
                        order(
                                "for i in {1..5000}; do echo line $i; done; echo \"key $K\" $(printf %s \"$K\" | base64); echo end",
                                LONG, Map.of("K", "hunter22")),
                        output,
                        result::complete);
        result.get(30, TimeUnit.SECONDS);

        Path spool = step.spool().orElseThrow();
        assertThat(Files.readAllLines(spool)).hasSize(5002).contains("line 1", "key •••••••• ••••••••", "end");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(spool)))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(spool.getParent())))
                .isEqualTo("rwx------");
        assertThat(step.excerpt(2)).isEqualTo("key •••••••• ••••••••\nend");
        assertThat(output.lines()).isEqualTo(5002);
    }

    @Test
    void endsTheSpoolAtItsLimitNotTheStep() throws Exception {
        runner(System.getenv("PATH"), 1 << 20);
        assertThat(run("head -c 3000000 /dev/zero | tr '\\0' x | fold -w 2000; echo end")
                        .good())
                .isTrue();
        assertThat(printed()).contains("Only the first 1 MB", "end");
        try (var files = Files.list(folder.resolve("spool"))) {
            assertThat(files.mapToLong(f -> f.toFile().length()).max().orElse(0))
                    .isBetween(1_000_000L, 1_100_000L);
        }
    }

    @Test
    void keepsOneEndlessLineInBoundsAndWholeInTheSpool() throws Exception {
        assertThat(run("head -c 1000000 /dev/zero | tr '\\0' x").good()).isTrue();
        assertThat(output.tail(1).getFirst().text().length()).isBetween(LineText.LONGEST, LineText.LONGEST + 20);
        try (var files = Files.list(folder.resolve("spool"))) {
            assertThat(files.mapToLong(f -> f.toFile().length()).max().orElse(0))
                    .isEqualTo(1_000_001);
        }
    }

    @Test
    void aSlowReaderSlowsTheStepAndLosesNothing() throws Exception {
        CountDownLatch gate = new CountDownLatch(1);
        output.listen(() -> {
            try {
                gate.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        CompletableFuture<StepResult> result = new CompletableFuture<>();
        runner().start(order("seq 200000; echo x >&2", LONG, Map.of()), output, result::complete);
        until(() -> output.lines() > 0);
        assertThat(result).isNotDone();
        gate.countDown();

        assertThat(result.get(60, TimeUnit.SECONDS).good()).isTrue();
        assertThat(output.lines()).isEqualTo(200_001);
    }

    @Test
    void survivesBinaryOutput() throws Exception {
        assertThat(run("head -c 300000 /dev/urandom; printf '\\n\\377\\033]0;title\\007end\\n'")
                        .good())
                .isTrue();
        assertThat(printed()).endsWith("\uFFFDend").doesNotContain("title", "\u001b");
    }

    @Test
    void goesOnWithoutASpool() throws Exception {
        Files.writeString(folder.resolve("spool"), "a file where the folder should be", StandardCharsets.UTF_8);
        assertThat(run("echo fine").good()).isTrue();
        assertThat(printed()).contains("can't be kept", "fine");
    }

    @Test
    void leavesNoFileWithTheScriptBehind() throws IOException, Exception {
        run("echo very-particular-canary; ls -A");
        try (var files = Files.walk(folder)) {
            assertThat(files.filter(Files::isRegularFile)).hasSize(1);
        }
    }

    @Test
    void waitsForNobodyWhenNothingIsCancelled() throws InterruptedException, TimeoutException, Exception {
        RunningStep step = runner().start(order("true", LONG, Map.of()), output, _ -> {});
        until(() -> !step.spool().isEmpty());
        runner.close();
        assertThat(step.excerpt(3)).isEmpty();
    }

    @Test
    void aPromptIsSeenBeforeItsLineEndsAndAPasswordIsNot() throws Exception {
        CompletableFuture<StepResult> result = new CompletableFuture<>();
        runner().start(
                        order(
                                "read -p 'name? ' n; read -s -p 'key for hunter22 of '$n' ' k; echo; echo \"${#k} letters\"",
                                LONG,
                                Map.of()),
                        output,
                        result::complete);
        until(() -> output.unfinished().equals("name? "));
        assertThat(output.hidden()).isFalse();
        output.type("ana\n");
        until(() -> output.unfinished().contains("of ana"));
        assertThat(output.unfinished()).doesNotContain("hunter22");
        until(output::hidden);
        output.type("open sesame\n");

        assertThat(result.get(30, TimeUnit.SECONDS)).isInstanceOf(Exited.class);
        assertThat(printed()).contains("11 letters").doesNotContain("sesame");
        assertThat(output.unfinished()).isEmpty();
        assertThat(output.hidden()).isFalse();
        try (var spools = Files.list(folder.resolve("spool"))) {
            assertThat(Files.readString(spools.findFirst().orElseThrow())).doesNotContain("sesame");
        }
    }
}
