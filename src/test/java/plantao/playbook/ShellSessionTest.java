package plantao.playbook;

import static org.assertj.core.api.Assertions.assertThat;
import static plantao.playbook.ShellBench.until;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import plantao.playbook.StepResult.Cancelled;
import plantao.playbook.StepResult.Exited;
import plantao.playbook.StepResult.NotStarted;

/// One shell for all steps of a run, against the real bash on a real terminal.
final class ShellSessionTest extends OnAShell {
    private static void assertStatus(StepResult result, int status) {
        assertThat(result)
                .isInstanceOfSatisfying(
                        Exited.class, e -> assertThat(e.status()).isEqualTo(status));
    }

    @Test
    void whatAStepSetsIsThereForTheNext() throws Exception {
        assertThat(bench.run(
                                "mkdir deep; cd deep; export A=1; b=2; declare -A m=([k]=v); f() { echo \"in f $1\"; }; umask 077")
                        .good())
                .isTrue();
        assertThat(bench.run("pwd; echo $A $b ${m[k]}; f x; umask; bash -c 'echo child $A'")
                        .good())
                .isTrue();
        assertThat(bench.printed()).isEqualTo(folder.resolve("deep").toRealPath() + "\n1 2 v\nin f x\n0077\nchild 1");
        assertThat(bench.pids).hasSize(1);
    }

    @Test
    void anotherRunHasAnotherShell() throws Exception {
        bench.run("cd /; export A=1");
        assertThat(bench.start(bench.order(UUID.randomUUID(), "echo \"[$A]\"; pwd", Map.of()))
                        .end()
                        .good())
                .isTrue();
        assertThat(bench.printed()).isEqualTo("[]\n" + folder.toRealPath());
        bench.run("echo \"[$A]\"");
        assertThat(bench.printed()).isEqualTo("[1]");
    }

    @Test
    void aValueGivenForOneStepIsNotThereForTheNext() throws Exception {
        bench.run(
                "export KEPT=old; echo $V $KEPT $CHANGED; CHANGED=mine",
                Map.of("V", "v", "KEPT", "new", "CHANGED", "c"));
        assertThat(bench.printed()).isEqualTo("v old c");
        bench.run("echo \"[$V][$KEPT][$CHANGED]\"; export V=before");
        assertThat(bench.printed()).isEqualTo("[][old][mine]");
        bench.run("echo $V", Map.of("V", "given"));
        bench.run("echo $V");
        assertThat(bench.printed()).isEqualTo("before");
    }

    @Test
    void aFailedStepKeepsWhatItSetAndTheNextOneRuns() throws Exception {
        assertStatus(
                bench.run("cd /\nf() { local inner=1; export A=2; ls /no/such; }\n\nf\ntouch " + folder + "/hit"), 2);
        assertThat(bench.printed()).contains("stopped at line 4 (exit 2): ls /no/such");
        assertThat(folder.resolve("hit")).doesNotExist();
        assertStatus(bench.run("pwd; echo $A\nfalse\necho no"), 1);
        assertThat(bench.printed())
                .startsWith("/\n2\n")
                .contains("stopped at line 2")
                .doesNotContain("no\n");
        assertThat(bench.run("echo fine; declare -f f | head -1").good()).isTrue();
        assertThat(bench.printed()).startsWith("fine\nf ()");
        assertThat(bench.pids).hasSize(1);
    }

    @Test
    void optionsOfOneStepNeitherEndTheSessionNorReachTheNext() throws Exception {
        bench.run("cd /; export A=1");
        assertThat(bench.run("set -euo pipefail; cd /tmp; grep x /dev/null; echo went-on")
                        .good())
                .isTrue();
        assertThat(bench.printed()).isEqualTo("went-on");
        assertStatus(bench.run("set -eu\ncd /usr\necho \"$unknown\"\necho no"), 1);
        assertThat(bench.printed())
                .contains("unbound variable", "as they were before it")
                .doesNotContain("no\n");
        assertThat(bench.run("echo \"[$unknown]\"; pwd; echo $A").good()).isTrue();
        assertThat(bench.printed()).isEqualTo("[]\n/tmp\n1");
        assertStatus(bench.run(": \"${unknown:?is missing}\"; echo no"), 1);
        assertThat(bench.run("set -x; set -n").good()).isTrue();
        assertThat(bench.run("pwd").good()).isTrue();
        assertThat(bench.printed()).isEqualTo("/tmp");
    }

