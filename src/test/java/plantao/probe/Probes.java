package plantao.probe;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import plantao.runbook.ProbeSpec.Subject;

/// Short ways to make probes for tests.
final class Probes {
    static final Instant AT = Instant.parse("2026-03-01T10:00:00Z");
    static final Duration PATIENT = Duration.ofSeconds(20);

    private Probes() {}

    static Probe service(Check check, Duration timeout) {
        return new Probe("service/x", "x", Subject.SERVICE, check, Duration.ofSeconds(15), timeout, 1, 1);
    }

    static Probe metric(Check check) {
        return new Probe("metric/x", "x", Subject.METRIC, check, Duration.ofSeconds(15), PATIENT, 1, 1);
    }

    static Check.Http get(String url) {
        return new Check.Http("GET", url, Map.of(), 200, 299, null);
    }

    static Reading.Down down(Reading reading) {
        if (reading instanceof Reading.Down down) {
            return down;
        }
        throw new AssertionError("expected down, but: " + reading);
    }

    static Reading.Up up(Reading reading) {
        if (reading instanceof Reading.Up up) {
            return up;
        }
        throw new AssertionError("expected up, but: " + reading);
    }

    static Reading.NoData noData(Reading reading) {
        if (reading instanceof Reading.NoData none) {
            return none;
        }
        throw new AssertionError("expected no data, but: " + reading);
    }
}
