package plantao.ui.board;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The next step is that for the failure, and none where none is known.
class ProbeAdviceTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "connection refused | advice.refused",
                "Prometheus: connection refused | advice.refused",
                "no connection in 3 s | advice.unreached",
                "name look-up of api.example.org got no answer in 3 s | advice.name",
                "no answer in 3 s | advice.slow",
                "GET /health → 503 | advice.server",
                "GET /v500/health → 404 | advice.path",
                "GET /health → 401 | advice.login",
                "login refused: password authentication failed for user \"app\" | advice.login",
                "database refused: sorry, too many clients already | advice.full",
                "database refused: the database system is starting up | advice.starting",
                "not a PostgreSQL answer | advice.other",
                "certificate not trusted: expired (NotAfter: Sun Feb 01 2026) | advice.expired",
                "more than 5 redirects | advice.redirect",
                "closed during the TLS handshake | advice.broken",
                "no TLS on this port | advice.tls",
            })
    void theNextStepFitsTheReason(String reason, String key) {
        assertThat(ProbeAdvice.key(reason)).isEqualTo(key);
    }

    @ParameterizedTest
    @CsvSource({"first scrape; the next one gives a figure", "GET /health → 200"})
    void nothingIsSaidWhereNothingIsKnown(String reason) {
        assertThat(ProbeAdvice.key(reason)).isNull();
    }
}
