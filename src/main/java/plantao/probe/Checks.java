package plantao.probe;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import plantao.runbook.ProbeSpec;
import plantao.values.Target;

/// Turns descriptions into probes for one environment. Pure.
///
/// Settings by kind (`labels.x` and `headers.x` are flattened maps):
/// - `http`: `url`, `method`, `headers.*`, `body`, `redirects` (false: not followed), `status` (`200`, `200-399`,
///   `2xx`), `contains`, `lacks`, `json` (see [JsonCondition]), `within` (slower is degraded), `certificate` (days
/// left)
/// - `json`: `url`, `headers.*`, `path` (see [JsonPath]), `atLeast`, `atMost`
/// - `prometheus`: `url`, `headers.*`, `query`, `atLeast`, `atMost`
/// - `command`: `command`, `pattern`, `label`, `atLeast`, `atMost`
/// - `tcp`: `host`, `port`
/// - `tls`: `url` (`https://host:port` or a host); the days until its certificate expires
/// - `sql`: `url`, `query`, `column`, `atLeast`, `atMost`
/// - `redis`: `url` or `host`, `port`, `user`, `password`, `tls`, `database`; `command`, `atLeast`, `atMost`
/// - `exposition`: `url`, `headers.*`, one of `gauge`, `rate`, `share` + `of`, `quantile` + `of`; `labels.*`,
///   `ofLabels.*`, `factor`
/// - `statuspage`: `url`
///
/// `json`, `sql`, `redis` and `command` take a `factor` too: what the figure is multiplied with.
///
/// A metric bound to `http` or `tcp` measures the milliseconds until the answer.
public final class Checks {
    private static final Duration INTERVAL = Duration.ofSeconds(15);
    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    private Checks() {}

    /// Every description in order; ids are `service/Name/kind` or `metric/Name/kind`, with `#2` and so on for more
    /// than one of the same.
    public static List<BuiltProbe> all(List<ProbeSpec> specs, Target target) {
        Map<String, Integer> seen = new HashMap<>();
        List<BuiltProbe> all = new ArrayList<>();
        for (ProbeSpec spec : specs) {
            String id = spec.of().name().toLowerCase(Locale.ROOT) + "/" + spec.subject() + "/" + spec.kind();
            int nth = seen.merge(id, 1, Integer::sum);
            all.add(make(nth == 1 ? id : id + "#" + nth, spec, target));
        }
        return List.copyOf(all);
    }

    /// One description.
    ///
    /// @param id the probe's id
    public static BuiltProbe make(String id, ProbeSpec spec, Target target) {
        CheckSettings wanted = new CheckSettings(spec, new SettingFilling(target));
        try {
            Duration interval = spec.interval() == null ? INTERVAL : spec.interval();
            Duration timeout = spec.timeout() == null ? min(TIMEOUT, interval) : spec.timeout();
            if (interval.toMillis() < 100 || timeout.toMillis() < 10) {
                throw new CheckSettings.Wrong("`interval` and `timeout` must be longer than nothing");
            }
            Check check = CheckKinds.read(spec.kind(), wanted);
            return new BuiltProbe.Ready(new Probe(
                    id,
                    spec.subject(),
                    spec.of(),
                    check,
                    interval,
                    timeout,
                    Math.max(1, spec.failures()),
                    Math.max(1, spec.recoveries())));
        } catch (CheckSettings.Wrong e) {
            String where = spec.of().name().toLowerCase(Locale.ROOT) + "s › " + spec.subject();
            return new BuiltProbe.Unusable(spec.subject(), spec.of(), spec.origin(), where + ": " + e.getMessage());
        }
    }

    private static Duration min(Duration a, Duration b) {
        return a.compareTo(b) <= 0 ? a : b;
    }
}