    @Test
    void aStepThatEndsItsShellIsToldAndUndone() throws Exception {
        bench.run("cd /; export A=1");
        assertStatus(bench.run("cd /tmp; A=2; exit 4"), 4);
        assertThat(bench.printed()).contains("ended its own shell (exit 4)");
        assertStatus(bench.run("cd /tmp; exec sh -c 'echo other; exit 3'"), 3);
        assertThat(bench.printed()).contains("other", "ended its own shell (exit 3)");
        assertStatus(bench.run("kill -9 $BASHPID"), 137);
        assertThat(bench.run("pwd; echo $A").good()).isTrue();
        assertThat(bench.printed()).isEqualTo("/\n1");
        assertThat(bench.pids).hasSize(1);
    }

    @Test
    void aLostSessionIsToldAndOpenedAgain() throws Exception {
        bench.run("cd /; export A=1");
        assertStatus(bench.run("echo last words; kill -9 $$; sleep 300"), 137);
        assertThat(bench.printed()).contains("last words", "the shell of this run was lost");
        assertThat(bench.run("pwd; echo \"[$A]\"").good()).isTrue();
        assertThat(bench.printed())
                .isEqualTo("— a new session: cd, exports and functions of earlier steps are gone\n"
                        + folder.toRealPath() + "\n[]");
        bench.run("true");
        assertThat(bench.printed()).isEmpty();
    }

    @Test
    void aShellLostBetweenStepsIsTold() throws Exception {
        bench.run("export A=1");
        bench.run("export A=2; echo $BASHPID");
        long shell = Long.parseLong(bench.printed());
        bench.system.signal(shell, ShellSystem.Signal.KILL);
        until(() -> bench.members() == 2);
        assertThat(bench.run("echo $A").good()).isTrue();
        assertThat(bench.printed()).contains("what the last steps set is gone").endsWith("\n1");
    }

    @Test
    void readsWhatIsTypedAndNothingElse() throws Exception {
        ShellBench.Started step = bench.start("read -p 'sure? ' x; echo \"got $x\"; cat; echo after");
        until(() -> bench.output.listens());
        bench.output.type("yes\n");
        bench.output.type("one\n");
        until(() -> bench.printed().contains("one"));
        bench.output.type("\u0004");
        assertThat(step.end().good()).isTrue();
        assertThat(bench.printed()).contains("got yes", "one", "after");
        assertThat(bench.output.listens()).isFalse();
        bench.output.type("lost\n");
        assertThat(bench.run("echo next").good()).isTrue();
        assertThat(bench.printed()).isEqualTo("next");
    }

    @Test
    void aPasswordThatIsTypedIsNotShown() throws Exception {
        ShellBench.Started step = bench.start("read -s -p 'Password: ' x; touch ready; echo \"${#x} letters\"");
        until(() -> bench.output.listens());
        // Only once the terminal's echo is off, as a person sees the question first.
        until(() -> isReading());
        bench.output.type("s3cret-typed\n");
        assertThat(step.end().good()).isTrue();
        assertThat(bench.printed()).contains("12 letters").doesNotContain("s3cret");
    }

    private boolean isReading() throws Exception {
        String name = Files.readSymbolicLink(Path.of("/proc/" + bench.pids.getLast() + "/fd/1"))
                .toString();
        Process stty = new ProcessBuilder("stty", "-F", name, "-a").start();
        return new String(stty.getInputStream().readAllBytes(), StandardCharsets.UTF_8).contains("-echo ");
    }

