package plantao.journal;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/// Entries for tests, told one after the other: each a second after the last, with time-ordered ids.
final class Told {
    static final Instant START = Instant.parse("2026-03-01T02:00:00Z");

    private final List<Entry> entries = new ArrayList<>();
    private Instant now = START;
    private String system = "shop";
    private String operator = "Ana";

    Told at(Duration afterStart) {
        now = START.plus(afterStart);
        return this;
    }

    Told on(String name) {
        system = name;
        return this;
    }

    Told by(String name) {
        operator = name;
        return this;
    }

    Told say(Detail... details) {
        for (Detail detail : details) {
            UUID id = new UUID((long) entries.size() << 16 | 0x7000, 0x8000_0000_0000_0000L);
            entries.add(new Entry(id, now, operator, "desk-1", system, "subject", detail));
            now = now.plusSeconds(1);
        }
        return this;
    }

    Told note(String text) {
        return say(new Detail.Note(text));
    }

    List<Entry> entries() {
        return List.copyOf(entries);
    }

    Journal journal() {
        return Journal.of(entries);
    }

    static UUID id(int number) {
        return new UUID(0x7000, number);
    }

    static Detail.IncidentDeclared declared(int number, Instant began) {
        return new Detail.IncidentDeclared(
                id(number), number, "Shop is down", 1, began, "down", "4.1 Down", List.of("web"));
    }

    /// The texts of the notes, the kinds of all else.
    static List<String> words(List<Entry> entries) {
        return entries.stream()
                .map(e -> e.detail() instanceof Detail.Note n
                        ? n.text()
                        : e.detail().kind())
                .toList();
    }
}
