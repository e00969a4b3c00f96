package plantao.playbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static plantao.playbook.ShellBench.until;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import plantao.playbook.screen.Keys;
import plantao.playbook.screen.Keys.Key;
import plantao.playbook.screen.Pen;
import plantao.playbook.screen.ScreenSnapshot;
import plantao.runbook.Runner;
import plantao.values.Masking;
import plantao.values.Place;

/// Programs that draw on a terminal, typed into as a person does. The programs are the computer's own.
final class DrawnStepTest extends OnAShell {
    private ShellBench.Started drawn(String script) {
        return bench.start(new StepOrder(
                UUID.randomUUID(),
                0,
                script,
                Map.of(),
                new Place("test", folder, true, Map.of(), null),
                java.time.Duration.ZERO,
                Masking.NONE,
                new StepHandling(Runner.SHELL, null, true, Map.of(), List.of(), true, true)));
    }

    private static void needs(String program) {
        assumeTrue(ShellSystem.find(System.getenv("PATH"), program) != null, program);
    }

    private ScreenSnapshot shot() {
        var terminal = bench.output.terminal();
        return terminal == null ? ScreenSnapshot.EMPTY : terminal.shot(0);
    }

    private String screen() {
        return String.join("\n", shot().text());
    }

    private void await(Predicate<String> shows) throws Exception {
        try {
            until(() -> shows.test(screen()));
        } catch (AssertionError e) {
            throw new AssertionError("The screen shows:\n" + screen(), e);
        }
    }

    private void press(Key key) {
        bench.output.type(Keys.of(key, false, false, false, shot().cursorKeys()));
    }

    @Test
    void aPagerPagesAndLeavesTheScreenAsItWas() throws Exception {
        needs("less");
        Files.writeString(
                folder.resolve("long.txt"), "row %d hunter22\n".repeat(300).formatted((Object[])
                                java.util.stream.IntStream.range(0, 300).boxed().toArray(Integer[]::new)));
        var step = drawn("echo before; less long.txt");
        await(s -> s.contains("row 38") && s.contains("long.txt"));
        assertThat(shot().alternate()).isTrue();
        assertThat(screen()).contains("row 7 ••••••••").doesNotContain("hunter22");
        press(Key.PAGE_DOWN);
        await(s -> s.contains("row 77"));
        bench.output.size(20, 60);
        await(s -> s.startsWith("row 39") && s.contains("row 57") && !s.contains("row 58"));
        bench.output.type("G");
        await(s -> s.contains("row 299") && s.contains("(END)") && s.lines().count() == 20);
        bench.output.type("q");

        assertThat(step.end().good()).isTrue();
        assertThat(shot().alternate()).isFalse();
        assertThat(bench.printed())
                .startsWith("before\n— a program drew on the whole screen; it showed last:")
                .contains("row 299 ••••••••");
    }

    @Test
    void anEditorSavesWhatIsTyped() throws Exception {
        needs("vim");
        Path file = folder.resolve("note.txt");
        var step = drawn("vim -u NONE -n -c 'set nocp' note.txt");
        await(s -> s.contains("~") && s.contains("note.txt"));
        bench.output.type("ifirst — ção 日本");
        press(Key.ESCAPE);
        await(s -> s.startsWith("first — ção 日本"));
        bench.output.type("yypAx");
        press(Key.ESCAPE);
        press(Key.HOME);
        bench.output.type("iy");
        press(Key.ESCAPE);
        bench.output.type(":wq\r");

        assertThat(step.end().good()).isTrue();
        assertThat(Files.readString(file)).isEqualTo("first — ção 日本\nyfirst — ção 日本x\n");
    }

    @Test
    void aTableOfProcessesIsRedrawnInPlace() throws Exception {
        needs("top");
        var step = drawn("top -d 1");
        await(s -> s.contains("PID") && s.contains("load average"));
        assertThat(shot().lines()).anyMatch(l -> l.toString().contains("PID") && Pen.has(l.look(2), Pen.INVERSE));
        bench.output.size(24, 80);
        await(s -> s.lines().count() <= 24 && s.contains("load average"));
        bench.output.type("q");
        assertThat(step.end().good()).isTrue();
    }

    @Test
    void aSessionHasItsHistoryAndCompletion() throws Exception {
        needs("python3");
        var step = drawn("PYTHON_HISTORY=/dev/null PYTHONSTARTUP= python3 -q");
        await(s -> s.contains(">>>"));
        bench.output.type("import math\rmath.facto\t");
        await(s -> s.contains("math.factorial("));
        bench.output.type("5)\r");
        await(s -> s.contains("120"));
        press(Key.UP);
        press(Key.LEFT);
        press(Key.BACKSPACE);
        bench.output.type("6\r");
        await(s -> s.contains("720"));
        bench.output.type(Keys.control('d', false));
        assertThat(step.end().good()).isTrue();
    }

    @Test
    void aDatabasesPromptPagesLongAnswers() throws Exception {
        needs("less");
        Files.writeString(folder.resolve("prompt.sh"), """
                while read -r -e -p 'shop=> ' line; do
                  case $line in
                    '\\q') exit 0 ;;
                    *) seq 1 200 | $PAGER ;;
                  esac
                done
                """);
        var step = drawn("bash prompt.sh");
        await(s -> s.contains("shop=>"));
        bench.output.type("select 1;\r");
        await(s -> s.contains("39") && shot().alternate());
        bench.output.type("q");
        await(s -> !shot().alternate() && s.endsWith("shop=>"));
        bench.output.type("\\q\r");
        assertThat(step.end().good()).isTrue();
    }

    @Test
    void aStepThatWasNotKnownToDrawGetsItsScreenWhenItDoes() throws Exception {
        var step = bench.start(
                "printf 'line\\n\\033[?1049h\\033[2J\\033[3;5Hhere'; read -r x; printf '\\033[?1049lback\\n'");
        await(s -> s.equals("\n\n    here"));
        assertThat(bench.output.session()).isFalse();
        bench.output.type("\r");
        assertThat(step.end().good()).isTrue();
        assertThat(bench.printed())
                .startsWith("line\n— a program drew")
                .contains("    here")
                .endsWith("back");
        assertThat(bench.run("stty -a").good()).isTrue();
        assertThat(bench.printed()).contains("rows 40; columns 120");
    }

    @Test
    void theStepBehindPagesNothing() throws Exception {
        needs("less");
        drawn("echo $PAGER; stty -a | grep -o '[-]*opost'").end();
        assertThat(bench.printed()).isEqualTo("less\nopost");
        bench.run("echo $PAGER $PLANTAO_TERMINAL; stty -a | grep -o '[-]*opost'");
        assertThat(bench.printed()).isEqualTo("cat\n-opost");
    }
}
