package plantao;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plantao.desk.Approvals;
import plantao.desk.Board;
import plantao.desk.Event;
import plantao.desk.Surroundings;
import plantao.desk.SystemBoard;
import plantao.desk.SystemBoardFactory;
import plantao.desk.Targets;
import plantao.desk.Trust;
import plantao.runbook.Runbook;
import plantao.runbook.read.RunbookReader;

class ChangesCommandTest {
    private static final Instant NOW = Instant.parse("2026-11-22T03:00:00Z");

    private static SystemBoard system(String name, Path folder, boolean approved) {
        Runbook runbook = RunbookReader.read(
                name,
                Map.of(
                        "runbook.md",
                        "# " + name + "\n",
                        "console.yaml",
                        "changes: echo 2026-11-22T02:54:00Z deploy of " + name + "\n"));
        return SystemBoardFactory.open(
                runbook,
                Targets.of(runbook, folder, Map.of()),
                1,
                approved ? Trust.FULL : Approvals.of(runbook, Set.of()),
                NOW);
    }

    @Test
    void theApprovedCommandIsAskedAndNoOther(@TempDir Path folder) throws Exception {
        Board board = Board.empty(NOW, "Ana")
                .withSystems(List.of(system("Other", folder, false), system("Shop", folder, true)));
        assertThat(Approvals.items(board.systems().getFirst().runbook()))
                .extracting(Trust.Item::text)
                .contains("echo 2026-11-22T02:54:00Z deploy of Other");
        BlockingQueue<Event> told = new LinkedBlockingQueue<>();
        try (ChangesCommand _ = new ChangesCommand(System.getenv(), InstantSource.fixed(NOW), () -> board, told::add)) {
            assertThat(told.poll(60, TimeUnit.SECONDS))
                    .isEqualTo(new Event.ChangesRead(
                            "Shop", List.of(new Surroundings.Mark(NOW.minusSeconds(360), "deploy of Shop", 0))));
            assertThat(told).isEmpty();
        }
    }
}
