package plantao.journal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/// Entries of a shift, a second apart, told one after the other.
final class Story {
    static final Instant START = Instant.parse("2026-03-01T02:00:00Z");

    final List<Entry> entries = new ArrayList<>();
    private long second;
    private String operator = "ana";
    private String system = "shop";

    /// From here on this operator, on this system.
    Story by(String operator, String system) {
        this.operator = operator;
        this.system = system;
        return this;
    }

    Entry add(Detail detail) {
        Entry entry = new Entry(new UUID(0, second), START.plusSeconds(second), operator, "desk-1", system, "", detail);
        second++;
        entries.add(entry);
        return entry;
    }

    Entry note(String text) {
        return add(new Detail.Note(text));
    }

    Entry declare(UUID incident, Instant began) {
        return add(new Detail.IncidentDeclared(incident, 1, "Down", 1, began, null, null, List.of("api")));
    }

    Journal journal() {
        return Journal.of(entries);
    }
}
