package plantao.desk;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import plantao.journal.Detail;
import plantao.journal.Entry;
import plantao.probe.Probe;
import plantao.probe.Reading;
import plantao.values.Place;
import plantao.values.Target;

/// Plays events to the desk's pure heart, moving the clock by hand.
final class Play {
    static final Instant T0 = Instant.parse("2026-11-22T03:00:00Z");
    final AtomicLong ids = new AtomicLong();
    Instant now = T0;
    Board board = Board.empty(T0, "Ana");
    final List<Effect> effects = new ArrayList<>();

    static Play sketch() {
        Play play = new Play();
        Target target = new Target(
                "production",
                "Production",
                Target.Kind.PRODUCTION,
                Map.of(),
                Map.of(),
                new Place("local shell", Path.of("/tmp"), true, Map.of(), null));
        play.send(new Event.Opened(SystemBoardFactory.open(Sketch.runbook(), List.of(target), 1, Trust.FULL, T0)));
        return play;
    }

    Play send(Event event) {
        Outcome outcome = Watch.next(
                board,
                event,
                new EventContext(
                        now, "desk-1", () -> new UUID(0, ids.incrementAndGet()), t -> t.replace("s3cret", "••••")));
        board = outcome.board();
        effects.addAll(outcome.effects());
        return this;
    }

    Play after(int seconds) {
        now = now.plusSeconds(seconds);
        return send(new Event.Tick());
    }

    SystemBoard system() {
        return board.current().orElseThrow();
    }

    Probe probe(String subject) {
        return SystemBoardFactory.probes(system()).stream()
                .filter(p -> p.subject().equals(subject))
                .findFirst()
                .orElseThrow();
    }

    Play good(String subject) {
        return value(subject, null);
    }

    Play value(String subject, Double value) {
        return send(
                new Event.Read("Sketch", new Reading.Up(probe(subject).id(), now, Duration.ofMillis(9), value, "ok")));
    }

    Play bad(String subject, String reason) {
        return send(
                new Event.Read("Sketch", new Reading.Down(probe(subject).id(), now, Duration.ofMillis(9), reason, "")));
    }

    List<Detail> details() {
        return board.journal().entries().stream().map(Entry::detail).toList();
    }

    <D extends Detail> List<D> details(Class<D> kind) {
        return details().stream().filter(kind::isInstance).map(kind::cast).toList();
    }
}
