package plantao.probe;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import okhttp3.Response;
import okio.BufferedSource;
import okio.ByteString;
import plantao.probe.ExpositionText.Line;
import plantao.probe.Fetch.Outcome.Answered;
import plantao.probe.Fetch.Outcome.Failed;

/// Fetches an exposition page and makes one figure of it. Of each probe the samples of the last scrape are kept.
final class ExpositionProber implements Prober<Check.Exposition> {
    /// How much of a page is read.
    static final int PAGE_BYTES = 4 * 1024 * 1024;

    private static final int LINE_BYTES = 64 * 1024;
    private static final int SAMPLES = 20_000;
    private static final String ACCEPT = "text/plain;version=0.0.4;q=1,*/*;q=0.1";

    private final Map<String, Scrape> last = new ConcurrentHashMap<>();
    private final Fetch fetch;

    ExpositionProber(Fetch fetch) {
        this.fetch = fetch;
    }

    /// @param other lines of the format, comments among them, that were not wanted
    /// @param excess why reading stopped early, or empty
    private record Page(List<Sample> samples, int other, boolean malformed, String excess, ByteString begun) {}

    @Override
    public Reading read(Attempt attempt, Check.Exposition check) {
        Map<String, String> headers = new HashMap<>(Map.of("Accept", ACCEPT));
        headers.putAll(check.headers());
        Set<String> names = Figures.names(check.figure());
        Fetch.Outcome<Page> outcome = fetch.send(
                attempt,
                "GET",
                check.url(),
                headers,
                status -> status / 100 == 2,
                (response, source) -> page(response, source, names));
        return switch (outcome) {
            case Failed<Page> failed -> attempt.down(failed.reason(), failed.evidence());
            case Answered<Page> answered -> judged(attempt, check, answered);
        };
    }

    private Reading judged(Attempt attempt, Check.Exposition check, Answered<Page> answered) {
        String detail = "GET " + Evidence.oneLine(Urls.path(check.url()), 80) + " → " + answered.status();
        Page page = answered.body();
        String evidence =
                Evidence.of(answered.phases(), answered.head(), page.begun().toByteArray());
        if (answered.status() / 100 != 2) {
            return attempt.down(detail, evidence);
        }
        if (page.malformed() && page.other() == 0 && page.samples().isEmpty()) {
            return attempt.down(detail + ", but not in the Prometheus text format", evidence);
        }
        if (!page.excess().isEmpty()) {
            return attempt.noData(detail + ", " + page.excess());
        }
        Scrape now = new Scrape(check.figure(), page.samples(), attempt.at(), attempt.start());
        Scrape before = last.put(attempt.probe().id(), now);
        boolean comparable = before != null && before.figure().equals(check.figure());
        return switch (Figures.of(check.figure(), comparable ? before : null, now)) {
            case Figures.Figured.Value value -> attempt.up(value.value(), detail);
            case Figures.Figured.None none -> attempt.noData(none.why());
        };
    }

    /// Line by line, so that a page takes no more memory than its wanted samples.
    private static Page page(Response response, BufferedSource source, Set<String> names) throws IOException {
        source.request(Evidence.BODY_BYTES + 1L);
        int some = (int) Math.min(source.getBuffer().size(), Evidence.BODY_BYTES + 1L);
        ByteString begun = source.peek().readByteString(some);
        if (!response.isSuccessful()) {
            return new Page(List.of(), 0, false, "", begun);
        }
        List<Sample> samples = new ArrayList<>();
        int other = 0;
        boolean malformed = false;
        long left = PAGE_BYTES;
        while (!source.exhausted()) {
            long end = source.indexOf((byte) '\n', 0, LINE_BYTES);
            if (end < 0 && source.request(LINE_BYTES)) {
                return new Page(samples, other, malformed || other == 0, "with a line over 64 KiB", begun);
            }
            long length = end < 0 ? source.getBuffer().size() : end;
            String line = source.readUtf8(length);
            if (end >= 0) {
                source.skip(1);
            }
            left -= length + 1;
            switch (ExpositionText.read(line, names::contains)) {
                case Line.Blank() -> {}
                case Line.Other() -> other++;
                case Line.Malformed() -> malformed = true;
                case Line.Wanted(Sample sample) -> samples.add(sample);
            }
            if (left <= 0 || samples.size() > SAMPLES) {
                String excess = left <= 0 ? "a page over 4 MiB" : "more than " + SAMPLES + " samples of one name";
                return new Page(samples, other, malformed, excess, begun);
            }
        }
        return new Page(samples, other, malformed, "", begun);
    }
}
