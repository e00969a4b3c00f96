package plantao.store;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import plantao.journal.Detail;
import plantao.journal.Entry;

/// Entries for tests.
final class Entries {
    static final Instant START = Instant.parse("2026-03-01T02:17:00.123456Z");

    private final Ids ids = new Ids(InstantSource.system(), new SecureRandom());
    private final String device;
    private Instant at = START;

    Entries(String device) {
        this.device = device;
    }

    Entry note(String text) {
        return of(new Detail.Note(text));
    }

    Entry of(Detail detail) {
        at = at.plusMillis(1500);
        return new Entry(ids.get(), at, "José Conceição", device, "shop", "subject", detail);
    }

    List<Entry> notes(int count) {
        List<Entry> all = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            all.add(note("note " + i));
        }
        return all;
    }
}
