package plantao;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plantao.desk.Event;
import plantao.runbook.Problem;
import plantao.store.TrustFile;

/// A console that is left open overnight: what was due yesterday is overdue today.
class NewDayTest {
    @Test
    void aReviewDateThatPassesWhileTheConsoleIsOpenIsFound(@TempDir Path folder) throws IOException {
        Path book = Files.createDirectory(folder.resolve("book"));
        Files.writeString(
                book.resolve("runbook.md"), "# Shop\n\nNext review: 2026-11-22\n\n## Services\n\n- API\n- Site\n");
        AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-22T12:00:00Z"));
        List<Event> events = new ArrayList<>();
        RunbookOpener opener = new RunbookOpener(
                new TrustFile(folder.resolve("config")), Map.of(), now::get, events::add, _ -> {}, _ -> {});
        opener.open(book);
        assertThat(overdue(events)).isFalse();

        opener.newDay();
        assertThat(events).hasSize(1);

        now.set(now.get().plus(Duration.ofDays(2)));
        opener.newDay();
        assertThat(events).hasSize(2);
        assertThat(overdue(events)).isTrue();
        opener.newDay();
        assertThat(events).hasSize(2);
    }

    private static boolean overdue(List<Event> events) {
        return events.getLast() instanceof Event.Opened(var system)
                && system.runbook().problems().stream().map(Problem::message).anyMatch(m -> m.contains("2026-11-22"));
    }
}
