package plantao.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class DeskTest {
    private static final Instant NOW = Instant.parse("2026-03-02T03:00:00Z");

    private static Desk desk() {
        return desk(_ -> {}, _ -> {});
    }

    private static Desk desk(Consumer<Board> screen, Consumer<Effect> outside) {
        return new Desk(
                Board.empty(NOW, "ana"),
                InstantSource.fixed(NOW),
                "desk-1",
                UUID::randomUUID,
                text -> text,
                screen,
                outside);
    }

    @Test
    void whatHappensIsLoggedWhenTheScreenCannotDrawIt() throws Exception {
        CompletableFuture<Effect> logged = new CompletableFuture<>();
        Consumer<Board> broken = _ -> {
            throw new IllegalStateException("no display");
        };
        try (Desk desk = desk(broken, logged::complete)) {
            desk.send(new Event.StartShift("Shop", "Ana"));
            assertThat(logged.get(30, TimeUnit.SECONDS)).isInstanceOf(Effect.Append.class);
        }
    }

    @Test
    void whoComesLateIsShownWhatHappenedBefore() throws Exception {
        CompletableFuture<Board> seen = new CompletableFuture<>();
        try (Desk desk = desk()) {
            desk.send(new Event.NoticeRaised(Board.Notice.Level.WARNING, "the disk is full"));
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