    @Test
    void controlCEndsTheStepAsInATerminal() throws Exception {
        bench.run("export A=1");
        ShellBench.Started step = bench.start("touch ready; sleep 300; echo no");
        until(() -> Files.exists(folder.resolve("ready")));
        // As in any terminal, one that comes while a program is just ending well is that program's.
        until(() -> {
            bench.output.type("\u0003");
            return step.result().isDone();
        });
        assertStatus(step.end(), 130);
        assertThat(bench.run("echo $A").good()).isTrue();
        assertThat(bench.printed()).isEqualTo("1");
    }

    @Test
    void aNestedShellTakesLinesAndGivesTheTerminalBack() throws Exception {
        ShellBench.Started step = bench.start("PS1='nested> ' bash --noprofile --norc -i; echo back");
        until(() -> bench.printed().contains("nested>") || bench.output.listens());
        bench.output.type("echo $((6 * 7))\nexit\n");
        assertThat(step.end().good()).isTrue();
        assertThat(bench.printed()).contains("42", "back");
        ShellBench.Started reads = bench.start("read x; echo \"got $x\"");
        until(() -> bench.output.listens());
        bench.output.type("it\n");
        assertThat(reads.end().good()).isTrue();
        assertThat(bench.printed()).endsWith("got it");
    }

    @Test
    void aNestedShellThatIsStoppedLeavesATerminalThatCanBeRead() throws Exception {
        ShellBench.Started step = bench.start(
                "bash --noprofile --norc -i -c 'trap \"\" INT TERM HUP; touch ready; sleep 300; sleep 300'");
        until(() -> Files.exists(folder.resolve("ready")));
        step.step().cancel();
        assertThat(step.end()).isInstanceOf(Cancelled.class);
        ShellBench.Started reads = bench.start("read x; echo \"got $x\"");
        until(() -> bench.output.listens());
        bench.output.type("it\n");
        assertThat(reads.end().good()).isTrue();
        assertThat(bench.printed()).endsWith("got it");
    }

    @Test
    void forgedMarksEndNothing() throws Exception {
        assertThat(bench.run(
                                "printf '\\033]133;D;0\\007'; declare -p | grep -a __plantao > seen; while read -r l; do printf"
                                        + " '\\033]133;D;%s\\007' \"$l\"; done < seen; sleep 0.2; echo still here")
                        .good())
                .isTrue();
        assertThat(bench.printed()).isEqualTo("still here");
    }

    @Test
    void stoppingAStepLeavesWhatAnEarlierOneStarted() throws Exception {
        bench.run("sleep 300 & echo $!");
        long earlier = Long.parseLong(bench.printed().lines().findFirst().orElseThrow());
        ShellBench.Started step = bench.start("sleep 300 & touch ready; sleep 300");
        until(() -> Files.exists(folder.resolve("ready")));
        step.step().cancel();
        assertThat(step.end()).isInstanceOf(Cancelled.class);
        // The session, what the earlier step started and, unless it had to go too, the shell that runs the steps.
        until(() -> bench.system.members(bench.pids.getLast()).size() <= 3);
        assertThat(bench.system.members(bench.pids.getLast())).containsKey(earlier);
        bench.runner.end(bench.run);
        until(() -> bench.members() == 0);
    }

    @Test
    void theLastBytesArrive() throws Exception {
        assertStatus(bench.run("seq 100000; exit 9"), 9);
        assertThat(bench.output.lines()).isEqualTo(100_001);
        assertStatus(bench.run("seq 100000; exec sh -c 'printf end; exit 1'"), 1);
        assertThat(bench.output.lines()).isEqualTo(100_002);
        assertStatus(bench.run("seq 100000; printf end; kill -9 $$; exit"), 137);
        assertThat(bench.output.tail(2).getFirst().text()).isEqualTo("end");
        assertThat(bench.output.lines()).isEqualTo(100_002);
    }

