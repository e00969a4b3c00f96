package plantao.probe;

import java.util.HashMap;
import java.util.Map;
import okio.BufferedSource;
import okio.ByteString;
import org.jspecify.annotations.Nullable;
import plantao.probe.Fetch.Outcome.Answered;
import plantao.probe.Fetch.Outcome.Failed;
import plantao.runbook.ProbeSpec.Subject;
import tools.jackson.databind.JsonNode;

/// Fetches a JSON document and takes one figure out of it.
final class JsonProber implements Prober<Check.Json> {
    private final Fetch fetch;

    JsonProber(Fetch fetch) {
        this.fetch = fetch;
    }

    /// An answer's body as far as it is read.
    record Page(ByteString bytes, boolean whole) {
        static Page of(BufferedSource source) throws java.io.IOException {
            boolean more = source.request(JsonDocument.BYTES + 1L);
            return new Page(
                    source.readByteString(
                            Math.min(JsonDocument.BYTES, source.getBuffer().size())),
                    !more);
        }
    }

    @Override
    public Reading read(Attempt attempt, Check.Json check) {
        Map<String, String> headers = new HashMap<>(Map.of("Accept", "application/json"));
        headers.putAll(check.headers());
        Fetch.Outcome<Page> outcome = fetch.send(
                attempt, "GET", check.url(), headers, status -> status / 100 == 2, (_, source) -> Page.of(source));
        return switch (outcome) {
            case Failed<Page> failed -> attempt.down(failed.reason(), failed.evidence());
            case Answered<Page> answered -> judged(attempt, check, answered);
        };
    }

    private static Reading judged(Attempt attempt, Check.Json check, Answered<Page> answered) {
        String detail = "GET " + Evidence.oneLine(Urls.path(check.url()), 80) + " → " + answered.status();
        String evidence = Evidence.of(
                answered.phases(), answered.head(), answered.body().bytes().toByteArray());
        if (answered.status() / 100 != 2) {
            return attempt.down(detail, evidence);
        }
        return switch (JsonDocument.read(
                answered.body().bytes(), answered.body().whole())) {
            case JsonDocument.Unreadable(String why) -> attempt.down(detail + ", but " + why, evidence);
            case JsonDocument.Read(JsonNode root) ->
                figured(attempt, check, check.path().in(root), detail, evidence);
        };
    }

    private static Reading figured(
            Attempt attempt, Check.Json check, @Nullable JsonNode found, String detail, String evidence) {
        Double figure = JsonPath.figure(found);
        Double value = check.limits().scaled(figure);
        String place = ", `" + check.path() + "` is ";
        String said = found == null
                ? ", but without `" + check.path() + "`"
                : place + (value == null ? Evidence.oneLine(found.toString(), 60) : FigureText.shown(value));
        String broken = check.limits().broken(value);
        if (broken != null) {
            return attempt.down(detail + said + broken, evidence);
        }
        boolean needed = attempt.probe().of() == Subject.METRIC;
        if (value == null && (needed || found == null)) {
            return needed ? attempt.noData(detail + said) : attempt.down(detail + said, evidence);
        }
        return attempt.up(value, detail + said);
    }
}
