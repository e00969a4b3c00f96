package plantao;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import plantao.desk.Board;
import plantao.desk.Event;
import plantao.desk.PracticeBoard;
import plantao.store.Folders;

/// Going from one practice system to another in one window.
class ConsoleSwitchTest {
    @TempDir
    Path temp;

    @Test
    @Timeout(value = 180, unit = TimeUnit.SECONDS)
    void anotherSystemIsPractisedOnAndTheFirstStackIsGone() throws InterruptedException {
        Folders folders = Homes.withCache(temp);
        Console.Setup setup = new Console.Setup(
                folders, Path.of("runbooks").toAbsolutePath(), System.getenv(), InstantSource.system(), "Marina Costa");
        try (ConsoleSwitch seat = new ConsoleSwitch(new Console(setup), () -> new Console(setup), _ -> {})) {
            seat.send(new Event.StartPractice());
            until(() -> running(seat.console().board()));
            PracticeBoard first = seat.console().board().practice();
            seat.send(new Event.AddNote(first.system(), "kept"));
            PracticeBoard.Choice other = first.choices().stream()
                    .filter(c -> !c.system().equals(first.system()))
                    .findFirst()
                    .orElseThrow();
            assertThat(other.scenarios()).isNotEmpty();

            seat.send(new Event.StartPractice(other.folder()));
            until(() -> running(seat.console().board())
                    && seat.console().board().practice().system().equals(other.system()));

            Board now = seat.console().board();
            assertThat(now.systems())
                    .singleElement()
                    .satisfies(s -> assertThat(s.name()).isEqualTo(other.system()));
            assertThat(now.practice().choices()).hasSameSizeAs(first.choices());
            until(() -> first.parts().stream().noneMatch(ConsoleSwitchTest::alive));
            until(() -> seat.console().board().practised().stream()
                    .anyMatch(e -> e.system().equals(first.system())));
            assertThat(seat.console().board().journal().entries())
                    .noneMatch(e -> e.system().equals(first.system()));
        }
    }

    private static boolean running(Board board) {
        return board.practice().state() == PracticeBoard.State.ON
                && board.system(board.practice().system()).isPresent();
    }

    private static boolean alive(PracticeBoard.Part part) {
        return part.pid() > 0
                && ProcessHandle.of(part.pid()).filter(ProcessHandle::isAlive).isPresent();
    }

    /// Ends with the test's own time limit.
    private static void until(BooleanSupplier condition) throws InterruptedException {
        while (!condition.getAsBoolean()) {
            Thread.sleep(50);
        }
    }
}
