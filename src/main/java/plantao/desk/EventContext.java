package plantao.desk;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import plantao.journal.Detail;

/// What the outside lends a pure step.
///
/// @param now the time
/// @param device the name of this console
/// @param ids new, time-ordered ids
/// @param mask hides secrets in a text
/// @param zone where the operator is: schedules without a zone of their own go by it
public record EventContext(Instant now, String device, Supplier<UUID> ids, UnaryOperator<String> mask, ZoneId zone) {

    /// In UTC.
    public EventContext(Instant now, String device, Supplier<UUID> ids, UnaryOperator<String> mask) {
        this(now, device, ids, mask, ZoneOffset.UTC);
    }

    /// The detail with every text in it masked: nothing secret may reach the log or the screen.
    public Detail masked(Detail detail) {
        return RecordTexts.mapped(detail, mask);
    }
}
