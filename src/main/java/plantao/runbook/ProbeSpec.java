package plantao.runbook;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What `console.yaml` (or a service's own URL) says about measuring something; the probe room turns it into a
/// check.
///
/// @param subject the service's or metric's name
/// @param of what the subject is
/// @param kind `http tcp tls sql redis exposition prometheus json statuspage command`
/// @param settings the rest, by name (`url`, `query`, `command`, …), values as text, variables not yet filled in
/// @param failures how many bad readings in a row count as down, at least 1
/// @param recoveries how many good readings in a row count as up again, at least 1
public record ProbeSpec(
        String subject,
        Subject of,
        String kind,
        Map<String, String> settings,
        @Nullable Duration interval,
        @Nullable Duration timeout,
        int failures,
        int recoveries,
        Origin origin) {

    /// What is measured.
    public enum Subject {
        SERVICE,
        METRIC,
        /// A supplier's own status page: tells whether the trouble is theirs, never that we are down.
        VENDOR,
        /// Something outside that is only asked to learn whether this console still sees anything.
        WITNESS
    }
}
