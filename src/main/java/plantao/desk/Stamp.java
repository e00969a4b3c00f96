package plantao.desk;

import java.time.Instant;
import java.util.UUID;
import java.util.function.Supplier;

/// What the outside lends a pure step: the time, who is there, and new ids.
public record Stamp(Instant now, String device, Supplier<UUID> ids) {}
