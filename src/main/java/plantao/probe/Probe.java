package plantao.probe;

import java.time.Duration;
import plantao.runbook.ProbeSpec.Subject;

/// A check with its rhythm.
///
/// @param id unique in its system
/// @param subject the service or metric it measures
/// @param failures how many bad readings in a row count as down, at least 1
/// @param recoveries how many good readings in a row count as up again, at least 1
public record Probe(
        String id,
        String subject,
        Subject of,
        Check check,
        Duration interval,
        Duration timeout,
        int failures,
        int recoveries) {}
