package plantao.journal;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/// One thing that happened. Never changed, never deleted; an undo is another entry.
///
/// @param id made by the console that wrote it, time-ordered (RFC 9562 version 7)
/// @param at when, cut to microseconds (what both databases keep)
/// @param operator who was at the console
/// @param device which console
/// @param system the system's short name
/// @param subject what it is about, so that it can be found again: an alert's id, a run's, an incident's or a
/// shift's
/// @param detail what happened
public record Entry(UUID id, Instant at, String operator, String device, String system, String subject, Detail detail) {
    public Entry {
        at = at.truncatedTo(ChronoUnit.MICROS);
    }
}
