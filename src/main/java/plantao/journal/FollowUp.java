package plantao.journal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Something to be done after an incident; it stays on the list until it is done.
///
/// @param key its id; of one in a post-mortem the incident's and its words
/// @param incident it comes from, or null
/// @param owner empty for nobody
/// @param due null for no date
/// @param since when it was written down first
/// @param doneBy who did it, at `done`; null while nobody has
public record FollowUp(
        String key,
        String system,
        @Nullable UUID incident,
        String text,
        String owner,
        @Nullable LocalDate due,
        Instant since,
        @Nullable String doneBy,
        @Nullable Instant done) {

    /// Whether somebody has still to do it.
    public boolean open() {
        return done == null;
    }

    /// Whether it should have been done before this day.
    public boolean late(LocalDate today) {
        return open() && due != null && due.isBefore(today);
    }

    FollowUp doneBy(@Nullable String who, @Nullable Instant at) {
        return new FollowUp(key, system, incident, text, owner, due, since, who, at);
    }

    FollowUp given(String to, @Nullable LocalDate by) {
        return new FollowUp(key, system, incident, text, to, by, since, doneBy, done);
    }
}
