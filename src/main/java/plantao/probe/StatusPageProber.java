package plantao.probe;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okio.ByteString;
import plantao.probe.Fetch.Outcome.Answered;
import plantao.probe.Fetch.Outcome.Failed;

/// Asks a supplier's status page how they are (Atlassian Statuspage API, `GET /api/v2/status.json`). The value is
/// 0 when all is well, 1 for a minor trouble or maintenance, 2 for a major, 3 for a critical one. A page that
/// cannot be read says nothing about the supplier: that is no data.
final class StatusPageProber implements Prober<Check.StatusPage> {
    private static final String PATH = "/api/v2/status.json";
    private static final Pattern STATUS = Pattern.compile("\"status\"\\s*:\\s*\\{([^{}]*)\\}");
    private static final Pattern INDICATOR = Pattern.compile("\"indicator\"\\s*:\\s*\"(\\w+)\"");
    private static final Pattern DESCRIPTION = Pattern.compile("\"description\"\\s*:\\s*\"((?:[^\"\\\\]|\\\\.)*)\"");
    private static final Map<String, Double> WORST =
            Map.of("none", 0.0, "maintenance", 1.0, "minor", 1.0, "major", 2.0, "critical", 3.0);

    private final Fetch fetch;

    StatusPageProber(Fetch fetch) {
        this.fetch = fetch;
    }

    @Override
    public Reading read(Attempt attempt, Check.StatusPage check) {
        String base = check.url().replaceFirst("[?#].*$", "").replaceFirst("/+$", "");
        String url = base.endsWith(".json") ? base : base + PATH;
        Fetch.Outcome<ByteString> outcome = fetch.send(
                attempt, "GET", url, Map.of("Accept", "application/json"), status -> status / 100 == 2, (_, source) -> {
                    source.request(HttpProber.BODY_BYTES);
                    return source.readByteString(
                            Math.min(HttpProber.BODY_BYTES, source.getBuffer().size()));
                });
        return switch (outcome) {
            case Failed<ByteString> failed -> attempt.noData("their status page: " + failed.reason());
            case Answered<ByteString> answered
            when answered.status() / 100 != 2 -> attempt.noData("their status page answers " + answered.status());
            case Answered<ByteString> answered ->
                judged(attempt, answered.body().utf8());
        };
    }

    private static Reading judged(Attempt attempt, String body) {
        Matcher status = STATUS.matcher(body);
        Matcher indicator = INDICATOR.matcher(status.find() ? status.group(1) : "");
        Double worst = indicator.find() ? WORST.get(indicator.group(1)) : null;
        if (worst == null) {
            return attempt.noData("their status page has no " + PATH + ": look at it by eye");
        }
        Matcher description = DESCRIPTION.matcher(status.group(1));
        return attempt.up(worst, Evidence.oneLine(description.find() ? description.group(1) : indicator.group(1), 80));
    }
}