    @Test
    void pipesAndBackgroundWorkOfAStepAreItsOwn() throws Exception {
        assertThat(bench.run(
                                "mkfifo p; (echo through; echo twice) > p & cat p; wait; cat <(echo substituted); echo t | tee >(cat >&2) >/dev/null; sleep 0.1")
                        .good())
                .isTrue();
        assertThat(bench.printed()).startsWith("through\ntwice\nsubstituted\nt").doesNotContain("background");
        assertThat(bench.run("exec >/dev/null 2>&1; echo hidden").good()).isTrue();
        assertThat(bench.run("echo shown").good()).isTrue();
        assertThat(bench.printed()).isEqualTo("shown");
    }

    @Test
    void programsSeeATerminalWithoutAPager() throws Exception {
        bench.run(
                "[ -t 0 ] && [ -t 1 ] && [ -t 2 ] && echo terminal; echo $TERM $PAGER $GIT_PAGER [$SYSTEMD_PAGER]; stty size");
        assertThat(bench.printed()).isEqualTo("terminal\nxterm-256color cat cat []\n40 120");
    }

    @Test
    void aStepWithoutATimeLimitRunsUntilItIsStopped() throws Exception {
        StepOrder order = bench.order(bench.run, "touch ready; while :; do sleep 0.1; done", Map.of());
        ShellBench.Started step = bench.start(
                new StepOrder(order.run(), 0, order.script(), Map.of(), order.place(), java.time.Duration.ZERO));
        until(() -> Files.exists(folder.resolve("ready")));
        assertThat(step.result()).isNotDone();
        step.step().cancel();
        assertThat(step.end()).isInstanceOf(Cancelled.class);
    }

    @Test
    void onlyOneStepOfARunAtATime() throws Exception {
        ShellBench.Started first = bench.start("touch ready; sleep 300");
        until(() -> Files.exists(folder.resolve("ready")));
        assertThat(bench.run("true"))
                .isInstanceOfSatisfying(
                        NotStarted.class, n -> assertThat(n.reason()).contains("still running"));
        first.step().cancel();
        assertThat(first.end()).isInstanceOf(Cancelled.class);
    }

    @Test
    void makesRoomByClosingTheSessionThatWasIdleLongest() throws Exception {
        bench.run("export A=1");
        for (int i = 0; i < ShellRunner.MOST; i++) {
            assertThat(bench.start(bench.order(UUID.randomUUID(), "true", Map.of()))
                            .end()
                            .good())
                    .isTrue();
        }
        assertThat(bench.run("echo \"[$A]\"").good()).isTrue();
        assertThat(bench.printed()).contains("a new session").endsWith("[]");
    }

    @Test
    void theEndOfTheRunLeavesNothing() throws Exception {
        bench.run("sleep 300 & nohup sleep 300 >/dev/null 2>&1 & true");
        String words = Files.readString(Path.of("/proc/" + bench.pids.getLast() + "/cmdline"));
        Path secret = Path.of(words.split("\0")[6]);
        assertThat(secret).isDirectory();
        bench.runner.end(bench.run);
        until(() -> bench.members() == 0 && !Files.exists(secret));
    }

    @Test
    void aHereDocumentWithoutItsEndTakesNothingAlong() throws Exception {
        StepResult result = bench.run("cat <<EOF >taken\ntext\n  EOF\necho never");

        assertThat(result).isInstanceOf(StepResult.NotStarted.class);
        assertThat(bench.printed()).contains("here-document at line 1 delimited by end-of-file");
        assertThat(folder.resolve("taken")).doesNotExist();
        assertThat(bench.run("cat <<EOF\ntext\nEOF")).matches(StepResult::good);
    }

    @Test
    void whatAStepDoesToItsTerminalIsNotLeftToTheNext() throws Exception {
        assertThat(bench.run("stty -echo raw").good()).isTrue();
        assertThat(bench.run("stty -a").good()).isTrue();
        assertThat(bench.printed()).containsPattern("(?m)[ ;]echo\\b").contains(" icanon", "-opost");
    }
}
