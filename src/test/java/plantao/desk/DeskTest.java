package plantao.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class DeskTest {
    private static final Instant NOW = Instant.parse("2026-03-02T03:00:00Z");

    private static Desk desk() {
        return new Desk(
                Board.empty(NOW, "ana"),
                InstantSource.fixed(NOW),
                "desk-1",
                UUID::randomUUID,
                text -> text,
                _ -> {},
                _ -> {});
    }

    @Test
    void whoComesLateIsShownWhatHappenedBefore() throws Exception {
        CompletableFuture<Board> seen = new CompletableFuture<>();
        try (Desk desk = desk()) {
            desk.send(new Event.Told(Board.Notice.Level.WARNING, "the disk is full"));
            desk.show(seen::complete);
            assertThat(seen.get(30, TimeUnit.SECONDS).notices())
                    .extracting(Board.Notice::text)
                    .containsExactly("the disk is full");
        }
    }

    @Test
    void outlivesWhoFailsToLook() throws Exception {
        CompletableFuture<Board> seen = new CompletableFuture<>();
        try (Desk desk = desk()) {
            desk.show(_ -> {
                throw new IllegalStateException("closed");
            });
            desk.show(seen::complete);
            assertThat(seen.get(30, TimeUnit.SECONDS).operator()).isEqualTo("ana");
        }
    }
}
